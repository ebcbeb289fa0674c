"""Many rows to values, quickly: the columns of a kind in a fixed order, read by number and not by name.

The values are those of `mapping`, which also says what is wrong with a row that does not fit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from reader.model.annotations import Anchor, Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.codec import FieldCodec
from reader.model.spans import Span
from reader.store import mapping
from reader.store.damaged import reads

Read = Callable[[Sequence[Any]], dict[str, Any]]
ANCHOR = ("revision_id", "start", "end", "spans", "quote", "before", "after")
_KINDS = {Article: "a", Revision: "r", Annotation: "m", Relation: "l"}


def columns(kind: type[Any]) -> list[str]:
    """Return the columns of `kind` in the order that `reader` wants them, as `alias."name"`; an article's alias is
    `a`, a revision's `r`, an annotation's `m`, a relation's `l`."""
    names = [name for name, _ in mapping.by_column(kind)] + list(ANCHOR if kind is Annotation else ())
    return [f'{_KINDS[kind]}."{name}"' for name in names]


def reader(kind: type[Any]) -> Read:
    """Return what makes the field values of one row; those that are defaults are left out."""
    plan = [(n, f.name, _decoder(f), _is_empty(f)) for n, (_, f) in enumerate(mapping.by_column(kind))]

    def read(row: Sequence[Any]) -> dict[str, Any]:
        given = {}
        for n, name, decode, empty in plan:
            cell = row[n]
            if cell is not None and not (empty and cell == ""):
                given[name] = cell if decode is None else decode(cell)
        return given

    return read


def _decoder(f: FieldCodec) -> Callable[[Any], Any] | None:
    """None for plain text, which is a column's own value."""
    if f.hint is str:
        return None
    decode = f.decode
    return (lambda cell: decode(json.loads(cell))) if f.is_json else decode


def _is_empty(f: FieldCodec) -> bool:
    """Whether an empty cell is the field's default."""
    return f.is_json or f.default is None or f.default == ""


_MARK, _ARTICLE, _REVISION, _RELATION = reader(Annotation), reader(Article), reader(Revision), reader(Relation)
_AT = len(mapping.by_column(Annotation))


@reads("article")
def article_of(row: Sequence[Any]) -> Article:
    return Article(**_ARTICLE(row))


@reads("revision")
def revision_of(row: Sequence[Any]) -> Revision:
    return Revision(**{"blocks": (), **_REVISION(row)})


@reads("annotation")
def annotation_of(row: Sequence[Any]) -> Annotation:
    revision_id, start, end, spans, quote, before, after = row[_AT : _AT + 7]
    pieces = (Span(start, end),) if spans is None else mapping.pieces(spans)
    return Annotation(**mapping.with_origin(_MARK(row)), anchor=Anchor(revision_id, pieces, quote, before, after))


@reads("relation")
def relation_fields(row: Sequence[Any]) -> dict[str, Any]:
    """Return all but the members."""
    return _RELATION(row)
