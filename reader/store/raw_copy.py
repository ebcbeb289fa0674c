"""One moment of a library copied byte for byte, so that what has not changed is the same in the copy.

SQLite's own backup encrypts each page anew, and a backup of that would cost the whole library each time. A reader that
begins when all of the WAL stands in the file reads the file alone, and nobody writes into that while it reads:
https://sqlite.org/walformat.html, WAL_READ_LOCK(0).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from reader.system import is_windows

_PIECE = 1 << 20
_WAIT = 2000  # thousandths of a second for another that writes
_kept: dict[str, int] = {}  # descriptors, by the real path
_guard = threading.Lock()


def copy_raw(path: Path, into: Path, connect: Callable[[Path, bool], sqlite3.Connection]) -> bool:
    """Copy the library into the empty file `into`; False, and nothing, while somebody writes much or reads what is
    older. `connect` opens it, to read only or not. Raises `OSError`."""
    with contextlib.ExitStack() as open_ones, contextlib.suppress(sqlite3.OperationalError):
        writer, settler, reader = (
            open_ones.enter_context(contextlib.closing(connect(path, readonly))) for readonly in (False, False, True)
        )
        settler.execute("PRAGMA wal_checkpoint(PASSIVE)")  # most of it while nobody waits
        writer.execute(f"PRAGMA busy_timeout={_WAIT}")
        writer.execute("BEGIN IMMEDIATE")
        _busy, log, settled = settler.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        writer.execute("ROLLBACK")
        if log == settled:
            _copy(path, into)
            return True
    return False


def _copy(path: Path, into: Path) -> None:
    with _guard:
        found = _descriptor(path)
        try:
            with open(into, "r+b") as file:
                at = os.lseek(found, 0, os.SEEK_SET)
                while data := os.read(found, _PIECE):
                    at += file.write(data)
                file.truncate(at)
        finally:
            if is_windows():  # no file can be renamed over one that is open
                os.close(_kept.pop(os.path.realpath(path)))


def _descriptor(path: Path) -> int:
    """The library's file, open from now on: but on Windows, to close it would let go of the locks that SQLite holds on
    it in this process (https://sqlite.org/howtocorrupt.html, 2.2)."""
    real = os.path.realpath(path)
    stands, old = os.stat(real), _kept.get(real)
    if old is not None:
        if os.path.samestat(os.fstat(old), stands):
            return old
        os.close(old)  # another file stands there now
    _kept[real] = os.open(real, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    return _kept[real]
