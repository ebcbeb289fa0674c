"""Edits as the change log keeps them: JSON, small values whole, large immutable ones by their id."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from reader.edits import Edit, Entity, Swap
from reader.model.annotations import Member, Relation
from reader.model.articles import Revision
from reader.model.claims import KINDS
from reader.model.codec import plain, restore
from reader.model.kinds import kind_of
from reader.model.pages import Original, Picture
from reader.store import claim_rows, mapping

# Their rows never leave the file while the log may ask for them again.
KEPT = (Revision, Original, Picture)

Fetch = Callable[[str, str], Entity]


def to_json(edit: Edit, rows: Mapping[int, dict[str, Any]] | None = None) -> str:
    """Return the swaps of an edit; `rows` are rows that were made already, by the `id()` of what they are of."""
    made = rows or {}
    return mapping.dump([[_out(s.before, made), _out(s.after, made)] for s in edit.swaps])


def from_json(name: str, text: str, fetch: Fetch) -> Edit:
    """Return the edit again; `fetch(kind, id)` brings what is kept by id."""
    return Edit(name, tuple(Swap(_back(b, fetch), _back(a, fetch)) for b, a in json.loads(text)))


def side_of(entity: Entity) -> list[Any]:
    """Return one side of a swap as the log writes it: the name of its kind, and its row or, of what is kept, its id."""
    kind = kind_of(entity)
    return [kind, entity.id] if isinstance(entity, KEPT) else [kind, _ROWS[kind](entity)]


def entity_of(side: list[Any]) -> Entity | None:
    """Return the thing that one side of a swap holds; None when the log knows it by its id alone."""
    kind, body = side
    return None if isinstance(body, str) else _ENTITIES[kind](body)


def _out(entity: Entity | None, made: Mapping[int, dict[str, Any]]) -> list[Any] | None:
    if entity is None:
        return None
    row = made.get(id(entity))
    return side_of(entity) if row is None else [kind_of(entity), row]


def _back(value: list[Any] | None, fetch: Fetch) -> Entity | None:
    if value is None:
        return None
    kind, body = value
    return fetch(kind, body) if isinstance(body, str) else _ENTITIES[kind](body)


def _relation_row(relation: Relation) -> dict[str, Any]:
    return {**mapping.relation_row(relation), "members": [plain(member) for member in relation.members]}


def _relation_of(body: Mapping[str, Any]) -> Relation:
    return mapping.relation_of(body, tuple(restore(Member, member) for member in body["members"]))


_ROWS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "article": mapping.article_row,
    "annotation": mapping.annotation_row,
    "relation": _relation_row,
    "label": mapping.label_row,
    **dict.fromkeys(KINDS, claim_rows.claim_record_row),
}
_ENTITIES: dict[str, Callable[[Any], Entity]] = {
    "article": mapping.article_of,
    "annotation": mapping.annotation_of,
    "relation": _relation_of,
    "label": mapping.label_of,
    **{kind: claim_rows.claim_record_reader(kind) for kind in KINDS},
}
