"""Marks of a set whose text is neither in it nor here: they wait, and find their words when the text comes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.cleaning import Worker
from reader.intake.add import AddResult
from reader.intake.fetch_texts import fetch_texts, to_fetch
from reader.intake.listed import is_to_fetch
from reader.intake.sets import SetReport, import_set
from reader.model.annotations import Annotation
from reader.model.pages import Page
from reader.sources import page_of_bytes
from reader.store import Library
from tests.saved_pages import page

ANNO, ADDRESS = "http://www.w3.org/ns/anno.jsonld", "https://kabar.example/9"
SAID = "The harbour office counted four ferries before noon on Monday morning."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "l.tilik") as opened:
        yield opened


def annotation(number: int, **quote: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", **quote}
    return {"id": f"https://else.example/{number}", "type": "Annotation", "bodyValue": f"note {number}",
            "@context": ANNO, "target": {"source": ADDRESS, "selector": selector}}  # fmt: skip


MARKS = [
    annotation(1, exact="four ferries", prefix="counted ", suffix=" before"),
    annotation(2, exact="harbour office"),
    annotation(3, exact="words that no page ever had in it"),
]
NUMBERS = {"type": "TextPositionSelector", "start": 3, "end": 9}


def brought(library: Library, tmp_path: Path, marks: list[dict[str, Any]], name: str = "marks") -> SetReport:
    (tmp_path / f"{name}.jsonld").write_text(json.dumps(marks), "utf-8")
    last = [step.result for step in import_set(library, tmp_path / f"{name}.jsonld")][-1]
    assert isinstance(last, SetReport)
    return last


def fetched(library: Library) -> list[AddResult]:
    def served(address: str) -> Page:
        data = page(more=f"<p>{SAID}</p>").encode()
        return page_of_bytes(data, address, "one", url=address)

    with Worker() as worker:
        steps = fetch_texts(library, to_fetch(library), worker, fetch=served)
        return [step.result for step in steps if isinstance(step.result, AddResult)]


def by_quote(library: Library) -> dict[str, Annotation]:
    return {mark.note: mark for mark in library.annotations(library.find(ADDRESS))}


def test_marks_wait_with_their_words_and_find_them(library: Library, tmp_path: Path) -> None:
    brought(library, tmp_path, MARKS)
    article = library.article(library.find(ADDRESS))
    assert is_to_fetch(library.revision(article.revision_id)) and to_fetch(library) == [article.id]
    waiting = by_quote(library)
    assert [waiting[f"note {n}"].anchor.quote for n in (1, 2)] == ["four ferries", "harbour office"]
    assert all(mark.anchor.revision_id != article.revision_id for mark in waiting.values())
    assert library.check() == []
    assert [one.status for one in fetched(library)] == ["added"]
    now, text = by_quote(library), library.revision(library.article(article.id).revision_id)
    for number, words in ((1, "four ferries"), (2, "harbour office")):
        mark = now[f"note {number}"]
        assert mark.anchor.revision_id == text.id and mark.origin is None
        assert mark.anchor.spans[0].of(text.text) == words == mark.anchor.quote
    lost = now["note 3"]
    assert lost.anchor.revision_id != text.id and lost.anchor.quote == "words that no page ever had in it"
    assert library.check() == []
    library.undo()
    assert by_quote(library) == waiting and to_fetch(library) == [article.id]


def test_the_same_set_again_brings_nothing_before_and_after_the_text(library: Library, tmp_path: Path) -> None:
    brought(library, tmp_path, MARKS)
    again = brought(library, tmp_path, MARKS, "again")
    assert not again.count("annotation", "added") and len(by_quote(library)) == 3
    fetched(library)
    again = brought(library, tmp_path, MARKS, "once-more")
    assert not again.count("annotation", "added") and len(by_quote(library)) == 3


def test_numbers_without_words_are_kept_whole(library: Library, tmp_path: Path) -> None:
    alone = annotation(4) | {"target": {"source": ADDRESS, "selector": NUMBERS}}
    brought(library, tmp_path, [*MARKS, alone])
    article = library.article(library.find(ADDRESS))
    kept = {name: value for name, value in alone.items() if name != "@context"}
    assert len(by_quote(library)) == 3 and article.extra["w3c"]["kept"] == [kept]


def test_a_set_that_brings_the_text_is_as_good_as_fetching_it(library: Library, tmp_path: Path) -> None:
    brought(library, tmp_path, MARKS)
    article = library.article(library.find(ADDRESS))
    record = {"id": "x", "url": ADDRESS, "title": "Pelabuhan", "text": f"Pelabuhan\n{SAID}", "annotations": [
        {"id": "m", "label": "claim", "begin": 10, "end": 28, "quote": SAID[:18]}]}  # fmt: skip
    (tmp_path / "flat.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    list(import_set(library, tmp_path / "flat.jsonl"))
    text = library.revision(library.article(article.id).revision_id)
    assert library.count() == 1 and to_fetch(library) == [] and text.text.endswith(SAID)
    placed = {m.note or m.label: m.anchor.quote for m in library.annotations(article.id) if
              m.anchor.revision_id == text.id}  # fmt: skip
    assert placed == {"note 1": "four ferries", "note 2": "harbour office", "claim": SAID[:18]}
    assert library.check() == []
    library.undo()
    assert to_fetch(library) == [article.id] and len(library.annotations(article.id)) == 3 and library.check() == []
    library.redo()
    assert to_fetch(library) == [] and library.check() == []
