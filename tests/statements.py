"""What SQLite is asked by a library: every statement, as it runs, with its values."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from unittest.mock import patch

from reader.store.connections import ReadConnections
from reader.store.engine import driver
from reader.store.library import Library


def write_connection(library: Library) -> sqlite3.Connection:
    """Return the connection that the library writes by."""
    with library._write().engine.connect() as connection:
        return driver(connection)


@contextmanager
def each_connection(library: Library, prepare: Callable[[sqlite3.Connection], object]) -> Iterator[None]:
    """Call `prepare` with every connection before it is used, those for reading and the one that writes."""
    taken = ReadConnections._take

    def take(connections: ReadConnections) -> sqlite3.Connection:
        found = taken(connections)
        prepare(found)
        return found

    if not library.readonly:
        prepare(write_connection(library))
    with patch.object(ReadConnections, "_take", take):
        yield


@contextmanager
def recorded(library: Library) -> Iterator[list[str]]:
    """Give a list that grows by every statement of the library while the block runs, whatever thread asks."""
    asked: list[str] = []
    traced: list[sqlite3.Connection] = []

    def trace(connection: sqlite3.Connection) -> None:
        traced.append(connection)
        connection.set_trace_callback(asked.append)

    with each_connection(library, trace):
        yield asked
    for connection in traced:
        with suppress(sqlite3.ProgrammingError):  # closed meanwhile
            connection.set_trace_callback(None)


def plan(library: Library, statement: str) -> str:
    """Return how SQLite would answer a statement, a line a step."""
    with library._reading() as connection:
        return "\n".join(str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"))
