"""Files read beside SQLite, which may have them open in this process.

On POSIX to close a file lets go of all locks that the process holds on it, whoever took them: another program that then
closes the library as if it were the last takes its log away, and what is stored afterwards is lost. So a file that is a
database stays open once it was looked at. See https://sqlite.org/howtocorrupt.html, 2.2.
"""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path
from typing import Any

PLAIN = b"SQLite format 3\x00"  # how the file of a database begins
ENCRYPTED = b"Tilik encrypted\x00"  # and that of an encrypted library
_ALIKE = 12  # of these 16 bytes: some of them may be damaged
_kept: dict[tuple[int, int], int] = {}  # descriptors by device and number of the file
_used: list[int] = []  # descriptors that somebody reads by now
_guard = threading.RLock()  # a reader that nobody closed may be collected while it is held


def is_encrypted_head(head: bytes) -> bool:
    """Return whether a file that begins so is an encrypted library."""
    return sum(a == b for a, b in zip(head, ENCRYPTED, strict=False)) >= _ALIKE


def is_database_head(head: bytes) -> bool:
    """Return whether a file that begins so is a database, of ours or not."""
    return head.startswith(PLAIN) or is_encrypted_head(head)


def head(path: Path, size: int = len(PLAIN)) -> bytes:
    """Return the first bytes of a file. Raises `OSError`."""
    with opened(path) as file:
        return file.read(size)


def opened(path: Path) -> io.BufferedReader:
    """Return a file to read, which whoever asked closes; a database stays open all the same. Raises `OSError`."""
    if not hasattr(os, "pread"):  # Windows: its locks belong to a handle, and a file that is open cannot be replaced
        return open(path, "rb")
    with _guard:
        return io.BufferedReader(_Reading(_descriptor(path)))


def _descriptor(path: Path) -> int:
    """The one that is kept of this file, or a new one."""
    stands = os.stat(path)
    kept = _kept.get((stands.st_dev, stands.st_ino))
    return os.open(path, os.O_RDONLY) if kept is None else kept


def _let_go(number: int) -> None:
    """Keep it when it is a database, and close those of files that are not there any more."""
    if number not in _kept.values():
        stands = os.fstat(number)
        if is_database_head(os.pread(number, len(PLAIN), 0)):
            _kept.setdefault((stands.st_dev, stands.st_ino), number)  # of two at once both stay open
        else:
            os.close(number)
    for named, other in list(_kept.items()):
        if other not in _used and not os.fstat(other).st_nlink:
            os.close(_kept.pop(named))


class _Reading(io.RawIOBase):
    """A reader of a descriptor with a place of its own."""

    def __init__(self, number: int) -> None:
        self._number, self._at = number, 0
        _used.append(number)

    def close(self) -> None:
        """Close the file, unless it is a database or somebody else reads it."""
        if not self.closed:
            with _guard:
                _used.remove(self._number)
                _let_go(self._number)
        super().close()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: os.fstat(self._number).st_size}[whence]
        self._at = start + offset
        return self._at

    def readinto(self, into: Any) -> int:
        data = os.pread(self._number, len(into), self._at)
        into[: len(data)] = data
        self._at += len(data)
        return len(data)
