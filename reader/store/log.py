"""Edits as the change log keeps them: JSON, small values whole, large immutable ones by their id."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from reader.edits import Edit, Entity, Swap
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Article, Revision
from reader.model.claims import KINDS
from reader.model.labels import Label
from reader.model.pages import Original, Picture
from reader.store import mapping

# Their rows never leave the file while the log may ask for them again.
KEPT = (Revision, Original, Picture)

Fetch = Callable[[str, str], Entity]


def to_json(edit: Edit) -> str:
    return mapping.dump([[_out(s.before), _out(s.after)] for s in edit.swaps])


def from_json(name: str, text: str, fetch: Fetch) -> Edit:
    """The edit again; `fetch(type, id)` brings what is kept by id."""
    return Edit(name, tuple(Swap(_back(b, fetch), _back(a, fetch)) for b, a in json.loads(text)))


def _out(entity: Entity | None) -> list[Any] | None:
    if entity is None:
        return None
    kind = type(entity).__name__.lower()
    if isinstance(entity, KEPT):
        return [kind, entity.id]
    if isinstance(entity, Relation):
        members = [[m.role, m.annotation_id] for m in entity.members]
        return [kind, {**mapping.relation_row(entity), "members": members}]
    return [kind, _ROWS[type(entity)](entity)]


def _back(value: list[Any] | None, fetch: Fetch) -> Entity | None:
    if value is None:
        return None
    kind, body = value
    if isinstance(body, str):
        return fetch(kind, body)
    if kind == "relation":
        return mapping.relation_of({"within": "", **body}, tuple(Member(role, id) for role, id in body["members"]))
    return _VALUES[kind]({"about": "", **body} if kind == "annotation" else body)  # changes of schema 1 have none


_ROWS: dict[type, Callable[[Any], dict[str, Any]]] = {
    Article: mapping.article_row,
    Annotation: mapping.annotation_row,
    Label: mapping.label_row,
    **dict.fromkeys(KINDS.values(), mapping.known_row),
}
_VALUES: dict[str, Callable[[Any], Entity]] = {
    "article": mapping.article_of,
    "annotation": mapping.annotation_of,
    "label": mapping.label_of,
    **{kind: mapping.known_reader(kind) for kind in KINDS},
}
