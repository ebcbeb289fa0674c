"""What is deleted for good deleted from the library's backups too: each is written anew beside itself, then renamed."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import LibraryError
from reader.messages import Words
from reader.model.erasing import Erasure
from reader.model.steps import Emptied
from reader.store import files
from reader.store.writer import Writer
from reader.system import sync, sync_folder
from reader.system_reasons import reason_of


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A backup, and how much was deleted from it; `refused` says why it still is as it was."""

    path: Path
    done: Emptied | None = None
    refused: Words = ""


def erase_in_backups(library: Path, wanted: Erasure) -> Iterator[Rewritten]:
    """Delete from each backup of the library, the oldest first; one that holds nothing of it is left as it is."""
    for path in files.backups(library):
        try:
            yield Rewritten(path, rewrite(path, wanted))
        except LibraryError as error:
            yield Rewritten(path, refused=error.message)


def rewrite(backup: Path, wanted: Erasure) -> Emptied:
    """Delete from one backup; a kill leaves the old one or the new one. It is as it was when this raises
    `LibraryError`."""
    if files.version(backup) != files.SCHEMA:
        raise LibraryError(
            "{0} was made by an older Tilik and was left as it is; it may still hold what you deleted", backup
        )
    passing = backup.with_name(f".tilik-{os.urandom(16).hex()}.part")
    try:
        files.copy_to(backup, passing)
        done = _erase(passing, wanted)
        if done:
            with open(passing, "r+b") as written:
                sync(written)
            os.replace(passing, backup)
            sync_folder(backup.parent)
        return done
    except OSError as error:
        raise LibraryError("{0} was not written: {1}", backup, reason_of(error)) from error
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            passing.with_name(passing.name + suffix).unlink(missing_ok=True)


def _erase(copy: Path, wanted: Erasure) -> Emptied:
    """A backup is one file: no WAL may be left beside it."""
    writer = Writer(copy, threading.RLock(), lambda change: None)
    try:
        done = writer.erase(wanted)
        plain = writer.engine.raw_connection()
        plain.cursor().execute("PRAGMA journal_mode=DELETE").fetchall()
        problem = plain.cursor().execute("PRAGMA quick_check").fetchone()[0]
        plain.close()
    finally:
        writer.close()
    if problem != "ok":
        raise LibraryError("{0} is damaged, no backup was made: {1}", copy, problem)
    return done
