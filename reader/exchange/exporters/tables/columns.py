"""The columns of a record with their types, made from the fields of the model as the records are.

Types are said in plain names, so that nothing here needs pyarrow: `string`, `int64`, `bool`, a list of one type, or a
mapping of names to types. What is free in form is JSON text, as in JSON Lines.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any, get_args, get_origin

from reader.exchange.records.shape import SHAPES, Shape
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Block, InlineMark, LeftOut, Metadata, Revision
from reader.model.claims import Claim, Evidence, Review, Source
from reader.model.codec import description
from reader.model.labels import Label
from reader.model.spans import Span

Type = Any  # a name, a list of one type, or a mapping
TEXT, NUMBER, TRUTH = "string", "int64", "bool"


def columns() -> dict[str, Type]:
    """Return the columns of one article with all that a set holds of it."""
    mark = {**fields(Annotation), "begin": NUMBER, "end": NUMBER, "spans": [[NUMBER]], "quote": TEXT, "prefix": TEXT,
            "suffix": TEXT}  # fmt: skip
    link = {**fields(Relation), "from": TEXT, "to": TEXT, "members": [{"role": TEXT, "annotation": TEXT}]}
    return {
        **fields(Article), **_text(), "revision": fields(Revision), "annotations": [mark],
        "orphans": [{**mark, "revision": TEXT}], "relations": [link], "revisions": [{**fields(Revision), **_text()}],
        "claims": [fields(Claim)], "sources": [fields(Source)], "evidence": [fields(Evidence)],
        "reviews": [fields(Review)], "labels": [fields(Label)], "format": TEXT,
    }  # fmt: skip


def _text() -> dict[str, Type]:
    return {
        "text": TEXT, "blocks": [fields(Block)], "marks": [fields(InlineMark)], "left_out": [fields(LeftOut)],
        "notices": [TEXT], "metadata": fields(Metadata),
    }  # fmt: skip


def fields(kind: type[Any]) -> dict[str, Type]:
    """Return the own fields of an entity as they stand in a record."""
    shape, found = SHAPES.get(kind, Shape()), dict[str, Type]()
    for f in description(kind):
        if f.name in shape.apart:
            continue
        if f.hint is Span:
            found |= {"begin": NUMBER, "end": NUMBER}
        else:
            found[shape.names.get(f.name, f.name)] = _type(f.hint)
    return found


def _type(hint: Any) -> Type:
    if hint in (int, bool):
        return TRUTH if hint is bool else NUMBER
    if get_origin(hint) is not tuple:
        return TEXT
    inner = get_args(hint)[0]
    return [fields(inner)] if is_dataclass(inner) and isinstance(inner, type) else [_type(inner)]
