"""Find in the article: what is counted, where it goes, what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.hands import seen
from tests.ui.window_desk import Desk
from ui.article.find_bar import FindBar

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(desk: Desk) -> FindBar:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_F, CTRL)
    assert desk.window.find_bar.isVisible() and desk.window.find_bar.field.hasFocus()
    return desk.window.find_bar


def test_enter_goes_round_all_places_and_shift_enter_back(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "said")
    assert bar.count.text() == "1 of 1"
    bar.field.selectAll()
    qtbot.keyClicks(bar.field, "it")
    told = [bar.count.text()]
    count = desk.sample.revision.text.casefold().count("it")
    for _ in range(count):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
        told.append(bar.count.text())
    assert told == [*(f"{n} of {count}" for n in range(1, count + 1)), f"1 of {count}"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == f"{count} of {count}"
    qtbot.mouseClick(bar.on, Qt.MouseButton.LeftButton)
    assert bar.count.text() == f"1 of {count}"
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert bar.count.text() == f"{count} of {count}"


def test_the_places_are_painted_until_the_bar_goes(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    plain = seen(desk)
    qtbot.keyClicks(bar.field, "ferry")
    first = seen(desk)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert plain != first != seen(desk)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden() and desk.window.view.hasFocus() and seen(desk) == grown(desk, plain)


def grown(desk: Desk, plain: object) -> object:
    """The page without the bar: a second look at it after the bar has come and gone without words."""
    desk.key(Qt.Key.Key_F, CTRL)
    desk.window.find_bar.field.clear()
    desk.key(Qt.Key.Key_Escape)
    return seen(desk)


@pytest.mark.parametrize("words", ["NEVER SAILED", "néver sailed", "never   sailed", "  never sailed "])
def test_case_accents_and_spaces_do_not_matter(bar: FindBar, words: str) -> None:
    bar.field.setText(words)
    assert bar.count.text() == "1 of 1"


def test_signs_are_signs_and_not_patterns(bar: FindBar) -> None:
    bar.field.setText("n.ght")
    assert bar.count.text() == "not in this article"
    bar.field.setText("(")
    assert bar.count.text() == "not in this article"
    bar.field.setText("🙂")
    assert bar.count.text() == "1 of 1"
    bar.field.setText("")
    assert bar.count.text() == ""


def test_selected_words_are_looked_for_at_once(desk: Desk) -> None:
    desk.select("anglers")
    desk.key(Qt.Key.Key_F, CTRL)
    assert (desk.window.find_bar.field.text(), desk.window.find_bar.count.text()) == ("anglers", "1 of 1")
