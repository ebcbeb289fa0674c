"""Highlights of lists are marks where their text is here, with their notes; none of them is lost."""

from __future__ import annotations

import json
from pathlib import Path

from reader.cleaning import Worker
from reader.intake.add import add
from reader.intake.highlights import LABEL, LIST
from reader.model.annotations import Annotation
from reader.store import Library
from tests.reader.intake.test_listed import ONE, POCKET, added, fetched, library, refused
from tests.saved_pages import page

__all__ = ["library"]  # a fixture

QUOTE = "The ferry to Ansel did not sail on Sunday"
INSTAPAPER = f"URL,Title,Selection,Folder\n{ONE},One,{QUOTE},Unread\n"


def marks(library: Library, id: str) -> list[Annotation]:
    (document,) = [d for d in library.documents() if d.article.id == id]
    return list(document.marks)


def wallabag(*highlights: tuple[str, str], content: str = "") -> str:
    entry = {"is_archived": 0, "is_starred": 0, "title": "One", "url": ONE, "tags": [], "content": content or text(),
             "annotations": [{"quote": quote, "text": note} for quote, note in highlights]}  # fmt: skip
    return json.dumps([entry])


def text() -> str:
    return page(more=f"<p>{QUOTE}, and nobody said why. {'More of it. ' * 30}</p>")


def test_they_are_marks_with_their_notes_and_what_is_not_found_keeps_its_words(
    library: Library, tmp_path: Path
) -> None:
    outcomes = added(library, tmp_path / "w.json", wallabag((QUOTE, "why?"), ("words of another page entirely", "hm")))
    article = library.article(outcomes[0].article_id)
    found, lost = sorted(marks(library, article.id), key=lambda mark: mark.anchor.revision_id != article.revision_id)
    assert (found.anchor.quote, found.note, found.label) == (QUOTE, "why?", LABEL.id)
    assert found.anchor.revision_id == article.revision_id and found.extra[LIST]["from"] == "Wallabag"
    assert (lost.anchor.quote, lost.note) == ("words of another page entirely", "hm")
    assert lost.origin is not None and lost.origin.outcome == "removed"
    assert [label.name for label in library.labels()].count(LABEL.name) == 1
    assert len(article.extra[LIST]["highlights"]) == 2 and library.check() == []
    library.undo()
    assert library.count() == 0


def test_they_come_with_the_text_that_is_fetched_later(library: Library, tmp_path: Path) -> None:
    added(library, tmp_path / "p.csv", POCKET)
    added(library, tmp_path / "i.csv", INSTAPAPER)
    id = library.find(ONE)
    assert marks(library, id) == []
    fetched(library, [id])
    assert [mark.anchor.quote for mark in marks(library, id)] == [QUOTE]
    library.undo()
    assert marks(library, id) == [] and len(library.article(id).extra[LIST]["highlights"]) == 1


def test_a_page_that_a_list_brings_for_a_waiting_address_has_its_highlights(library: Library, tmp_path: Path) -> None:
    added(library, tmp_path / "p.csv", POCKET)
    added(library, tmp_path / "w.json", wallabag((QUOTE, "why?")))
    assert [(m.anchor.quote, m.note) for m in marks(library, library.find(ONE))] == [(QUOTE, "why?")]


def test_one_that_was_deleted_does_not_come_again_and_a_new_one_does(library: Library, tmp_path: Path) -> None:
    from reader.edits import Edit, Swap

    id = added(library, tmp_path / "w.json", wallabag((QUOTE, "")))[0].article_id
    library.apply(Edit("Delete", tuple(Swap(mark, None) for mark in marks(library, id))))
    added(library, tmp_path / "w2.json", wallabag((QUOTE, "")))
    assert marks(library, id) == []
    added(library, tmp_path / "w3.json", wallabag((QUOTE, ""), ("nobody said why", "n")))
    assert [mark.anchor.quote for mark in marks(library, id)] == ["nobody said why"]


def test_they_take_the_label_that_is_chosen(library: Library, tmp_path: Path) -> None:
    (tmp_path / "w.json").write_text(wallabag((QUOTE, "")), "utf-8")
    with Worker() as worker:
        list(add(library, [tmp_path / "w.json"], worker, fetch=refused, highlight_label="claim"))
    assert [mark.label for mark in marks(library, library.find(ONE))] == ["claim"]
    assert LABEL.name not in [label.name for label in library.labels()]
