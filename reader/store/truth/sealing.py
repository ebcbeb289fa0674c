"""Digests written beside rows: of some that were changed by a bare statement, or of all when a library is upgraded."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from reader.edits import Entity
from reader.model.kinds import kind_name
from reader.store.asking import chunks, scalars
from reader.store.truth import chain, digests

_PIECE = 500


def seal(connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str]) -> None:
    """Write the digests of these rows as they stand, in the transaction in which they were changed."""
    for some in chunks(ids):
        found = [(ought, id) for id, had, ought in digests.stored(connection, kind, some) if had != ought]
        connection.executemany(f"UPDATE {kind_name(kind)} SET digest = ? WHERE id = ?", found)


def seal_all(connection: sqlite3.Connection, told: Callable[[int, int], object]) -> None:
    """Write the digests of all rows and the chain of the log; `told` hears how many rows of how many are done."""
    total = sum(scalars(connection, f"SELECT count(*) FROM {kind_name(kind)}")[0] for kind in digests.KINDS_KEPT)
    done = 0
    for kind in digests.KINDS_KEPT:
        ids = scalars(connection, f"SELECT id FROM {kind_name(kind)}")
        for start in range(0, len(ids), _PIECE):
            some = ids[start : start + _PIECE]
            seal(connection, kind, some)
            done += len(some)
            told(done, total)
    chain.seal_steps(connection)


def is_sealed(connection: sqlite3.Connection) -> bool:
    """Return whether the rows have digests: a library that was brought up to date has none until `seal_all`."""
    return not scalars(connection, "SELECT 1 FROM label WHERE digest = '' LIMIT 1")
