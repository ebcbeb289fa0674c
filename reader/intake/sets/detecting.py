"""Which format a file is in; of one that is no set, what it is and by which door it comes in."""

from __future__ import annotations

from pathlib import Path

from reader.cleaning.no_pages import is_no_page
from reader.errors import SetError, TilikError
from reader.exchange.importers import SET_IMPORTERS, SetImporter, detect
from reader.exchange.importers.importer import head
from reader.messages import Message
from reader.sources import page_of

_LARGEST = 1 << 26  # bytes that are looked at to say what a file is


def detect_set(path: Path, format: str = "") -> SetImporter:
    """Return the importer of a file. Raises `SetError` that says what the file is when it is no set
    that Tilik knows."""
    try:
        return detect(path, format)
    except SetError as error:
        if format or not path.is_file() or not 0 < path.stat().st_size <= _LARGEST:
            raise
        head(path)  # what cannot be read at all is told as it is
        raise SetError("{0}; {1}", error.message, _what_it_is(path)) from error


def is_set(path: Path) -> bool:
    """Return whether a file is a set by what is in it, whatever its name."""
    try:
        first = head(path)
    except SetError:
        return False
    return any(importer.knows(path, first) for importer in SET_IMPORTERS)


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
