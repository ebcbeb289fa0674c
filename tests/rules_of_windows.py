"""Windows' rules for files, imposed on this system: `pytest -p tests.rules_of_windows tests/reader/store`.

What our own code does in this process meets them; pytest, the standard library and the tests themselves do not. They
are the published ones: a file that somebody has open is neither replaced nor removed, only a handle that may write is
synced, a folder cannot be opened as a file, some names are no names.
"""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = (f"{ROOT / 'reader'}{os.sep}", f"{ROOT / 'ui'}{os.sep}")
FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]|[ .]$')
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
# The shim is called by the function that wraps it, by pathlib or by shutil at most.
NEAR = 6


def asked_by_us() -> bool:
    """Whether our own code is near the top of the stack, and neither `tempfile` nor `rmtree`, which go another
    way on Windows."""
    frame = sys._getframe(2)
    for _ in range(NEAR):
        name = frame.f_code.co_filename
        if name.endswith("tempfile.py") or "rmtree" in frame.f_code.co_name:
            return False
        if name.startswith(OURS):
            return True
        if frame.f_back is None:
            return False
        frame = frame.f_back
    return False


def is_open(path: str | os.PathLike[str]) -> bool:
    """Whether any process that we may look into has this file open."""
    try:
        wanted = os.stat(path)
    except OSError:
        return False
    return any((found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino) for found in open_files())


def open_files() -> Iterator[os.stat_result]:
    """Every file that is open in a process that we may look into."""
    for folder in Path("/proc").glob("[0-9]*/fd"):
        try:
            handles = list(folder.iterdir())
        except OSError:
            continue
        for handle in handles:
            try:
                yield handle.stat()
            except OSError:
                continue


def refuse_names(path: Any) -> None:
    """OSError for the name of a new file that Windows does not take."""
    if isinstance(path, int):
        return
    name = os.path.basename(os.fsdecode(path))
    if FORBIDDEN.search(name) or RESERVED.fullmatch(name):
        raise OSError(errno.EINVAL, "Invalid argument", str(path))


def moving(real: Callable[..., None]) -> Callable[..., None]:
    """Rename or replace, where neither of the two files may be open."""

    def move(source: Any, target: Any, **rest: Any) -> None:
        if asked_by_us():
            refuse_names(target)
            for path in (source, target):
                if is_open(path):
                    raise PermissionError(errno.EACCES, "another program is using this file", str(path))
        real(source, target, **rest)

    return move


def removing(real: Callable[..., None]) -> Callable[..., None]:
    """Remove a file, which may not be open."""

    def remove(path: Any, **rest: Any) -> None:
        if asked_by_us() and is_open(path):
            raise PermissionError(errno.EACCES, "another program is using this file", str(path))
        real(path, **rest)

    return remove


def syncing(real: Callable[[Any], None]) -> Callable[[Any], None]:
    """Sync a handle, which has to be one that may write."""
    import fcntl

    def sync(handle: Any) -> None:
        number = handle if isinstance(handle, int) else handle.fileno()
        if asked_by_us() and fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, "Bad file descriptor")
        real(handle)

    return sync


def opening(real: Callable[..., int]) -> Callable[..., int]:
    """Open by flags, where a folder is no file and a new file needs a name that may be."""

    def open_(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if asked_by_us():
            if flags & os.O_CREAT:
                refuse_names(path)
            if os.path.isdir(path):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, flags, *rest, **more)

    return open_


class WindowsOs:
    """The module `os` as it names itself on Windows, without what it has not there."""

    name = "nt"

    def __getattr__(self, name: str) -> Any:
        if name == "pread":
            raise AttributeError(name)
        return getattr(os, name)


@pytest.fixture(autouse=True)
def rules_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Impose the rules for one test."""
    if os.name == "nt":
        return
    from reader import database_files, system

    for name, shim in (("replace", moving), ("rename", moving), ("unlink", removing), ("remove", removing)):
        monkeypatch.setattr(os, name, shim(getattr(os, name)))
    monkeypatch.setattr(os, "fsync", syncing(os.fsync))
    monkeypatch.setattr(os, "open", opening(os.open))
    for module in (database_files, system):
        monkeypatch.setattr(module, "os", WindowsOs())
    for name in ("confine", "start", "used"):  # a process is begun and confined as this system can
        monkeypatch.setattr(import_module(f"reader.sandbox.{name}"), "is_windows", lambda: False)
