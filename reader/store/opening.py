"""What is asked of a library's file before it is opened: which file it is, whether one was here, what is not ours."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from reader.errors import ForeignError, GoneError
from reader.messages import Message
from reader.store import files
from reader.store.truth import seal
from reader.store.truth.foreign import foreign_names


def real(path: Path) -> Path:
    """Return the file that a link leads to: lock, log, backups and upgrades belong beside that."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def refuse_gone(path: Path) -> None:
    """Raise `GoneError` where no library stands, or an empty file, and traces say that there was one."""
    with contextlib.suppress(OSError):
        if path.exists() and path.stat().st_size:
            return
    sealed, kept = seal.read(path), files.backups(path)
    if sealed is None and not kept:
        return
    was = Message("the library {0} is not there any more", path)
    if path.exists():
        was = Message("the library {0} is empty now", path)
    if sealed is not None:
        was = Message("{0}; it was here on {1} with {2} articles", was, sealed.day, sealed.articles)
    if kept:
        was = Message("{0}. The newest backup is {1}", was, kept[-1])
    raise GoneError("{0}. Nothing was made in its place: put it back, name another one, or begin a new one", was)


def begin_new(path: Path) -> None:
    """Let a new library be made where one was: the traces of the old one are renamed, and nothing is removed."""
    files.set_aside(path)
    seal.take_off(path)


def refuse_foreign(path: Path) -> None:
    """Raise `ForeignError` when something in the library was not made by us. Nothing of it is carried out."""
    with contextlib.closing(files.connect(path, readonly=True)) as found:
        names = foreign_names(found)
    if names:
        raise ForeignError(
            "{0} holds what no Tilik put there ({1}); it was not opened."
            " tilik check --copy makes a clean library of it",
            path, ", ".join(names[:5]),
        )  # fmt: skip


def is_owed(path: Path) -> bool:
    """Return whether the library is to be looked through before it is believed: it was not closed in order, or is not
    as it was then."""
    found = seal.read(path)
    return found is None or not seal.fits(path, found)
