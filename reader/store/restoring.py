"""Putting a backup back: read whole, checked, and renamed over the library, which is kept beside under another name."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
from pathlib import Path
from typing import BinaryIO

from reader.errors import LibraryError, NewerLibraryError
from reader.inputs import why_no_file
from reader.messages import Message
from reader.store import driver, files, identity
from reader.store.backups import listing, manifest
from reader.store.backups.packs import Packs
from reader.store.integrity import seal
from reader.store.lock import Lock
from reader.system import hold, part_name, sync, sync_folder
from reader.system_reasons import reason_of

_BESIDE = ("-wal", "-shm", "-journal")


class Restored:
    """A backup read whole into a passing file beside the library, and checked. `discard` or `settle` ends it."""

    def __init__(self, library: Path, backup: Path) -> None:
        """Read `backup`, a folder of ours or a plain library file. Raises `LibraryError` that names what is damaged."""
        if os.path.lexists(backup) and (why := why_no_file(backup, folder=True)) is not None:
            raise LibraryError("{0}", why)
        self.library, self.backup = Path(os.path.realpath(library)), backup
        self.path = self.library.with_name(part_name())
        try:
            files.make_private(self.path)
            with open(self.path, "r+b") as file:
                hold(file.fileno())
                if _has_more(backup):
                    files.copy_pages(backup, self.path)
                else:
                    read_whole(backup, file)
                sync(file)
            files.refuse_locked(self.path, backup)
            _check(self.path, backup, damaged=listing.is_kept_damaged(self.library, backup))
        except BaseException as error:
            self.discard()
            if isinstance(error, OSError | sqlite3.Error):
                raise LibraryError("{0} could not be read whole: {1}", backup, reason_of(error)) from error
            raise

    def discard(self) -> None:
        """Remove what was read."""
        for suffix in ("", *_BESIDE):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def settle(self) -> Path | None:
        """Put it in the library's place; where that is kept now, or None when there was none.

        At every moment the old library or the new one stands under its name. Raises `LockedError` while another Tilik
        has the library, `LibraryError`; the library is as it was then.
        """
        lock: Lock | None = None
        try:
            lock = Lock(self.library)
            self._fit_key()
            kept = _keep(self.library) if self.library.exists() else None
            seal.take_off(self.library)  # what was counted of the other one says nothing of this one
            os.replace(self.path, self.library)
            _drop_beside(self.library)
            sync_folder(self.library.parent)
            return kept
        except OSError as error:
            raise LibraryError("{0} was not replaced: {1}", self.library, reason_of(error)) from error
        finally:
            if lock is not None:
                lock.release()
            self.discard()

    def _fit_key(self) -> None:
        """What takes the place of an encrypted library is encrypted by its key; one that is encrypted already gets its
        key file beside it."""
        if driver.is_encrypted(self.path):
            from reader.store import key_files

            key_files.put_beside(self.library, self.path)
        elif driver.is_encrypted(self.library):
            from reader.store.converting import convert

            files.refuse_locked(self.library, self.library)
            convert(self.path, self.path, driver.key_of(self.library))


def backups_here(library: Path) -> list[listing.Backup]:
    """Return the backups of the library at `library`, sound or damaged or gone, oldest first."""
    id, second = identity.settings_of(Path(os.path.realpath(library)), identity.ID, identity.SECOND)
    return listing.backups_of(library, id, second)


def _has_more(backup: Path) -> bool:
    """Whether a plain file's newest pages stand beside it: it is a library that was kept with its -wal."""
    return backup.is_file() and any(backup.with_name(backup.name + suffix).exists() for suffix in _BESIDE)


def read_whole(backup: Path, into: BinaryIO) -> None:
    """Write the library that `backup` holds into `into`, each piece as its digest says.

    Raises `LibraryError`, `OSError`.
    """
    if not backup.is_dir():
        if not backup.exists():
            raise LibraryError("{0} is no backup of a library", backup)
        with open(backup, "rb") as file:
            shutil.copyfileobj(file, into, 1 << 20)
        return
    try:
        found = manifest.read(backup)
    except (ValueError, KeyError, TypeError, FileNotFoundError) as error:
        raise LibraryError("{0} is damaged: {1}", backup, "its list of pieces") from error
    with Packs(_packs_of(backup, found)) as packs:
        whole = hashlib.blake2b(digest_size=32)
        for number, name in enumerate(found.names(), 1):
            data = packs.read(name)
            if data is None:
                raise _damaged(backup, packs.place(name), number, len(found.pieces) // len(name))
            whole.update(data)
            into.write(data)
    if whole.hexdigest() != found.whole or into.tell() != found.size:
        raise LibraryError("{0} is damaged: {1}", backup, Message("its pieces are not the library that was backed up"))


def _damaged(backup: Path, pack: Path | None, number: int, count: int) -> LibraryError:
    if pack is None:
        return LibraryError("{0} is damaged: piece {1} of {2} is missing", backup, number, count)
    return LibraryError("{0} is damaged: piece {1} of {2}, in {3}", backup, number, count, pack)


def _packs_of(backup: Path, found: manifest.Manifest) -> Path:
    """The folder of its packs: where it lies, or, of one that was copied elsewhere, where it was made."""
    beside = Path(os.path.realpath(backup)).parent
    made = Path(found.origin).parent / listing.FOLDER / found.library
    return beside if any(beside.glob("*.pack")) or not made.is_dir() else made


def _check(path: Path, backup: Path, *, damaged: bool) -> None:
    """Whether it is a library of ours, of this Tilik or an older one, and sound as SQLite sees it; or `damaged` as it
    was when it was healed, which is put back only by whoever takes that back."""
    try:
        address = files.sqlite_uri(path, "ro") + "&immutable=1"
        with contextlib.closing(driver.connect(path, address)) as found:
            owner, schema = (found.execute(f"PRAGMA {x}").fetchone()[0] for x in ("application_id", "user_version"))
            problem = "ok" if damaged else found.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise LibraryError("{0} is damaged: {1}", backup, reason_of(error)) from error
    if owner != files.APPLICATION_ID or not schema:
        raise LibraryError("{0} is no backup of a library", backup)
    if schema > files.SCHEMA:
        raise NewerLibraryError("{0} was made by a newer Tilik; the library was left as it is", backup)
    if problem != "ok":
        raise LibraryError("{0} is damaged: {1}", backup, str(problem))


def _keep(library: Path) -> Path:
    """Give the library that is replaced a second name, with what still stands in its -wal; none is beside it then."""
    kept = listing.free_replaced_name(library)
    if not _settled(library):
        for suffix in _BESIDE:
            beside = library.with_name(library.name + suffix)
            if suffix != "-shm" and beside.exists():
                _second_name(beside, kept.with_name(kept.name + suffix))
    _second_name(library, kept)
    sync_folder(library.parent)
    _drop_beside(library)
    return kept


def _settled(library: Path) -> bool:
    """Whether all that was acknowledged stands in the file alone. A damaged one is left as it is, with its -wal."""
    if not library.with_name(library.name + "-wal").exists():
        return not library.with_name(library.name + "-journal").exists()
    try:
        if not _is_sound(library):
            return False
        with contextlib.closing(files.connect(library, readonly=False)) as old:
            return bool(old.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    except sqlite3.Error:
        return False


def _is_sound(library: Path) -> bool:
    """Looked at without writing: the connection that is closed last would play the -wal in if it could write."""
    with contextlib.ExitStack() as open_ones:
        with contextlib.closing(files.connect(library, readonly=False)):  # makes the -shm where there is none
            found = open_ones.enter_context(contextlib.closing(files.connect(library, readonly=True)))
            found.execute("PRAGMA user_version").fetchone()
        return bool(found.execute("PRAGMA quick_check").fetchone()[0] == "ok")


def _second_name(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except OSError:  # a disk without second names
        passing = name.with_name(part_name())
        try:
            files.make_private(passing)
            with open(path, "rb") as old, open(passing, "r+b") as new:
                hold(new.fileno())
                shutil.copyfileobj(old, new, 1 << 20)
                sync(new)
            os.replace(passing, name)
        finally:
            passing.unlink(missing_ok=True)


def _drop_beside(library: Path) -> None:
    for suffix in _BESIDE:
        library.with_name(library.name + suffix).unlink(missing_ok=True)
