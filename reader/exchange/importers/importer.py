"""What every set importer is: a name, a look at the first bytes, and a reader that goes through the file once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers import door
from reader.messages import Message
from reader.model.dataset import Problem
from reader.model.pages import Original, Picture
from reader.system_reasons import complaint, reason_of

BOM = b"\xef\xbb\xbf"
GLANCE = 1 << 16


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article as its file has it (see `reader.exchange.records`): plain values, nothing of it looked at.

    `ours` says that Tilik wrote it, so that its ids are ours. `place` is where it stands. A record that is no
    `is_article` brings only what belongs to none: labels, claims, links between articles. One that `follows` counts
    only where its article, or one before it, is here: a table without texts says nothing to another library.
    """

    record: Mapping[str, Any]
    place: Message | None = None
    ours: bool = False
    is_article: bool = True
    follows: bool = False


def _nothing(_id: str) -> None:
    """Most formats carry no bytes."""
    return None


@dataclass(frozen=True, slots=True)
class SetFile:
    """A file that is being read: its format, its name, and what is in it, once from front to back.

    An item is read when it is asked for; `SetError` ends the whole. `original` and `picture` give bytes that a package
    carries.
    """

    path: Path
    format: str
    items: Iterator[RawDocument | Problem]
    sender: str = ""
    original: Callable[[str], Original | None] = _nothing
    picture: Callable[[str], Picture | None] = _nothing

    @property
    def name(self) -> str:
        """The name by which a set is known that has none of its own."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class SetImporter:
    """One format. `knows(path, head)` looks at the file; `head` is its first bytes, without a byte order mark.

    `read(path)` opens the file: plain records, and a `Problem` for whatever could not be read; it raises `SetError`
    when the file as a whole cannot be. Ids, units, texts and what is here already are the core's: `reader.intake.sets`.
    Nothing is fetched.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    knows: Callable[[Path, bytes], bool]
    read: Callable[[Path], SetFile]


class UndecodedError(SetError):
    """A set is not UTF-8; `reason` says why without the file and the line."""

    def __init__(self, path: Path, line: int, error: UnicodeDecodeError) -> None:
        self.reason = Message("not UTF-8 text ({0} at byte {1})", complaint(error.reason), error.start)
        super().__init__("{0}: line {1}: {2}", path, line, self.reason)


def head(path: Path) -> bytes:
    """Return the first bytes of a file, without its byte order mark. Raises `SetError` when it cannot be read, is
    empty, or is UTF-16."""
    try:
        with door.opened(path) as file:
            raw = file.read(GLANCE)
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SetError("{0}: its text is UTF-16; save it as UTF-8", path)
    found = raw.removeprefix(BOM).lstrip()
    if not found:
        raise SetError("{0} is empty", path)
    return found


def is_newer(version: str, known: int) -> bool:
    """Return whether a set names a later major version of its format than the one we know, or none that is a number.

    What a later minor version adds is kept as it is.
    """
    major = version.partition(".")[0]
    return not major.isdecimal() or len(major) > 9 or int(major) > known


def decoded(path: Path, raw: bytes, line: int = 0) -> str:
    """UTF-8 text. Raises `SetError` with the place where it stops being that."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        at = line or raw.count(b"\n", 0, error.start) + 1
        raise UndecodedError(path, at, error) from error
