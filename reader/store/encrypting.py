"""A library encrypted, or written plain again; and the plain copies of it that are still there."""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.database_files import is_encrypted_head
from reader.errors import LibraryError
from reader.messages import Message
from reader.store import converting, driver, files, key_files, opening, passphrases
from reader.store.backing_up import back_up, still_needed
from reader.store.backups import leftovers, manifest
from reader.store.backups.listing import is_kept_damaged
from reader.store.backups.packs import Packs
from reader.store.integrity import seal
from reader.store.lock import Lock
from reader.store.restoring import backups_here
from reader.store.upgrade import remove_copy
from reader.system import sync_folder
from reader.system_reasons import reason_of

_TESTED = 2  # words that a person is asked for


class Encrypting:
    """What encrypts a library: made first, so that its recovery words can be shown and asked for, then carried out.

    Nothing is written before `carry_out`. Raises `LibraryError` where the packages are missing or the library is
    encrypted already.
    """

    def __init__(self, library: Path, passphrase: str) -> None:
        self._library = opening.real(library)
        driver.ciphered()
        if driver.is_encrypted(self._library):
            raise LibraryError("{0} is encrypted already", self._library)
        self._key, self._file, self.recovery = passphrases.new_key(passphrase)

    def asked(self) -> list[tuple[int, str]]:
        """Return the recovery words, with their number from 1, that a person is to type again."""
        words = list(enumerate(self.recovery.split("-"), 1))
        return sorted(secrets.SystemRandom().sample(words, _TESTED))

    def carry_out(self) -> list[Message]:
        """Encrypt the library, and back it up; what a person should know. It may be open nowhere. After a kill the
        plain library or the encrypted one is there, whole. Raises `LockedError`, `LibraryError`."""
        path = self._library
        lock = Lock(path)
        try:
            _refuse_unsound(path)
            key_files.begin(path, self._key, self._file)
            for left_by_a_kill in (".upgrading", ".healing"):
                remove_copy(path.with_name(path.name + left_by_a_kill))
            with _sealed_again(path):
                converting.convert(path, path, self._key)
                driver.hold(path, self._key)
                return _backed_up(path)
        except OSError as error:
            raise LibraryError("{0} was not written: {1}", path, reason_of(error)) from error
        finally:
            lock.release()


def _backed_up(path: Path) -> list[Message]:
    """That no backup can be made is told: the library is encrypted all the same."""
    try:
        return list(back_up(path, "encrypt").warnings)
    except LibraryError as error:
        return [error.message]


def decrypt(library: Path) -> None:
    """Write the library plain again; its key must be held. Its backups and key files stay. Raises `LockedError`,
    `LibraryError`."""
    path = opening.real(library)
    if not driver.is_encrypted(path):
        raise LibraryError("{0} is not encrypted", path)
    files.refuse_locked(path, path)
    lock = Lock(path)
    try:
        _refuse_unsound(path)
        with _sealed_again(path):
            converting.convert(path, path, None)
            driver.let_go(path)
        with contextlib.suppress(OSError):  # the backups have copies of it
            key_files.beside(path).unlink()
            sync_folder(path.parent)
    finally:
        lock.release()


@contextlib.contextmanager
def _sealed_again(path: Path) -> Iterator[None]:
    """What is written anew was compared with the old one: it is as sound as that was."""
    known = seal.read(path)
    fits = known is not None and seal.fits(path, known)
    seal.take_off(path)
    yield
    if known is not None and fits:
        seal.put(path, known.checked)


def _refuse_unsound(path: Path) -> None:
    """A damaged library is healed first: what cannot be read cannot be written anew."""
    if files.version(path) != files.SCHEMA:
        raise LibraryError("{0} was made by an older Tilik; it must be upgraded, which needs to write", path)
    opening.refuse_foreign(path)
    try:
        with contextlib.closing(files.connect(path, readonly=True)) as found:
            problem = found.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise LibraryError("{0} is damaged: {1}", path, reason_of(error)) from error
    if problem != "ok":
        raise LibraryError("{0} is damaged: {1}", path, str(problem))


@dataclass(frozen=True, slots=True)
class PlainCopy:
    """A copy of the library that is not encrypted; `why` says what it is."""

    path: Path
    why: Message


def plain_copies(library: Path) -> Iterator[PlainCopy]:
    """Yield what of the library, which is encrypted, still stands unencrypted beside it and at its second place."""
    real = opening.real(library)
    for one in backups_here(real):
        if is_kept_damaged(real, one.path):
            continue
        if one.number and one.damage is None and _is_plain(one.path):
            yield PlainCopy(one.path, Message("a backup of {0}", f"{one.made:%Y-%m-%d %H:%M}"))
        elif not one.number and not driver.is_encrypted(one.path):
            yield PlainCopy(one.path, Message("a library that a backup took the place of" if one.replaced
                                              else "a backup of an older Tilik"))  # fmt: skip
    for kept in sorted(real.parent.glob(f"{real.name}.damaged-*")):
        if not driver.is_encrypted(kept) and not kept.name.endswith(("-wal", "-shm")):
            yield PlainCopy(kept, Message("a damaged library that was kept when it was healed"))


def said(library: Path) -> list[Message]:
    """Return that the library is encrypted, and how many copies of it are not."""
    copies = list(plain_copies(library))
    if not copies:
        return [Message("the library is encrypted, and so are its backups")]
    places = sorted({str(one.path.parent) for one in copies})
    return [Message("the library is encrypted; {0} copies of it are not, in {1}", len(copies), ", ".join(places))]


def _is_plain(backup: Path) -> bool:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError), Packs(backup.parent) as packs:
        first = packs.read(next(manifest.read(backup).names()))
        return first is not None and not is_encrypted_head(first)
    return False


def remove_plain(library: Path, copies: Sequence[PlainCopy]) -> list[Message]:
    """Remove these plain copies; what could not be removed, in words. Pieces that an encrypted backup needs stay."""
    failures = []
    for file in (one.path for one in copies if one.path.is_file()):
        try:
            for suffix in ("", "-wal", "-shm", "-journal"):
                file.with_name(file.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            failures.append(Message("{0} was not removed: {1}", file, reason_of(error)))
    for folder in sorted({one.path.parent for one in copies if one.path.is_dir()}):
        try:
            with leftovers.alone(folder), Packs(folder) as packs:
                for one in (one.path for one in copies if one.path.parent == folder):
                    manifest.remove(one)
                numbers = manifest.numbers(folder)
                damaged = packs.drop_all_but(still_needed(folder), max(numbers, default=0), strictly=True)
            failures += [Message("{0} is damaged and was left as it is", pack) for pack in damaged]
        except LibraryError as error:
            failures.append(error.message)
        except OSError as error:
            failures.append(Message("{0} was not removed: {1}", folder, reason_of(error)))
    return failures


def has_packages() -> bool:
    """Return whether encrypted libraries can be made and opened here."""
    try:
        driver.ciphered()
    except LibraryError:
        return False
    return True
