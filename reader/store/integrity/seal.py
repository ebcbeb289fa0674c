"""The seal: what the library's file was when it was last closed, and found sound, noted beside it.

It is laid aside when the library is opened to write and put back when that is closed in order. So no seal, or one that
does not fit the file, says that a program died, the disk failed, or something else wrote into the file: it is looked
through before it is believed. A kill leaves it laid aside, a power cut that or an older one.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.database_files import opened
from reader.foreign_json import JsonError, parsed
from reader.model.stamps import now
from reader.store import files
from reader.store.asking import scalars
from reader.system import write_whole

if TYPE_CHECKING:
    from reader.store.integrity.damage import Damage

WHOLE = 32 << 20  # bytes up to which a file is compared as a whole before it is opened
SUMMED = 2 << 30  # bytes up to which it is compared at all: a larger one beside whoever opened it
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Seal:
    """`sum` tells the bytes of a file that is not very large, `time` when it was last written, in nanoseconds;
    `checked` is when all of it was last found sound, empty for never. `rows` is what was counted when it was closed,
    `link` the last of the history (`reader.store.integrity.counted`)."""

    size: int
    sum: int
    time: int
    articles: int
    closed: str
    checked: str
    rows: Mapping[str, int] = field(default_factory=dict)
    link: str = ""
    library: str = ""  # its id: another library that was put in its place is not compared

    @property
    def day(self) -> str:
        return self.closed[:10]


def seal_of(path: Path) -> Path:
    """Return where the seal of a library is kept."""
    return path.with_name(path.name + ".seal")


def read(path: Path) -> Seal | None:
    """Return the seal of the library at `path`; None when there is none that can be understood."""
    return _read(seal_of(path))


def last(path: Path) -> Seal | None:
    """Return the seal, or the one that was laid aside when the library was opened to write."""
    return read(path) or _read(_aside(path))


def _aside(path: Path) -> Path:
    return path.with_name(path.name + ".unsealed")


def _read(note: Path) -> Seal | None:
    try:
        return Seal(**parsed(note.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, JsonError, TypeError):
        return None


def fits(path: Path, seal: Seal) -> bool:
    """Return whether the file is as it was sealed, as far as a quick look tells."""
    try:
        stands = path.stat()
        if stands.st_size != seal.size or _has_more(path):
            return False
        return _sum(path) == seal.sum if stands.st_size <= WHOLE else stands.st_mtime_ns == seal.time
    except OSError:
        return False


def put(path: Path, checked: datetime | str) -> None:
    """Seal a library that is closed and was found sound; nothing where more of it stands beside the file, or the folder
    cannot be written."""
    when = checked if isinstance(checked, str) else checked.isoformat()
    try:
        if _has_more(path):
            return
        from reader.store.integrity.counted import counted, last_link

        with closing(files.connect(path, readonly=True)) as found:
            articles = int(scalars(found, "SELECT count(*) FROM article WHERE state <> 'trashed'")[0])
            rows, link, library = counted(found), last_link(found), _id(found)
        stands = path.stat()
        total = _sum_of(path, stands)
        made = Seal(stands.st_size, total, stands.st_mtime_ns, articles, now().isoformat(), when, rows, link, library)
        write_whole(seal_of(path), json.dumps(asdict(made)).encode())
        os.chmod(seal_of(path), 0o600)
        _aside(path).unlink(missing_ok=True)
    except (OSError, sqlite3.Error):
        return  # without a seal it is looked through at the next opening


def is_as_sealed(path: Path, seal: Seal, stop: Callable[[], bool]) -> bool:
    """Return whether the bytes of a large file are those that were sealed: about half a second for a gigabyte. Nothing
    is said of one that was written since; `stop` ends it."""
    if not seal.sum or path.stat().st_mtime_ns != seal.time:
        return True
    total = _sum(path, stop)
    return total == seal.sum or stop()


def _sum_of(path: Path, stands: os.stat_result) -> int:
    """The sum of a file; that which is known, where it was not written since."""
    known = _read(_aside(path))
    if known is not None and known.sum and (known.size, known.time) == (stands.st_size, stands.st_mtime_ns):
        return known.sum
    return _sum(path) if stands.st_size <= SUMMED else 0


def differing(path: Path, sealed: Seal) -> list[Damage]:
    """Return what the tables lack that was there when it was sealed; nothing may have been written since."""
    from reader.store.integrity.counted import differing as counts_differing
    from reader.store.integrity.examining import lenient

    def told() -> Iterator[Damage]:
        with closing(lenient(path)) as found:
            if _id(found) == sealed.library:
                yield from counts_differing(found, sealed.rows, sealed.link, sealed.day)

    try:
        return list(told()) if sealed.rows else []
    except sqlite3.Error:  # a check says what cannot be read
        return []


def _id(found: sqlite3.Connection) -> str:
    return str(next(iter(scalars(found, "SELECT value FROM setting WHERE key = 'library id'")), ""))


def take_off(path: Path) -> None:
    """The library is about to be written: what was last known of it is kept beside."""
    with contextlib.suppress(FileNotFoundError):
        os.replace(seal_of(path), _aside(path))


def forget(path: Path) -> None:
    """Remove what is known of the library that was here."""
    for note in (seal_of(path), _aside(path)):
        note.unlink(missing_ok=True)


def _has_more(path: Path) -> bool:
    """Whether commits stand beside the file that are not in it yet."""
    more = path.with_name(path.name + "-wal")
    return more.exists() and more.stat().st_size > 0


def _sum(path: Path, stop: Callable[[], bool] = lambda: False) -> int:
    total = 0
    with opened(path) as file:
        while (piece := file.read(_PIECE)) and not stop():
            total = zlib.crc32(piece, total)
    return total
