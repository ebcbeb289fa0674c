"""The backups that are whole, the newest first, read and brought up to date beside the library while they are used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.errors import LibraryError
from reader.local_time import local_time
from reader.store import upgrade
from reader.store.backups.listing import Backup
from reader.store.integrity.healing import SoundBackup
from reader.store.restoring import Restored, backups_here

_MOST = 8  # that are read for one library: each is a whole one


class SoundBackups:
    """Gives the backups of a library that can be read whole, each read when it is asked for.

    They are passing files beside the library: a kill leaves some that the next start removes.
    """

    def __init__(self, library: Path) -> None:
        self._library = library
        self._read: list[Restored] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for read in self._read:
            read.discard()

    def __iter__(self) -> Iterator[SoundBackup]:
        here = (one for one in reversed(backups_here(self._library)) if not one.replaced and one.damage is None)
        return islice(filter(None, map(self._whole, here)), _MOST)

    def _whole(self, backup: Backup) -> SoundBackup | None:
        try:
            read = Restored(self._library, backup.path)
        except (LibraryError, OSError):  # damaged: an older one may be whole
            return None
        self._read.append(read)
        try:
            upgrade.bring_up_to_date(read.path)
        except (LibraryError, sqlite3.Error):
            return None
        return SoundBackup(f"{local_time(backup.made):%Y-%m-%d %H:%M}", read.path)
