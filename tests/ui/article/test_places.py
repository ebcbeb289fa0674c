"""Where the reader is in a long article: kept over other articles, restarts, sizes and widths."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import edits
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk, Starter, stop

CTRL = Qt.KeyboardModifier.ControlModifier
PARAGRAPHS = tuple(
    f"Watch {n}: the keeper of the lighthouse at Cape Ketapang wrote down {n * 3 % 17} boats, the wind from the south"
    " east, and that the lamp had burned through the night without going out even once in the rain."
    for n in range(1, 121)
)


@pytest.fixture
def sample() -> Sample:
    """A long article, in the place of the short one."""
    return make_sample(("The log of the lighthouse", *PARAGRAPHS), "The log of the lighthouse")


def first_words(desk: Desk) -> str:
    """The paragraph whose words stand first on the screen, by its beginning."""
    place = desk.window.view.first_visible()
    text = desk.sample.revision.text
    start = text.rfind("\n", 0, place + 1) + 1
    return text[start : text.index(":", start)] if ":" in text[start : start + 12] else ""


def read_on(desk: Desk) -> str:
    desk.window.view.setFocus()
    for _ in range(4):
        desk.key(Qt.Key.Key_Space)
    here = first_words(desk)
    assert here.startswith("Watch") and here != "Watch 1"
    return here


def settled(desk: Desk, qtbot: QtBot) -> None:
    """Wait until the window has said where the reader is."""
    with qtbot.waitSignal(desk.window.view.readingMoved):
        pass


def test_space_turns_pages_forward_and_with_shift_back(desk: Desk) -> None:
    read_on(desk)
    for _ in range(4):
        desk.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.view.first_visible() == 0


def test_the_place_is_kept_while_another_article_is_read(desk: Desk, qtbot: QtBot) -> None:
    other = make_sample()
    desk.session.do(edits.add_article(other.article, other.revision))
    here = read_on(desk)
    settled(desk, qtbot)
    desk.window.open(other.article.id)
    assert desk.window.view.first_visible() == 0
    desk.window.open(desk.sample.article.id)
    assert first_words(desk) == here


def test_the_place_is_kept_over_a_restart(start: Starter, qtbot: QtBot) -> None:
    first = start()
    here = read_on(first)
    settled(first, qtbot)
    stop(first.program)
    second = start(open_sample=False)
    assert first_words(second) == here


def test_larger_letters_leave_the_first_words_where_they_are(desk: Desk) -> None:
    here = read_on(desk)
    for _ in range(3):
        desk.key(Qt.Key.Key_Equal, CTRL)
        assert first_words(desk) == here
    desk.key(Qt.Key.Key_0, CTRL)
    assert first_words(desk) == here


def test_a_narrower_window_leaves_the_first_words_where_they_are(desk: Desk) -> None:
    here = read_on(desk)
    before = desk.window.view.width()
    desk.window.resize(1000, 640)
    assert desk.window.view.width() < before and first_words(desk) == here


def test_focus_mode_leaves_the_first_words_where_they_are(desk: Desk) -> None:
    here = read_on(desk)
    desk.key(Qt.Key.Key_F11)
    assert first_words(desk) == here
    desk.key(Qt.Key.Key_F11)
    assert first_words(desk) == here


def test_fewer_characters_a_line_make_the_column_narrower_and_never_wider_than_the_window(desk: Desk) -> None:
    window, face = desk.window, desk.program.settings.values.face
    wide = window.view.column[1]
    window.desk.set_face(replace(face, measure=45))
    narrow = window.view.column[1]
    assert narrow < wide
    block = window.view.document().findBlockByNumber(1)
    assert block.layout().lineAt(0).width() == pytest.approx(narrow, abs=1)
    window.desk.set_face(replace(face, measure=90, size=30))
    assert sum(window.view.column) <= window.view.viewport().width()


def test_sentence_by_sentence_the_text_follows_to_the_last_and_stays_there(desk: Desk) -> None:
    view = desk.window.view
    view.setFocus()
    for _ in range(140):
        desk.key(Qt.Key.Key_J)
    assert desk.session.here.sentence is not None
    assert desk.session.here.sentence.of(view.text).startswith("Watch 120")
    assert view.first_visible() > len(view.text) * 9 // 10
    for _ in range(140):
        desk.key(Qt.Key.Key_K)
    assert desk.session.here.sentence.of(view.text) == "The log of the lighthouse" and view.first_visible() == 0


def progress(desk: Desk) -> float:
    """The share that the library says was read."""
    place = desk.session.library.place(desk.sample.article.id)
    return place.progress if place is not None else 0.0


def rested(desk: Desk, qtbot: QtBot, screens: int) -> float:
    """Wait until `screens` stretches of the text count as read; the share that they are."""
    places, id = desk.window.desk.places, desk.sample.article.id
    qtbot.waitUntil(lambda: len(places.shown(id)) == screens)
    qtbot.waitUntil(lambda: places.latest is not None and 0 < progress(desk) == places.latest.progress)
    return progress(desk)


def test_nothing_is_read_when_the_article_opens(desk: Desk) -> None:
    assert desk.window.status.reading.text().startswith("0 % read")


def test_what_is_jumped_over_is_not_read(desk: Desk, qtbot: QtBot) -> None:
    view, places = desk.window.view, desk.window.desk.places
    one = rested(desk, qtbot, 1)
    assert places.shown(desk.sample.article.id)[0][0] == 0
    desk.key(Qt.Key.Key_End, CTRL)
    two = rested(desk, qtbot, 2)
    assert 0 < one < two < 3 * one < 0.5
    assert places.shown(desk.sample.article.id)[1][1] == len(view.text)
    desk.key(Qt.Key.Key_Home)
    settled(desk, qtbot)
    places.keep_all()
    assert view.first_visible() == 0 and progress(desk) == two


def test_what_was_read_adds_up_over_a_restart(start: Starter, qtbot: QtBot) -> None:
    first = start()
    one = rested(first, qtbot, 1)
    stop(first.program)
    second = start(open_sample=False)
    assert second.window.status.reading.text().startswith(f"{round(one * 100)} % read")
    second.window.view.setFocus()
    second.key(Qt.Key.Key_End)
    assert one < rested(second, qtbot, 2) < 3 * one


def test_home_and_end_are_the_ends_of_the_article(desk: Desk) -> None:
    bar = desk.window.view.verticalScrollBar()
    desk.window.view.setFocus()
    for modifier in (Qt.KeyboardModifier.NoModifier, CTRL):
        desk.key(Qt.Key.Key_End, modifier)
        assert bar.value() == bar.maximum() > 0
        assert desk.window.view.visible_page() is not None
        desk.key(Qt.Key.Key_Home, modifier)
        assert bar.value() == 0


def test_the_wheel_with_ctrl_makes_the_letters_larger_and_smaller(desk: Desk) -> None:
    size, port = desk.program.settings.values.face.size, desk.window.view.viewport()
    here = read_on(desk)
    for turned, wanted in ((120, size + 1), (60, size + 1), (60, size + 2), (-240, size)):
        at = QPointF(port.rect().center())
        turn = QWheelEvent(
            at, QPointF(port.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, CTRL,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(port, turn)
        assert desk.program.settings.values.face.size == wanted and first_words(desk) == here
