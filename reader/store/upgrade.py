"""Making a library's tables, and bringing an older library to today's.

An upgrade never touches the library itself: it takes a backup, migrates a copy with Alembic, checks the copy
and renames it over the library. A kill at any moment leaves the old one or the new one.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from reader.edits import Entity
from reader.errors import LibraryError, MessageError
from reader.model.labels import BUILTIN, Label
from reader.store import driver as drivers
from reader.store import files, looking, mapping, schema, search_index
from reader.store.backing_up import back_up
from reader.store.engine import driver, make_engine
from reader.store.integrity import sealing
from reader.system import sync, sync_folder
from reader.system_reasons import reason_of

MIGRATIONS = Path(__file__).parent / "migrations"


def create(path: Path) -> None:
    """All tables, the search indexes and the built-in labels, in one transaction."""
    engine = make_engine(path)
    try:
        with engine.begin() as connection:
            create_tables(connection)
            connection.execute(schema.label.insert(), [mapping.label_row(x) for x in BUILTIN])
            sealing.seal(driver(connection), Label, [x.id for x in BUILTIN])
            sealing.note_columns(driver(connection))
            search_index.stamp(driver(connection))
            stamp(connection, files.SCHEMA)
    except DBAPIError as error:
        raise LibraryError("{0} cannot be opened: {1}", path, reason_of(error.orig or error)) from error
    finally:
        engine.dispose()


def create_tables(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    for statement in (*schema.SEARCH, *schema.COUNTS):
        connection.exec_driver_sql(statement)


def stamp(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={files.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={int(number)}")


def upgrade(
    path: Path,
    *,
    scripts: Path = MIGRATIONS,
    target: int = files.SCHEMA,
    told: Callable[[int, int], object] | None = None,
) -> Path:
    """Bring the library at `path` to schema `target` and its search indexes to the words of today; the backup of what
    it held before. `told` hears how many rows of how many are indexed. Raises `LibraryError`, also what `told` raises.
    """
    copy, saved = path.with_name(path.name + ".upgrading"), "none"
    try:
        remove_copy(copy)
        files.copy_to(path, copy)
        backup = back_up(path, "upgrade", always=False).path
        saved = str(backup)
        bring_up_to_date(copy, scripts=scripts, target=target, told=told)
        _swap(copy, path)
    except Exception as error:  # edge of the job: whatever a migration raises, the library stays as it was
        with contextlib.suppress(OSError):  # the folder may not be writable any more
            remove_copy(copy)
        why = error.message if isinstance(error, MessageError) else str(error)
        raise LibraryError(
            "{0} could not be upgraded and was left as it is (backup: {1}): {2}", path, saved, why
        ) from error
    with contextlib.suppress(OSError):  # the rename is done; a power cut leaves the old library or the new one
        sync_folder(path.parent)
    return backup


def bring_up_to_date(
    copy: Path,
    *,
    scripts: Path = MIGRATIONS,
    target: int = files.SCHEMA,
    told: Callable[[int, int], object] | None = None,
) -> None:
    """Bring a library that nobody else uses to schema `target` and the words of today. It is worth nothing when this
    raises."""
    start = files.version(copy)
    damaged = _damaged(copy) if start < target else None
    _migrate(copy, scripts, start)
    _index(copy, told)
    if start < target:
        _seal(copy, told, damaged)
    _check(copy, target)


def remove_copy(copy: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)


def _migrate(copy: Path, scripts: Path, start: int) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["library"] = copy  # as a path: in SQLAlchemy's address a `?` would end its name
    command.stamp(config, f"{start:04d}")
    command.upgrade(config, "head")


def _index(copy: Path, told: Callable[[int, int], object] | None) -> None:
    """Fill the search indexes where they hold nothing, or words of another folding. The copy is not kept unless all of
    it succeeds, so nothing is gained by waiting for the disk."""
    with contextlib.closing(drivers.connect(copy)) as found:
        if looking.knows_words(found):
            return
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-100000"):
            found.execute(f"PRAGMA {pragma}")
        found.execute("BEGIN")
        search_index.make_anew(found, told or (lambda done, total: None))
        found.execute("COMMIT")


def index_anew(connection: sqlite3.Connection) -> None:
    """Fill the search indexes of a library that is open, whatever they hold."""
    connection.execute("BEGIN")
    search_index.make_anew(connection, lambda done, total: None)
    connection.execute("COMMIT")


def _damaged(copy: Path) -> Mapping[type[Entity], frozenset[str]] | None:
    with contextlib.closing(drivers.connect(copy)) as found:
        return sealing.damaged_before(found)


def _seal(
    copy: Path, told: Callable[[int, int], object] | None, damaged: Mapping[type[Entity], frozenset[str]] | None
) -> None:
    """Give each row the digest of what it is now; one that was damaged before stays so. Nothing is kept unless all of
    it succeeds."""
    with contextlib.closing(drivers.connect(copy)) as found:
        found.execute("PRAGMA synchronous=OFF")
        found.execute("BEGIN")
        sealing.seal_all(found, told or (lambda done, total: None), damaged)
        found.execute("COMMIT")


def _check(copy: Path, target: int) -> None:
    with contextlib.closing(drivers.connect(copy)) as found:
        problem = found.execute("PRAGMA integrity_check").fetchone()[0]
        loose = found.execute("PRAGMA foreign_key_check").fetchall()
        found.execute(f"PRAGMA user_version={int(target)}")
    if problem != "ok" or loose:
        raise LibraryError("the upgraded copy is not sound: {0}", f"{problem} {loose[:3]}")


def _swap(copy: Path, path: Path) -> None:
    with open(copy, "r+b") as written:
        sync(written)
    with contextlib.closing(files.connect(path, readonly=False)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        old.execute("PRAGMA journal_mode=DELETE")  # no -wal may be left beside the new file
    os.replace(copy, path)
