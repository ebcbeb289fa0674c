"""Healing as it is called: the lock held, a whole file made, indexed and checked, then in the damaged one's place."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reader.errors import LibraryError
from reader.store import driver, files, key_files, opening, upgrade
from reader.store.backups import listing
from reader.store.foreign_rows import plain_copy
from reader.store.integrity import healing, seal
from reader.store.integrity.from_original import Clean
from reader.store.integrity.healing import Remedy, SoundBackup
from reader.store.lock import Lock
from reader.store.sound_backup import SoundBackups
from reader.system import sync, sync_folder
from reader.system_reasons import reason_of


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
        _begin(made, path)
        with SoundBackups(path) as backups:
            done = _make(path, made, only, backups, clean, named=path)
        kept = _take_place(made, path)
        seal.take_off(path)
    finally:
        with contextlib.suppress(OSError):
            _remove(made)
        driver.let_go(made)
        lock.release()
    return Healed(tuple(done), kept)


def copy_clean(path: Path, target: Path) -> list[Remedy]:
    """Make a clean library at `target` of the rows of another, whatever else that holds. Raises `LibraryError`.

    The other may be a stranger's: it is read in a process that reaches nothing, and nothing beside it is looked at, no
    backup above all.
    """
    if target.exists():
        raise LibraryError("{0} is there already", target)
    real = opening.real(path)
    try:
        _begin(target, real)
        if driver.key_of(real) is not None:  # it was opened by its passphrase: it is no stranger's
            done = _make(real, target, None, (), None, named=real)
            key_files.put_beside(target, real)
            return done
        with closing(sqlite3.connect(target)) as ours:
            tables = healing.taken(ours)
        with plain_copy(real, target, tables) as plain:
            return _make(plain, target, None, (), None, named=real)
    except BaseException:
        _remove(target)
        raise


def _begin(into: Path, like: Path) -> None:
    files.make_private(into)
    driver.hold_for_copy(into, like)
    upgrade.create(into)


def _make(
    path: Path,
    into: Path,
    only: frozenset[str] | None,
    backups: Iterable[SoundBackup],
    clean: Clean | None,
    *,
    named: Path,
) -> list[Remedy]:
    try:
        done = healing.write_healed(path, into, only, backups, clean)
        with closing(driver.connect(into)) as found:
            upgrade.index_anew(found)
            problem = found.execute("PRAGMA integrity_check").fetchone()[0]
            found.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            found.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise LibraryError("{0} could not be healed and was left as it is: {1}", named, str(error)) from error
    if problem != "ok":
        raise LibraryError("{0} could not be healed and was left as it is: {1}", named, str(problem))
    return done


def _take_place(healed: Path, path: Path) -> Path:
    """Put the healed file in the place of the damaged one; where that is kept."""
    kept = listing.free_damaged_name(path)
    try:
        with contextlib.suppress(sqlite3.Error), closing(files.connect(path, readonly=False)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            old.execute("PRAGMA journal_mode=DELETE")
        with contextlib.suppress(OSError):
            os.link(path, kept)
        if not kept.exists():
            shutil.copyfile(path, kept)
            os.chmod(kept, 0o600)
        for suffix in ("-wal", "-shm"):  # what could not be brought into the damaged file stays with that
            beside = path.with_name(path.name + suffix)
            if beside.exists():
                os.replace(beside, kept.with_name(kept.name + suffix))
        with open(healed, "r+b") as written:
            sync(written)
        os.replace(healed, path)
        sync_folder(path.parent)
    except OSError as error:
        raise LibraryError("{0} was not written: {1}", path, reason_of(error)) from error
    return kept


def _remove(made: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        made.with_name(made.name + suffix).unlink(missing_ok=True)
