"""Words of the open article that are pasted make no article; words from elsewhere do."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.hands import NONE, point
from tests.ui.window_desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_word_copied_in_the_article_makes_none(desk: Desk) -> None:
    view = desk.window.view
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, point(desk, "ferry"))
    assert view.textCursor().selectedText()
    desk.key(Qt.Key.Key_C, CTRL)
    desk.key(Qt.Key.Key_V, CTRL)
    assert "already" in desk.window.status.message.text() and not desk.program.jobs.running
    view.selectAll()
    desk.key(Qt.Key.Key_C, CTRL)
    desk.key(Qt.Key.Key_V, CTRL)
    assert "already" in desk.window.status.message.text() and not desk.program.jobs.running


def test_words_from_elsewhere_are_added(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("The council of the northern islands spoke about the lighthouse. " * 5)
    desk.window.commands["paste"].trigger()
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 2)


def test_nothing_to_paste_is_said_with_a_capital(desk: Desk) -> None:
    mime = QMimeData()
    mime.setText("  ")
    QGuiApplication.clipboard().setMimeData(mime)
    desk.window.commands["paste"].trigger()
    assert desk.window.banner.text.text().startswith("There are no words in what was pasted or dropped")
