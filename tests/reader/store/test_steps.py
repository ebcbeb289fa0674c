"""Steps of undo by article: found by an index, taken back out of order, refused politely, kept over a kill."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.edits.claims import assign, new_claim
from reader.errors import ConflictError, NotFoundError
from reader.model.articles import State
from reader.model.labels import DENIAL, Label, Underline
from reader.revisions import edit_text
from reader.store import Library
from tests.statements import plan, recorded

from .conftest import add
from .test_door import mark

SECOND = ("Harbour audit opens", ["The auditors began on Monday.", "Nothing was found."])


def test_undo_takes_the_last_step_of_the_open_article_and_leaves_the_others(library: Library) -> None:
    one, first = add(library)
    _, second = add(library, *SECOND)
    here, there = mark(library, first, "stok cukup"), mark(library, second, "The auditors")
    step = library.next_undo(one.id)
    assert step is not None and (step.name, [a.article_id for a in step.articles]) == ("Mark as claim", [one.id])
    library.undo(step.number)
    with pytest.raises(NotFoundError):
        library.annotation(here.id)
    assert library.annotation(there.id) == there
    redo = library.next_redo(one.id)
    assert redo is not None and redo.number == step.number
    library.redo(redo.number)
    assert library.annotation(here.id) == here and library.next_redo(one.id) is None


def test_past_the_articles_own_steps_comes_the_last_of_all_with_its_article(library: Library) -> None:
    two, second = add(library, *SECOND)
    one, _ = add(library)
    mark(library, second, "The auditors")
    own = library.next_undo(one.id)
    assert own is not None and own.name == "Add article" and own.comes == 1
    library.undo(own.number)
    elsewhere = library.next_undo(one.id)
    assert elsewhere is not None and not elsewhere.moves
    assert [(a.article_id, a.title) for a in elsewhere.articles] == [(two.id, two.title)]
    gone = library.next_redo()
    assert gone is not None and gone.articles[0].title == one.title, "named although it is not there"


def test_redo_is_the_opposite_of_what_was_undone_last(library: Library) -> None:
    one, first = add(library)
    marks = [mark(library, first, words) for words in ("Menteri", "membantah", "stok cukup")]
    numbers = [step.number for step in reversed(library.history(limit=3))]
    library.undo(numbers[1])
    library.undo(numbers[0])
    again = library.redo()
    assert again is not None and again.number == numbers[0]
    back = library.next_undo(one.id)
    assert back is not None and back.number == numbers[0], "what was done again last is taken back first"
    assert [m.id for m in library.annotations(one.id)] == [marks[0].id, marks[2].id]


def test_a_new_step_drops_what_was_undone_in_its_article_only(library: Library) -> None:
    _, first = add(library)
    two, second = add(library, *SECOND)
    mark(library, first, "stok cukup")
    mark(library, second, "The auditors")
    library.undo()
    mark(library, first, "membantah")
    redo = library.next_redo(two.id)
    assert redo is not None and redo.articles[0].article_id == two.id
    mark(library, second, "Nothing")
    assert library.next_redo() is None


def test_a_step_that_a_later_one_builds_on_is_refused_and_nothing_changes(library: Library) -> None:
    _, first = add(library)
    made = mark(library, first, "stok cukup")
    number = library.history(limit=1)[0].number
    assert library.objection(number) is None and library.annotation(made.id) == made, "trying out changes nothing"
    noted = edits.set_note(made, "!")
    library.apply(noted)
    assert "was changed meanwhile" in str(library.objection(number))
    with pytest.raises(ConflictError, match="was changed meanwhile"):
        library.undo(number)
    assert library.annotation(made.id).note == "!" and library.check() == []


def test_a_text_under_marks_is_not_taken_away(library: Library) -> None:
    one, first = add(library)
    library.apply(edit_text.put_back(one, first, 0, []))
    number = library.history(limit=1)[0].number
    now = library.revision(library.article(one.id).revision_id)
    made = mark(library, now, "Baca juga")
    with pytest.raises(ConflictError, match="a later step builds on revision"):
        library.undo(number)
    assert library.annotation(made.id) == made and library.article(one.id).revision_id == now.id


def test_a_mark_does_not_come_back_on_a_text_that_is_not_shown(library: Library) -> None:
    one, first = add(library)
    made = mark(library, first, "stok cukup")
    library.apply(edits.delete_annotations([made]))
    number = library.history(limit=1)[0].number
    library.apply(edit_text.put_back(one, first, 0, []))
    with pytest.raises(ConflictError, match="the text of article"):
        library.undo(number)


def test_a_claim_that_marks_mention_elsewhere_stays(library: Library) -> None:
    one, first = add(library)
    two, second = add(library, *SECOND)
    here, there = mark(library, first, "stok cukup"), mark(library, second, "The auditors")
    library.apply(new_claim([here], "The stock is enough."))
    step = library.next_undo(one.id)
    assert step is not None and step.name == "Make claim"
    (claim,) = library.claims()
    library.apply(assign([there], claim))
    with pytest.raises(ConflictError, match="a later step builds on claim"):
        library.undo(step.number)
    other = library.next_undo(two.id)
    assert other is not None
    library.undo(other.number)
    library.undo(step.number)
    assert library.claims() == [] and library.annotation(here.id) == here


def test_steps_of_the_library_as_a_whole_are_told_apart(library: Library) -> None:
    one, first = add(library)
    promise = Label("promise", "Promise", "4", "teal", Underline.DASHED, 3)
    library.apply(edits.save_labels(library.labels(), [*library.labels(), promise]))
    step = library.next_undo(one.id)
    assert step is not None and step.everywhere and step.name == "Edit labels", "the last of all is this one"
    made = mark(library, first, "stok cukup", replace(promise))
    following = library.next_undo(one.id)
    assert following is not None and following.name == "Mark as promise"
    with pytest.raises(ConflictError, match="a later step builds on label"):
        library.undo(step.number)
    library.apply(edits.relabel(made, DENIAL))
    library.undo(step.number)
    assert promise not in library.labels()


def test_a_step_of_several_articles_counts_and_names_them(library: Library) -> None:
    articles = [add(library, f"Title {n}", [f"Words of {n}."])[0] for n in range(5)]
    library.apply(edits.set_state(articles, State.TRASHED))
    step = library.next_undo(articles[4].id)
    assert step is not None and (step.count, len(step.articles), step.goes) == (5, 3, 5)
    library.undo(step.number)
    library.apply(edits.set_state(articles[:1], State.DONE))
    moved = library.next_undo(articles[0].id)
    assert moved is not None and not moved.moves


def test_the_history_comes_by_pages_with_who_and_where(library: Library) -> None:
    one, first = add(library)
    library.apply(edits.set_state([one], State.DONE), who="Budi")
    for words in ("Menteri", "membantah", "stok cukup"):
        mark(library, first, words)
    top = library.history(limit=2)
    rest = library.history(top[-1].number, limit=50)
    assert [s.name for s in (*top, *rest)] == [*["Mark as claim"] * 3, "Move to done", "Add article"]
    assert [s.who for s in (*top, *rest)] == ["Sari", "Sari", "Sari", "Budi", ""]
    assert {s.articles[0].title for s in (*top, *rest)} == {one.title}
    library.undo()
    assert [s.state for s in library.history(limit=2)] == ["undone", "done"]
    numbers = library.steps_since(rest[-1].number, one.id)
    assert len(numbers) == 4 and numbers == sorted(numbers, reverse=True)
    found = library.mark_of(top[0].number, one.id)
    assert found is not None and found.anchor.quote == "stok cukup"


def test_links_touch_the_articles_of_their_marks(library: Library) -> None:
    one, first = add(library)
    two, second = add(library, *SECOND)
    here, there = mark(library, first, "stok cukup"), mark(library, second, "The auditors")
    library.apply(edits.link("related", here, there))
    step = library.history(limit=1)[0]
    assert {a.article_id for a in step.articles} == {one.id, two.id}


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_undo_goes_on_after_a_kill(path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from reader.store import Library\n"
        "from tests.reader.store.conftest import add; from tests.reader.store.test_door import mark\n"
        "library = Library.open(Path(sys.argv[1])); one, first = add(library); mark(library, first, 'stok cukup')\n"
        "two, second = add(library, 'Harbour', ['The auditors began.']); mark(library, second, 'The auditors')\n"
        "library.undo(library.next_undo(one.id).number); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], cwd=Path(__file__).parents[3], check=False)
    assert done.returncode == -signal.SIGKILL
    with Library.open(path) as library:
        redo = library.next_redo()
        assert redo is not None and redo.name == "Mark as claim" and len(library.history()) == 4
        library.redo(redo.number)
        assert [m.anchor.quote for m in library.annotations(redo.articles[0].article_id)] == ["stok cukup"]
        assert library.check() == []


def test_no_question_about_steps_reads_the_whole_log(library: Library) -> None:
    one, first = add(library)
    with recorded(library) as asked:
        mark(library, first, "Menteri")
        mark(library, first, "stok cukup")
        library.undo()
        library.next_undo(one.id)
        library.next_redo(one.id)
        library.next_undo()
        top = library.history(limit=2)
        library.history(top[-1].number)
        library.steps_since(top[-1].number, one.id)
        library.mark_of(top[-1].number, one.id)
        assert library.step_touches(top[-1].number, one.id)
        library.objection(top[-1].number)
    plans = 0
    for statement in asked:
        if statement.startswith(("SELECT", "UPDATE")):
            lines = plan(library, statement).splitlines()
            whole = [line for line in lines if line.startswith("SCAN") and "change" in line]
            # The page of the history goes back by number and stops at its limit.
            assert not whole or "ORDER BY number DESC" in statement, (statement, lines)
            assert not any("TEMP B-TREE FOR ORDER BY" in line for line in lines if "change" in statement), lines
            plans += 1
    assert plans > 30
