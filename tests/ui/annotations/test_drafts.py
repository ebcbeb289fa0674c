"""What is typed into a note or the tags: on disk while one types, one step of undo, and "Saved" is true."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from reader import edits
from reader.edits import Edit, Swap
from reader.model.labels import CLAIM
from reader.model.stamps import new_id
from tests.ui.hands import focused
from tests.ui.window_desk import Desk

WORDS = "Ask the harbour office, and the operator "


@pytest.fixture
def noted(desk: Desk) -> str:
    """A mark whose note has the keyboard."""
    id = new_id()
    assert desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("Two anglers")], CLAIM, id=id))
    desk.window.view.select_mark(id)
    desk.window.panel.select(id)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_N)
    return id


def on_disk(desk: Desk, id: str) -> tuple[str, str]:
    """Note and tags as another program reads them from the file."""
    connection = sqlite3.connect(desk.session.library.path)
    try:
        (found,) = connection.execute("SELECT note, tags FROM annotation WHERE id = ?", (id,)).fetchall()
    finally:
        connection.close()
    return found[0], found[1]


def status(desk: Desk) -> str:
    return desk.window.status.saved.text()


def test_saved_is_true_to_the_letter(desk: Desk, noted: str) -> None:
    field = focused()
    assert isinstance(field, QPlainTextEdit) and "Saved" in status(desk)
    for letter in WORDS:
        QTest.keyClicks(field, letter)
        assert ("Saved" in status(desk)) == (on_disk(desk, noted)[0] == field.toPlainText())
    assert "Saving" in status(desk) or on_disk(desk, noted)[0] == WORDS
    desk.qtbot.waitUntil(lambda: "Saved" in status(desk))
    assert on_disk(desk, noted)[0] == WORDS and field.hasFocus()


def test_who_goes_on_typing_is_stored_all_the_same(desk: Desk, noted: str) -> None:
    field = focused()
    typed = 0

    def goes_on() -> bool:
        """A letter again and again: there is never a pause."""
        nonlocal typed
        typed += 1
        QTest.keyClicks(field, "a")
        return on_disk(desk, noted)[0] != ""

    desk.qtbot.waitUntil(goes_on)
    assert typed > 1


def test_what_is_typed_in_one_go_is_one_step(desk: Desk, noted: str) -> None:
    field = focused()
    for words in ("One ", "two ", "three"):
        QTest.keyClicks(field, words)
        desk.qtbot.waitUntil(lambda: "Saved" in status(desk))
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_N)
    QTest.keyClicks(focused(), " four")
    desk.key(Qt.Key.Key_Escape)
    assert on_disk(desk, noted)[0] == "One two three four"
    for left in ("One two three", ""):
        desk.session.undo()
        assert on_disk(desk, noted)[0] == left
    desk.session.redo()
    assert on_disk(desk, noted)[0] == "One two three"


def test_tags_are_stored_while_one_types(desk: Desk, noted: str) -> None:
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_T)
    field = focused()
    assert isinstance(field, QLineEdit)
    for letter in "sea, night":
        QTest.keyClicks(field, letter)
        desk.qtbot.waitUntil(lambda: "Saved" in status(desk))
    assert field.text() == "sea, night" and "night" in on_disk(desk, noted)[1]
    desk.session.undo()
    assert desk.session.library.annotation(noted).tags == ()


def test_a_note_that_is_there_is_gone_on_with_at_its_end(desk: Desk, noted: str) -> None:
    QTest.keyClicks(focused(), "Unnamed")
    desk.key(Qt.Key.Key_Escape)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_N)
    QTest.keyClicks(focused(), " at own request")
    desk.key(Qt.Key.Key_Escape)
    assert on_disk(desk, noted)[0] == "Unnamed at own request"


def test_what_is_refused_is_not_said_to_be_saved(desk: Desk, noted: str) -> None:
    field = focused()
    desk.session.library.readonly = True
    QTest.keyClicks(field, "lost?")
    desk.qtbot.waitUntil(lambda: "Not saved" in status(desk))
    desk.session.library.readonly = False
    QTest.keyClicks(field, " no")
    desk.qtbot.waitUntil(lambda: "● Saved" in status(desk))
    assert on_disk(desk, noted)[0] == "lost? no"


def test_who_only_looks_at_a_mark_changes_nothing(desk: Desk, noted: str) -> None:
    """A note and tags from elsewhere, of the kind that no field gives back as they are."""
    note, tags = "«\u00a0Oui\u00a0»\r\nsaid twice\u2029 and once", ("harbour, old", "ferry")
    mark = replace(desk.session.library.annotation(noted), note=note, tags=tags)
    assert desk.session.do(Edit("Import", (Swap(desk.session.library.annotation(noted), mark),)))
    other = new_id()
    assert desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("harbour")], CLAIM, id=other))
    desk.window.panel.select(other)
    desk.window.panel.select(noted)
    assert isinstance(field := focused(), QPlainTextEdit) and "Oui" in field.toPlainText()
    desk.key(Qt.Key.Key_Escape)
    desk.window.panel.select(other)
    found = desk.session.library.annotation(noted)
    assert (found.note, found.tags) == (note, tags) and "Saved" in status(desk)
