"""A record holds every field of the entities in it, and gives each back."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.exchange.records.back import ARTICLE
from reader.exchange.records.marks import LINK, MARK
from reader.exchange.records.shape import SHAPES, Shape, fields_in, fields_out, record_names
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Block, InlineKind, InlineMark, LeftOut, Metadata
from reader.model.labels import Label, Underline
from tests.reader.drawn_entities import entities

# What a reader gives for fields that have no default of their own.
REQUIRED: dict[type[Any], dict[str, Any]] = {
    InlineMark: {"kind": InlineKind.EMPHASIS}, Label: {"underline": Underline.SOLID},
}  # fmt: skip
KINDS = (*SHAPES, Metadata, Block, InlineMark, LeftOut, Label)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_field_comes_back(kind: type[Any], data: st.DataObject) -> None:
    entity, dropped = data.draw(entities(kind)), list[Message]()
    record = json.loads(json.dumps(fields_out(entity)))
    back = fields_in(kind, record, dropped, length=2**50, **REQUIRED.get(kind, {}))
    own = {f.name for f in fields(kind)} - SHAPES.get(kind, Shape()).apart
    assert set(back) == own and not dropped
    assert back == {name: getattr(entity, name) for name in own}
    assert set(record) <= record_names(kind)


def test_what_stands_apart_in_a_record_is_known_there() -> None:
    """A field that is written by hand beside the others; anything else in a record is another program's."""
    beside = {"text", "blocks", "marks", "metadata", "left_out", "notices", "revision", "annotations", "relations"}
    assert beside <= ARTICLE
    assert {"begin", "end", "spans", "quote", "prefix", "suffix"} <= MARK and {"from", "to", "members"} <= LINK
    apart = {kind: shape.apart for kind, shape in SHAPES.items()}
    assert apart[Article] == {"revision_id"} and apart[Annotation] == {"article_id", "anchor"}
    assert apart[Relation] == {"members"}
