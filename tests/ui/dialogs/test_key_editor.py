"""The user's own keys: given in the editor, applied everywhere at once, kept in the settings, given back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.window_desk import Desk, Starter
from ui.actions.keys import KEYS, ROWS, may_have
from ui.dialogs.key_editor import KeyEditor
from ui.dialogs.key_tree import ID
from ui.dialogs.settings import SettingsDialog
from ui.settings import Settings

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def as_it_came() -> Iterator[None]:
    yield
    KEYS.use({})


def opened(desk: Desk) -> KeyEditor:
    desk.window.commands["edit_keys"].trigger()
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, KeyEditor) and w.isVisible()]
    return found


@pytest.fixture
def editor(desk: Desk) -> KeyEditor:
    return opened(desk)


def row(editor: KeyEditor, id: str) -> QTreeWidgetItem:
    return next(item for item in editor.tree.rows() if item.data(0, ID) == id)


def choose(editor: KeyEditor, id: str) -> None:
    editor.tree.setCurrentItem(row(editor, id))


def press(editor: KeyEditor, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    editor.field.setFocus()
    QTest.keyClick(editor.field, key, held)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def give(editor: KeyEditor, id: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    choose(editor, id)
    press(editor, key, held)
    click(editor.instead)


def test_a_new_key_acts_at_once_and_the_old_one_no_longer(desk: Desk, editor: KeyEditor, qtbot: QtBot) -> None:
    give(editor, "hide_marks", Qt.Key.Key_X, ALT)
    assert row(editor, "hide_marks").text(1) == "Alt+X"
    editor.reject()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_M)
    assert not desk.program.settings.values.marks_hidden
    desk.pause()
    desk.key(Qt.Key.Key_X, ALT)
    assert desk.program.settings.values.marks_hidden


def test_everything_that_names_a_key_names_the_new_one(desk: Desk, editor: KeyEditor, qtbot: QtBot) -> None:
    from ui.dialogs.key_sheet import KeySheet
    from ui.dialogs.palette import Palette

    give(editor, "note", Qt.Key.Key_7)
    give(editor, "attribute_assertion", Qt.Key.Key_8)
    give(editor, "certainty_1", Qt.Key.Key_9)
    give(editor, "export", Qt.Key.Key_F5)
    editor.reject()
    window = desk.window
    assert window.commands["export"].shortcut().toString() == "F5" and "(F5)" in window.header.export.toolTip()
    assert {button.text() for _name, button in window.bar._acts.values()} == {"8 Who says", "7 Note", "L Link"}
    assert "(7)" in window.panel.fields.note.toolTip()
    desk.select("the night ferry never sailed")
    window.commands["attribute_assertion"].trigger()
    chips = window.panel.inspector.attribution.chips
    assert chips["attribution_type"].chips["attribute_assertion"].chip.key == "8"
    assert chips["factuality"].chips["certainty_1"].chip.key == "9"
    palette = Palette(window.commands, lambda _typed: [], window)
    palette.narrow("export")
    assert "F5" in palette.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    sheet = KeySheet(window.commands, window)
    assert {item.text(0): item.text(1) for item in sheet.tree.rows()}["Note"] == "7"


@pytest.mark.parametrize(
    ("id", "key", "held", "said"),
    [
        ("note", Qt.Key.Key_T, NONE, "Tags"), ("note", Qt.Key.Key_1, NONE, "Mark as Claim"),
        ("note", Qt.Key.Key_1, CTRL, "Change to Claim"), ("note", Qt.Key.Key_O, CTRL, "Add files"),
        ("export", Qt.Key.Key_Y, NONE, "needs Ctrl, Alt or an F key"), ("note", Qt.Key.Key_F, ALT, "File"),
        ("note", Qt.Key.Key_Space, NONE, "not the same on every keyboard"),
        ("note", Qt.Key.Key_Down, NONE, "its own meaning"),
        ("export", Qt.Key.Key_A, CTRL, "its own meaning"),
    ],
)  # fmt: skip
def test_what_is_taken_or_not_fit_is_refused_with_the_reason(
    editor: KeyEditor, id: str, key: Qt.Key, held: Qt.KeyboardModifier, said: str
) -> None:
    before = KEYS.of(id)
    choose(editor, id)
    press(editor, key, held)
    assert said in editor.said.text() and not editor.instead.isEnabled() and not editor.beside.isEnabled()
    click(editor.instead)
    assert KEYS.of(id) == before


def test_a_key_is_known_by_its_place_on_another_keyboard(editor: KeyEditor) -> None:
    """A Russian keyboard: the sign is Cyrillic, the key is the one that other keyboards call W."""
    choose(editor, "give_via")
    editor.field.setFocus()
    event = QKeyEvent(QKeyEvent.Type.KeyPress, 0x426, SHIFT, 25, 0, 0, "Ц")
    QApplication.sendEvent(editor.field, event)
    assert editor.field.key == "Shift+W"


def test_a_digit_of_a_french_keyboard_acts_where_it_was_recorded(desk: Desk, editor: KeyEditor, qtbot: QtBot) -> None:
    """The key of 7 writes è there without Shift."""

    def pressed() -> QKeyEvent:
        return QKeyEvent(QKeyEvent.Type.KeyPress, 0xC8, CTRL, 16, 0, 0, "è")

    choose(editor, "focus_mode")
    QApplication.sendEvent(editor.field, pressed())
    click(editor.instead)
    assert KEYS.of("focus_mode") == ("Ctrl+7",)
    editor.reject()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    ampersand = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Ampersand, CTRL, 16, 0, 0, "&")
    for event in (pressed(), ampersand):
        before = desk.window.parts.focus_mode.on
        QApplication.sendEvent(desk.window, event)
        assert desk.window.parts.focus_mode.on is not before


def test_a_key_beside_the_others_and_none_at_all(editor: KeyEditor) -> None:
    choose(editor, "next_mark")
    press(editor, Qt.Key.Key_N, SHIFT)
    click(editor.beside)
    assert KEYS.of("next_mark") == ("Alt+Down", "]", "Shift+N")
    click(editor.none)
    assert KEYS.of("next_mark") == () and "no key" in editor.name.text()


def test_as_it_was_for_one_and_for_all(desk: Desk, editor: KeyEditor) -> None:
    give(editor, "note", Qt.Key.Key_7)
    give(editor, "tags", Qt.Key.Key_N)
    choose(editor, "note")
    click(editor.usual)
    assert KEYS.of("note") == ("7",) and "Tags" in editor.said.text()
    click(editor.all_usual)
    assert (KEYS.of("note"), KEYS.of("tags")) == (("N",), ("T",))
    assert desk.program.settings.values.keys == {} and not editor.all_usual.isEnabled()
    give(editor, "note", Qt.Key.Key_7)
    click(editor.usual)
    assert KEYS.of("note") == ("N",)


def test_keys_are_kept_and_what_is_unknown_stays(start: Starter, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    kept = {"tags": ["Blorp", "7"], "of_another_version": ["Ctrl+9"], "export": ["Y"], "link": "no list"}
    file.write_text(json.dumps({"keys": kept}))
    desk = start()
    assert KEYS.of("tags") == ("7",) and KEYS.of("export") == () and KEYS.of("link") == ("L",)
    editor = opened(desk)
    give(editor, "tags", Qt.Key.Key_8)
    give(editor, "note", Qt.Key.Key_9)
    now = Settings(file).values.keys
    assert now == kept | {"tags": ["8", "Blorp"], "note": ["9"]}
    click(editor.all_usual)
    assert Settings(file).values.keys == {"of_another_version": ["Ctrl+9"]}


def test_a_label_cannot_take_a_key_that_the_user_gave_away(desk: Desk, editor: KeyEditor) -> None:
    from ui.actions.actions import conflict

    give(editor, "note", Qt.Key.Key_7)
    assert conflict("7", desk.session.labels) == "Note" and conflict("N", desk.session.labels) == ""


def test_the_settings_lead_to_it(desk: Desk) -> None:
    desk.window.commands["settings"].trigger()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsDialog) and w.isVisible()]
    click(dialog.keys)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, KeyEditor) and w.isVisible()]


def test_the_keys_that_the_table_gives_are_such_as_may_be_given() -> None:
    for one in ROWS.values():
        assert all(may_have(one, key) for key in one.keys), one.id


def test_tab_and_esc_leave_the_field(editor: KeyEditor) -> None:
    editor.field.setFocus()
    QTest.keyClick(editor.field, Qt.Key.Key_Tab)
    assert not editor.field.hasFocus() and editor.field.key == ""
    editor.field.setFocus()
    QTest.keyClick(editor.field, Qt.Key.Key_Escape)
    assert not editor.isVisible()
