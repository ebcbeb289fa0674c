"""What stands beside the file (-wal) as a kill leaves it: SQLite leaves out all from the first page on that is not as
it was written, and says nothing. What lies behind that place is looked for here.

The form of the file: https://sqlite.org/fileformat2.html#walformat; that of the -shm: https://sqlite.org/walformat.html.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from reader.messages import Message
from reader.store import files
from reader.store.integrity.damage import FILE, Damage

_HEAD, _FRAME = struct.Struct(">8I"), struct.Struct(">6I")
_MAGIC = 0x377F0682  # the last bit says in which order bytes are summed
_MASK = 0xFFFFFFFF
_USED = 16  # where the -shm says how many pages SQLite takes
_UNREAD = Message("the newest changes, which stand beside the file (-wal), cannot be read; they may be lost")


def damaged_beside(path: Path) -> list[Damage]:
    """Return what SQLite leaves out of the -wal of a library that nobody has open; empty where it takes all of it."""
    beside = path.with_name(path.name + "-wal")
    try:
        if not beside.exists() or beside.stat().st_size < _HEAD.size:
            return []
        with open(beside, "rb") as file:
            left_out = _is_left_out(path, file)
    except (OSError, sqlite3.Error):
        return []
    return [Damage(FILE, _UNREAD, "-wal")] if left_out else []


def _is_left_out(path: Path, file: BinaryIO) -> bool:
    head = file.read(_HEAD.size)
    magic, _, page, _, *salts, _, _ = _HEAD.unpack(head)
    if magic & ~1 != _MAGIC or not _is_whole(head):
        return True
    taken = _taken(path)
    return any(number >= taken for number in _commits(file, page, tuple(salts)))


def _commits(file: BinaryIO, page: int, salts: tuple[int, ...]) -> Iterator[int]:
    """The numbers of the pages that end a change, from 0 on; those of an earlier round have other salts."""
    number = 0
    while True:
        file.seek(_HEAD.size + number * (_FRAME.size + page))
        told = file.read(_FRAME.size)
        if len(told) < _FRAME.size:
            return
        _, ends, *own, _, _ = _FRAME.unpack(told)
        if tuple(own) == salts and ends:
            yield number
        number += 1


def _is_whole(head: bytes) -> bool:
    order = ">" if head[3] & 1 else "<"
    one = two = 0
    words = struct.unpack(f"{order}6I", head[:24])
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & _MASK
        two = (two + second + one) & _MASK
    return (one, two) == struct.unpack(">2I", head[24:])


def _taken(path: Path) -> int:
    """How many pages of it SQLite takes, as it notes in the -shm when it reads."""
    with closing(files.connect(path, readonly=True)) as found:
        found.execute("BEGIN")
        found.execute("SELECT count(*) FROM sqlite_master").fetchone()
        noted = path.with_name(path.name + "-shm").read_bytes()[_USED : _USED + 4]
    return int(struct.unpack("=I", noted)[0]) if len(noted) == 4 else 0
