"""What a reader does with the mouse in the text, and what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.window_desk import Desk

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def quotes(desk: Desk) -> list[tuple[str, str]]:
    """Label and words of every stored mark of the open article, in text order."""
    article = desk.session.article
    assert article is not None
    return [(a.label, a.anchor.quote) for a in desk.session.library.annotations(article.id)]


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the window is not active, or nothing in it has the keyboard"
    return widget


def point(desk: Desk, words: str, *, end: bool = False) -> QPoint:
    """Where words begin, or end, on the screen."""
    view = desk.window.view
    found = view.document().find(words)
    assert found.hasSelection(), words
    at = QTextCursor(view.document())
    at.setPosition(found.selectionEnd() if end else found.selectionStart())
    return view.cursorRect(at).center()


def pull(desk: Desk, start: QPoint, stop: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press at `start`, let go at `stop`."""
    port = desk.window.view.viewport()
    QTest.mousePress(port, LEFT, modifier, start)
    for place in ((QPointF(start + stop) / 2).toPoint(), stop):
        QTest.mouseEvent(QTest.MouseAction.MouseMove, port, Qt.MouseButton.NoButton, modifier, place)
    QTest.mouseRelease(port, LEFT, modifier, stop)


def drag(desk: Desk, words: str, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Select words by mouse."""
    pull(desk, point(desk, words) + QPoint(1, 0), point(desk, words, end=True), modifier)


def click(desk: Desk, words: str) -> None:
    """Click on the first letter of words."""
    QTest.mouseClick(desk.window.view.viewport(), LEFT, NONE, point(desk, words) + QPoint(3, 0))


def painted(widget: QWidget) -> QImage:
    """What a widget paints, a pixel of the picture for a pixel of the widget, whatever the screen's scale."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    widget.render(image)
    return image


def seen(desk: Desk) -> QImage:
    """The text as it is painted now."""
    return painted(desk.window.view.viewport())


def menu_of(action: QAction) -> QMenu:
    """The menu that opens below `action`."""
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu
