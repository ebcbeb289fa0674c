"""Marks in the text: chosen by click, their ends pulled by the mouse, hidden, written on, kept over a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.hands import click, drag, focused, point, pull, quotes, seen
from tests.ui.window_desk import Desk, Starter, stop

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


@pytest.fixture
def marked(desk: Desk) -> Desk:
    """A desk with a claim on "night ferry", chosen."""
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)
    return desk


# -- choosing --------------------------------------------------------------------------------------------------


def test_a_click_chooses_the_mark_there_and_the_next_click_the_one_it_lies_in(desk: Desk) -> None:
    for words, key in (("The operator denies having sold tickets", Qt.Key.Key_3), ("The operator", Qt.Key.Key_2)):
        desk.select(words)
        desk.key(key)
    stored = {a.id: a.label for a in desk.session.library.annotations(desk.sample.article.id)}
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.view.selected_mark == ""
    chosen = []
    for _ in range(3):
        click(desk, "erator")
        chosen.append(stored[desk.window.view.selected_mark])
    assert chosen[0] != chosen[1] and chosen[0] == chosen[2]
    click(desk, "having sold")
    assert stored[desk.window.view.selected_mark] == "denial"
    click(desk, "Two anglers")
    assert desk.window.view.selected_mark == ""


def test_brackets_go_from_mark_to_mark_in_the_order_of_the_text(desk: Desk) -> None:
    for words, key in (("The operator", Qt.Key.Key_3), ("A sailor", Qt.Key.Key_2), ("night ferry", Qt.Key.Key_1)):
        desk.select(words)
        desk.key(key)
    on_screen = []
    for key in (Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft):
        desk.key(key)
        mark = desk.session.library.annotation(desk.window.view.selected_mark)
        on_screen.append(mark.anchor.quote)
    assert on_screen == ["A sailor", "The operator", "A sailor"]


# -- moving the ends -------------------------------------------------------------------------------------------


def test_the_end_of_the_chosen_mark_is_pulled_by_whole_words(marked: Desk) -> None:
    pull(marked, point(marked, "night ferry", end=True), point(marked, "sailed.") + QPoint(15, 0))
    assert quotes(marked) == [("claim", "night ferry never sailed")]
    marked.key(Qt.Key.Key_Z, CTRL)
    assert quotes(marked) == [("claim", "night ferry")]


def test_the_start_of_the_chosen_mark_is_pulled_back_and_forth(marked: Desk) -> None:
    pull(marked, point(marked, "night ferry"), point(marked, "office"))
    assert quotes(marked) == [("claim", "office says that the night ferry")]
    pull(marked, point(marked, "office"), point(marked, "ferry never") + QPoint(2, 0))
    assert quotes(marked) == [("claim", "ferry")]


def test_with_alt_the_ends_stop_inside_a_word(marked: Desk) -> None:
    pull(marked, point(marked, "night ferry", end=True), point(marked, "night fer", end=True), ALT)
    assert quotes(marked) == [("claim", "night fer")]
    pull(marked, point(marked, "night ferry"), point(marked, "ght ferry"), ALT)
    assert quotes(marked) == [("claim", "ght fer")]


def test_an_end_cannot_be_pulled_past_the_other(marked: Desk) -> None:
    pull(marked, point(marked, "night ferry", end=True), point(marked, "The harbour"))
    ((_, quote),) = quotes(marked)
    assert quote == "night"


def test_an_end_that_is_taken_and_let_go_in_its_place_is_no_step_to_undo(marked: Desk) -> None:
    at = point(marked, "night ferry", end=True)
    pull(marked, at, at)
    assert quotes(marked) == [("claim", "night ferry")]
    marked.key(Qt.Key.Key_Z, CTRL)
    assert quotes(marked) == []


def test_a_mark_that_goes_while_its_end_is_in_the_hand_leaves_the_page_as_it_is(marked: Desk) -> None:
    port = marked.window.view.viewport()
    start, stop_ = point(marked, "night ferry", end=True), point(marked, "sailed.")
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseEvent(QTest.MouseAction.MouseMove, port, Qt.MouseButton.NoButton, ALT, stop_)
    assert marked.window.view.state.preview
    marked.session.undo()
    assert not seen(marked).isNull()
    QTest.mouseEvent(QTest.MouseAction.MouseMove, port, Qt.MouseButton.NoButton, ALT, start)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert quotes(marked) == [] and not seen(marked).isNull()


def test_both_ends_go_forward_and_back_by_key(marked: Desk) -> None:
    for key, modifier, expected in (
        (Qt.Key.Key_Up, ALT | SHIFT, "the night ferry"),
        (Qt.Key.Key_Down, ALT | SHIFT, "night ferry"),
        (Qt.Key.Key_Right, ALT | SHIFT, "night ferry never"),
        (Qt.Key.Key_Left, ALT | SHIFT, "night ferry"),
    ):
        marked.key(key, modifier)
        assert quotes(marked) == [("claim", expected)]


# -- hiding ----------------------------------------------------------------------------------------------------


def test_m_takes_every_trace_of_the_marks_off_the_page_and_brings_it_back(desk: Desk) -> None:
    plain = seen(desk)
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_Escape)
    with_mark = seen(desk)
    assert with_mark != plain
    desk.key(Qt.Key.Key_M)
    assert seen(desk) == plain and desk.window.commands["hide_marks"].isChecked()
    click(desk, "night ferry")
    assert desk.window.view.selected_mark == ""
    desk.key(Qt.Key.Key_M)
    desk.key(Qt.Key.Key_J)
    click(desk, "night ferry")
    assert desk.window.view.selected_mark != ""
    assert len(quotes(desk)) == 1


def test_hidden_marks_stay_hidden_over_a_restart(start: Starter) -> None:
    first = start()
    plain = seen(first)
    first.select("night ferry")
    first.key(Qt.Key.Key_1)
    first.key(Qt.Key.Key_Escape)
    first.key(Qt.Key.Key_M)
    stop(first.program)
    second = start()
    assert second.window.commands["hide_marks"].isChecked() and seen(second) == plain
    second.key(Qt.Key.Key_M)
    assert seen(second) != plain


# -- note and tags ---------------------------------------------------------------------------------------------


def test_n_and_t_write_on_the_chosen_mark_and_undo_takes_it_back(marked: Desk, qtbot: QtBot) -> None:
    (mark,) = marked.session.library.annotations(marked.sample.article.id)

    def stored() -> tuple[str, tuple[str, ...]]:
        found = marked.session.library.annotation(mark.id)
        return found.note, found.tags

    marked.key(Qt.Key.Key_N)
    qtbot.keyClicks(focused(), "who saw it?")
    marked.key(Qt.Key.Key_Escape)
    assert stored() == ("who saw it?", ())
    marked.window.view.setFocus()
    marked.key(Qt.Key.Key_T)
    qtbot.keyClicks(focused(), "ferry, night watch")
    marked.key(Qt.Key.Key_Return)
    assert stored() == ("who saw it?", ("ferry", "night watch"))
    marked.window.view.setFocus()
    marked.key(Qt.Key.Key_Z, CTRL)
    assert stored() == ("who saw it?", ())
    marked.key(Qt.Key.Key_Z, CTRL)
    assert stored() == ("", ())


def test_a_note_that_is_being_typed_is_kept_when_the_window_closes(start: Starter, qtbot: QtBot) -> None:
    first = start()
    first.select("night ferry")
    first.key(Qt.Key.Key_2)
    first.key(Qt.Key.Key_N)
    qtbot.keyClicks(focused(), "half a thou")
    stop(first.program)
    second = start()
    (mark,) = second.session.library.annotations(second.sample.article.id)
    assert (mark.label, mark.note) == ("source", "half a thou")


# -- nothing to mark -------------------------------------------------------------------------------------------


def test_escape_lets_go_of_what_is_selected(desk: Desk, qtbot: QtBot) -> None:
    drag(desk, "night ferry")
    qtbot.waitUntil(desk.window.bar.isVisible)
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.view.selection() == [] and desk.window.bar.isHidden()


def test_a_key_without_words_marks_nothing_and_says_how_to(desk: Desk) -> None:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_1)
    assert quotes(desk) == [] and "press J" in desk.window.status.message.text()


def test_words_and_places_of_marks_behind_emoji_are_counted_in_code_points(desk: Desk) -> None:
    for words, key in (("🙂 Two anglers", Qt.Key.Key_1), ("its lights.", Qt.Key.Key_2), ("tickets", Qt.Key.Key_3)):
        drag(desk, words)
        desk.key(key)
    text = desk.sample.revision.text
    for mark in desk.session.library.annotations(desk.sample.article.id):
        (span,) = mark.anchor.spans
        assert text[span.start : span.end] == mark.anchor.quote
        assert text.startswith(mark.anchor.after, span.end) and text[: span.start].endswith(mark.anchor.before)
    assert [quote for _, quote in quotes(desk)] == ["🙂 Two anglers", "its lights.", "tickets"]
    assert desk.session.library.check() == []
