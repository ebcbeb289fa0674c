"""SQLite's drivers, which only this room names: `sqlite3` for a plain library, sqlcipher3 for an encrypted one.

An encrypted library begins with 16 bytes that say so: SQLCipher's salt, which a random key of 256 bits does not need to
be another one each time, and which need not be whole, since it is given with the key. The keys are held here, for as
long as the process lives, by the file that they open; a copy of that file is opened by the same key.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reader.database_files import ENCRYPTED, PLAIN, head, is_encrypted_head
from reader.errors import LibraryError

if TYPE_CHECKING:
    from types import ModuleType

_NO_DATABASE = 26
_held: dict[str, bytes] = {}
_known: dict[tuple[str, int, int], bool] = {}  # whether a file is encrypted, by its name, device and number
_guard = threading.Lock()


def is_encrypted(path: Path) -> bool:
    """Return whether the file at `path` is an encrypted library, as its first bytes say."""
    return is_encrypted_head(_head(path))


def is_locked(path: Path) -> bool:
    """Return whether the file at `path` is encrypted and nobody gave this process a key for it."""
    return is_encrypted(path) and key_of(path) is None


def hold(path: Path, key: bytes) -> None:
    """Open the library at `path`, and each copy of it, by this key from now on."""
    with _guard:
        _held[os.path.realpath(path)] = key


def hold_for_copy(copy: Path, of: Path) -> None:
    """Let the file at `copy`, which is made of the library `of`, be encrypted by the same key, if that is."""
    if (key := key_of(of)) is not None:
        hold(copy, key)


def look_again(path: Path) -> None:
    """Forget the key of a library in whose place a plain one stands now. Nobody may have it open."""
    if os.path.realpath(path) in _held and _head(path) == PLAIN:
        let_go(path)


def let_go(path: Path) -> None:
    """Forget the key of the library at `path`."""
    with _guard:
        _held.pop(os.path.realpath(path), None)


def key_of(path: Path) -> bytes | None:
    """Return the key for the file at `path`; None for a plain one, and where no key is held that opens it.

    A file that is empty yet becomes an encrypted one where a key is held for its name.
    """
    if not _held:
        return None
    with _guard:
        own = _held.get(os.path.realpath(path))
    return own if own is not None else _of_a_copy(path)


def _of_a_copy(path: Path) -> bytes | None:
    """The key for a file that no key is held for. It is looked into once."""
    try:
        stands = os.stat(path)
    except OSError:
        return None
    if not stands.st_size:
        return None
    with _guard:
        all_held = set(_held.values())
        known = _known.get(named := (os.path.realpath(path), stands.st_dev, stands.st_ino))
    if known is None:
        begins = _head(path)
        known = is_encrypted_head(begins)
        if begins == PLAIN or known:
            with _guard:
                _known[named] = known
    if not known:
        return None
    return next((key for key in all_held if opens(path, key)), None)


def opens(path: Path, key: bytes) -> bool:
    """Return whether `key` is that of the encrypted file at `path`."""
    try:
        found = keyed(path, key)
        try:
            found.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            found.close()
    except sqlite3.Error as error:  # whatever else it may be, the first page was read by it
        return getattr(error, "sqlite_errorcode", _NO_DATABASE) != _NO_DATABASE
    return True


def connect(path: Path, address: str = "", *, like: Path | None = None, **more: Any) -> sqlite3.Connection:
    """Return a connection to the file at `path`, by the URI `address` if there is one.

    `like`: a library that the file, which is empty, is made of: of an encrypted one it is encrypted by the same key.
    """
    key = key_of(like if like is not None else path)
    more.setdefault("isolation_level", None)
    if key is None:
        plain: sqlite3.Connection = sqlite3.connect(address or path, uri=bool(address), **more)
        return plain
    return keyed(path, key, address, **more)


def keyed(path: Path, key: bytes | None, address: str = "", **more: Any) -> sqlite3.Connection:
    """Return a connection of sqlcipher3 that opens, or makes, the file by `key`; None: a plain file."""
    found: sqlite3.Connection = ciphered().connect(address or path, uri=bool(address), **more)
    try:
        found.execute("PRAGMA cipher_log_level=NONE")  # it writes on stderr what it raises anyway
        if key is not None:
            found.execute(f"PRAGMA key={key_word(key)}")
    except BaseException:
        found.close()
        raise
    return found


def reviving(path: Path, make: Callable[[], sqlite3.Connection]) -> sqlite3.Connection:
    """Return a connection made by `make` to the file at `path` that reads on behind damaged pages."""
    if key_of(path) is None:
        return make()
    return cast(sqlite3.Connection, ciphered().Reviving(make))


def damaged_pages(connection: sqlite3.Connection) -> list[str]:
    """Return the pages of an encrypted file that are not as they were written, in words; of a plain one none."""
    if isinstance(connection, sqlite3.Connection):
        return []
    return [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]


def is_broken(connection: sqlite3.Connection) -> bool:
    """Return whether it may refuse whatever it is asked from now on, because a page was damaged."""
    return bool(getattr(connection, "broken", False))


def key_word(key: bytes) -> str:
    """Return the key as a statement names it: as it is, so that nothing is derived from it, with the salt."""
    return f"\"x'{(key + ENCRYPTED).hex()}'\""


def ciphered() -> ModuleType:
    """Return the driver for encrypted files. Raises `LibraryError` where it is not installed."""
    try:
        from reader.store import ciphered as found
    except ImportError as error:
        raise LibraryError(
            "an encrypted library needs the packages of tilik[encryption]: pip install 'tilik[encryption]'"
        ) from error
    return found


def _head(path: Path) -> bytes:
    """The first bytes of a file; a pipe, which would wait for whoever writes into it, has none."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return b""
        return head(path)
    except OSError:
        return b""
