"""An import: one transaction, one step of undo, one change that is told, nothing of a trial."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from threading import Thread

import pytest

from reader import edits
from reader.edits import Change, Swap
from reader.errors import ConflictError, NotFoundError
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Revision, State
from reader.model.labels import CLAIM
from reader.model.pages import Original
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library

from .conftest import add, make_article
from .test_door import mark


def marks_of(revision: Revision, words: str = "stok cukup", count: int = 3) -> list[Annotation]:
    """Return marks on these words, with what an index holds in every column of them."""
    start = revision.text.index(words)
    made = edits.annotate(revision, [Span(start, start + len(words))], CLAIM, "Sari", at=now()).swaps[0].after
    assert isinstance(made, Annotation)
    return [
        replace(made, id=new_id(), note=f"catatan {n}", tags=("cek", f"nomor{n}"), attributes={"k": n})
        for n in range(count)
    ]


def link(one: str, other: str) -> Relation:
    return Relation(new_id(), "related", (Member("from", one), Member("to", other)), now())


@pytest.fixture
def told(library: Library) -> list[Change]:
    found: list[Change] = []
    library.changed.subscribe(found.append)
    return found


def test_it_comes_as_one_step_and_is_told_once(library: Library, told: list[Change]) -> None:
    article, revision = make_article()
    marks = marks_of(revision)
    relation = link(marks[0].id, marks[1].id)
    with library.importing("Import set", who="Budi") as inside:
        inside.add([relation])  # before its marks, and they before their article
        inside.add(marks)
        inside.add([Original.of(b"<p>", "text/html", "a.html", "utf-8"), revision, article])
        assert inside.view.article(article.id) == article
        assert {m.id for m in inside.view.annotations(article.id)} == {m.id for m in marks}
        assert inside.view.stored([relation]) == {relation.id: relation}
        assert told == []
    assert [(c.origin, c.step.name, c.step.who, c.step.comes) for c in told] == [("import", "Import set", "Sari", 1)]
    assert library.annotations_by_id([m.id for m in marks]) == marks and library.relations(article.id) == [relation]
    assert [hit.annotation_id for hit in library.search("catatan 2")] == [marks[2].id]
    assert library.next_undo(article.id).name == "Import set" and library.check() == []  # type: ignore[union-attr]


@pytest.mark.parametrize("trial", [True, False])
def test_nothing_is_left_of_a_trial_or_of_one_that_fails(library: Library, told: list[Change], trial: bool) -> None:
    article, revision = make_article()
    before = library.history()
    try:
        with library.importing("Import set", trial=trial) as inside:
            inside.add([article, revision, *marks_of(revision)])
            if not trial:
                raise KeyError("the file breaks off here")
    except KeyError:
        assert not trial
    with pytest.raises(NotFoundError):
        library.article(article.id)
    assert told == [] and library.history() == before and library.search("stok") == [] and library.check() == []
    mark(library, add(library)[1], "stok cukup")  # the door is open again


def test_an_import_of_nothing_is_no_step(library: Library, told: list[Change]) -> None:
    with library.importing("Import set") as inside:
        inside.add([])
    assert told == [] and library.history() == []


def test_what_is_here_is_changed_when_it_is_as_it_was_seen(library: Library) -> None:
    _, text = add(library)
    made = mark(library, text, "stok cukup")
    noted = replace(made, note="dari editor")
    article, revision = make_article("Other")
    with library.importing("Import set") as inside:
        inside.add([article, revision])
        inside.change([Swap(made, noted)])
        assert inside.view.annotation(made.id) == noted
    library.undo()
    assert library.annotation(made.id) == made and library.count() == 1
    library.redo()
    assert library.annotation(made.id) == noted and library.article(article.id) == article
    with pytest.raises(ConflictError, match="was changed meanwhile"), library.importing("Import set") as inside:
        inside.change([Swap(made, replace(made, note="two"))])
    assert library.annotation(made.id) == noted and library.check() == []


def test_what_is_here_is_not_added_again(library: Library) -> None:
    _, text = add(library)
    made = mark(library, text, "stok cukup")
    refused = pytest.raises(ConflictError, match=f"annotation {made.id} was changed meanwhile")
    with refused, library.importing("Import set") as inside:
        inside.add([*marks_of(text), made])
    assert library.annotations(made.article_id) == [made]


def test_relations_without_an_end_are_taken_out_again(library: Library) -> None:
    article, revision = make_article()
    marks = marks_of(revision)
    good, loose = link(marks[0].id, marks[1].id), link(marks[0].id, "nowhere")
    with library.importing("Import set") as inside:
        inside.add([loose, good])
        inside.add([article, revision, *marks])
        assert inside.drop_loose_relations() == [loose]
        assert inside.drop_loose_relations() == []
    assert library.relations(article.id) == [good] and library.check() == []
    library.undo()
    library.redo()
    assert library.relations(article.id) == [good] and library.check() == []


def test_what_is_still_being_read_is_no_obstacle(library: Library) -> None:
    for n in range(3):
        add(library, f"Artikel {n}")
    article, revision = make_article()
    with library.importing("Import set") as inside:
        reading = inside.view.documents()
        first = next(reading)
        inside.add([article, revision, *marks_of(revision, count=2500)])
        assert next(reading).article.id != first.article.id
        left = inside.view.documents()
        next(left)
    assert len(library.annotations(article.id)) == 2500 and library.check() == []
    mark(library, revision, "Menteri")


def test_what_was_refused_in_part_is_not_kept(library: Library) -> None:
    article, revision = make_article()
    marks = marks_of(revision)
    refused = pytest.raises(ConflictError, match=marks[1].id)
    with refused, library.importing("Import set") as inside, suppress(ConflictError):
        inside.add([article, revision])
        inside.add([marks[0], marks[1], marks[1], marks[2]])
    assert library.count() == 0 and library.history() == []


def test_two_hands_may_wait_for_each_other(library: Library) -> None:
    """Another writer waits until the import is done, and then finds all of it."""
    article, revision = make_article()
    found: list[str] = []

    def write() -> None:
        library.apply(edits.set_state([article], State.DONE))
        found.append("written")

    thread = Thread(target=write)
    with library.importing("Import set") as inside:
        thread.start()
        inside.add([article, revision])
        assert found == []
    thread.join()
    assert library.article(article.id).state is State.DONE
