"""The bar at the selection: where it comes, what its buttons do, when it goes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.labels import Label, Underline
from tests.ui.hands import LEFT, click, drag, focused, point, quotes
from tests.ui.window_desk import Desk

WORDS = "night ferry never sailed"


def buttons(desk: Desk) -> dict[str, QToolButton]:
    """The bar's buttons by their names, from the left."""
    found = [button for button in desk.window.bar.findChildren(QToolButton) if button.isVisible()]
    return {button.accessibleName(): button for button in sorted(found, key=lambda button: button.x())}


def selected(desk: Desk, qtbot: QtBot) -> None:
    drag(desk, WORDS)
    qtbot.waitUntil(desk.window.bar.isVisible)


def test_it_stands_below_the_words_on_the_screen_and_covers_none_of_them(desk: Desk, qtbot: QtBot) -> None:
    selected(desk, qtbot)
    bar, view = desk.window.bar, desk.window.view
    assert view.viewport().rect().contains(bar.geometry())
    words = QRect(point(desk, WORDS), point(desk, WORDS, end=True))
    assert bar.geometry().top() > words.bottom() and not bar.geometry().intersects(words)


def test_at_the_lower_edge_it_stands_above_the_words(desk: Desk, qtbot: QtBot) -> None:
    view = desk.window.view
    desk.program.settings.update(face=replace(desk.program.settings.values.face, size=40, line_height=2.0))
    desk.window.desk.set_face(desk.program.settings.values.face)
    lowest = max(("tickets", "its lights", "anglers", "asked not"), key=lambda words: on_screen(desk, words))
    desk.window.resize(1280, desk.window.height() - (view.viewport().height() - point(desk, lowest).y()) + 50)
    drag(desk, lowest)
    qtbot.waitUntil(desk.window.bar.isVisible)
    assert desk.window.bar.geometry().bottom() < point(desk, lowest).y()


def on_screen(desk: Desk, words: str) -> int:
    """How far down words are; -1 below the screen."""
    y = point(desk, words).y()
    return y if y < desk.window.view.viewport().height() - 60 else -1


def test_every_label_has_a_button_and_so_does_a_new_one(desk: Desk, qtbot: QtBot) -> None:
    mine = Label("rumour", "Rumour", "4", "violet", Underline.DOUBLE, 3)
    desk.session.do(edits.save_labels(desk.session.labels, (*desk.session.labels, mine)))
    selected(desk, qtbot)
    assert list(buttons(desk)) == ["Claim", "Source", "Denial", "Rumour", "Note", "Link"]
    qtbot.mouseClick(buttons(desk)["Rumour"], LEFT)
    assert quotes(desk) == [("rumour", WORDS)]


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
