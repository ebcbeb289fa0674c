"""The manual in its window: opened by its key, gone through by keys and links, searched, with the user's own keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window_desk import Desk, Starter
from ui.actions.keys import KEYS
from ui.manual import pages
from ui.manual.window import PAGE, ManualWindow


def opened() -> ManualWindow:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ManualWindow) and w.isVisible()]
    return found


@pytest.fixture
def manual(desk: Desk, qtbot: QtBot) -> Iterator[ManualWindow]:
    desk.key(Qt.Key.Key_F1)
    made = opened()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    KEYS.use({})


def said(manual: ManualWindow) -> str:
    return manual.view.toPlainText()


def test_f1_opens_it_and_a_screen_reader_reads_its_lines(manual: ManualWindow) -> None:
    assert manual.page == "start" and manual.view.hasFocus()
    assert "Press" not in manual.view.accessibleName() and manual.view.isReadOnly()
    interface = QAccessible.queryAccessibleInterface(manual.view)
    assert interface.role() is QAccessible.Role.EditableText and interface.state().readOnly
    assert "{key:" not in said(manual) and "Ctrl+K" in said(manual)


def test_its_pictures_are_shown_and_fit(manual: ManualWindow) -> None:
    from ui.manual.page_look import blocks, fragments

    manual.resize(700, 500)
    found = [
        fragment.charFormat().toImageFormat()
        for block in blocks(manual.view.document())
        for fragment in fragments(block)
        if fragment.charFormat().isImageFormat()
    ]
    assert found and all(0 < one.width() <= manual.view.viewport().width() for one in found)


def test_tab_goes_to_a_link_enter_follows_it_and_the_way_back_stays(manual: ManualWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(manual.view, Qt.Key.Key_Tab)
    assert manual.view.textCursor().selectedText() == "Adding articles"
    qtbot.keyClick(manual.view, Qt.Key.Key_Return)
    assert manual.page == "adding" and manual.list.currentItem().data(PAGE) == "adding"
    qtbot.keyClick(manual.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.page == "start" and manual.forward.isEnabled()
    qtbot.keyClick(manual.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.page == "adding"


def test_a_click_follows_a_link(manual: ManualWindow, qtbot: QtBot) -> None:
    link = next(link for link in manual.view.links() if link.to == "board.md")
    cursor = manual.view.textCursor()
    cursor.setPosition(link.start + 2)
    manual.view.setTextCursor(cursor)
    manual.view.ensureCursorVisible()
    place = manual.view.cursorRect(cursor).center() + QPoint(1, 0)
    qtbot.mouseClick(manual.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert manual.page == "board"


def test_the_list_turns_to_a_page(manual: ManualWindow, qtbot: QtBot) -> None:
    manual.list.setFocus()
    qtbot.keyClick(manual.list, Qt.Key.Key_Down)
    assert manual.page == "adding"


def test_the_search_lists_the_pages_that_hold_the_words_and_goes_through_them(
    manual: ManualWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(manual.search, "spreadsheet")
    left = [page for row, page in enumerate(pages.PAGES) if not manual.list.item(row).isHidden()]
    assert left == ["export"]
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.page == "export" and manual.view.textCursor().selectedText() == "spreadsheet"
    manual.search.clear()
    qtbot.keyClicks(manual.search, "no such words")
    assert all(manual.list.item(row).isHidden() for row in range(manual.list.count()))
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.page == "export"


def test_a_changed_key_is_told_at_once(manual: ManualWindow, desk: Desk) -> None:
    manual.open("marking")
    assert "Alt+Ins" not in said(manual)
    desk.program.settings.update(keys={"note": ["Alt+Ins"], "link": []})
    assert "Alt+Ins" in said(manual) and "(no key)" in said(manual)


def test_esc_closes_it(manual: ManualWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(manual.view, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_it_speaks_the_windows_language(start: Starter, qtbot: QtBot) -> None:
    desk = start()
    desk.program.settings.update(language="id")
    qtbot.addWidget(desk.window)
    desk.window.commands["manual"].trigger()
    assert said(opened()).startswith("Apa itu Tilik")
    desk.program.settings.update(language="en")
    qtbot.addWidget(desk.window)


def test_who_is_stuck_is_led_to_it(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.window.panel
    qtbot.waitUntil(panel.empty.how.isVisible)
    qtbot.mouseClick(panel.empty.how, Qt.MouseButton.LeftButton)
    assert opened().page == "marking"
    opened().close()
    desk.session.close_article()
    qtbot.mouseClick(desk.window.welcome.manual, Qt.MouseButton.LeftButton)
    assert opened().page == "start"
    opened().close()


def test_another_text_begins_at_its_top(manual: ManualWindow) -> None:
    manual.view.moveCursor(QTextCursor.MoveOperation.End)
    manual.open("board")
    assert manual.view.textCursor().position() == 0 and manual.view.verticalScrollBar().value() == 0
