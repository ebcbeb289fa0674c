"""What ought to be here as the history tells it: whoever takes a row out behind the library's back leaves its step.

A step that is done says what it made; the last one that speaks of a thing says whether it is still there. Old steps
that were let go of say nothing, and neither does what stands before a step that is damaged itself.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from reader.edits import Entity
from reader.model.kinds import TYPES, kind_name
from reader.model.steps import DONE
from reader.store.asking import chunks, places, scalars
from reader.store.damaged import WRONG
from reader.store.integrity import digests
from reader.store.integrity.digests import STEP, digest
from reader.store.pieces import pieces

_DONE = f"SELECT number, digest, {', '.join(STEP)} FROM change WHERE state = ? ORDER BY turn DESC"
_SWAPS = STEP.index("swaps")
_NAMES = ("title", "quote", "name", "text", "kind")
Things = dict[type[Entity], dict[str, dict[str, Any]]]  # of each kind the ids, and what is known of each


def expected(connection: sqlite3.Connection) -> Things:
    """Return the ids of all things that the history says are here; with each what the step knows of it."""
    found: Things = {kind: {} for kind in digests.KINDS_KEPT}
    seen: set[tuple[str, str]] = set()
    for kind, id, told in _told(connection):
        if (kind, id) in seen:
            continue
        seen.add((kind, id))
        if told is not None:
            found[TYPES[kind]][id] = told
    return found


def missing(connection: sqlite3.Connection) -> Iterator[tuple[type[Entity], str, dict[str, Any]]]:
    """Yield what the history says is here and is not."""
    for kind, told in expected(connection).items():
        for some in chunks(sorted(told)):
            held = set(scalars(connection, f"SELECT id FROM {kind_name(kind)} WHERE id IN {places(some)}", some))
            for id in some:
                if id not in held:
                    yield kind, id, told[id]


def name_of(told: Mapping[str, Any]) -> str:
    """Return what a thing is called that only the history knows; empty where it does not."""
    return next((str(told[name]) for name in _NAMES if told.get(name)), "")


def _told(connection: sqlite3.Connection) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    """What the steps that are done say of things, the last first: their kind and id, and what became of them."""
    read = connection.cursor()
    read.row_factory = None
    for number, had, *cells in read.execute(_DONE, (DONE,)):
        if str(had)[: digests.HEX] != digest(tuple(cells)):
            return
        for before, after in reversed(json.loads(cells[_SWAPS])):
            kind, body = after or before
            values = {} if isinstance(body, str) else body
            yield kind, body if isinstance(body, str) else body["id"], values if after else None
        yield from _brought(connection, number)


def _brought(connection: sqlite3.Connection, number: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What an import brought; nothing where that cannot be read."""
    with contextlib.suppress(*WRONG):
        for piece in pieces(connection, number):
            yield from ((kind_name(piece.kind), id, {}) for id in piece.ids)
