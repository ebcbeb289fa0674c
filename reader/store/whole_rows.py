"""Values to rows by the thousand: tuples in a fixed order of columns, as `rows` reads them.

The cells are those of `mapping` and `claim_rows`. A relation's last cell holds its members, which have a table of
their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, cast

from reader.edits import Entity
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.claims import KINDS
from reader.model.codec import FieldCodec
from reader.model.labels import Label
from reader.store import claim_rows, mapping
from reader.store.rows import ANCHOR

Cells = tuple[Any, ...]
MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Form:
    """The columns of a kind, without its number, and what makes the cells of a thing of it."""

    columns: tuple[str, ...]
    cells: Callable[[Any], Cells]


def form(kind: type[Entity]) -> Form:
    """Return how things of that kind are written."""
    if kind not in _FORMS:
        _FORMS[kind] = _made(kind)
    return _FORMS[kind]


_FORMS: dict[type, Form] = {}


def _made(kind: type[Entity]) -> Form:
    if kind in KINDS.values():
        columns = tuple(claim_rows.columns(kind))
        return Form(columns, lambda thing: tuple(claim_rows.claim_record_row(thing).values()))
    own = tuple(name for name, _ in mapping.by_column(kind))
    plain = _writer([f for _, f in mapping.by_column(kind)])
    if kind is Annotation:
        return Form((*own, *ANCHOR), lambda thing: (*plain(thing), *_anchor_cells(thing)))
    if kind is Relation:
        return Form((*own, MEMBERS), lambda thing: (*plain(thing), _members_cell(thing)))
    assert kind in (Article, Revision, Label), f"no rows of {kind}"
    return Form(own, lambda thing: tuple(plain(thing)))


def _writer(fields: Sequence[FieldCodec]) -> Callable[[Any], list[Any]]:
    """What makes the cells of these fields: those that are text are taken as they are."""
    values_of = cast("Callable[[Any], Cells]", attrgetter(*(f.name for f in fields)))
    other = [
        (n, f.is_json or f.default is None, mapping.cell_writer(f)) for n, f in enumerate(fields) if f.hint is not str
    ]

    def write(thing: Any) -> list[Any]:
        cells = list(values_of(thing))
        for n, may_be_empty, cell in other:
            cells[n] = cell(cells[n]) if cells[n] or not may_be_empty else ""
        return cells

    return write


def _anchor_cells(annotation: Annotation) -> Cells:
    anchor = annotation.anchor
    spans = anchor.spans
    several = mapping.dump(mapping.plain_spans(spans)) if len(spans) > 1 else None
    return anchor.revision_id, spans[0].start, spans[-1].end, several, anchor.quote, anchor.before, anchor.after


def _members_cell(relation: Relation) -> str:
    return mapping.dump([[member.role, member.annotation_id] for member in relation.members])
