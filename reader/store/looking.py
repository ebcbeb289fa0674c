"""A look at a file before it is opened as a library: nothing is made or changed, not even a lock beside it."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from reader.errors import LibraryError, MissingLibraryError
from reader.store import files
from reader.store.asking import scalars
from reader.text.folding_version import is_of_today

INDEX = "search index"  # the setting that says which words the search indexes hold


def is_older(path: Path) -> bool:
    """Return whether the library at `path` is brought up to date when it is opened.

    Raises `MissingLibraryError` when nothing is there, `LibraryError` for what is no library or cannot be read, and
    `NewerLibraryError` for one of a later Tilik.
    """
    if not path.exists():
        raise MissingLibraryError("there is no library at {0}", path)
    if not path.is_file():
        raise LibraryError("{0} is no Tilik library; it was left as it is", path)
    number = files.version(path)
    if number == 0:  # an empty file, which `Library.open` would make a library of
        raise LibraryError("{0} is no Tilik library; it was left as it is", path)
    return number < files.SCHEMA


def has_words_of_today(path: Path) -> bool:
    """Return whether the search indexes of the library at `path`, which is of today's schema, hold words as they are
    folded today; if not they are made anew when it is opened."""
    with contextlib.closing(files.bounded(files.connect(path, readonly=True))) as found:
        return knows_words(found)


def knows_words(connection: sqlite3.Connection) -> bool:
    """Return the same of a library that is open."""
    return any(map(is_of_today, scalars(connection, "SELECT value FROM setting WHERE key = ?", (INDEX,))))
