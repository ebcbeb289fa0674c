"""What the list costs: as much as is on the screen, however long it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import edits
from reader.edits import facts
from reader.model.articles import State
from reader.store import Library
from tests.ui.conftest import make_sample
from tests.ui.library.conftest import LONG, title
from tests.ui.window_desk import Desk
from ui.library.model import LibraryModel
from ui.library.pane import LibraryPane
from ui.library.rows import PAGE

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the views ask the model, and the window the library."""
    counted: Counter[str] = Counter()

    def count(owner: type, name: str) -> None:
        plain: Callable[..., Any] = getattr(owner, name)

        def counting(*args: Any, **named: Any) -> Any:
            counted[name] += 1
            return plain(*args, **named)

        monkeypatch.setattr(owner, name, counting)

    for name in ("rowCount", "data"):
        count(LibraryModel, name)
    for name in ("rows_of", "listed", "ids_of", "state_counts"):
        count(Library, name)
    return counted


def pane(desk: Desk) -> LibraryPane:
    return desk.window.library


def on_screen(desk: Desk) -> int:
    return pane(desk).list.viewport().height() // pane(desk).list.rowHeight(0) + 2


def settle(desk: Desk) -> None:
    """Let everything that was begun be laid out and painted."""
    for _ in range(5):
        QCoreApplication.processEvents()
    pane(desk).list.viewport().repaint()


def test_all_rows_of_a_long_list_have_one_height_and_those_of_a_short_one_their_own(
    long_desk: Desk,
) -> None:
    view = pane(long_desk).list
    height = view.rowHeight(0)
    assert view.rowHeight(LONG) == height and view.verticalScrollBar().maximum() > (LONG - 100) * height
    pane(long_desk).search("site:herald")
    long_desk.qtbot.waitUntil(lambda: pane(long_desk).model.rowCount() == 1)
    long_desk.qtbot.waitUntil(lambda: view.rowHeight(0) == view.sizeHintForRow(0))


def test_a_mark_costs_one_row(calls: Counter[str], long_desk: Desk) -> None:
    long_desk.select("night ferry")
    settle(long_desk)
    calls.clear()
    long_desk.key(Qt.Key.Key_1)
    settle(long_desk)
    summary = pane(long_desk).model.summary(0)
    assert summary is not None and summary.counts == {"claim": 1}
    assert calls["rows_of"] == calls["listed"] == calls["ids_of"] == 0
    assert calls["rowCount"] + calls["data"] < 12 * on_screen(long_desk)


def test_a_frame_of_the_dragged_bar_reads_what_it_shows(calls: Counter[str], long_desk: Desk) -> None:
    bar = pane(long_desk).list.verticalScrollBar()
    settle(long_desk)
    for step in range(1, 10):
        calls.clear()
        bar.setValue(bar.maximum() * step // 10)
        settle(long_desk)
        assert calls["rows_of"] <= 1 + on_screen(long_desk) // PAGE + 1 and calls["listed"] == 0
        assert calls["rowCount"] + calls["data"] < 12 * on_screen(long_desk)


def test_another_order_or_state_reads_a_few_pages(calls: Counter[str], long_desk: Desk) -> None:
    bar = pane(long_desk).list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(long_desk)
    changes: tuple[Callable[[], None], ...] = (
        lambda: pane(long_desk).sort("title"),
        lambda: pane(long_desk).states.choose(State.INBOX),
    )
    for change in changes:
        calls.clear()
        change()
        settle(long_desk)
        assert calls["rows_of"] <= 6 and calls["listed"] <= 1 and calls["ids_of"] == 0
        assert calls["rowCount"] + calls["data"] < 20 * on_screen(long_desk)


def test_another_title_is_said_without_asking_anyone(calls: Counter[str], long_desk: Desk) -> None:
    settle(long_desk)
    calls.clear()
    before = long_desk.article
    resets: list[bool] = []
    pane(long_desk).model.modelReset.connect(lambda: resets.append(True))
    assert long_desk.session.do(facts.correct_facts(before, {"title": "Another"}))
    settle(long_desk)
    summary = pane(long_desk).model.summary(0)
    assert summary is not None and summary == replace(long_desk.session.library.summaries(limit=1)[0], title="Another")
    assert not resets and not calls["listed"] and not calls["state_counts"] and not calls["rows_of"]


def test_a_state_is_said_in_its_row_while_the_list_has_all(calls: Counter[str], long_desk: Desk) -> None:
    settle(long_desk)
    resets: list[bool] = []
    pane(long_desk).model.modelReset.connect(lambda: resets.append(True))
    long_desk.session.do(edits.set_state([long_desk.article], State.DONE))
    summary = pane(long_desk).model.summary(0)
    assert summary is not None and summary.state is State.DONE
    long_desk.session.do(edits.set_state([long_desk.article], State.TRASHED))
    long_desk.qtbot.waitUntil(lambda: pane(long_desk).model.rowCount() == LONG)
    assert len(resets) == 1


def test_what_leaves_the_list_leaves_the_rest_where_it_stands(long_desk: Desk) -> None:
    view, model = pane(long_desk).list, pane(long_desk).model
    pane(long_desk).states.choose(State.INBOX)
    view.scrollTo(model.index(2_000), view.ScrollHint.PositionAtTop)
    settle(long_desk)
    (first, top), ids = view.first_row(), model.ids(2_003, 2_003)
    shown = model.summary(first.row())
    article = long_desk.session.library.article(ids[0])
    long_desk.session.do(edits.set_state([article], State.DONE))
    long_desk.qtbot.waitUntil(lambda: model.rowCount() == LONG)
    settle(long_desk)
    again, top_again = view.first_row()
    now = model.summary(again.row())
    assert shown is not None and now is not None and now.id == shown.id and top_again == top


# -- choosing many ------------------------------------------------------------------------------------------------


def test_all_of_a_long_list_are_chosen_by_one_reading(calls: Counter[str], long_desk: Desk) -> None:
    pane(long_desk).list.setFocus()
    settle(long_desk)
    calls.clear()
    long_desk.key(Qt.Key.Key_A, CTRL)
    chosen = pane(long_desk).selected()
    assert len(set(chosen)) == LONG + 1 and chosen == pane(long_desk).listed()
    assert calls["rows_of"] == 0 and calls["ids_of"] == 2


def test_what_is_chosen_stays_chosen_when_an_article_comes_in(long_desk: Desk) -> None:
    pane(long_desk).list.setFocus()
    long_desk.key(Qt.Key.Key_A, CTRL)
    chosen, made = pane(long_desk).selected(), make_sample()
    with long_desk.qtbot.waitSignal(pane(long_desk).model.modelReset):
        long_desk.session.do(edits.add_article(made.article, made.revision))
        assert pane(long_desk).selected() == chosen, "rows were moved, and nobody has chosen the new one"
    assert pane(long_desk).selected() == chosen
    assert len(pane(long_desk).list.selectionModel().selectedRows()) == LONG + 1


def test_a_page_and_the_ends_are_reached_by_keys_as_in_a_list(long_desk: Desk) -> None:
    view = pane(long_desk).list
    view.setFocus()
    long_desk.key(Qt.Key.Key_Home)
    whole = view.viewport().height() // view.rowHeight(0)
    for key, row in ((Qt.Key.Key_PageDown, whole - 1), (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_End, LONG),
                     (Qt.Key.Key_PageUp, LONG - whole + 1), (Qt.Key.Key_Home, 0)):  # fmt: skip
        long_desk.key(key)
        assert view.currentIndex().row() == row and len(pane(long_desk).selected()) == 1
    assert pane(long_desk).selected() == [long_desk.article.id]
    long_desk.key(Qt.Key.Key_Down)
    long_desk.key(Qt.Key.Key_Down)
    current = view.currentIndex().data(Qt.ItemDataRole.DisplayRole)
    assert current.startswith(title(1))


def test_a_title_is_gone_to_by_its_first_letters(calls: Counter[str], long_desk: Desk) -> None:
    view = pane(long_desk).list
    view.setFocus()
    long_desk.key(Qt.Key.Key_Home)
    calls.clear()
    long_desk.qtbot.keyClicks(view, f"tug {LONG - 9:05}")
    assert view.currentIndex().row() == LONG - 8 and calls["rows_of"] <= 4
    assert str(view.currentIndex().data()).startswith(title(LONG - 9))
    pane(long_desk).sort("title")
    view.keyboardSearch("")  # what is typed next is another title
    long_desk.qtbot.keyClicks(view, "f")
    assert pane(long_desk).selected() == [long_desk.article.id]


def test_a_drag_that_begins_below_the_last_row_chooses_the_rows_it_goes_over(long_desk: Desk) -> None:
    made, view, port = make_sample(), pane(long_desk).list, pane(long_desk).list.viewport()
    long_desk.session.do(edits.add_article(made.article, made.revision))
    pane(long_desk).search("site:herald")
    long_desk.qtbot.waitUntil(lambda: pane(long_desk).model.rowCount() == 2)
    settle(long_desk)
    last = view.visualRect(pane(long_desk).model.index(1))
    view.clearSelection()
    QTest.mousePress(port, LEFT, pos=last.bottomLeft() + QPoint(20, 40))
    for at in (last.center(), last.center() - QPoint(0, last.height())):
        moved = QMouseEvent(QEvent.Type.MouseMove, at, port.mapToGlobal(at), LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(port, moved)
    QTest.mouseRelease(port, LEFT, pos=last.center() - QPoint(0, last.height()))
    assert pane(long_desk).selected() == pane(long_desk).listed() and len(pane(long_desk).selected()) == 2
