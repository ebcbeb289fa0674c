"""A library written anew: encrypted by a key, or plain. It is compared with the old one before it takes its place."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from pathlib import Path

from reader.errors import LibraryError
from reader.store import driver, files
from reader.system import hold, part_name, sync, sync_folder
from reader.system_reasons import reason_of


def convert(source: Path, target: Path, key: bytes | None) -> None:
    """Write what `source` holds to `target`, encrypted by `key` or, for None, plain; which may be the same file, and
    nobody else may have it open. After a kill the old one or the new one is there, whole. Raises `LibraryError`."""
    passing = target.with_name(part_name())
    try:
        files.make_private(passing)
        with open(passing, "r+b") as written:
            hold(written.fileno())
            _write(source, passing, key)
            sync(written)
            _compare(source, passing, key)
        _settle(target)
        os.replace(passing, target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError("{0} was not written: {1}", target, reason_of(error)) from error
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            passing.with_name(passing.name + suffix).unlink(missing_ok=True)


def _as_it_is(source: Path) -> sqlite3.Connection:
    return driver.keyed(source, driver.key_of(source), files.sqlite_uri(source.absolute(), "rw"))


def _write(source: Path, passing: Path, key: bytes | None) -> None:
    with contextlib.closing(_as_it_is(source)) as found:
        numbers = [(n, found.execute(f"PRAGMA {n}").fetchone()[0]) for n in ("application_id", "user_version")]
        word = driver.key_word(key) if key is not None else "''"
        found.execute(f"ATTACH ? AS made KEY {word}", (files.sqlite_uri(passing.absolute(), "rw"),))
        found.execute("PRAGMA made.synchronous=OFF")
        found.execute("SELECT sqlcipher_export('made')").fetchall()
        for name, number in numbers:
            found.execute(f"PRAGMA made.{name}={int(number)}")
        found.execute("DETACH made")


def _compare(source: Path, passing: Path, key: bytes | None) -> None:
    with (
        contextlib.closing(_as_it_is(source)) as old,
        contextlib.closing(driver.keyed(passing, key)) as new,
    ):
        if _sum(old) != _sum(new):
            raise LibraryError("what was written of {0} is not what it holds; nothing was replaced", source)
        new.text_factory = str
        problem = new.execute("PRAGMA integrity_check").fetchone()[0]
    if problem != "ok":
        raise LibraryError("{0} is damaged: {1}", source, str(problem))


def _sum(found: sqlite3.Connection) -> str:
    """All that the tables hold, and the tables themselves; but for how the indexes are filled, which is noted again."""
    whole = hashlib.blake2b(digest_size=32)
    found.text_factory = bytes  # what is no text is compared, too
    names = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    names = f"{names} AND name NOT LIKE 'sqlite_stat%' ORDER BY name"
    for name, made in found.execute(names).fetchall():
        whole.update(name + made)
        by = "1" if b"WITHOUT ROWID" in made.upper() else "rowid"
        for row in found.execute(f'SELECT {by}, * FROM "{name.decode()}" ORDER BY 1'):
            whole.update(repr(row).encode())
    others = "SELECT type, name, sql FROM sqlite_master WHERE type <> 'table' OR sql LIKE 'CREATE V%' ORDER BY 1, 2"
    whole.update(repr(found.execute(others).fetchall()).encode())
    for name in ("application_id", "user_version"):
        whole.update(repr(found.execute(f"PRAGMA {name}").fetchone()).encode())
    return whole.hexdigest()


def _settle(target: Path) -> None:
    """No log of what stands there may be left beside what takes its place."""
    if target.exists() and target.stat().st_size:
        with contextlib.closing(files.connect(target, readonly=False)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            old.execute("PRAGMA journal_mode=DELETE")
