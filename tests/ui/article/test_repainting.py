"""What is painted again after a change: enough of the page, and no more than shows the change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk

LINES = tuple(f"Line {n} of the log says that the ferry never sailed on that night." for n in range(9))
NEAR, FAR = "Line 5 of the log", "Line 8 of the log"


class Areas(QObject):
    """The parts of a widget that are painted while it is told to watch."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.area, self.watching = QRegion(), False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.watching and isinstance(event, QPaintEvent):
            self.area = self.area.united(event.region())
        return False


@pytest.fixture
def sample() -> Sample:
    """An article of some lines."""
    return make_sample(LINES, LINES[0])


@pytest.fixture
def lined(desk: Desk) -> Desk:
    """Marks on some lines, over each other on one of them."""
    for words in ("Line 1", NEAR, "5 of the log says", "log says that the ferry", "Line 7", FAR):
        desk.select(words)
        desk.key(Qt.Key.Key_C)
        desk.pause()
    desk.key(Qt.Key.Key_Escape)
    return desk


def picture(port: QWidget, area: QRegion, on: QImage) -> QImage:
    """`on` with that area of the viewport painted anew, without what stands over it."""
    made = on.copy()
    if not area.isEmpty():
        port.render(made, area.boundingRect().topLeft(), area, QWidget.RenderFlag(0))
    return made


def painted_by(desk: Desk, act: Callable[[], object]) -> QRegion:
    """The area that is painted because of `act`; what is painted there makes the page that a whole painting makes."""
    port = desk.window.view.viewport()
    whole, areas = QRegion(port.rect()), Areas(port)
    blank = QImage(port.size(), QImage.Format.Format_ARGB32_Premultiplied)
    blank.fill(0)
    settle(desk)
    before = picture(port, whole, blank)
    areas.watching = True
    act()
    settle(desk)
    areas.watching = False
    after = picture(port, whole, blank)
    assert after != before, "nothing is to be seen of it"
    assert picture(port, areas.area, before) == after
    return areas.area


def settle(desk: Desk) -> None:
    port = desk.window.view.viewport()
    port.repaint(QRect(0, 0, 1, 1))
    for _ in range(3):
        QApplication.processEvents()


def column_of(desk: Desk, words: str) -> QRect:
    """The line of words, without the margins."""
    view = desk.window.view
    page = view.visible_page()
    assert page is not None
    return view.boxes(page, desk.sample.span(words))[0].toAlignedRect()


def marked(desk: Desk, words: str) -> None:
    desk.select(words)
    desk.key(Qt.Key.Key_S)


def test_a_mark_key_paints_the_lines_of_the_mark_and_the_badges_below(lined: Desk) -> None:
    lined.select("4 of the log")
    area = painted_by(lined, lambda: lined.key(Qt.Key.Key_C))
    assert area.intersects(column_of(lined, "Line 4"))
    for words in ("Line 2", "Line 7", FAR):
        assert not area.intersects(column_of(lined, words)), words
    left, below = round(lined.window.view.column[0]), column_of(lined, FAR)
    assert area.contains(QRect(left - 30, below.top(), 10, 10))
    assert not area.contains(QRect(left - 30, column_of(lined, "Line 1").top(), 10, 10))


@pytest.mark.parametrize(
    "words", ["Line 0 of", "5 of the log", "log says", "ferry never", "Line 6 of the log says", FAR]
)
def test_a_mark_is_seen_as_when_all_is_painted(lined: Desk, words: str) -> None:
    painted_by(lined, lambda: marked(lined, words))


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
def test_a_mark_that_is_deleted_or_brought_back_is_seen_as_when_all_is_painted(lined: Desk, number: int) -> None:
    lined.window.view.select_mark(lined.session.page_annotations[number].id, flash=False)
    painted_by(lined, lambda: lined.key(Qt.Key.Key_S))  # another label: other numbers too
    painted_by(lined, lambda: lined.key(Qt.Key.Key_Delete))
    painted_by(lined, lined.session.undo)


def test_what_is_chosen_is_seen_as_when_all_is_painted(lined: Desk) -> None:
    view = lined.window.view
    for mark in lined.session.page_annotations:
        painted_by(lined, lambda id=mark.id: view.select_mark(id, flash=False))  # type: ignore[misc]
    painted_by(lined, lambda: lined.select(FAR))
    painted_by(lined, lambda: lined.select("Line 2"))
    painted_by(lined, lambda: view.move_sentence(-1, False))
    painted_by(lined, lambda: view.move_sentence(-1, True))
    painted_by(lined, lambda: lined.key(Qt.Key.Key_Escape))


def test_a_mark_of_several_pieces_is_seen_as_when_all_is_painted(lined: Desk, qtbot: QtBot) -> None:
    view, session = lined.window.view, lined.session
    spans = tuple(lined.sample.span(words) for words in ("Line 3", "Line 8"))
    view.choose(spans, (), None)
    painted_by(lined, lambda: lined.key(Qt.Key.Key_D))
    assert any(mark.pieces for mark in session.page_annotations)
    painted_by(lined, session.undo)


def test_an_underline_that_another_mark_moves_is_painted_again_on_its_other_lines(lined: Desk) -> None:
    over = f"{LINES[3][-6:]}\n{LINES[4][:6]}"  # from one line to the next
    lined.select(over)
    lined.key(Qt.Key.Key_C)
    lined.key(Qt.Key.Key_Escape)  # else its lines would be painted as those of what was chosen
    area = painted_by(lined, lambda: marked(lined, LINES[3][:-1]))
    assert area.intersects(column_of(lined, "4 of the log"))
