"""What other tools write, each in its own way: units, line ends, ids, times, and marks without a place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reader.errors import SetError
from reader.model.spans import Span
from reader.store import Library
from tests.reader.intake.sets.making import (
    beside,
    flat,
    lines,
    only,
    position,
    quote,
    reasons,
    report,
    told,
    words,
)

FERRY = "The ferry sailed. The harbour office denied it."
WAVES = "🌊🌊🌊 so so so late."


def test_the_unit_is_that_of_the_whole_document(library: Library, tmp_path: Path) -> None:
    """The first mark fits the text either way; the second proves how both are counted."""
    marks = [{"id": "1", "begin": 7, "end": 9, "quote": "so"}, {"id": "2", "begin": 16, "end": 20, "quote": "late"}]
    items = told(library, lines(tmp_path / "a.jsonl", flat(WAVES, *marks)))
    assert [mark.anchor.spans for mark in only(library).annotations] == [(Span(4, 6),), (Span(13, 17),)]
    assert "UTF-16 units" in reasons(items)


@pytest.mark.parametrize("name", ["quote", "text", "exact"])
def test_the_words_of_a_mark_have_several_names(library: Library, tmp_path: Path, name: str) -> None:
    path = lines(tmp_path / "a.jsonl", flat("🌊 ferry late", {"start": 3, "end": 8, name: "ferry"}))
    told(library, path)
    assert only(library).annotations[0].anchor.spans == (Span(2, 7),)


def test_line_ends_of_windows_are_counted_as_two(library: Library, tmp_path: Path) -> None:
    text = "Top.\r\nThe ferry sailed.\r\n"
    told(library, lines(tmp_path / "a.jsonl", flat(text, {"begin": 10, "end": 15, "quote": "ferry"})))
    assert words(only(library).annotations) == ["ferry"] and "\r" not in only(library).revision.text


def test_a_byte_order_mark_is_counted_and_not_kept(library: Library, tmp_path: Path) -> None:
    told(library, beside(tmp_path / "a.jsonld", "\ufeff" + FERRY, [position(5, 10), quote("ferry")]))
    document = only(library)
    assert words(document.annotations) == ["ferry"] and document.revision.text == FERRY


def test_composed_words_are_found_in_decomposed_text(library: Library, tmp_path: Path) -> None:
    text = "The bridge held. Zoe\u0308 Re\u0301gis denied it."
    told(library, beside(tmp_path / "a.jsonld", text, [quote("Zoë Régis", prefix="", suffix=" denied")]))
    document = only(library)
    assert words(document.annotations) == ["Zoe\u0308 Re\u0301gis"] and document.revision.text == text


def test_control_characters_move_no_offset_and_are_told(library: Library, tmp_path: Path) -> None:
    text = "Top.\fThe ferry\u000b sailed\u0001."
    mark = {"begin": 9, "end": 14, "quote": "ferry", "note": "x\u0000"}
    items = told(library, lines(tmp_path / "a.jsonl", flat(text, mark)))
    (found,) = only(library).annotations
    assert found.anchor.quote == "ferry" and "\0" not in found.note
    assert "characters that no text may hold" in reasons(items)


def test_equal_ids_in_a_document_are_two_marks(library: Library, tmp_path: Path) -> None:
    marks = [{"id": "E1", "begin": 4, "end": 9}, {"id": "E1", "begin": 22, "end": 29}]
    told(library, lines(tmp_path / "a.jsonl", flat(FERRY, *marks)))
    assert words(only(library).annotations) == ["ferry", "harbour"]


def test_equal_ids_in_two_documents_are_two_marks(library: Library, tmp_path: Path) -> None:
    mark = {"id": "T1", "begin": 0, "end": 3}
    told(library, lines(tmp_path / "a.jsonl", flat("One came.", mark, id="d1"), flat("Two went.", mark, id="d2")))
    assert sorted(words(d.annotations)[0] for d in library.documents()) == ["One", "Two"]


def test_the_first_document_of_two_projects_is_two_articles(library: Library, tmp_path: Path) -> None:
    told(library, lines(tmp_path / "a.jsonl", flat(FERRY, {"begin": 4, "end": 9}, id="1")))
    told(library, lines(tmp_path / "b.jsonl", flat("A dam holds water.", {"begin": 2, "end": 5}, id="1")))
    assert sorted(words(d.annotations)[0] for d in library.documents()) == ["dam", "ferry"]


def test_whole_numbers_of_a_table_with_gaps(library: Library, tmp_path: Path) -> None:
    told(library, lines(tmp_path / "a.jsonl", flat(FERRY, {"begin": 4.0, "end": 9.0, "note": None})))
    assert words(only(library).annotations) == ["ferry"]


def test_a_value_of_a_newer_tilik_keeps_the_claim(library: Library, tmp_path: Path) -> None:
    at = "2026-02-03T04:05:06Z"
    claim = {"id": "c", "text": "It sailed.", "created": at, "modified": at, "type": "forecast_of_tides"}
    mark = {"id": "a", "begin": 4, "end": 9, "about": "c"}
    record = flat(FERRY, mark, format="tilik-jsonl/1", relations=[], claims=[claim])
    items = told(library, lines(tmp_path / "a.jsonl", record))
    (found,) = library.claims()
    assert found.extra["newer"] == {"type": "forecast_of_tides"} and "kept aside" in reasons(items)
    assert only(library).annotations[0].about == "c"


def test_selectors_of_nothing_are_refused(library: Library, tmp_path: Path) -> None:
    path = beside(tmp_path / "a.jsonld", FERRY, [position(None, None), quote(None)], [quote("ferry")])
    items = told(library, path)
    assert words(only(library).annotations) == ["ferry"] and not only(library).orphans
    assert [item.status for item in items].count("failed") == 1


@pytest.mark.parametrize(("start", "end"), [("head", "child"), ("from", "to"), ("from_id", "to_id")])
def test_the_ends_of_a_link_have_several_names(library: Library, tmp_path: Path, start: str, end: str) -> None:
    marks = [{"id": "a", "begin": 4, "end": 9}, {"id": "b", "begin": 22, "end": 29}]
    told(library, lines(tmp_path / "a.jsonl", flat(FERRY, *marks, relations=[{"type": "x", start: "b", end: "a"}])))
    document = only(library)
    ids = dict(zip(words(document.annotations), [mark.id for mark in document.annotations], strict=True))
    (link,) = document.relations
    assert (link.end("from"), link.end("to")) == (ids["harbour"], ids["ferry"])


def test_tags_are_trimmed_and_never_split(library: Library, tmp_path: Path) -> None:
    tags = ["tide, high", "a; b", "", " tide, high ", "é", "e\u0301"]
    items = told(library, lines(tmp_path / "a.jsonl", flat(FERRY, {"begin": 4, "end": 9, "tags": tags})))
    assert only(library).annotations[0].tags == ("tide, high", "a; b", "é")
    assert "the tags of 1 things were trimmed" in reasons(items)


def test_times_without_a_zone_or_a_form_are_told(library: Library, tmp_path: Path) -> None:
    times = ["2026-05-06T09:00:00+07:00", "2026-05-06T09:00:00", "06/05/2026 09:00"]
    marks = [{"begin": n, "end": n + 1, "created": time} for n, time in enumerate(times)]
    items = told(library, lines(tmp_path / "a.jsonl", flat(FERRY, *marks)))
    found = [mark.created for mark in only(library).annotations]
    assert found[:2] == [datetime(2026, 5, 6, 2, tzinfo=UTC), datetime(2026, 5, 6, 9, tzinfo=UTC)] and len(found) == 3
    assert "1 times name no zone" in reasons(items) and "06/05/2026" in reasons(items)


def test_an_end_past_the_text_is_put_at_its_words_or_refused(library: Library, tmp_path: Path) -> None:
    marks: list[dict[str, Any]] = [{"begin": 45, "end": 50, "quote": "denied"}, {"begin": 45, "end": 50}]
    items = told(library, lines(tmp_path / "a.jsonl", flat(FERRY, *marks)))
    assert words(only(library).annotations) == ["denied"]
    assert "[45, 50) is no place in a text of 47 characters" in reasons(items)


def test_words_that_are_gone_are_kept_as_an_orphan(library: Library, tmp_path: Path) -> None:
    items = told(library, beside(tmp_path / "a.jsonld", FERRY, [quote("a whale was seen")], [quote("ferry")]))
    document = only(library)
    assert words(document.annotations) == ["ferry"] and words(document.orphans) == ["a whale was seen"]
    assert "orphan" in [item.status for item in items] and library.check() == []


def test_a_text_of_another_article_is_refused(library: Library, tmp_path: Path) -> None:
    """An article that was taken back leaves its text in the log: under another id it is no text of that."""
    record = flat(FERRY, format="tilik-jsonl/1", revision={"id": "r"})
    told(library, lines(tmp_path / "a.jsonl", record))
    library.undo()
    with pytest.raises(SetError, match="a\\.jsonl: revision r was changed meanwhile; nothing was changed"):
        told(library, lines(tmp_path / "a.jsonl", {**record, "id": "e"}))
    told(library, lines(tmp_path / "a.jsonl", record))
    assert library.count() == 1


def test_a_text_that_is_here_is_not_that_of_another_article(library: Library, tmp_path: Path) -> None:
    record = flat(FERRY, format="tilik-jsonl/1", revision={"id": "r"})
    told(library, lines(tmp_path / "a.jsonl", record))
    other = flat("A dam holds water.", {"begin": 2, "end": 5}, id="e", format="tilik-jsonl/1", revision={"id": "r"})
    with pytest.raises(SetError, match="its text r is that of another article here"):
        told(library, lines(tmp_path / "b.jsonl", other))
    assert only(library).article.id == "d" and not only(library).annotations


def test_counts_are_of_things(library: Library, tmp_path: Path) -> None:
    marks = [{"id": "a", "begin": 4, "end": 9}, {"id": "b", "begin": 22, "end": 29}]
    sum_ = report(library, lines(tmp_path / "a.jsonl", flat(FERRY, *marks)))
    assert (sum_.count("article", "added"), sum_.count("annotation", "added")) == (1, 2)
