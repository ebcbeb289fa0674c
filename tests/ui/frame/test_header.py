from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reader.model.labels import BUILTIN, COLOURS, Label, Underline
from tests.ui.hands import painted
from ui.actions.actions import Actions
from ui.annotations.labels_bar import LabelButton
from ui.frame.header import SHOWN, Header
from ui.look.theme import THEMES, load


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.set_labels(BUILTIN)
    made = Header(actions, load("light"), window)
    made.actions_of_window = actions  # type: ignore[attr-defined]
    made.set_labels(BUILTIN)
    window.setCentralWidget(made)
    window.show()
    return made


def buttons(header: Header) -> list[str]:
    return [button.text() for button in header.findChildren(LabelButton) if button.isVisible()]


def test_each_label_has_a_button_that_marks(header: Header, qtbot: QtBot) -> None:
    assert buttons(header) == ["Claim", "Source", "Denial"]
    heard: list[str] = []
    header.actions_of_window.labelTriggered.connect(heard.append)  # type: ignore[attr-defined]
    for button in header.findChildren(LabelButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == ["claim", "source", "denial"]


def test_labels_without_room_are_in_a_menu(header: Header, qtbot: QtBot) -> None:
    many = tuple(Label(f"own{n}", f"Own {n}", "", COLOURS[n % 8], Underline.SOLID, n) for n in range(SHOWN + 3))
    header.actions_of_window.set_labels(many)  # type: ignore[attr-defined]
    header.set_labels(many)
    qtbot.waitUntil(lambda: len(header.findChildren(LabelButton)) == SHOWN)
    more = [action.text() for action in header._more.menu().actions()]
    assert more == [f"Mark as Own {n}" for n in range(SHOWN, SHOWN + 3)]


@pytest.mark.parametrize("id", THEMES)
def test_a_button_shows_its_labels_colour(header: Header, id: str) -> None:
    theme = load(id)
    header.set_theme(theme)
    button = header.findChildren(LabelButton)[0]
    image = painted(button)
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.tints["blue"].fill.name() in seen and theme.raised.name() in seen


def test_words_are_searched_as_they_are_typed(header: Header, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.searched) as told:
        qtbot.keyClicks(header.search, "r")
    assert told.args == ["r"]
    with qtbot.waitSignal(header.search.left):
        qtbot.keyClick(header.search, Qt.Key.Key_Escape)
    assert header.search.text() == ""


def test_a_name_without_room_is_cut_before_its_key(header: Header) -> None:
    button = header.findChildren(LabelButton)[2]
    assert button.shown == button.text() == "Denial"
    button.resize(button.sizeHint().width() - 12, button.height())
    assert button.shown.endswith("…") and button.shown != "Denial…"
