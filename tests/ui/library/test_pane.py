"""The left pane as its user drives it: states, search, filters, order, moving articles by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextLayout, QTextLine
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.articles import State
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.library.card import in_a_line
from ui.library.pane import LibraryPane
from ui.library.state_list import _COUNT

TITLES = ("Anchovies return to the strait", "Bridge over the Kelor is shut", "Crane falls on the quay")
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def others(desk: Desk) -> list[Sample]:
    """Three more articles in the library; the list shows them."""
    made = [make_sample((title, f"Nobody at the harbour had seen article {n} coming."), title) for n, title in
            enumerate(TITLES, 1)]  # fmt: skip
    for sample in made:
        desk.session.do(edits.add_article(sample.article, sample.revision))
    desk.qtbot.waitUntil(lambda: pane(desk).model.rowCount() == 4)
    return made


def pane(desk: Desk) -> LibraryPane:
    return desk.window.library


def titles(desk: Desk) -> list[str]:
    model = pane(desk).model
    return [summary.title for row in range(model.rowCount()) if (summary := model.summary(row)) is not None]


def search(desk: Desk, words: str) -> None:
    """Type into the field that Ctrl+Shift+F goes to."""
    desk.key(Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    desk.qtbot.keyClick(desk.window.header.search, Qt.Key.Key_Backspace)
    desk.qtbot.keyClicks(desk.window.header.search, words)


def choose_state(desk: Desk, name: str) -> None:
    states = pane(desk).states.list
    (item,) = states.findItems(name, Qt.MatchFlag.MatchExactly)
    QTest.mouseClick(states.viewport(), LEFT, pos=states.visualItemRect(item).center())


def row_of(desk: Desk, title: str) -> QPoint:
    return pane(desk).list.visualRect(pane(desk).model.index(titles(desk).index(title))).center()


# -- searching -------------------------------------------------------------------------------------------------


def test_a_reason_leaves_the_text_its_room(desk: Desk) -> None:
    width = desk.window.view.width()
    search(desk, "state:lost")
    desk.qtbot.waitUntil(lambda: "lost" in pane(desk)._count.text())
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert desk.window.view.width() == width
    label = pane(desk)._count
    assert label.heightForWidth(label.width()) <= label.height() and "lost" in label.toolTip()
    search(desk, "")
    desk.qtbot.waitUntil(lambda: not label.toolTip())


def test_a_state_chosen_while_hits_are_shown_keeps_to_the_words(desk: Desk, others: list[Sample]) -> None:
    desk.session.do(edits.set_state([others[1].article], State.DONE))
    search(desk, "harbour 2")
    desk.qtbot.waitUntil(lambda: pane(desk).results.isVisible())
    choose_state(desk, "Inbox")
    desk.qtbot.waitUntil(lambda: pane(desk).list.isVisible() and titles(desk) == [])
    choose_state(desk, "Done")
    desk.qtbot.waitUntil(lambda: titles(desk) == [TITLES[1]])
    desk.key(Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    desk.qtbot.keyClick(desk.window.header.search, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: titles(desk) == [TITLES[1]] and not desk.window.header.search.text())


def test_a_state_chosen_while_a_reason_is_said_shows_the_state(desk: Desk, others: list[Sample]) -> None:
    search(desk, "harbour")
    desk.qtbot.waitUntil(lambda: pane(desk).results.isVisible())
    search(desk, "state:lost")
    desk.qtbot.waitUntil(lambda: "lost" in pane(desk)._count.text())
    choose_state(desk, "Inbox")
    desk.qtbot.waitUntil(lambda: pane(desk).list.isVisible() and set(TITLES) < set(titles(desk)))


def test_more_hits_than_are_shown_are_said_to_be_more(
    desk: Desk, others: list[Sample], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.library.search_results.SHOWN", 2)
    search(desk, "harbour")
    results = pane(desk).results
    desk.qtbot.waitUntil(lambda: results.isVisible() and results.model.rowCount() == 2)
    assert pane(desk)._count.text() == "The first 2 hits"
    search(desk, "coming 1")
    desk.qtbot.waitUntil(lambda: results.model.rowCount() == 1)
    assert pane(desk)._count.text().startswith("1 hit")


def test_a_long_name_and_count_of_a_state_are_read_whole_where_the_other_column_can_spare_it(desk: Desk) -> None:
    states = pane(desk).states
    views = states.list
    first, second = views.item(0), views.item(1)
    half = views.visualItemRect(first).width()
    assert abs(half - views.visualItemRect(second).width()) <= 1
    wide = views.fontMetrics().horizontalAdvance
    digits = "9" * ((half - wide(first.text())) // wide("9"))
    first.setData(_COUNT, digits)
    views.doItemsLayout()
    room = views.visualItemRect(first).width()
    assert room > half and room >= wide(first.text()) + wide(digits)
    assert views.visualItemRect(second).left() >= room and views.visualItemRect(second).top() == 0


def test_words_are_found_in_texts_and_enter_opens_the_article(desk: Desk, others: list[Sample], qtbot: QtBot) -> None:
    search(desk, "anglers")
    results = pane(desk).results
    qtbot.waitUntil(lambda: results.isVisible() and results.model.rowCount() == 1)
    assert desk.sample.article.title in results.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.window.open(others[0].article.id)
    results.list.setCurrentIndex(results.model.index(0))
    results.list.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.session.article is not None and desk.session.article.id == desk.sample.article.id


def test_a_mark_is_found_by_its_note_and_a_click_goes_to_it(desk: Desk, others: list[Sample], qtbot: QtBot) -> None:
    desk.select("denies having sold tickets")
    desk.key(Qt.Key.Key_3)
    (mark,) = desk.session.library.annotations(desk.sample.article.id)
    desk.session.do(edits.set_note(mark, "compare the zeppelin timetable"))
    desk.window.open(others[1].article.id)
    search(desk, "zeppelin")
    found, hits = pane(desk).results.list, pane(desk).results.model
    qtbot.waitUntil(lambda: found.isVisible() and hits.rowCount() == 1)
    QTest.mouseClick(found.viewport(), LEFT, pos=found.visualRect(hits.index(0)).center())
    assert desk.window.view.selected_mark == mark.id


def test_no_words_show_the_list_again(desk: Desk, others: list[Sample], qtbot: QtBot) -> None:
    search(desk, "anglers")
    qtbot.waitUntil(pane(desk).results.isVisible)
    qtbot.keyClick(desk.window.header.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(pane(desk).list.isVisible)
    assert len(titles(desk)) == 4 and desk.window.view.hasFocus()


def test_a_filter_narrows_the_list_and_goes_with_its_words(desk: Desk, others: list[Sample], qtbot: QtBot) -> None:
    desk.select("denies having sold tickets")
    desk.key(Qt.Key.Key_3)
    search(desk, "label:denial")
    qtbot.waitUntil(lambda: titles(desk) == [desk.sample.article.title])
    desk.window.header.search.clear()
    qtbot.waitUntil(lambda: len(titles(desk)) == 4)


def test_a_state_in_the_search_goes_with_its_words(desk: Desk, others: list[Sample], qtbot: QtBot) -> None:
    desk.session.do(edits.set_state([others[0].article], State.DONE))
    search(desk, "state:done")
    qtbot.waitUntil(lambda: titles(desk) == [TITLES[0]])
    desk.window.header.search.clear()
    qtbot.waitUntil(lambda: len(titles(desk)) == 4)


def test_a_filter_keeps_the_order_and_the_state_that_were_chosen(
    desk: Desk, others: list[Sample], qtbot: QtBot
) -> None:
    desk.session.do(edits.set_state([others[0].article], State.DONE))
    choose_state(desk, "Inbox")
    pane(desk).sort("title")
    qtbot.waitUntil(lambda: titles(desk) == [*TITLES[1:], desk.sample.article.title])
    search(desk, "lang:en")
    qtbot.waitUntil(lambda: pane(desk).model.query.language == "en")
    assert titles(desk) == [*TITLES[1:], desk.sample.article.title]


def test_a_state_that_is_none_is_told(desk: Desk, qtbot: QtBot) -> None:
    search(desk, "state:lost")
    qtbot.waitUntil(lambda: any("no state 'lost'" in label.text() for label in pane(desk).findChildren(QLabel)))


# -- states and order ------------------------------------------------------------------------------------------


def test_the_trash_is_a_state_of_its_own(desk: Desk, others: list[Sample], qtbot: QtBot) -> None:
    QTest.mouseClick(pane(desk).list.viewport(), LEFT, pos=row_of(desk, TITLES[1]))
    desk.key(Qt.Key.Key_Delete)
    pane(desk).list.setFocus()
    desk.key(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: TITLES[1] not in titles(desk))
    choose_state(desk, "Trash")
    assert titles(desk) == [TITLES[1]]
    desk.key(Qt.Key.Key_Z, CTRL)
    (box,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(desk) == [])
    choose_state(desk, "All articles")
    assert len(titles(desk)) == 4


def test_several_articles_move_in_one_step(desk: Desk, others: list[Sample], qtbot: QtBot) -> None:
    port = pane(desk).list.viewport()
    QTest.mouseClick(port, LEFT, pos=row_of(desk, TITLES[0]))
    QTest.mouseClick(port, LEFT, CTRL, row_of(desk, TITLES[2]))
    pane(desk).list.setFocus()
    desk.key(Qt.Key.Key_E)
    assert desk.session.library.state_counts()[State.DONE] == 2
    desk.key(Qt.Key.Key_Z, CTRL)
    assert desk.session.library.state_counts().get(State.DONE, 0) == 0


def test_the_order_is_chosen_from_the_menu(desk: Desk, others: list[Sample]) -> None:
    assert titles(desk) == [*reversed(TITLES), desk.sample.article.title]
    menus: list[QMenu | None] = [button.menu() for button in pane(desk).findChildren(QToolButton)]
    menu = next(menu for menu in menus if menu is not None)
    next(action for action in menu.actions() if action.text() == "By title").trigger()
    assert titles(desk) == [*TITLES, desk.sample.article.title]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["By title"]


# -- opening ---------------------------------------------------------------------------------------------------


def test_a_click_opens_and_ctrl_with_the_arrows_goes_on_from_there(desk: Desk, others: list[Sample]) -> None:
    def opened() -> str:
        assert desk.session.article is not None
        return desk.session.article.title

    pane(desk).sort("title")
    QTest.mouseClick(pane(desk).list.viewport(), LEFT, pos=row_of(desk, TITLES[0]))
    assert opened() == TITLES[0] and desk.window.view.hasFocus()
    desk.key(Qt.Key.Key_Down, CTRL)
    assert opened() == TITLES[1]
    desk.key(Qt.Key.Key_Up, CTRL)
    desk.key(Qt.Key.Key_Up, CTRL)
    assert opened() == TITLES[0]


def test_the_counts_follow_the_articles(desk: Desk, others: list[Sample], qtbot: QtBot) -> None:
    states = pane(desk).states.list

    def told() -> dict[str, str]:
        rows = [states.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(states.count())]
        return dict(row.split(", ") for row in rows)

    qtbot.waitUntil(lambda: told()["Inbox"] == "4")
    desk.key(Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: (told()["Inbox"], told()["Done"], told()["All articles"]) == ("3", "1", "4"))
    desk.key(Qt.Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: (told()["Done"], told()["Trash"], told()["All articles"]) == ("0", "1", "3"))


def left(line: QTextLine, position: int) -> float:
    """Where a character stands. (PySide6 gives the place together with the position, which its types leave out.)"""
    found: object = line.cursorToX(position)
    x = found[0] if isinstance(found, tuple) else found
    assert isinstance(x, float)
    return x


def test_a_date_behind_an_arabic_name_stays_as_it_is_read(qapp: object) -> None:
    line = in_a_line("صحيفة المرسى", "27 January 2026", "2 min")
    layout = QTextLayout(line)
    layout.beginLayout()
    row = layout.createLine()
    row.setLineWidth(1000)
    layout.endLayout()
    day, month = line.index("27"), line.index("January")
    assert left(row, day) < left(row, month)
