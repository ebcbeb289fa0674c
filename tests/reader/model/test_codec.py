"""What is written comes back equal, whatever the type and the field; what is unfit is refused with its path."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.cleaning.pipe import cleaned_bytes, cleaned_of, page_head, page_of
from reader.edits import Edit, Entity, Swap
from reader.model.annotations import Anchor, Annotation, Member, Origin
from reader.model.articles import Block, InlineMark, LeftOut, Metadata, Place
from reader.model.claims import Sentence, Source
from reader.model.codec import CodecError, plain, restore
from reader.model.earlier_forms import split_origin
from reader.model.kinds import TYPES, kind_of
from reader.model.pages import Cleaned, Page
from reader.model.short import SHORT
from reader.model.spans import Span
from reader.store import log
from tests.reader.drawn_entities import entities, values

ALL = (*TYPES.values(), *SHORT, Metadata, Page, Cleaned)
quick = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
@quick
@given(data=st.data())
def test_an_entity_comes_back_equal(kind: type[Any], data: st.DataObject) -> None:
    entity = data.draw(entities(kind))
    assert restore(kind, through_json(plain(entity))) == entity
    if kind not in SHORT:
        assert restore(kind, through_json(plain(entity, sparse=True))) == entity


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, f.name) for kind in ALL for f in fields(kind)], ids=lambda x: getattr(x, "__name__", x)
)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_field_is_left_out(kind: type[Any], name: str, data: st.DataObject) -> None:
    """Two entities that differ in one field only are written differently."""
    entity = data.draw(entities(kind))
    other = data.draw(values(get_type_hints(kind)[name]).filter(lambda value: value != getattr(entity, name)))
    try:
        changed = replace(entity, **{name: other})
    except ValueError:  # an end before its start
        return
    assert plain(changed) != plain(entity)
    assert plain(changed, sparse=True) != plain(entity, sparse=True)


@pytest.mark.parametrize("kind", [k for k in TYPES if k not in ("revision", "original", "picture")])
@quick
@given(data=st.data())
def test_the_change_log_gives_back_what_was_changed(kind: str, data: st.DataObject) -> None:
    before, after = data.draw(entities(TYPES[kind])), data.draw(entities(TYPES[kind]))
    edit = Edit("Change", (Swap(before, after), Swap(None, after), Swap(before, None)))
    assert log.from_json("Change", log.to_json(edit), _not_asked) == edit


def _not_asked(kind: str, id: str) -> Entity:
    pytest.fail(f"{kind} {id} is not in the log")


@quick
@given(entities(Cleaned))
def test_the_pipe_gives_back_a_cleaned_article(cleaned: Cleaned) -> None:
    assert cleaned_of(cleaned_bytes(cleaned)) == cleaned


@quick
@given(entities(Page))
def test_the_pipe_gives_back_a_page(page: Page) -> None:
    assert page_of(page_head(page), page.data) == page


def test_every_kind_has_its_written_name() -> None:
    assert list(TYPES) == [
        "article", "revision", "original", "picture", "annotation", "relation", "label", "claim", "source", "evidence",
        "review",
    ]  # fmt: skip
    assert all(TYPES[kind_of(object.__new__(kind))] is kind for kind in TYPES.values())


@pytest.mark.parametrize(
    ("kind", "value", "path"),
    [
        (Block, [0, 4, "heading", "2"], "[3]"),
        (Block, [0, 4, "poem"], "[2]"),
        (Block, [4, 0], ""),
        (InlineMark, [0, 4], ""),
        (LeftOut, ["a", "b", 0, "paragraph", 0, {"dir": 1}], "[5].dir"),
        (Metadata, {"tags": ["a", 7]}, "tags[1]"),
        (Metadata, {"tags": "a"}, "tags"),
        (Cleaned, {"metadata": {}, "text": "", "blocks": [[0, 1], [1, 2, "poem"]]}, "blocks[1][2]"),
        (Cleaned, {"metadata": {"basis": {"title": 1}}}, "metadata.basis.title"),
        (Source, {"id": "s", "name": "n", "created": "soon", "modified": "2026-01-01T00:00:00+00:00"}, "created"),
        (Sentence, ["words", ["a", 3]], "[1][1]"),
        (Member, "from", ""),
        (Span, [True, 4], "[0]"),
    ],
)  # fmt: skip
def test_what_is_unfit_is_refused_with_its_path(kind: type[Any], value: Any, path: str) -> None:
    with pytest.raises(CodecError) as refused:
        restore(kind, value)
    assert refused.value.path == path
    assert str(refused.value.reason) and str(refused.value).startswith(path)


@pytest.mark.parametrize("value", [{}, {"id": "s", "name": "n"}, {"id": "s", "colour": "red"}, [], None, 7])
def test_a_field_that_is_missing_or_unknown_is_named(value: Any) -> None:
    with pytest.raises(CodecError, match=r"needs its|has no|not an object"):
        restore(Source, value)


def test_a_time_without_a_zone_is_utc_and_others_are_brought_to_it() -> None:
    told = {"article_id": "a", "position": 0, "progress": 0.5, "opened": "2026-01-01T07:00:00+07:00"}
    assert plain(restore(Place, told))["opened"] == "2026-01-01T00:00:00+00:00"
    assert plain(restore(Place, {**told, "opened": "2026-01-01T07:00:00"}))["opened"] == "2026-01-01T07:00:00+00:00"


def test_short_forms_are_those_that_libraries_on_disk_hold() -> None:
    assert plain(Block(Span(0, 4))) == [0, 4, "paragraph", 0]
    assert plain(LeftOut("menu", "navigation")) == ["menu", "navigation", 0, "paragraph", 0]
    assert plain(LeftOut("1", "navigation", attrs={"ordered": "1"}))[-1] == {"ordered": "1"}
    assert plain(Member("from", "a")) == ["from", "a"]
    assert restore(Block, [0, 4, "quote", 1, {"dir": "rtl"}]).attrs == {"dir": "rtl"}


def test_a_change_of_a_library_without_today_s_columns_is_read() -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    mark = Annotation("a", "b", "claim", Anchor("r", (Span(0, 4),), "rice"), moment, moment)
    body = json.loads(log.to_json(Edit("Mark", (Swap(None, mark),))))
    del body[0][1][1]["about"]
    assert log.from_json("Mark", json.dumps(body), _not_asked).swaps[0].after == mark


@pytest.mark.parametrize(
    "told", [7, "by hand", {}, {"outcome": ["?"]}, {"outcome": "placed"}, {"outcome": "placed", "spans": "x"}]
)
def test_what_only_looks_like_an_earlier_form_stays_where_it_is(told: object) -> None:
    extra = {"carried": told, "other": 1}
    assert split_origin(extra) == (None, extra)


def test_an_earlier_form_becomes_the_field() -> None:
    told = {"revision": "r", "spans": [[0, 4]], "quote": "Stok", "outcome": "moved", "why": "same place", "asks": True}
    origin = Origin("r", (Span(0, 4),), "Stok", "moved", "same place", needs_review=True)
    assert split_origin({"carried": told, "other": 1}) == (origin, {"other": 1})
