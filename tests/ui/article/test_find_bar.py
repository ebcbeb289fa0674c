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


# -- seen over marks, and gone on with from elsewhere -----------------------------------------------------------


def inked(desk: Desk, words: str) -> list[int]:
    """The pixels of the box of words."""
    view = desk.window.view
    page = view.visible_page()
    assert page is not None
    (box,) = view.boxes(page, desk.sample.span(words))
    image, area = seen(desk), box.toRect()
    return [image.pixel(x, y) for y in range(area.top(), area.bottom()) for x in range(area.left(), area.right())]


def test_a_hit_is_seen_on_a_mark_of_any_label_as_on_plain_text(desk: Desk, qtbot: QtBot) -> None:
    for words, key in (
        ("The harbour office says", Qt.Key.Key_1), ("anglers", Qt.Key.Key_2), ("The operator denies", Qt.Key.Key_3),
    ):  # fmt: skip
        desk.select(words)
        desk.key(key)
        desk.key(Qt.Key.Key_Escape)
        desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_F, CTRL)
    bar = desk.window.find_bar
    for words in ("office", "anglers", "operator", "tickets"):
        before = inked(desk, words)
        bar.field.setText(words)
        assert bar.count.text() == "1 of 1"
        after = inked(desk, words)
        assert sum(one != other for one, other in zip(before, after, strict=True)) > len(before) // 3
        bar.field.setText("")
        assert inked(desk, words) == before


def test_the_current_hit_is_stronger_than_the_others(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.field.setText("sai")
    assert bar.count.text() == "1 of 3"
    text = desk.window.theme.text.rgb()
    frames = []
    for _ in range(2):
        frames.append([inked(desk, words)[:20].count(text) for words in ("sailed", "sailor", "said")])
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert [row.index(max(row)) for row in frames] == [0, 1] or frames[0] != frames[1]
    assert max(frames[0]) > 0 == min(frames[0])


def test_f3_goes_on_with_the_last_words_from_the_text_the_panel_and_the_list(desk: Desk, bar: FindBar) -> None:
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)  # a list without cards takes no keyboard
    desk.key(Qt.Key.Key_F, CTRL)
    bar.field.setText("it")
    count = desk.sample.revision.text.casefold().count("it")
    desk.key(Qt.Key.Key_Escape)
    assert bar.isHidden()
    wanted = 0
    for place in (desk.window.view, desk.window.library.list, desk.window.panel.list, desk.window.header.search):
        place.setFocus()
        desk.key(Qt.Key.Key_F3)
        wanted += 1
        assert bar.isVisible() and bar.count.text() == f"{(wanted - 1) % count + 1} of {count}"
        assert place.hasFocus()
    desk.key(Qt.Key.Key_F3, SHIFT)
    assert bar.count.text() == f"{(wanted - 2) % count + 1} of {count}"


def test_f3_without_words_opens_the_bar(desk: Desk) -> None:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_F3)
    assert desk.window.find_bar.isVisible() and desk.window.find_bar.field.hasFocus()


def test_find_stands_in_the_menu_with_its_neighbours(desk: Desk) -> None:
    actions = desk.window.menus["edit"].actions()
    ids = [action.objectName() for action in actions]
    assert ids[ids.index("find") :][:3] == ["find", "find_next", "find_previous"]
