"""Imports go without PySide6 reading each module's source, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import inspect
from ui import plain_imports
plain_imports.use()
read = []
inspect.getsource = lambda module: read.append(module) or ""
import ui.look.theme
assert ui.look.theme.QColor("red").isValid()
print(read)
"""


def test_modules_are_imported_without_their_source_being_read() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
