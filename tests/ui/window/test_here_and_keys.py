"""What the eye is on is what the key hits: in the text, the panel, behind an open menu, on words off the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.labels import CLAIM, SOURCE
from reader.model.spans import Span
from reader.model.stamps import new_id
from tests.ui.hands import LEFT, NONE, click, drag, point, pull, quotes
from tests.ui.window_desk import Desk
from ui.here import Target

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def marked(desk: Desk, words: str) -> str:
    id = new_id()
    assert desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span(words)], CLAIM, id=id))
    return id


def taken(desk: Desk) -> str:
    sentence = desk.session.here.sentence
    return sentence.of(desk.window.view.text) if sentence is not None else ""


# -- a mark and a sentence are never both the target -----------------------------------------------------------------


def test_a_key_makes_something_of_the_clicked_mark_not_of_a_sentence_that_was_clicked_before(desk: Desk) -> None:
    marked(desk, "night ferry never sailed")
    click(desk, "Two anglers")
    assert taken(desk) == "🙂 Two anglers saw its lights."
    click(desk, "ferry never")
    assert taken(desk) == ""
    desk.key(Qt.Key.Key_3)
    assert quotes(desk) == [("denial", "night ferry never sailed")]


def test_a_sentence_that_was_clicked_is_the_target_not_the_mark_chosen_before(desk: Desk) -> None:
    marked(desk, "night ferry never sailed")
    click(desk, "ferry never")
    click(desk, "Two anglers")
    assert desk.window.panel.chosen == []
    desk.key(Qt.Key.Key_2)
    assert quotes(desk) == [("claim", "night ferry never sailed"), ("source", "🙂 Two anglers saw its lights.")]


def test_note_and_last_label_go_to_the_chosen_mark(desk: Desk) -> None:
    marked(desk, "night ferry never sailed")
    click(desk, "Two anglers")
    click(desk, "ferry never")
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_N)
    assert len(quotes(desk)) == 1  # nothing is chosen any more: no mark is made
    click(desk, "ferry never")
    desk.program.settings.update(last_label="source")
    desk.key(Qt.Key.Key_H)
    assert quotes(desk) == [("source", "night ferry never sailed")]


def test_reading_on_begins_at_the_chosen_mark(desk: Desk) -> None:
    marked(desk, "asked not to be named")
    click(desk, "asked not")
    desk.key(Qt.Key.Key_J)
    assert taken(desk) == "🙂 Two anglers saw its lights."
    assert desk.window.panel.chosen == []


@pytest.mark.parametrize("panel", [False, True])
def test_esc_lets_go_of_the_mark_in_text_and_panel_alike(desk: Desk, panel: bool) -> None:
    id = marked(desk, "night ferry never sailed")
    click(desk, "ferry never")
    if panel:
        desk.window.panel.focus_cards()
    assert desk.window.panel.chosen == [id] and desk.window.view.selected_mark == id
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.panel.chosen == [] and desk.window.view.selected_mark == ""
    desk.key(Qt.Key.Key_Delete)
    assert len(quotes(desk)) == 1
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.view.hasFocus()


def test_cards_that_are_chosen_are_chosen_in_the_text_and_the_key_hits_all(desk: Desk) -> None:
    marked(desk, "night ferry")
    marked(desk, "Two anglers")
    desk.window.panel.list.selectAll()
    desk.window.view.setFocus()
    assert len(desk.session.here.marks) == 2 and len(desk.window.view.target_lines()) == 2
    desk.key(Qt.Key.Key_2)
    assert quotes(desk) == [("source", "night ferry"), ("source", "Two anglers")]


def test_after_deleting_in_the_text_no_other_mark_is_the_target(desk: Desk) -> None:
    marked(desk, "night ferry")
    marked(desk, "Two anglers")
    click(desk, "night ferry")
    desk.key(Qt.Key.Key_Delete)
    desk.key(Qt.Key.Key_2)
    assert quotes(desk) == [("claim", "Two anglers")]


def test_a_denial_made_with_shift_held_leaves_no_other_mark_chosen(desk: Desk) -> None:
    marked(desk, "night ferry")
    click(desk, "night ferry")
    drag(desk, "Two anglers saw its lights")
    desk.key(Qt.Key.Key_A, SHIFT)
    assert [desk.session.annotations.marks[id].label for id in desk.window.panel.chosen] == ["denial"]


def test_a_click_beside_the_words_lets_go_of_everything(desk: Desk) -> None:
    marked(desk, "night ferry")
    click(desk, "night ferry")
    port = desk.window.view.viewport()
    QTest.mouseClick(port, LEFT, pos=QPoint(port.width() - 4, port.height() - 4))
    assert desk.session.here.target is Target.NOTHING


# -- what cannot be seen ---------------------------------------------------------------------------------------------


def test_words_off_the_screen_are_shown_before_a_key_acts_on_them(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(900, 480)
    view, here = desk.window.view, desk.session.here
    desk.window.desk.set_face(desk.program.settings.values.face.__class__(size=40, line_height=2.0))
    view.setFocus()
    here.choose_sentence(desk.sample.span("The operator denies having sold tickets for it."))
    view.to_top(0)
    assert not view.target_lines()
    desk.key(Qt.Key.Key_1)
    assert quotes(desk) == [] and view.target_lines()
    assert desk.window.status.message.text() == "This is what is chosen. Press the key again."
    desk.key(Qt.Key.Key_1)
    assert quotes(desk) == [("claim", "The operator denies having sold tickets for it.")]


# -- typing that went astray -----------------------------------------------------------------------------------------


def test_a_sentence_typed_with_nothing_chosen_changes_nothing_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    marked(desk, "night ferry")
    text, marks = desk.window.view.text, quotes(desk)
    for words in ("upheld ruling, court, birthright 12", "meanwhile the paper", "in prison"):
        desk.pause()
        qtbot.keyClicks(desk.window.view, words)
    assert (desk.window.view.text, quotes(desk)) == (text, marks)
    assert not desk.window.parts.left_out.drawer.isVisible() and not desk.window.view.state.hidden
    assert desk.session.here.target is Target.NOTHING
    assert desk.window.status.message.text().startswith("These letters were typed with nothing chosen")


def test_typing_that_went_astray_does_not_reach_a_list_with_keys_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    desk.window.commands["left_out"].trigger()
    drawer, text = desk.window.parts.left_out.drawer, desk.window.view.text
    desk.window.view.setFocus()
    qtbot.keyClicks(desk.window.view, "ru")
    drawer.list.setFocus()
    qtbot.keyClicks(drawer.list, "ppx")
    assert desk.window.view.text == text
    desk.pause()
    qtbot.keyClicks(drawer.list, "p")
    assert desk.window.view.text != text


def test_a_held_key_marks_once_and_reads_on(desk: Desk) -> None:
    view = desk.window.view
    view.setFocus()
    desk.key(Qt.Key.Key_J)
    first = taken(desk)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "j", True)
    QApplication.sendEvent(view, held)
    assert taken(desk) not in ("", first)
    for again in (False, True, True):
        QApplication.sendEvent(
            view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", again)
        )
    assert len(quotes(desk)) == 1


# -- menus -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", ["p", "d", "1"])
def test_a_letter_typed_into_an_open_menu_is_the_menus(desk: Desk, qtbot: QtBot, letter: str) -> None:
    desk.select("night ferry never sailed")
    handle = desk.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and desk.window.menuBar().hasFocus()
    opened = menu.windowHandle()
    assert opened is not None
    QTest.keyClick(opened, Qt.Key(ord(letter.upper())))
    assert quotes(desk) == []
    if letter == "p":  # the menu Paper
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not menu)
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


# -- whole words -----------------------------------------------------------------------------------------------------


def test_a_drag_takes_whole_words_and_with_alt_letters(desk: Desk, qtbot: QtBot) -> None:
    start, end = point(desk, "bour office"), point(desk, "says that the ni", end=True)
    for modifier, snaps, words in (
        (NONE, True, "harbour office says that the night"),
        (ALT, True, "bour office says that the ni"),
        (NONE, False, "bour office says that the ni"),
    ):
        desk.program.settings.update(snap_words=snaps)
        desk.window.view.clear_selection()
        pull(desk, start, end, modifier)
        assert [span.of(desk.window.view.text) for span in desk.session.here.words] == [words]


def answer(find: Callable[[QMessageBox], QAbstractButton | None]) -> list[str]:
    """Press a button of the question that comes; what it asked."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        button = find(box)
        if button is None:
            QTest.keyClick(box, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(button, LEFT)

    QTimer.singleShot(0, press)
    return asked


@pytest.mark.parametrize(
    ("name", "stored"), [("Whole words", "sailor who asked"), ("Only these letters", "lor who as"), ("", None)]
)
def test_a_mark_that_cuts_a_word_is_asked_about(desk: Desk, name: str, stored: str | None) -> None:
    desk.select("lor who as")
    asked = answer(lambda box: next((b for b in box.buttons() if name and name == b.text().replace("&", "")), None))
    desk.key(Qt.Key.Key_1)
    assert asked == ["“lor who as” cuts a word. Mark “sailor who asked”?"]
    assert quotes(desk) == ([("claim", stored)] if stored else [])


def test_words_of_a_script_without_spaces_are_cut_by_nothing() -> None:
    from ui.article.word_ends import cuts_word, snapped

    text = "契約書に署名した。"
    assert not cuts_word(text, Span(4, 6)) and snapped(text, Span(4, 6)) == Span(4, 6)
    assert snapped("harbour", Span(2, 4)) == Span(0, 7)


# -- what menus say --------------------------------------------------------------------------------------------------


def test_the_menu_says_what_a_labels_key_does_now(desk: Desk) -> None:
    marked(desk, "night ferry")
    action = desk.window.commands.labels[1]
    click(desk, "Two anglers")
    assert action.text() == "Mark as Source"
    click(desk, "night ferry")
    assert action.text() == "Make this mark: Source"
    action.trigger()
    assert quotes(desk) == [("source", "night ferry")]


def test_a_labels_key_on_a_mark_that_has_the_label_says_so(desk: Desk) -> None:
    id = new_id()
    desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("night ferry")], SOURCE, id=id))
    click(desk, "night ferry")
    desk.key(Qt.Key.Key_2)
    assert desk.window.status.message.text() == "Marked as Source already."
