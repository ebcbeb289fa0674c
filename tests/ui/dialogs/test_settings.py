"""The settings: each holds at once, and the next start finds it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.window_desk import Desk
from ui.dialogs.settings import SettingsDialog
from ui.settings import Settings

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk) -> SettingsDialog:
    """The dialog, by its key."""
    desk.key(Qt.Key.Key_Comma, CTRL)
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsDialog) and w.isVisible()]
    return found


def choose(box: QComboBox, data: str, qtbot: QtBot) -> None:
    """Choose an entry by its keys."""
    box.setFocus()
    steps = box.findData(data) - box.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


@pytest.fixture
def dialog(desk: Desk) -> SettingsDialog:
    return opened(desk)


def test_the_name_stands_on_the_next_mark(desk: Desk, dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.annotator, "  Rahma S. ")
    qtbot.keyClick(dialog.annotator, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)
    (mark,) = desk.session.library.annotations(desk.sample.article.id)
    assert mark.annotator == "Rahma S."


def test_the_paper_is_seen_behind_the_dialog_at_once(desk: Desk, dialog: SettingsDialog, qtbot: QtBot) -> None:
    choose(dialog.paper, "dark", qtbot)
    assert dialog.isVisible() and desk.window.theme.id == "dark"
    assert desk.window.commands["paper_dark"].isChecked()


def test_another_language_closes_the_dialog_speaks_at_once_and_is_kept(
    desk: Desk, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    choose(dialog.language, "id", qtbot)
    qtbot.addWidget(desk.window)
    assert desk.window.commands["export"].text() == "Eks&por…"
    assert Settings(desk.program.settings.path).values.language == "id"
    desk.program.settings.update(language="en")
    qtbot.addWidget(desk.window)


def test_it_tells_where_the_library_and_the_settings_lie(desk: Desk, dialog: SettingsDialog) -> None:
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert str(desk.session.library.path) in shown and str(desk.program.settings.path) in shown
