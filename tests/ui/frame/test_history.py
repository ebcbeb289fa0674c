"""Back and forward between articles and places in them, by keys, menu and the mouse's own buttons."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.labels import CLAIM, DENIAL
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.frame.history import History, Spot

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LONG = (
    "The log of the lighthouse",
    *(f"Watch {n}: the lamp burned through the night of the storm." for n in range(90)),
)


@pytest.fixture
def sample() -> Sample:
    return make_sample(LONG, LONG[0])


@pytest.fixture
def other(desk: Desk) -> Sample:
    made = make_sample()
    desk.session.do(edits.add_article(made.article, made.revision))
    return made


def at(desk: Desk) -> tuple[str, int]:
    return desk.article.id, desk.window.view.first_visible()


def scrolled(desk: Desk, words: str) -> tuple[str, int]:
    """Put words at the top of the screen."""
    desk.window.view.to_top(desk.sample.span(words).start)
    assert at(desk)[1] > 0
    return at(desk)


def test_back_and_forward_between_articles_and_their_places(desk: Desk, other: Sample) -> None:
    first = scrolled(desk, "Watch 40:")
    desk.window.open(other.article.id)
    second = at(desk)
    desk.key(Qt.Key.Key_Left, ALT)
    assert at(desk) == first
    desk.key(Qt.Key.Key_Left, ALT)
    assert at(desk) == first and desk.window.status.message.text() == "There is nothing to go back to."
    desk.key(Qt.Key.Key_Right, ALT)
    assert at(desk) == second
    desk.key(Qt.Key.Key_Right, ALT)
    assert at(desk) == second and "nothing to go forward" in desk.window.status.message.text()


def test_a_new_jump_after_back_forgets_what_was_ahead(desk: Desk, other: Sample) -> None:
    desk.window.open(other.article.id)
    desk.key(Qt.Key.Key_Left, ALT)
    desk.window.open(other.article.id)
    here = at(desk)
    desk.key(Qt.Key.Key_Right, ALT)
    assert at(desk) == here


def test_a_link_to_a_mark_in_the_same_article_is_a_step(desk: Desk) -> None:
    near = edits.annotate(desk.sample.revision, [desk.sample.span("Watch 2:")], CLAIM, id="near")
    far = edits.annotate(desk.sample.revision, [desk.sample.span("Watch 80:")], DENIAL, id="far")
    desk.session.do(near)
    desk.session.do(far)
    here = at(desk)
    desk.window.desk.go("far")
    there = at(desk)
    assert there[1] > here[1]
    desk.key(Qt.Key.Key_Left, ALT)
    assert at(desk) == here
    desk.key(Qt.Key.Key_Right, ALT)
    assert at(desk) == there


def test_a_hit_of_a_search_the_next_article_and_the_board_are_steps(desk: Desk, other: Sample, qtbot: QtBot) -> None:
    here = scrolled(desk, "Watch 30:")
    ways: tuple[Callable[[], object], ...] = (
        lambda: desk.window.library.hitActivated.emit(other.article.id, ""),
        lambda: desk.key(Qt.Key.Key_Down, CTRL),
        lambda: desk.key(Qt.Key.Key_Up, CTRL),
        lambda: desk.window.desk.open_hit(other.article.id, ""),
    )
    qtbot.waitUntil(lambda: desk.window.library.model.rowCount() == 2)
    stepped = 0
    for way in ways:
        way()
        if at(desk)[0] == other.article.id:
            stepped += 1
            desk.key(Qt.Key.Key_Left, ALT)
        assert at(desk) == here
    assert stepped == 3  # there is an article either above or below


def test_the_buttons_of_the_mouse_do_the_same_everywhere(desk: Desk, other: Sample) -> None:
    window = desk.window
    first = at(desk)
    window.open(other.article.id)
    second = at(desk)
    over: tuple[QWidget, ...] = (
        window.view.viewport(), window.library.list.viewport(), window.panel.list.viewport(), window.status,
    )  # fmt: skip
    for widget in over:
        QTest.mouseClick(widget, Qt.MouseButton.BackButton)
        assert at(desk) == first
        QTest.mouseClick(widget, Qt.MouseButton.ForwardButton)
        assert at(desk) == second


def test_an_article_that_is_gone_is_passed_over(desk: Desk, qtbot: QtBot) -> None:
    first = at(desk)
    for _ in range(2):
        made = make_sample()
        desk.session.do(edits.add_article(made.article, made.revision))
        desk.window.open(made.article.id)
    desk.session.undo()
    desk.session.undo()
    assert desk.window.library.model.rowCount() >= 1
    desk.key(Qt.Key.Key_Left, ALT)
    assert at(desk) == first and not desk.window.banner.isVisible()


def test_another_language_keeps_them(desk: Desk, other: Sample, qtbot: QtBot) -> None:
    first = at(desk)
    desk.window.open(other.article.id)
    desk.program.settings.update(language="id")
    qtbot.addWidget(desk.window)
    desk.window.commands["back"].trigger()
    assert at(desk) == first


def test_a_jump_that_moved_nothing_is_no_step() -> None:
    history = History()
    one, two = Spot("a", 0), Spot("b", 5)
    history.leave(None)
    history.leave(one)
    history.leave(two)
    assert history.back(two) == one and history.forward(one) == two
