"""What is deleted for good deleted from the backups too: each is written anew, and pieces that none needs go."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import LibraryError
from reader.messages import Message, Words
from reader.model.erasing import Erasure
from reader.model.steps import Emptied
from reader.store import files, identity, upgrade
from reader.store.backing_up import add_pieces, still_needed
from reader.store.backups import leftovers, listing, manifest
from reader.store.backups.packs import Packs
from reader.store.restoring import Restored, backups_here
from reader.store.writer import Writer
from reader.system import sync, sync_folder
from reader.system_reasons import reason_of


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A backup, and how much was deleted from it; `refused` says why it may still hold that."""

    path: Path
    done: Emptied | None = None
    refused: Words = ""


def erase_in_backups(library: Path, wanted: Erasure) -> Iterator[Rewritten]:
    """Delete from each backup of the library, wherever it lies, the oldest first; one that holds nothing of it is left
    as it is. A kill leaves each as it was or without it."""
    found = backups_here(library)
    for plain in (one for one in found if not one.number and not listing.is_kept_damaged(library, one.path)):
        yield _of_file(library, plain.path, wanted)
    for folder in sorted({one.path.parent for one in found if one.number}):
        try:
            with leftovers.alone(folder):
                yield from _in_folder(library, folder, wanted)
        except LibraryError as error:
            yield Rewritten(folder, refused=error.message)
        except OSError as error:
            yield Rewritten(folder, refused=Message("{0} was not written: {1}", folder, reason_of(error)))
    yield from _out_of_reach(library)


def _out_of_reach(library: Path) -> Iterator[Rewritten]:
    """A second place that is not there, and damaged libraries that were kept when they were healed."""
    real = Path(os.path.realpath(library))
    (second,) = identity.settings_of(real, identity.SECOND)
    if second and not (Path(second) / listing.SECOND).is_dir():
        said = Message("the second place of backups is not there: {0}; it may still hold what you deleted", second)
        yield Rewritten(Path(second), refused=said)
    for kept in sorted(real.parent.glob(f"{real.name}.damaged-*")):
        said = Message("{0} is damaged and was left as it is; it may still hold what you deleted", kept)
        yield Rewritten(kept, refused=said)


def _of_file(library: Path, backup: Path, wanted: Erasure) -> Rewritten:
    """A whole file: a backup of an older Tilik, or a library that another took the place of."""
    try:
        read = Restored(library, backup)
        try:
            done = _erase(read.path, wanted)
            if done:
                with open(read.path, "r+b") as written:
                    sync(written)
                os.replace(read.path, backup)
                for suffix in ("-wal", "-shm", "-journal"):
                    backup.with_name(backup.name + suffix).unlink(missing_ok=True)
                sync_folder(backup.parent)
            return Rewritten(backup, done)
        finally:
            read.discard()
    except OSError as error:
        return Rewritten(backup, refused=Message("{0} was not written: {1}", backup, reason_of(error)))
    except LibraryError as error:
        return Rewritten(backup, refused=error.message)


def _in_folder(library: Path, folder: Path, wanted: Erasure) -> Iterator[Rewritten]:
    """All backups of one folder, then the pieces that none of them needs any more."""
    with Packs(folder) as packs:
        numbers = manifest.numbers(folder)
        for number, backup in numbers.items():
            try:
                yield Rewritten(backup, _rewrite(library, backup, packs, number, wanted))
            except LibraryError as error:
                yield Rewritten(backup, refused=error.message)
        damaged = packs.drop_all_but(still_needed(folder), max(numbers, default=0), strictly=True)
    for pack in damaged:
        said = Message("{0} is damaged and was left as it is; it may still hold what you deleted", pack)
        yield Rewritten(pack, refused=said)


def _rewrite(library: Path, backup: Path, packs: Packs, number: int, wanted: Erasure) -> Emptied:
    read = Restored(library, backup)
    try:
        about, done = manifest.read(backup), _erase(read.path, wanted)
        if done:
            pieces, whole = add_pieces(read.path, packs, number, thorough=True)
            articles, marks = _counts(read.path)
            made = replace(about, size=read.path.stat().st_size, whole=whole, pieces=pieces, schema=files.SCHEMA)
            manifest.rewrite(backup, replace(made, articles=articles, marks=marks))
        return done
    finally:
        read.discard()


def _counts(path: Path) -> tuple[int, int]:
    with contextlib.closing(files.connect(path, readonly=True)) as found:
        articles, marks = (found.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("article", "annotation"))
    return int(articles), int(marks)


def _erase(copy: Path, wanted: Erasure) -> Emptied:
    """Delete from a file that nobody else uses, brought up to date before. No WAL may be left beside it."""
    try:
        upgrade.bring_up_to_date(copy)
        writer = Writer(copy, threading.RLock(), lambda change: None)
        try:
            done = writer.erase(wanted)
            plain = writer.engine.raw_connection()
            plain.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
            problem = plain.cursor().execute("PRAGMA quick_check").fetchone()[0]
            plain.close()
        finally:
            writer.close()
    except sqlite3.Error as error:
        raise LibraryError("{0} was not written: {1}", copy, reason_of(error)) from error
    if problem != "ok":
        raise LibraryError("{0} is damaged, no backup was made: {1}", copy, problem)
    return done
