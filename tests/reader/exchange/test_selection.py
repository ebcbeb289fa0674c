"""Some marks of a set: by label, by person, by day, with what they mention and the links between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader import edits
from reader.exchange.exporters import exporter
from reader.exchange.selection import Selection, selected
from reader.model.dataset import Document
from reader.store import Library
from tests.reader.exchange.exporters import made


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "desk.tilik") as found:
        for document in (made.storied(), made.arabic()):
            things = (document.article, document.revision, *document.annotations, *document.relations, *document.known)
            found.apply(edits.Edit("Add", tuple(edits.Swap(None, thing) for thing in things)))
        yield found


def documents(library: Library, selection: Selection) -> list[Document]:
    with selected(library.dataset("set"), selection).still() as chosen:
        found = list(chosen.documents())
        assert chosen.count == len(found) and chosen.facts is not None
        assert sum(chosen.facts.counts().values()) == sum(len(d.marks) for d in found)
        assert {label.id for label in chosen.labels} == {mark.label for d in found for mark in d.marks}
        return found


def test_nothing_selected_is_the_whole_set(library: Library) -> None:
    dataset = library.dataset("set")
    assert selected(dataset, Selection()) is dataset


def test_by_label_articles_without_such_a_mark_are_not_in_the_set(library: Library) -> None:
    (found,) = documents(library, Selection(labels=frozenset({"denial"})))
    assert [mark.label for mark in found.annotations] == ["denial"]
    assert {k.id for k in found.known} == {made.uid("c"), made.uid("e"), made.uid("v")}  # the claim it is about, whole


def test_a_claim_is_told_with_the_first_selected_mark_that_mentions_it(library: Library) -> None:
    claim = made.storied().known[0]
    later = made.arabic().annotations[1]
    library.apply(edits.Edit("About", (edits.Swap(later, replace(later, about=claim.id)),)))
    day = made.WHEN + timedelta(days=3)
    library.apply(edits.Edit("Later", (edits.Swap(library.annotation(later.id),
                                                   replace(library.annotation(later.id), created=day)),)))  # fmt: skip
    (found,) = documents(library, Selection(since=day))
    assert found.annotations[0].id == later.id and claim.id in {k.id for k in found.known}
    assert not documents(library, Selection(since=day + timedelta(seconds=1)))
    assert later.id not in {m.id for d in documents(library, Selection(until=day)) for m in d.marks}


def test_by_person_links_that_lead_out_are_counted(library: Library) -> None:
    chosen = selected(library.dataset("set"), Selection(annotators=frozenset({"Budi"})))
    report = exporter("markdown").plan(chosen)
    assert report.annotations == 1 and report.count("outside_links") == 1
