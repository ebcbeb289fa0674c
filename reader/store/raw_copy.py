"""One moment of a library copied byte for byte, so that what has not changed is the same in the copy.

SQLite's own backup encrypts each page anew, and a backup of that would cost the whole library each time. A reader that
begins when all of the WAL stands in the file reads the file alone, and nobody writes into that while it reads:
https://sqlite.org/walformat.html, WAL_READ_LOCK(0).
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from reader.database_files import opened

_PIECE = 1 << 20
_WAIT = 2000  # thousandths of a second for another that writes


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
    with opened(path) as file, open(into, "r+b") as copy:
        shutil.copyfileobj(file, copy, _PIECE)
        copy.truncate()
