"""Healing as it is called: the lock held, a whole file made, indexed and checked, then in the damaged one's place."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reader.errors import LibraryError
from reader.store import files, opening, upgrade
from reader.store.lock import Lock
from reader.store.sound_backup import SoundBackups
from reader.store.truth import healing, seal
from reader.store.truth.from_original import Clean
from reader.store.truth.healing import Remedy


@dataclass(frozen=True, slots=True)
class Healed:
    """What was done, and where the damaged file is kept."""

    remedies: tuple[Remedy, ...]
    kept: Path


def plan(path: Path, clean: Clean | None = None) -> list[Remedy]:
    """Return what healing the library would do, thing by thing. Nothing is changed. `clean` makes a text of a page."""
    path = opening.real(path)
    with SoundBackups(path) as backups:
        return healing.remedies(path, backups, clean)


def heal(path: Path, only: frozenset[str] | None = None, clean: Clean | None = None) -> Healed:
    """Put a healed library in the place of the damaged one, which is kept. `only`: just the things of these ids are
    taken from elsewhere. Raises `LibraryError`; the library is as it was then."""
    path = opening.real(path)
    lock = Lock(path)
    made = path.with_name(path.name + ".healing")
    try:
        _remove(made)
        done = _make(path, made, only, clean)
        kept = healing.take_place(made, path)
        seal.take_off(path)
    finally:
        with contextlib.suppress(OSError):
            _remove(made)
        lock.release()
    return Healed(tuple(done), kept)


def copy_clean(path: Path, target: Path) -> list[Remedy]:
    """Make a clean library at `target` of the rows of another, whatever else that holds. Raises `LibraryError`."""
    if target.exists():
        raise LibraryError("{0} is there already", target)
    return _make(opening.real(path), target, None)


def _make(path: Path, into: Path, only: frozenset[str] | None, clean: Clean | None = None) -> list[Remedy]:
    try:
        files.make_private(into)
        upgrade.create(into)
        with SoundBackups(path) as backups:
            done = healing.write_healed(path, into, only, backups, clean)
        with closing(sqlite3.connect(into, isolation_level=None)) as found:
            upgrade.index_anew(found)
            problem = found.execute("PRAGMA integrity_check").fetchone()[0]
            found.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            found.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise LibraryError("{0} could not be healed and was left as it is: {1}", path, str(error)) from error
    if problem != "ok":
        raise LibraryError("{0} could not be healed and was left as it is: {1}", path, str(problem))
    return done


def _remove(made: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        made.with_name(made.name + suffix).unlink(missing_ok=True)
