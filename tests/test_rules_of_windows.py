"""What Windows would refuse, tried here as far as it can be imposed (see `rules_of_windows`)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import rules_of_windows as rules

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for open files in /proc")

IMPORTS = """
import importlib, importlib.abc, pkgutil, sys
ABSENT = {"resource", "fcntl", "pwd", "grp", "termios", "tty", "pty", "syslog"}
class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
for name in ABSENT:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Absent())
import reader, ui
count = 0
for package in (reader, ui):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith(("__main__", ".child", "migrations.env")) and ".versions." not in module.name:
            importlib.import_module(module.name)
            count += 1
print(count)
"""


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if this test were our own code."""
    monkeypatch.setattr(rules, "asked_by_us", lambda: True)


@pytest.mark.usefixtures("ours")
def test_a_file_in_use_is_neither_replaced_nor_removed(tmp_path: Path) -> None:
    held, other = tmp_path / "held", tmp_path / "other"
    other.write_text("other")
    with held.open("w"):
        with pytest.raises(PermissionError):
            rules.moving(os.replace)(other, held)
        with pytest.raises(PermissionError):
            rules.removing(os.unlink)(held)
    rules.moving(os.replace)(other, held)
    assert held.read_text() == "other" and not other.exists()


@pytest.mark.usefixtures("ours")
def test_only_a_handle_that_may_write_is_synced_and_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with file.open("rb") as read, pytest.raises(OSError, match="Bad file descriptor"):
        rules.syncing(os.fsync)(read.fileno())
    with file.open("r+b") as written:
        rules.syncing(os.fsync)(written.fileno())
    with pytest.raises(PermissionError):
        rules.opening(os.open)(tmp_path, os.O_RDONLY)


@pytest.mark.parametrize("name", ["con", "NUL.txt", "a:b", "what?", "end.", "end ", "a<b", "lpt1.html"])
def test_these_are_no_names(name: str) -> None:
    with pytest.raises(OSError, match="Invalid"):
        rules.refuse_names(name)


def test_these_are_names() -> None:
    for name in ("console.html", "a b.txt", ".hidden", "pasar-ikan.jsonl"):
        rules.refuse_names(name)


def test_no_module_needs_what_windows_has_not() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, timeout=200, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 250
