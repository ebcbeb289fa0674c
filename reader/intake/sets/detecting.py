"""Which format a file is in; of one that is no set, what it is and by which door it comes in."""

from __future__ import annotations

from pathlib import Path

from reader.cleaning.no_pages import is_no_page
from reader.errors import SetError, TilikError
from reader.exchange.confined import SetReader
from reader.exchange.importers import SET_IMPORTERS
from reader.exchange.importers.importer import SetFile, head
from reader.messages import Message
from reader.sources import page_of

_LARGEST = 1 << 26  # bytes that are looked at to say what a file is


def read_set(reader: SetReader, path: Path, format: str = "") -> SetFile:
    """Return a file that is being read as a set, in a process of its own. Raises `SetError` that says what the file is
    when it is no set that Tilik knows."""
    try:
        found = reader.format_of(path, format)
    except SetError as error:
        if format or not path.is_file() or not 0 < path.stat().st_size <= _LARGEST:
            raise
        head(path)  # what cannot be read at all is told as it is
        raise SetError("{0}; {1}", error.message, _what_it_is(path)) from error
    return reader.read(path, found)


def is_set(path: Path) -> bool:
    """Return whether a file of JSON is a set by what is in it, whatever its name.

    Its first bytes are looked at here, with Python's own reader of JSON; packages are looked at by `SetReader` alone.
    """
    try:
        first = head(path)
    except SetError:
        return False
    return first[:1] in (b"{", b"[") and any(importer.knows(path, first) for importer in SET_IMPORTERS)


def _what_it_is(path: Path) -> Message:
    try:
        found = is_no_page(page_of(path))
    except TilikError as error:
        return error.message
    if found is None:
        return Message("add it as a page with File > Add files, or with “tilik add”")
    if found.door is None or found.is_set:
        return Message("this is {0}", found.what)
    return Message("this is {0}; {1}", found.what, found.door)
