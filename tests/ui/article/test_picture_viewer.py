"""A picture of the article opens large: by a click, by Enter, from the menu; fitting and pixel by pixel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.article.test_figures import picture
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.dialogs.picture_viewer import PictureViewer

CAPTION = "The quay of Tanjung Senja at dawn, seen from the mole."
WIDE, HIGH = 3000, 1800
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(start: Starter, tmp_path: Path, qtbot: QtBot) -> Desk:
    """An article with a picture that is larger than any screen; the picture is read."""
    figure = f'<figure><img src="{picture(WIDE, HIGH)}" alt="a quay"><figcaption>{CAPTION}</figcaption></figure>'
    (tmp_path / "quay.html").write_text(PAGE.replace("<p>A trader", f"{figure}<p>A trader"))
    made = start([str(tmp_path / "quay.html")], open_sample=False)
    qtbot.waitUntil(lambda: made.session.article is not None and "Rice" in made.session.article.title)
    qtbot.waitUntil(lambda: bool(made.window.view.pictures()))
    return made


def place(desk: Desk) -> QPoint:
    """The middle of the part of the picture that is on the screen."""
    ((_, box),) = desk.window.view.pictures()
    return box.intersected(desk.window.view.viewport().rect().toRectF()).center().toPoint()


def viewer() -> PictureViewer:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PictureViewer)
    return shown


def test_a_click_opens_it_with_its_caption_and_esc_closes(desk: Desk, qtbot: QtBot) -> None:
    QTest.mouseClick(desk.window.view.viewport(), LEFT, pos=place(desk))
    opened = viewer()
    assert opened.caption.text() == CAPTION and opened.image.accessibleName() == "a quay"
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_enter_opens_it_from_the_text(desk: Desk, qtbot: QtBot) -> None:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_Return)
    qtbot.keyClick(viewer(), Qt.Key.Key_Escape)
    desk.window.view.to_end()
    assert not desk.window.view.pictures() or desk.window.view.picture_at(place(desk).toPointF())


def test_the_menu_opens_it_on_a_picture_and_not_on_words(desk: Desk) -> None:
    def entries(at: QPoint) -> QMenu:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, desk.window.view.viewport().mapToGlobal(at))
        desk.window.view.contextMenuEvent(event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
        return menu

    name = "Show the picture large"
    menu = entries(place(desk))
    (action,) = [action for action in menu.actions() if action.text() == name]
    action.trigger()
    viewer().reject()
    assert name not in [action.text() for action in entries(QPoint(place(desk).x(), 4)).actions()]


def test_dragging_over_a_picture_opens_nothing(desk: Desk) -> None:
    port = desk.window.view.viewport()
    QTest.mousePress(port, LEFT, pos=place(desk))
    QTest.mouseRelease(port, LEFT, pos=QPoint(place(desk).x(), 2))
    assert QApplication.activeModalWidget() is None


def test_it_fits_the_window_or_is_shown_pixel_by_pixel(desk: Desk, qtbot: QtBot) -> None:
    QTest.mouseClick(desk.window.view.viewport(), LEFT, pos=place(desk))
    opened = viewer()
    room = opened.area.maximumViewportSize()
    assert opened.share < 1 and opened.image.width() <= room.width() and opened.image.height() <= room.height()
    qtbot.keyClick(opened, Qt.Key.Key_Return)
    assert opened.share == 1 and opened.turn.text() == "&Fit the window"
    assert opened.area.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(opened, Qt.Key.Key_Return)
    assert opened.share < 1
    QTest.mouseClick(opened.area.viewport(), LEFT, pos=QPoint(room.width() - 3, room.height() - 3))
    assert opened.share == 1
    bar = opened.area.verticalScrollBar()
    assert bar.value() > bar.maximum() * 0.8
    opened.reject()
