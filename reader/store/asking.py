"""Questions to SQLite in few words: rows by name, one column, variables for `IN`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

CHUNK = 500  # ids asked for at once: older SQLites take 999 variables


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def places(values: Sequence[object]) -> str:
    """Return the variables of a statement for `IN`, with their brackets."""
    return _places(len(values))


@lru_cache(maxsize=CHUNK)
def _places(count: int) -> str:
    return f"({','.join('?' * count)})"


def different(connection: sqlite3.Connection, table: str, column: str) -> list[Any]:
    """Return the different values of an indexed column, in order: one step over the index for each, however many rows
    have it. Source: https://wiki.postgresql.org/wiki/Loose_indexscan."""
    return scalars(
        connection,
        f"WITH RECURSIVE known(value) AS (SELECT min({column}) FROM {table} UNION ALL SELECT (SELECT min({column})"
        f" FROM {table} WHERE {column} > value) FROM known WHERE value IS NOT NULL)"
        " SELECT value FROM known WHERE value IS NOT NULL",
    )


def rows(connection: sqlite3.Connection, statement: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
    """Return all rows of a question, by name."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(statement, values).fetchall()


def scalars(connection: sqlite3.Connection, statement: str, values: Sequence[object] = ()) -> list[Any]:
    """Return the first column of all rows of a question."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return [row[0] for row in cursor.execute(statement, values)]
