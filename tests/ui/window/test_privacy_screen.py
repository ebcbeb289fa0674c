"""The window locked: nothing of the library is on the screen, what opens meanwhile waits, and the way back is short."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.window_desk import Desk
from ui.window.privacy_screen import PrivacyScreen


def seen() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]


def locked(desk: Desk) -> PrivacyScreen:
    desk.window.commands["lock"].trigger()
    (curtain,) = seen()
    assert isinstance(curtain, PrivacyScreen)
    return curtain


def test_nothing_is_shown_until_the_window_is_shown_again(desk: Desk) -> None:
    title = desk.article.title
    curtain = locked(desk)
    assert not desk.window.isVisible() and title not in curtain.windowTitle()
    assert all(title not in label.text() for label in curtain.findChildren(QLabel))
    late = QLabel(title)
    late.show()
    desk.qtbot.waitUntil(lambda: seen() == [curtain])
    QTest.keyClick(curtain.unlock, Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: desk.window.isVisible() and late.isVisible())
    assert not any(isinstance(w, PrivacyScreen) for w in seen())
    late.deleteLater()
