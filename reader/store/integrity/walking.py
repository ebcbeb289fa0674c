"""All rows of a table, also of a damaged file: what cannot be read is stepped over, and named by the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from reader.store.asking import scalars

_PROBES = 20_000  # numbers tried one by one behind a place that cannot be read


def walk(connection: sqlite3.Connection, table: str, columns: str) -> Iterator[Sequence[Any]]:
    """Yield the rows of a table in the order of their numbers, as the columns that are asked for."""
    last, probes = -(1 << 62), 0
    top = _top(connection, table)
    while True:
        read = connection.cursor()
        read.row_factory = None
        try:
            wanted = f"SELECT _rowid_, {columns} FROM {table} NOT INDEXED WHERE _rowid_ > ? ORDER BY _rowid_"
            for number, *cells in read.execute(wanted, (last,)):
                if number <= last:  # pages that lead back to themselves give rows without end
                    raise sqlite3.DatabaseError("rows that go round in a circle")
                last = number
                yield cells
            return
        except sqlite3.DatabaseError as error:
            _raise_when_over(error)
            last = max(last, 0)
            found = None
            while found is None and last < top and probes < _PROBES:
                last, probes = last + 1, probes + 1
                found = _one(connection, table, columns, last)
            if found is None:
                return
            yield found


def _one(connection: sqlite3.Connection, table: str, columns: str, number: int) -> Sequence[Any] | None:
    read = connection.cursor()
    read.row_factory = None
    try:
        found = read.execute(f"SELECT {columns} FROM {table} NOT INDEXED WHERE _rowid_ = ?", (number,)).fetchone()
    except sqlite3.DatabaseError as error:
        _raise_when_over(error)
        return None
    return found if found is None else tuple(found)


def _raise_when_over(error: sqlite3.Error) -> None:
    """The time that a question had is up, or it was stopped: there is nothing to step over."""
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
        raise error


def _top(connection: sqlite3.Connection, table: str) -> int:
    for wanted in (f"SELECT max(_rowid_) FROM {table}", f"SELECT count(*) * 2 + 100 FROM {table}"):
        try:
            return int(scalars(connection, wanted)[0] or 0)
        except sqlite3.DatabaseError as error:
            _raise_when_over(error)
            continue
    return _PROBES


def ids_by_index(connection: sqlite3.Connection, table: str) -> set[str]:
    """Return the ids of all rows as the index of ids knows them; none when that cannot be read."""
    try:
        found = scalars(connection, f"SELECT id FROM {table} INDEXED BY sqlite_autoindex_{table}_1")
        return {str(id) for id in found}  # a damaged one may be a number
    except sqlite3.DatabaseError:
        return set()
