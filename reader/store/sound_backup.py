"""The newest backup that is whole, read and brought up to date beside the library, for as long as it is needed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reader.errors import LibraryError
from reader.store import upgrade
from reader.store.restoring import Restored, backups_here
from reader.store.truth.healing import SoundBackup


@contextlib.contextmanager
def sound_backup(library: Path) -> Iterator[SoundBackup | None]:
    """Give the newest backup of the library that can be read whole; None when there is none.

    It is a passing file beside the library: a kill leaves one that the next start removes.
    """
    for backup in reversed(backups_here(library)):
        if backup.replaced or backup.damage is not None:
            continue
        try:
            read = Restored(library, backup.path)
        except (LibraryError, OSError):  # damaged: an older one may be whole
            continue
        try:
            upgrade.bring_up_to_date(read.path)
        except (LibraryError, sqlite3.Error):
            read.discard()
            continue
        try:
            yield SoundBackup(backup.path.name, read.path)
        finally:
            read.discard()
        return
    yield None
