"""A digest of each row that a person made or brought in, and how a row is read to be compared with it.

It is made of the same cells by which an import knows whether a row is still as it was brought. What changes by itself
stands behind it in plain words, so that no row is read to change that: whether a text is shown, the state and the turn
of a step.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any

from reader.edits import Entity
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.claims import KINDS
from reader.model.kinds import kind_name
from reader.model.labels import Label
from reader.model.pages import Original, Picture
from reader.store.asking import places, rows
from reader.store.mapping import dump
from reader.store.whole_rows import MEMBERS, Cells, form

HEX = 16  # letters of a digest; what stands behind them is in plain words
KEPT: Mapping[type[Entity], tuple[str, ...]] = {
    Original: ("id", "media_type", "name", "encoding", "data"),
    Picture: ("id", "media_type", "width", "height", "data"),
}
STEP = ("name", "origin", "at", "who", "swaps")
KINDS_KEPT: tuple[type[Entity], ...] = (
    Article, Revision, Original, Picture, Annotation, Relation, Label, *KINDS.values(),
)  # fmt: skip


def digest(cells: Cells) -> str:
    """Return what tells whether a row is still the same, as letters."""
    return blake2b("\x1f".join(map(str, cells)).encode("utf-8", "replace"), digest_size=HEX // 2).hexdigest()


def columns(kind: type[Entity]) -> tuple[str, ...]:
    """Return the columns of a kind that its digest speaks of; a relation's last one is its members."""
    return KEPT[kind] if kind in KEPT else form(kind).columns


def of_row(kind: type[Entity], row: Mapping[str, Any]) -> str:
    """Return the digest of a row that is about to be written, by its columns; of texts as they are shown."""
    cells = tuple(row[name] for name in columns(kind))
    found = digest(_bytes_told(cells) if kind in KEPT else cells)
    return shown(found, True) if kind is Revision else found


def _bytes_told(cells: Sequence[Any]) -> Cells:
    """Cells of which the last one is bytes, which are told by their own digest."""
    *told, data = cells
    held = data if isinstance(data, bytes) else str(data).encode("utf-8", "replace")
    return (*told, blake2b(held, digest_size=HEX // 2).hexdigest())


def shown(found: str, present: bool) -> str:
    """Return the digest of a text that is shown, or hidden."""
    return f"{found[:HEX]}{int(present)}"


def step_digest(row: Mapping[str, Any], state: str, turn: int) -> str:
    """Return the digest of a step in that state."""
    return digest(tuple(row[name] for name in STEP)) + standing(state, turn)


def standing(state: str, turn: int) -> str:
    """Return what stands behind the digest of a step."""
    return f"{state}{turn}"


def linked(before: str, own: str) -> str:
    """Return the link of the chain that comes after `before`, of a step with that digest."""
    return digest((before, own[:HEX]))


# -- as they are stored ------------------------------------------------------------------------------------------


def selected(kind: type[Entity], names: Sequence[str] | None = None) -> str:
    """Return the columns of a kind as a question asks for them; the members of a relation are read apart. `names`: the
    columns of which another Tilik made digests."""
    return ", ".join(f'"{name}"' for name in names or columns(kind) if name != MEMBERS)


def stored(
    connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str], names: Sequence[str] | None = None
) -> Iterator[tuple[str, str, str]]:
    """Yield of these rows the id, the digest that they have and the one that they ought to have, made of the columns
    `names`, or of today's."""
    table, more = kind_name(kind), ", present" if kind is Revision else ""
    members = members_of(connection, ids) if kind is Relation else {}
    read = connection.cursor()
    read.row_factory = None
    wanted = f"SELECT digest, id, {selected(kind, names)}{more} FROM {table} WHERE id IN {places(ids)}"
    for had, id, *cells in read.execute(wanted, ids):
        yield id, had, ought(kind, cells, members.get(id, "[]"))


def ought(kind: type[Entity], cells: Sequence[Any], members: str = "[]") -> str:
    """Return the digest of cells as `selected` asks for them, with `present` at the end for a text."""
    if kind is Revision:
        return shown(digest(tuple(cells[:-1])), bool(cells[-1]))
    if kind in KEPT:
        return digest(_bytes_told(cells))
    return digest((*cells, members) if kind is Relation else tuple(cells))


def members_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, str]:
    """Return the members of relations as the last cell of their rows."""
    wanted = f"SELECT relation_id, role, annotation_id FROM relation_member WHERE relation_id IN {places(ids)}"
    ends = rows(connection, f"{wanted} ORDER BY relation_id, position", ids)
    return {id: dump([list(end)[1:] for end in some]) for id, some in groupby(ends, key=lambda end: end[0])}
