from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.model.labels import BUILTIN, Label, Underline
from ui.actions.actions import Actions, conflict, reserved_keys
from ui.actions.keys import KEYS, plain, spell
from ui.actions.table import MENU_TITLES, TABLE
from ui.here import Here
from ui.language import i18n
from ui.look.icons import icon
from ui.look.theme import load


class Desk(QWidget):
    """A reading pane with a text field in it, a list beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.reading, self.elsewhere = QWidget(self), QTextEdit(self)
        self.page, self.field, self.editor = QTextEdit(self.reading), QLineEdit(self.reading), QTextEdit(self.reading)
        self.page.setReadOnly(True)
        self.elsewhere.setReadOnly(True)
        row = QHBoxLayout(self)
        row.addWidget(self.reading)
        row.addWidget(self.elsewhere)
        inside = QHBoxLayout(self.reading)
        for widget in (self.page, self.field, self.editor):
            inside.addWidget(widget)
        self.table = Actions(self)
        self.table.set_labels(BUILTIN)
        self.table.serve([self.page, self.reading], Here())
        self.heard: list[str] = []
        self.table.labelTriggered.connect(self.heard.append)
        for id, action in self.table.by_id.items():
            action.triggered.connect(lambda _checked=False, id=id: self.heard.append(id))


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_every_row_is_whole() -> None:
    assert len({row.id for row in TABLE}) == len(TABLE)
    for row in TABLE:
        assert row.text and row.menu in MENU_TITLES, row.id


def test_no_key_belongs_to_two_actions(desk: Desk) -> None:
    every = Counter(key.toString() for action in desk.table.every() for key in action.shortcuts())
    assert [key for key, times in every.items() if times > 1] == []


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_menu_letters_are_unique_within_a_menu(language: str) -> None:
    spoken = i18n.translators(language)

    def said(context: str, text: str) -> str:
        found = next((found for one in spoken if (found := one.translate(context, text))), text)
        return found if language == "en" or found != text else ""  # what nobody translated by now

    for menu in MENU_TITLES:
        if (language, menu) == ("id", "file"):  # it has more entries than its words have letters
            continue
        texts = [said("Actions", row.text) for row in TABLE if row.menu == menu]
        texts += [said("Menus", text) for text in {"file": ["&Recent"], "view": ["Lan&guage"]}.get(menu, ())]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if text)
        assert [letter for letter, times in letters.items() if times > 1] == [], menu


def test_every_icon_is_there(qapp: object) -> None:
    colour = load("light").muted
    for row in TABLE:
        assert not row.icon or not icon(row.icon, colour).isNull(), row.icon


def test_the_keys_of_the_product_are_kept() -> None:
    wanted = {
        "J": "sentence_next", "K": "sentence_previous", "Shift+J": "extend_next", "N": "note", "T": "tags", "L": "link",
        "H": "mark_again", "Del": "delete_mark", "[": "previous_mark", "]": "next_mark", "Alt+Left": "back",
        "Alt+Right": "forward", "F3": "find_next", "Shift+F3": "find_previous", "Alt+Down": "next_mark",
        "Alt+Shift+Up": "start_back", "Alt+Shift+Down": "start_on",
        "Alt+Shift+Right": "end_on", "Ctrl+Z": "undo", "Ctrl+Shift+Z": "redo", "Ctrl+Y": "redo", "Ctrl+F": "find",
        "Ctrl+Shift+F": "search", "Ctrl+K": "palette", "Ctrl+Shift+P": "palette", "Ctrl+O": "add_file",
        "Ctrl+E": "export", "Ctrl+I": "import_set", "Ctrl+V": "paste",
        "F9": "toggle_library", "F10": "toggle_panel", "F11": "focus_mode",
        "Ctrl+=": "zoom_in", "Ctrl+-": "zoom_out", "Ctrl+0": "zoom_reset",
        "F1": "manual", "Ctrl+/": "keys", "Shift+F1": "keys",
        "Ctrl+Q": "quit", "Ctrl+,": "settings", "M": "hide_marks", "U": "left_out", "Ctrl+L": "edit_labels",
    }  # fmt: skip
    found = {key.toString(): row.id for row in TABLE for key in KEYS.sequences(row)}
    assert {key: found.get(spell(key)) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("key", "label"), [("1", "claim"), ("2", "source"), ("3", "denial"), ("c", "claim"), ("d", "denial")]
)
def test_label_keys_work_in_the_text(desk: Desk, qtbot: QtBot, key: str, label: str) -> None:
    desk.page.setFocus()
    qtbot.keyClicks(desk.page, key)
    assert desk.heard == [label]


def test_label_keys_do_nothing_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    desk.elsewhere.setFocus()
    qtbot.keyClicks(desk.elsewhere, "1cnj")
    assert desk.heard == []


def test_a_text_field_keeps_its_letters(desk: Desk, qtbot: QtBot) -> None:
    for field in (desk.field, desk.editor):
        field.setFocus()
        qtbot.keyClicks(field, "1cnj[")
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.heard == []


def test_window_keys_work_everywhere(desk: Desk, qtbot: QtBot) -> None:
    for widget in (desk.page, desk.elsewhere, desk.field):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_F9)
    assert desk.heard == ["toggle_library"] * 3


def test_a_users_label_brings_its_key_and_takes_it_along(desk: Desk, qtbot: QtBot) -> None:
    mine = Label("rumour", "Rumour", "4", "violet", Underline.DOUBLE, 3)
    desk.table.set_labels((*BUILTIN, mine))
    desk.page.setFocus()
    qtbot.keyClicks(desk.page, "4")
    desk.table.set_labels(BUILTIN)
    qtbot.keyClicks(desk.page, "4")
    assert desk.heard == ["rumour"]


@pytest.mark.parametrize("key", ["N", "n", "Ctrl+O", "1", "s", "["])
def test_a_key_that_is_taken_is_refused(desk: Desk, key: str) -> None:
    mine = Label("rumour", "Rumour", key, "violet", Underline.DOUBLE, 3)
    assert conflict(key, BUILTIN)
    desk.table.set_labels((*BUILTIN, mine))
    action = next(a for a in desk.table.labels if a.objectName() == "label:rumour")
    assert action.shortcuts() == []


def test_a_free_key_is_free() -> None:
    assert conflict("4", BUILTIN) == ""
    assert conflict("", BUILTIN) == ""
    assert conflict("1", BUILTIN, own_id="claim") == ""
    assert reserved_keys()["N"] == "Note"


def test_tooltips_name_the_key_and_show_data_as_it_is(desk: Desk) -> None:
    assert desk.table["export"].toolTip() == "Export (Ctrl+E)"
    assert plain("&Export…") == "Export"
    desk.table.set_labels((Label("x", "<img src=x>", "5", "teal", Underline.SOLID, 0),))
    assert "<img" not in desk.table.labels[0].toolTip()


def test_every_action_has_its_place(desk: Desk) -> None:
    assert all(action.text() for action in desk.table.every())
    assert len(desk.table.every()) == len(TABLE) + 2 * len(BUILTIN)
