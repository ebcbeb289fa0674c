"""Digests written beside rows: of some that were changed by a bare statement, or of all when a library is upgraded."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.edits import Entity
from reader.foreign_json import parsed
from reader.model.kinds import kind_name
from reader.store.asking import chunks, scalars
from reader.store.integrity import chain, digests
from reader.store.whole_rows import MEMBERS

_PIECE = 500
COLUMNS = "columns of digests"  # the setting


def seal(connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str]) -> None:
    """Write the digests of these rows as they stand, in the transaction in which they were changed."""
    for some in chunks(ids):
        found = [(ought, id) for id, had, ought in digests.stored(connection, kind, some) if had != ought]
        connection.executemany(f"UPDATE {kind_name(kind)} SET digest = ? WHERE id = ?", found)


def seal_all(
    connection: sqlite3.Connection,
    told: Callable[[int, int], object],
    damaged: Mapping[type[Entity], frozenset[str]] | None = None,
) -> None:
    """Write the digests of all rows and the chain of the log; `told` hears how many rows of how many are done.

    `damaged`, as `damaged_before` tells it: rows that stay damaged, of a library whose log has its chain.
    """
    total = sum(scalars(connection, f"SELECT count(*) FROM {kind_name(kind)}")[0] for kind in digests.KINDS_KEPT)
    done = 0
    for kind in digests.KINDS_KEPT:
        ids = scalars(connection, f"SELECT id FROM {kind_name(kind)}")
        for start in range(0, len(ids), _PIECE):
            some = ids[start : start + _PIECE]
            seal(connection, kind, [id for id in some if damaged is None or id not in damaged.get(kind, ())])
            done += len(some)
            told(done, total)
    if damaged is None:
        chain.seal_steps(connection)
    note_columns(connection)


def note_columns(connection: sqlite3.Connection) -> None:
    """Note in the library of which columns its digests are made: a later Tilik may know more of them."""
    noted = json.dumps({kind_name(kind): digests.columns(kind) for kind in digests.KINDS_KEPT})
    connection.execute("INSERT OR REPLACE INTO setting(key, value) VALUES (?, ?)", (COLUMNS, noted))


def damaged_before(connection: sqlite3.Connection) -> Mapping[type[Entity], frozenset[str]] | None:
    """Return the rows that are not as their digests say, before the library is brought up to date: afterwards their
    digests are made anew, of other columns. None where there are no digests yet."""
    if "digest" not in _columns_of(connection, "label"):
        return None
    noted = parsed(next(iter(scalars(connection, "SELECT value FROM setting WHERE key = ?", (COLUMNS,))), "{}"))
    return {kind: frozenset(_damaged(connection, kind, noted.get(kind_name(kind)))) for kind in digests.KINDS_KEPT}


def _damaged(connection: sqlite3.Connection, kind: type[Entity], noted: Sequence[str] | None) -> Iterator[str]:
    table = kind_name(kind)
    there = _columns_of(connection, table)
    names = noted or [name for name in digests.columns(kind) if name in there or name == MEMBERS]
    for some in chunks(scalars(connection, f"SELECT id FROM {table}")):
        for id, had, ought in digests.stored(connection, kind, some, names):
            if had != ought:
                yield id


def _columns_of(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    return frozenset(map(str, scalars(connection, "SELECT name FROM pragma_table_info(?)", (table,))))
