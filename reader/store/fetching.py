"""Things by their ids, by plain `sqlite3`: whoever reads and whoever writes asks here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reader.edits import Entity
from reader.errors import NotFoundError
from reader.model import claims
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Article, Revision
from reader.model.kind_names import kind_word
from reader.model.kinds import TYPES, kind_name
from reader.model.labels import Label
from reader.model.pages import Original, Picture
from reader.store import claim_rows, kept_rows, mapping
from reader.store.asking import chunks, places, rows, scalars

_VALUES: Mapping[type, Callable[[Any], Entity]] = {
    Article: mapping.article_of, Revision: mapping.revision_of, Original: kept_rows.original_of,
    Picture: kept_rows.picture_of, Annotation: mapping.annotation_of, Label: mapping.label_of,
    **{made: claim_rows.claim_record_reader(kind) for kind, made in claims.KINDS.items()},
}  # fmt: skip


def table_of(kind: type[Entity]) -> str:
    """Return the name of the table of that kind: the name of the kind."""
    return kind_name(kind)


def fetch(connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str]) -> dict[str, Entity]:
    """Return what is stored of `kind` under these ids."""
    found: dict[str, Entity] = {}
    shown = " AND present = 1" if kind is Revision else ""
    for some in chunks(ids):
        stored = rows(connection, f"SELECT * FROM {table_of(kind)} WHERE id IN {places(some)}{shown}", some)
        members = _members(connection, some) if kind is Relation else {}
        for row in stored:
            id = row["id"]
            found[id] = mapping.relation_of(row, members.get(id, ())) if kind is Relation else _VALUES[kind](row)
    return found


def _members(connection: sqlite3.Connection, relation_ids: Sequence[str]) -> dict[str, tuple[Member, ...]]:
    wanted = f"SELECT * FROM relation_member WHERE relation_id IN {places(relation_ids)} ORDER BY relation_id, position"
    out: dict[str, tuple[Member, ...]] = {}
    for row in rows(connection, wanted, relation_ids):
        out[row["relation_id"]] = (*out.get(row["relation_id"], ()), Member(row["role"], row["annotation_id"]))
    return out


def fetch_one(connection: sqlite3.Connection, kind: str, id: str) -> Entity:
    """Return one stored thing by the name of its kind; hidden revisions too. Raises `NotFoundError`."""
    what = TYPES[kind]
    for row in rows(connection, f"SELECT * FROM {table_of(what)} WHERE id = ?", (id,)):
        return _VALUES[what](row)
    raise NotFoundError("there is no {0} {1} in this library", kind_word(kind), id)


def present(connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str]) -> set[str]:
    """Return which of these ids are stored; of revisions, which are not hidden."""
    shown = " AND present = 1" if kind is Revision else ""
    found: set[str] = set()
    for some in chunks(ids):
        wanted = f"SELECT id FROM {table_of(kind)} WHERE id IN {places(some)}{shown}"
        found.update(scalars(connection, wanted, some))
    return found
