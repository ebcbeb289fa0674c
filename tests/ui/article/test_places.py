"""Where the reader is in a long article: kept over other articles, restarts, sizes and widths."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
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


def test_going_back_keeps_the_furthest_share_that_was_read(desk: Desk, qtbot: QtBot) -> None:
    bar = desk.window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    library, article = desk.session.library, desk.sample.article.id
    qtbot.waitUntil(lambda: desk.window.view.first_visible() > len(desk.window.view.text) // 2)
    settled(desk, qtbot)
    desk.window.desk.places.keep()
    assert (kept := library.place(article)) is not None and kept.progress > 0.98
    bar.setValue(0)
    settled(desk, qtbot)
    desk.window.desk.places.keep()
    assert (kept := library.place(article)) is not None and kept.position == 0 and kept.progress > 0.98
