"""What every set importer is: a name, a look at the first bytes, and a reader of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import SetError
from reader.messages import Message
from reader.model.dataset import Document, Problem
from reader.model.labels import Label
from reader.system_reasons import complaint, reason_of

BOM = b"\xef\xbb\xbf"
GLANCE = 1 << 16


@dataclass(frozen=True, slots=True)
class SetImporter:
    """One format. `knows(path, head)` looks at the file; `head` is its first bytes, without a byte order mark.

    `read(path)` gives each document, and a `Problem` for whatever could not be taken; it raises `SetError` when the
    file as a whole cannot be read. `labels(path)` gives the definitions of labels that the set brings.
    No link is given that leads to a mark which is not in the file. Nothing is fetched.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    knows: Callable[[Path, bytes], bool]
    read: Callable[[Path], Iterator[Document | Problem]]
    labels: Callable[[Path], tuple[Label, ...]]


class UndecodedError(SetError):
    """A set is not UTF-8; `reason` says why without the file and the line."""

    def __init__(self, path: Path, line: int, error: UnicodeDecodeError) -> None:
        self.reason = Message("not UTF-8 text ({0} at byte {1})", complaint(error.reason), error.start)
        super().__init__("{0}: line {1}: {2}", path, line, self.reason)


def head(path: Path) -> bytes:
    """Return the first bytes of a file, without its byte order mark. Raises `SetError` when it cannot be read or is
    empty."""
    try:
        with open(path, "rb") as file:
            found = file.read(GLANCE).removeprefix(BOM).lstrip()
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error
    if not found:
        raise SetError("{0} is empty", path)
    return found


def is_newer(version: str, known: int) -> bool:
    """Return whether a set names a later version of its format than the one we know, or none that is a number."""
    return not version.isdecimal() or len(version) > 9 or int(version) > known


def decoded(path: Path, raw: bytes, line: int = 0) -> str:
    """UTF-8 text. Raises `SetError` with the place where it stops being that."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        at = line or raw.count(b"\n", 0, error.start) + 1
        raise UndecodedError(path, at, error) from error
