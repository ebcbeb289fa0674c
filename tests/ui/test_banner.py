from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.banner import Banner


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner()
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_there_is_something_to_say(banner: Banner) -> None:
    assert banner.isHidden()
    banner.tell("disk full")
    assert not banner.isHidden() and banner.text.text() == "disk full"
    assert banner.action.isHidden()


def test_markup_is_shown_as_it_is(banner: Banner) -> None:
    banner.tell("<b>no</b>")
    assert banner.text.textFormat() is Qt.TextFormat.PlainText and banner.text.text() == "<b>no</b>"


def test_its_button_acts_once_and_closes_it(banner: Banner, qtbot: QtBot) -> None:
    done: list[str] = []
    banner.tell("the library is locked", action="Try again", call=lambda: done.append("again"))
    banner.show()
    qtbot.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert done == ["again"] and banner.isHidden()


@pytest.mark.parametrize("how", ["button", "key"])
def test_it_can_be_closed(banner: Banner, qtbot: QtBot, how: str) -> None:
    banner.tell("disk full")
    if how == "button":
        qtbot.mouseClick(banner.dismiss, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert banner.isHidden()
