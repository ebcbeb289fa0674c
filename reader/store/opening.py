"""What is asked of a library's file before it is opened: which file it is, whether one was here, what is not ours."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ForeignError, GoneError, LibraryError
from reader.inputs import why_no_file
from reader.messages import Message
from reader.store import files
from reader.store.integrity import seal
from reader.store.integrity.foreign import foreign_names
from reader.store.location import on_network
from reader.store.lock import Lock
from reader.store.looking import has_words_of_today

if TYPE_CHECKING:
    from reader.store.integrity.damage import Damage


def real(path: Path) -> Path:
    """Return the file that a link leads to: lock, log, backups and upgrades belong beside that."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def refuse_loose_link(path: Path) -> None:
    """Raise `GoneError` for a link that leads nowhere: the disk of the library is not there, and none is made in its
    place."""
    if path.is_symlink() and not path.exists():
        was = Message("{0} leads to {1}, which is not there", path, real(path))
        raise GoneError("{0}. Nothing was made in its place: put it back, name another one, or begin a new one", was)


def refuse_no_file(path: Path) -> None:
    """Raise `LibraryError` for a pipe or a device: to open it would wait for ever. A folder may be a backup."""
    if os.path.lexists(path) and (why := why_no_file(path, folder=True)) is not None:
        raise LibraryError("{0}", why)


def refuse_gone(path: Path) -> None:
    """Raise `GoneError` where no library stands, or an empty file, and traces say that there was one."""
    with contextlib.suppress(OSError):
        if path.exists() and path.stat().st_size:
            return
    from reader.store.backups.listing import last_whole  # no library that is there needs it

    sealed, kept = seal.last(path), last_whole(path)
    if sealed is None and kept is None and (path.exists() or not Lock.has_note(path)):
        return
    was = Message("the library {0} is not there any more", path)
    if path.exists():
        was = Message("the library {0} is empty now", path)
    if sealed is not None:
        was = Message("{0}; it was here on {1} with {2} articles", was, sealed.day, sealed.articles)
    elif kept is not None and kept.articles >= 0:
        was = Message("{0}; it was here on {1} with {2} articles", was, f"{kept.made:%Y-%m-%d}", kept.articles)
    if kept is not None:
        was = Message("{0}. The newest backup is {1}", was, kept.path)
    gone = GoneError("{0}. Nothing was made in its place: put it back, name another one, or begin a new one", was)
    if sealed is not None:
        gone.day, gone.articles = sealed.day, sealed.articles
    elif kept is not None and kept.articles >= 0:
        gone.day, gone.articles = f"{kept.made:%Y-%m-%d}", kept.articles
    gone.backup = kept.made if kept is not None else None
    raise gone


def begin_new(path: Path) -> None:
    """Make a new library where one was; its backups stay. Raises `LibraryError`."""
    from reader.store import upgrade

    files.make_private(path)
    lock = Lock(path)
    try:
        if files.version(path):
            raise LibraryError("{0} is there already", path)
        upgrade.create(path)
        seal.forget(path)
    finally:
        lock.release()


def refuse_foreign(path: Path) -> None:
    """Raise `ForeignError` when something in the library was not made by us. Nothing of it is carried out, and it is
    looked at for a bounded time."""
    with contextlib.closing(files.bounded(files.connect(path, readonly=True))) as found:
        names = foreign_names(found)
    if names:
        raise ForeignError(
            "{0} holds what no Tilik put there ({1}); it was not opened."
            " tilik check --copy makes a clean library of it",
            path, ", ".join(names[:5]),
        )  # fmt: skip


def bring_to_today(path: Path, number: int, told: Callable[[int, int], object] | None) -> bool:
    """Make the tables of a new library, whose schema is 0, or bring an older one up to date; return whether it was
    older. `told` hears how many rows of how many are indexed. Raises `LibraryError`."""
    older = 0 < number < files.SCHEMA or (bool(number) and not has_words_of_today(path))
    if number and not older:
        leave_log(path)
        return False
    from reader.store import upgrade  # SQLAlchemy and Alembic: nobody else waits for them

    if older:
        upgrade.upgrade(path, told=told)
    else:
        upgrade.create(path)
    return older


def leave_log(path: Path) -> None:
    """Let a library that was moved to a drive of the network do without a log beside it, before anybody reads: later
    its readers would be in the way of that."""
    if on_network(path.absolute().parent):
        files.connect(path, readonly=False).close()


def is_owed(path: Path) -> bool:
    """Return whether the library is to be looked through before it is believed: it was not closed in order, or is not
    as it was then."""
    found = seal.read(path)
    return found is None or not seal.fits(path, found)


def told_since(path: Path, place: Path, sealed: seal.Seal | None) -> list[Damage]:
    """Return what shows that something else wrote into the library, or a disk failed: what stands beside the file
    cannot be read, or tables hold less than when it was closed. `place` is where it is read."""
    from reader.store.integrity.beside_checked import damaged_beside  # no library that was closed in order needs it

    beside = damaged_beside(path) if place == path else []
    return beside + (seal.differing(place, sealed) if sealed is not None else [])
