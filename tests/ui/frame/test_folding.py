"""Side panes that fold away, by key and for want of room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window_desk import Desk, Starter
from ui.frame.folding import NARROW, TEXT


def panes(desk: Desk) -> tuple[bool, bool]:
    return desk.window.library.isVisible(), desk.window.panel.isVisible()


def test_a_narrow_window_keeps_room_for_the_text_and_a_wide_one_brings_the_library_back(
    desk: Desk, qtbot: QtBot
) -> None:
    assert panes(desk) == (True, True)
    desk.window.resize(NARROW - 200, 700)
    qtbot.waitUntil(lambda: panes(desk) == (False, True))
    assert desk.window.middle.width() >= TEXT
    desk.window.resize(NARROW + 200, 700)
    qtbot.waitUntil(lambda: panes(desk) == (True, True))


def test_in_a_narrow_window_one_pane_takes_the_other_s_room(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(NARROW - 200, 700)
    qtbot.waitUntil(lambda: panes(desk) == (False, True))
    desk.key(Qt.Key.Key_F9)
    assert panes(desk) == (True, False)
    desk.key(Qt.Key.Key_F9)
    assert panes(desk) == (False, True)
    assert desk.window.settings.values.library_shown


def test_a_pane_folded_by_key_stays_folded_after_a_restart(start: Starter) -> None:
    first = start()
    first.key(Qt.Key.Key_F10)
    assert panes(first) == (True, False)
    first.window.close()
    first.program.close()
    assert panes(start()) == (True, False)
