"""Imports go by Python's own way once the window begins to load, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import builtins
own = builtins.__import__
from ui import plain_imports
plain_imports.use()
assert builtins.__import__ is own
from ui.theme import load
from PySide6.QtGui import QColor
assert QColor("red").isValid() and not hasattr(QColor, "is_valid")
print("plain")
"""


def test_modules_are_imported_without_being_read_twice() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "plain", done.stderr
