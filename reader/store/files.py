"""The library as a file: made private, recognised, copied whole, opened with the right switches."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import sys
import time
from pathlib import Path, PurePath, PureWindowsPath
from urllib.parse import quote_from_bytes

from reader.errors import EncryptedError, LibraryError, NewerLibraryError
from reader.messages import Message
from reader.store import driver
from reader.store.location import on_network
from reader.system import hold, part_name, sync, sync_folder
from reader.system_reasons import is_full, reason_of
from reader.targets import objection

SCHEMA = 8  # PRAGMA user_version; each migration raises it by one
APPLICATION_ID = 0x54494C4B  # "TILK", PRAGMA application_id
SECONDS = 20.0  # for all that is asked of a file before it is known to be a library of ours
_STEPS = 20_000  # of SQLite between two looks at the clock


def make_private(path: Path) -> None:
    """Create the folder (0700) and the empty file (0600) before SQLite does, which would make it 0644."""
    try:
        for folder in [one for one in (*reversed(path.parents),) if not one.exists()]:
            folder.mkdir(mode=0o700, exist_ok=True)  # `parents=True` would make the others as the umask has it
            sync_folder(folder.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        sync_folder(path.parent)
    except OSError as error:
        raise LibraryError("{0} cannot be made: {1}", path, reason_of(error)) from error


def is_writable(path: Path) -> bool:
    """False for a file whose owner took its write permission away, root or not."""
    if not path.exists():
        return True
    return bool(path.stat().st_mode & stat.S_IWUSR) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def sqlite_uri(path: PurePath, mode: str) -> str:
    """Return the URI by which SQLite opens the absolute `path`, on a Windows share (`//host/share`) too.

    `Path.as_uri` names the host of a share where SQLite accepts none. A path that begins with `\\\\?\\` keeps its
    backslashes, because Windows takes such a path literally. See https://sqlite.org/uri.html.
    """
    name = str(path)
    if not isinstance(path, PureWindowsPath):
        start = "file://"
    elif name.startswith(("\\\\?\\", "\\\\.\\")):
        start = "file:"
    else:
        start, name = "file://" if path.drive.startswith("\\\\") else "file:///", path.as_posix()
    return f"{start}{quote_from_bytes(os.fsencode(name), safe='/:')}?mode={mode}"


def connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    """Return a bare connection: WAL and synchronous=FULL for writers, `mode=ro` for readers.

    FULL, because NORMAL loses acknowledged saves when the power goes (measured in 131 of 204 simulated cuts). Where
    the file is no library, it is closed again before the error is raised: Windows would keep it in use.
    """
    if path.exists() and not path.is_file():
        raise sqlite3.OperationalError("it is no file")  # SQLite would wait for whoever writes into a pipe
    uri = sqlite_uri(path.absolute(), "ro" if readonly else "rw")
    found = driver.connect(path, uri, timeout=10, check_same_thread=False)
    with contextlib.ExitStack() as on_error:
        on_error.callback(found.close)
        try:
            _configure(found, readonly=readonly, networked=not readonly and on_network(path.absolute().parent))
        except UnicodeDecodeError as error:  # what SQLite says of a damaged name is no text either
            raise sqlite3.DatabaseError("malformed database schema") from error
        on_error.pop_all()
    return found


def _configure(found: sqlite3.Connection, *, readonly: bool, networked: bool) -> None:
    found.create_function("casefold", 1, str.casefold, deterministic=True)  # SQLite's own `lower` knows ASCII only
    found.execute("PRAGMA foreign_keys=ON")
    found.execute("PRAGMA trusted_schema=OFF")
    found.execute("PRAGMA cell_size_check=ON")
    if sys.version_info >= (3, 12) and isinstance(found, sqlite3.Connection):  # no earlier Python can ask for it
        found.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    found.execute("PRAGMA cache_size=-16000")
    if not readonly:
        # On a drive of the network the shared memory of WAL is not safe; a journal is, and EXTRA loses no commit there.
        found.execute(f"PRAGMA journal_mode={'DELETE' if networked else 'WAL'}")
        found.execute(f"PRAGMA synchronous={'EXTRA' if networked else 'FULL'}")
        # Only macOS knows a difference: there an ordinary sync leaves a commit in the drive's cache.
        found.execute("PRAGMA fullfsync=1")
        found.execute("PRAGMA checkpoint_fullfsync=1")


def bounded(found: sqlite3.Connection, seconds: float = SECONDS) -> sqlite3.Connection:
    """Let a connection work so long and no longer: what a stranger put into a file could be asked for ever. SQLite
    says "interrupted" then."""
    end = time.monotonic() + seconds
    found.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    return found


def version(path: Path) -> int:
    """Return the library's schema number; 0 for a new, empty file.

    Raises `LibraryError` for a damaged file or one that is no library, `NewerLibraryError` for one of a later Tilik.
    """
    try:
        with contextlib.closing(bounded(connect(path, readonly=True))) as found:
            number = int(found.execute("PRAGMA user_version").fetchone()[0])
            owner = found.execute("PRAGMA application_id").fetchone()[0]
            tables = found.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except (sqlite3.Error, UnicodeDecodeError) as error:  # a damaged name is in the words of the error
        raise _unreadable(path, error) from error
    if tables and owner != APPLICATION_ID:
        raise LibraryError("{0} is a database, but not a Tilik library; it was left as it is", path)
    if number > SCHEMA:
        raise NewerLibraryError(
            "{0} was made by a newer Tilik (schema {1}, this one knows {2}); it was left as it is", path, number, SCHEMA
        )
    return number


def refuse_locked(path: Path, named: Path) -> None:
    """Raise `EncryptedError` for `named` when the file at `path`, which holds it, is encrypted and no key is held."""
    if driver.is_locked(path):
        raise EncryptedError("{0} is encrypted: its passphrase or its recovery words open it", named)


def _unreadable(path: Path, error: sqlite3.Error | UnicodeDecodeError) -> LibraryError:
    refuse_locked(path, path)
    from reader.store.backups.listing import last_whole  # no first paint needs it

    last, why = last_whole(path), reason_of(error)
    if last is None:
        return LibraryError("{0} cannot be read as a library: {1}. There is no backup beside it", path, why)
    return LibraryError("{0} cannot be read as a library: {1}. The last backup is {2}", path, why, last.path)


def copy_out(path: Path, target: Path, *, overwrite: bool = False) -> Path:
    """Write a whole copy as a plain library file at `target`, checked, synced and renamed; a copied file is none (74 of
    100 did not open).

    A file at `target` is replaced when `overwrite` says so and it is no library. Raises `LibraryError`.
    """
    if reason := objection(target, overwrite=overwrite):
        raise LibraryError("{0} was not written: {1}", target, reason)
    if not target.absolute().parent.is_dir():  # a disk that is not there is not made up for by a folder
        raise LibraryError("{0} was not written: {1}", target, Message("No such file or directory"))
    copy_to(path, target)
    return target


def copy_to(path: Path, into: Path) -> None:
    """A whole, checked, private copy at `into`, in place of what stands there. Raises `LibraryError`."""
    passing = into.with_name(part_name())
    try:
        make_private(passing)
        with open(passing, "r+b") as written:
            hold(written.fileno())
            copy_pages(path, passing)
            sync(written)
        os.replace(passing, into)
        sync_folder(into.parent)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError("{0} was not written: {1}", into, reason_of(error)) from error
    finally:
        for suffix in ("", "-journal"):
            passing.with_name(passing.name + suffix).unlink(missing_ok=True)


def copy_pages(path: Path, into: Path, *, synced: bool = True, raw: bool = False) -> None:
    """Copy one moment of the library by SQLite into the empty file `into`, and look whether the copy is sound.

    Raises `LibraryError` for a library that is damaged, `sqlite3.Error` and `OSError`. Not `synced`: the copy is
    read at once and need not outlive a power cut. `raw`: of an encrypted library byte for byte where that can be, for
    which what stands in its WAL is brought into its file.
    """
    if raw and driver.key_of(path) is not None:
        from reader.store.raw_copy import copy_raw  # no plain library needs it

        raw = copy_raw(path, into, lambda library, readonly: connect(library, readonly=readonly))
    else:
        raw = False
    with contextlib.closing(driver.connect(into, like=path)) as copy:
        copy.execute(f"PRAGMA synchronous={'FULL' if synced else 'OFF'}")
        if not raw:
            with contextlib.closing(connect(path, readonly=True)) as source:
                source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        problem = copy.execute("PRAGMA quick_check").fetchone()[0]
    if problem != "ok":
        raise LibraryError("{0} is damaged, no backup was made: {1}", path, problem)


def readable(path: Path) -> Path:
    """`path`, or a private copy of it where SQLite cannot read beside it.

    A WAL library on a read-only disk needs files that cannot be made there; `immutable=1` would skip what
    stands in the WAL, so the library and its WAL are copied to a temporary folder and read from there.
    """
    try:
        with contextlib.closing(connect(path, readonly=True)) as found:
            found.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return path
    except sqlite3.OperationalError as error:
        if "unable to open" not in str(error) and "readonly" not in str(error) and not is_full(error):
            raise LibraryError("{0} cannot be read: {1}", path, reason_of(error)) from error
        import shutil
        import tempfile

        try:
            folder = Path(tempfile.mkdtemp(prefix="tilik-"))
            for suffix in ("", "-wal"):
                if Path(f"{path}{suffix}").exists():
                    shutil.copyfile(f"{path}{suffix}", folder / f"{path.name}{suffix}")
        except OSError as refused:
            raise LibraryError(
                "{0} cannot be read: {1}, and a copy to read from could not be made: {2}",
                path, reason_of(error), reason_of(refused),
            ) from refused  # fmt: skip
        return folder / path.name
    except sqlite3.DatabaseError as error:
        raise _unreadable(path, error) from error
