"""The engine that writes: one connection of SQLAlchemy, and the driver's own beneath it for what is done often."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from reader.store import files


def make_engine(path: Path) -> Engine:
    """Return an engine whose transactions take the right to write when they begin: two writers queue there instead of
    failing at their first write."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: files.connect(path, readonly=False),
        poolclass=StaticPool,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        driver(connection).execute("BEGIN IMMEDIATE")

    return engine


def driver(connection: Connection) -> sqlite3.Connection:
    """Return the connection of the driver beneath: what is done by it belongs to the same transaction."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)
