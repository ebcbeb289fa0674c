"""An import, its undo and its redo as the window follows them: nothing of it is listed in the change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Thread

from reader import edits
from reader.edits import Swap
from reader.model.annotations import Annotation
from reader.model.articles import State
from reader.model.labels import CLAIM, Label, Underline
from tests.ui.board.test_board import opened
from tests.ui.conftest import make_sample
from tests.ui.window_desk import Desk
from ui.library.state_list import _COUNT

PROMISE = Label("promise", "Promise", "4", "teal", Underline.DASHED, 3)


def made(desk: Desk, words: str) -> Annotation:
    thing = edits.annotate(desk.sample.revision, [desk.sample.span(words)], CLAIM).swaps[0].after
    assert isinstance(thing, Annotation)
    return thing


def beside(desk: Desk, call: Callable[[], object]) -> None:
    """Call it on another thread, as a job does, and wait for the change to be shown."""
    thread = Thread(target=call)
    with desk.qtbot.waitSignal(desk.session.changed):
        thread.start()
    thread.join()


def test_list_page_panel_and_board_follow_an_import_its_undo_and_its_redo(desk: Desk) -> None:
    own = made(desk, "the night ferry never sailed")
    desk.session.do(edits.Edit("Mark as claim", (Swap(None, own),)))
    board = opened(desk, 1)
    window, session = desk.window, desk.session
    other = make_sample(("Another title", "Another text of the bay."), "Another title")
    marks = [replace(own, id=f"{n}" * 36) for n in (1, 2)]
    resets: list[None] = []
    window.view.marksReset.connect(lambda: resets.append(None))
    opens: list[None] = []
    session.articleOpened.connect(lambda: opens.append(None))

    def bring() -> None:
        with session.library.importing("Import set") as inside:
            inside.add([PROMISE, other.article, other.revision, *marks])

    def wait(count: int, articles: int) -> None:
        qtbot = desk.qtbot
        assert len(session.annotations) == len(window.view.index) == count
        qtbot.waitUntil(lambda: window.panel.model.rowCount() == count)
        qtbot.waitUntil(lambda: window.library.model.rowCount() == articles)
        qtbot.waitUntil(lambda: board.claims.model.rowCount() == count)
        first = window.library.states.list.item(0)
        qtbot.waitUntil(lambda: first.data(_COUNT) == str(articles))
        assert (PROMISE in session.labels) == (count > 1)

    wait(1, 1)
    beside(desk, bring)
    wait(3, 2)
    assert session.undo_name == "Import set" and resets and opens == []
    number = session.next_undo.number if session.next_undo else 0
    for _ in range(2):
        beside(desk, lambda: session.library.undo(number))
        wait(1, 1)
        assert session.redo_name == "Import set"
        beside(desk, lambda: session.library.redo(number))
        wait(3, 2)
    assert opens == [], "the place in the text stays"


def test_an_article_that_an_import_brought_is_closed_by_its_undo(desk: Desk) -> None:
    other = make_sample(("Another title", "Another text of the bay."), "Another title")
    session = desk.session
    with session.library.importing("Import set") as inside:
        inside.add([other.article, other.revision])
    desk.window.open(other.article.id)
    session.library.undo()
    assert session.article is None


def test_a_newer_text_that_an_import_brought_is_put_on_the_desk(desk: Desk) -> None:
    session, sample = desk.session, desk.sample
    newer = replace(make_sample(("Title", "A newer text.")).revision, article_id=sample.article.id)
    with session.library.importing("Import set") as inside:
        inside.add([newer])
        inside.change([Swap(sample.article, replace(sample.article, revision_id=newer.id))])
    assert session.revision == newer and "A newer text." in desk.window.view.text
    session.library.undo()
    assert session.revision == sample.revision


def test_an_import_elsewhere_reads_nothing_of_the_open_article(desk: Desk) -> None:
    other = make_sample(("Another title", "Another text of the bay."), "Another title")
    session = desk.session
    before = session.page_annotations
    with session.library.importing("Import set") as inside:
        inside.add([replace(other.article, state=State.DONE), other.revision])
    assert session.page_annotations is before
