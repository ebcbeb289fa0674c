"""The strip beside what is chosen: where it stands, what it says, what its buttons do, when it goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.labels import Label, Underline
from tests.ui.hands import LEFT, click, drag, focused, point, quotes
from tests.ui.window_desk import Desk
from ui.language import i18n

WORDS = "night ferry never sailed"


def buttons(desk: Desk) -> dict[str, QPushButton]:
    """The bar's buttons by their names, from the top."""
    found = [button for button in desk.window.bar.findChildren(QPushButton) if button.isVisible()]
    return {button.accessibleName(): button for button in sorted(found, key=lambda button: button.y())}


def selected(desk: Desk, qtbot: QtBot) -> None:
    drag(desk, WORDS)
    qtbot.waitUntil(desk.window.bar.isVisible)


def test_it_stands_in_the_margin_beside_the_words_where_no_click_for_the_text_lands(desk: Desk, qtbot: QtBot) -> None:
    selected(desk, qtbot)
    bar, view = desk.window.bar, desk.window.view
    assert view.viewport().rect().contains(bar.geometry())
    assert bar.x() >= sum(view.column) and bar.y() <= point(desk, WORDS).y() <= bar.geometry().bottom()


def test_at_the_lower_edge_all_of_it_is_on_the_screen(desk: Desk, qtbot: QtBot) -> None:
    view = desk.window.view
    desk.program.settings.update(face=replace(desk.program.settings.values.face, size=40, line_height=2.0))
    desk.window.desk.set_face(desk.program.settings.values.face)
    lowest = max(("tickets", "its lights", "anglers", "asked not"), key=lambda words: on_screen(desk, words))
    desk.window.resize(1280, desk.window.height() - (view.viewport().height() - point(desk, lowest).y()) + 50)
    drag(desk, lowest)
    qtbot.waitUntil(desk.window.bar.isVisible)
    assert view.viewport().rect().contains(desk.window.bar.geometry())


def on_screen(desk: Desk, words: str) -> int:
    """How far down words are; -1 below the screen."""
    y = point(desk, words).y()
    return y if y < desk.window.view.viewport().height() - 60 else -1


def head(desk: Desk) -> str:
    return desk.window.bar.head.text()


def test_it_says_what_is_chosen_and_what_a_key_makes_of_it(desk: Desk, qtbot: QtBot) -> None:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_J)
    assert head(desk) == "Mark this sentence" and desk.window.bar.isVisible()
    assert buttons(desk)["Claim"].toolTip() == "1 marks this sentence as Claim"
    desk.key(Qt.Key.Key_1)
    assert head(desk) == "Make this mark" and buttons(desk)["Denial"].toolTip() == "3 makes this mark a Denial"
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.bar.isHidden()
    selected(desk, qtbot)
    assert head(desk) == "Mark these words"
    qtbot.mouseClick(buttons(desk)["Who says"], LEFT)
    assert head(desk).startswith("Select who says so") and not buttons(desk)


def test_a_second_click_below_the_words_takes_more_of_them_and_marks_none(desk: Desk, qtbot: QtBot) -> None:
    port = desk.window.view.viewport()
    QTest.mouseDClick(port, LEFT, pos=point(desk, "harbour") + QPoint(4, 0))
    qtbot.waitUntil(desk.window.bar.isVisible)
    QTest.mouseClick(port, LEFT, Qt.KeyboardModifier.ShiftModifier, point(desk, "asked not to be") + QPoint(4, 0))
    assert quotes(desk) == []
    (span,) = desk.session.here.words
    assert span.of(desk.window.view.text).startswith("harbour office") and span.end > desk.sample.span("sailor").start


def test_every_label_has_a_button_and_so_does_a_new_one(desk: Desk, qtbot: QtBot) -> None:
    mine = Label("rumour", "Rumour", "4", "violet", Underline.DOUBLE, 3)
    desk.session.do(edits.save_labels(desk.session.labels, (*desk.session.labels, mine)))
    selected(desk, qtbot)
    assert list(buttons(desk)) == ["Claim", "Source", "Denial", "Rumour", "Who says", "Note", "Link"]
    qtbot.mouseClick(buttons(desk)["Rumour"], LEFT)
    assert quotes(desk) == [("rumour", WORDS)]


def test_no_name_is_cut_in_a_window_of_the_usual_size_but_an_endless_one(desk: Desk, qtbot: QtBot) -> None:
    mine = Label(
        "endless", "What a person has heard from others, and nobody has seen", "4", "violet", Underline.DOUBLE, 3
    )
    desk.session.do(edits.save_labels(desk.session.labels, (*desk.session.labels, mine)))
    desk.window.resize(1280, 800)
    selected(desk, qtbot)
    words = {name: button.text() for name, button in buttons(desk).items()}
    assert words.pop(mine.name).startswith("4 What") and mine.name in buttons(desk)[mine.name].toolTip()
    assert list(words.values()) == ["1 Claim", "2 Source", "3 Denial", "A Who says", "N Note", "L Link"]


@pytest.mark.parametrize(
    ("context", "asked"),
    [
        ("Linking", "Link this mark: click another one, or type its words and press Enter. Esc gives up."),
        ("Attaching", "Select the words that this mark stands on now. Esc gives up."),
        (
            "Attributing",
            "Select who says so, or click the mark. 0: nobody is named, R: the same as before, Esc ends.",
        ),
        ("Attributing", "Select the words that say so, as “said”. {0}: via whom, {1}: when, Enter ends."),
        ("Attributing", "Click what reports this attribution. Esc gives up."),
    ],
)
def test_no_word_that_a_mode_asks_by_is_wider_than_the_narrowest_strip(
    desk: Desk, qtbot: QtBot, context: str, asked: str
) -> None:
    desk.window.resize(1280, 800)
    selected(desk, qtbot)
    bar, ours = desk.window.bar, i18n.translators("id")[-1]
    said = ours.translate(context, asked)
    assert said and said != asked
    room, letters = bar.head.width() - 3, bar.head.fontMetrics()
    assert not [word for word in (*asked.split(), *said.split()) if letters.horizontalAdvance(word) > room]


def test_note_marks_the_words_and_takes_the_keyboard_to_the_note(desk: Desk, qtbot: QtBot) -> None:
    selected(desk, qtbot)
    qtbot.mouseClick(buttons(desk)["Note"], LEFT)
    qtbot.keyClicks(focused(), "says who?")
    desk.key(Qt.Key.Key_Escape)
    (mark,) = desk.session.library.annotations(desk.sample.article.id)
    assert (mark.label, mark.anchor.quote, mark.note) == ("claim", WORDS, "says who?")


def test_link_marks_the_words_and_the_next_click_on_a_mark_ends_the_link(desk: Desk, qtbot: QtBot) -> None:
    desk.select("The operator denies")
    desk.key(Qt.Key.Key_3)
    desk.key(Qt.Key.Key_Escape)
    desk.select("harbour office")
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_Escape)
    drag(desk, "sold tickets for it")
    qtbot.waitUntil(desk.window.bar.isVisible)
    qtbot.mouseClick(buttons(desk)["Link"], LEFT)
    click(desk, "denies having")
    (relation,) = desk.session.library.relations(desk.sample.article.id)
    marks = {a.id: a.label for a in desk.session.library.annotations(desk.sample.article.id)}
    assert (relation.kind, marks[relation.end("from")], marks[relation.end("to")]) == ("denies", "denial", "claim")


def test_a_click_beside_the_words_sends_it_away(desk: Desk, qtbot: QtBot) -> None:
    selected(desk, qtbot)
    port = desk.window.view.viewport()
    QTest.mouseClick(port, LEFT, pos=QPoint(port.width() - 8, port.height() - 8))
    assert desk.window.bar.isHidden() and desk.window.view.selection() == []


def test_a_click_on_it_leaves_the_keyboard_with_the_text(desk: Desk, qtbot: QtBot) -> None:
    selected(desk, qtbot)
    qtbot.mouseClick(buttons(desk)["Source"], LEFT)
    assert desk.window.view.hasFocus()
    desk.key(Qt.Key.Key_Delete)
    assert quotes(desk) == []


def test_a_message_above_moves_nothing_that_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(1280, 500)
    drag(desk, WORDS)
    window, banner = desk.window, desk.window.banner
    before = window.view.viewport().mapTo(window, point(desk, WORDS)).y()
    desk.window.desk.warn("The disk is full.")
    qtbot.waitUntil(banner.isVisible)
    qtbot.waitUntil(lambda: window.view.viewport().mapTo(window, point(desk, WORDS)).y() == before)
    top = window.view.verticalScrollBar().value()
    assert top > 0
    banner.close_message()
    qtbot.waitUntil(lambda: window.view.verticalScrollBar().value() < top)
    assert window.view.viewport().mapTo(window, point(desk, WORDS)).y() == before
