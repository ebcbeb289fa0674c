"""Making a library's tables, and bringing an older library to today's.

An upgrade never touches the library itself: it takes a backup, migrates a copy with Alembic, checks the copy
and renames it over the library. A kill at any moment leaves the old one or the new one.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine

from reader.errors import LibraryError
from reader.model.labels import BUILTIN
from reader.store import files, mapping, schema

MIGRATIONS = Path(__file__).parent / "migrations"


def create(engine: Engine) -> None:
    """All tables, the search indexes and the built-in labels, in one transaction."""
    with engine.begin() as connection:
        create_tables(connection)
        connection.execute(schema.label.insert(), [mapping.label_row(x) for x in BUILTIN])
        stamp(connection, files.SCHEMA)


def create_tables(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    for statement in schema.SEARCH:
        connection.exec_driver_sql(statement)


def stamp(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={files.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={int(number)}")


def upgrade(path: Path, *, scripts: Path = MIGRATIONS, target: int = files.SCHEMA) -> Path:
    """Bring the library at `path` to schema `target`; returns the backup made before. Raises `LibraryError`."""
    start = files.version(path)
    saved = files.backup(path)
    copy = path.with_name(path.name + ".upgrading")
    copy.unlink(missing_ok=True)
    files.backup(path, copy)
    try:
        _migrate(copy, scripts, start)
        _check(copy, target)
    except Exception as error:  # edge of the job: whatever a migration raises, the library stays as it was
        copy.unlink(missing_ok=True)
        raise LibraryError(f"{path} could not be upgraded and was left as it is (backup: {saved}): {error}") from error
    _swap(copy, path)
    return saved


def _migrate(copy: Path, scripts: Path, start: int) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("sqlalchemy.url", f"sqlite:///{copy}".replace("%", "%%"))
    command.stamp(config, f"{start:04d}")
    command.upgrade(config, "head")


def _check(copy: Path, target: int) -> None:
    with contextlib.closing(sqlite3.connect(copy)) as found:
        problem = found.execute("PRAGMA integrity_check").fetchone()[0]
        loose = found.execute("PRAGMA foreign_key_check").fetchall()
        found.execute(f"PRAGMA user_version={int(target)}")
    if problem != "ok" or loose:
        raise LibraryError(f"the upgraded copy is not sound: {problem} {loose[:3]}")


def _swap(copy: Path, path: Path) -> None:
    with contextlib.closing(files.connect(path, readonly=False)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        old.execute("PRAGMA journal_mode=DELETE")  # no -wal may be left beside the new file
    with open(copy, "rb") as written:
        os.fsync(written.fileno())
    os.replace(copy, path)
    files.sync_folder(path.parent)
