"""The room that the parts of the panel take: two cards beside the inspector, keys that stay, words that fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.edits.attribution import attribution_of
from tests.ui.hands import drag
from tests.ui.window_desk import Desk
from ui.annotations.key_chips import KeyChip, KeyChips
from ui.annotations.value_keys import ValueKeys
from ui.language.plain_values import VALUES
from ui.language.plain_words import plain
from ui.look.theme import load

CONTENT, SAILOR, CUE = "it left at nine", "A sailor", "said"


def press(desk: Desk, keys: str) -> None:
    for key in keys.split():
        QTest.keySequence(QApplication.focusWidget() or desk.window, QKeySequence(key))


@pytest.fixture
def attributed(desk: Desk) -> Desk:
    """A desk with a claim that a sailor says, certainly; the claim is chosen."""
    drag(desk, CONTENT)
    press(desk, "A")
    drag(desk, SAILOR)
    drag(desk, CUE)
    press(desk, "Shift+8")
    return desk


def said(desk: Desk, name: str) -> str:
    (held,) = filter(None, map(attribution_of, desk.session.library.relations(desk.sample.article.id)))
    return held.said(name)


def in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect().height() >= widget.height() - 2


# -- the inspector -------------------------------------------------------------------------------------------------


def test_the_inspector_leaves_two_cards_and_shows_the_note(attributed: Desk) -> None:
    panel = attributed.window.panel
    attributed.qtbot.waitUntil(lambda: panel.foot.height() <= 0.46 * panel.height())
    cards = panel.list
    attributed.qtbot.waitUntil(lambda: cards.viewport().height() >= sum(cards.rowHeight(row) for row in range(2)))
    assert in_sight(panel.fields.note) and in_sight(panel.fields.tags)


@pytest.mark.parametrize("height", range(560, 1000, 40))
def test_at_any_height_two_cards_are_seen_or_the_note_takes_no_more_than_it_needs(
    attributed: Desk, height: int
) -> None:
    panel = attributed.window.panel
    attributed.window.resize(1280, height)
    attributed.qtbot.waitUntil(lambda: attributed.window.height() == height)
    needed = 10 * panel.foot.fontMetrics().height()  # the name of a mark, its note and its tags

    def has_room() -> bool:
        two = sum(panel.list.rowHeight(row) for row in range(2))
        return panel.list.viewport().height() >= two or panel.foot.height() <= needed

    attributed.qtbot.waitUntil(has_room)


def test_in_a_low_window_the_note_is_still_seen(attributed: Desk) -> None:
    panel = attributed.window.panel
    attributed.window.resize(1280, 560)
    attributed.qtbot.waitUntil(lambda: panel.foot.height() < 200)
    assert in_sight(panel.fields.note) and panel.list.viewport().height() >= 100


def test_what_is_said_already_is_in_sight_when_the_box_opens(attributed: Desk) -> None:
    press(attributed, "E")
    details = attributed.window.panel.inspector.attribution.details
    press(attributed, "X V Esc")  # far down in the box
    assert said(attributed, "attack") == "undercut" or said(attributed, "attack") != ""
    press(attributed, "E")
    chip = next(b for chips in details.chips.values() for b in chips.chips.values() if b.isChecked())
    attributed.qtbot.waitUntil(lambda: in_sight(chip))


# -- boxes of keys -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("closing", ["Return", "Esc"])
def test_a_box_takes_several_values_until_it_is_closed(attributed: Desk, closing: str) -> None:
    details = attributed.window.panel.inspector.attribution.details
    press(attributed, "E 1 9")
    assert details.isVisible() and "word for word" in details.told.text()
    assert (said(attributed, "response_form"), said(attributed, "quote_type")) == ("explicit_denial", "direct")
    press(attributed, "9")
    assert said(attributed, "quote_type") == "" and "taken away" in details.told.text()
    press(attributed, closing)
    assert details.isHidden() and attributed.window.view.hasFocus()
    assert said(attributed, "response_form") == "explicit_denial"


def test_no_letter_is_a_command_while_a_box_is_open(attributed: Desk) -> None:
    before = attributed.session.undo_name
    press(attributed, "E M Shift+M Shift+1 ] [")
    assert not attributed.window.commands["hide_marks"].isChecked()
    assert attributed.session.undo_name == before and said(attributed, "factuality") == "Uu"
    assert attributed.window.panel.inspector.attribution.details.hasFocus()


def test_a_key_that_is_held_down_closes_a_box_and_no_more(attributed: Desk) -> None:
    panel = attributed.window.panel
    panel.focus_cards()
    panel.list.choose(0)
    went: list[str] = []
    panel.cardActivated.connect(went.append)
    press(attributed, "E")
    box = QApplication.focusWidget()
    assert isinstance(box, ValueKeys)
    QTest.keyPress(box, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is panel.list
    for _ in range(3):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(focus, again)
    assert went == []
    QTest.keyRelease(focus, Qt.Key.Key_Return)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert len(went) == 1


# -- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["identification", "factuality", "kind", "channel", "response_form"])
def test_the_words_of_a_chip_fit_at_300_pixels_though_they_are_longer(desk: Desk, field: str) -> None:
    chips = KeyChips(load("light"), desk.window)
    longer = [
        (value, words + words[: round(0.4 * len(words))])
        for v in VALUES[field]
        if (words := plain(field, v))
        for value in [v]
    ]
    chips.show_chips([KeyChip(value, words, "⇧8", words) for value, words in longer], "")
    chips.resize(300 - 24, 400)
    chips.show()
    for button in chips.chips.values():
        lines = 1 + (button.height() > button.high)
        assert button.width() * lines >= button.widest and button.geometry().right() < chips.width()
    places = [button.geometry() for button in chips.chips.values()]
    assert all(not one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :])


def test_the_panel_grows_with_the_text(attributed: Desk) -> None:
    panel = attributed.window.panel
    before = (panel.fields.note.fontInfo().pixelSize(), panel.list.rowHeight(0), panel.head.chips.height())
    for _ in range(10):
        press(attributed, "Ctrl+=")
    assert attributed.program.settings.values.face.size == 29
    attributed.qtbot.waitUntil(lambda: panel.fields.note.fontInfo().pixelSize() == 20)
    assert panel._delegate.faces.plain.pixelSize() == 20
    after = (20, panel.list.rowHeight(0), panel.head.chips.height())
    assert all(new > old for new, old in zip(after, before, strict=True))
    for row in range(panel.model.rowCount()):
        card = panel.model.card(row)
        assert card is not None
        needed = panel._delegate.arranged(card, panel.list.viewport().width()).height
        assert panel.list.rowHeight(row) >= int(needed)
    for chip in panel.head.chips.chips.values():
        assert chip.height() >= chip.fontMetrics().height()
    assert panel.fields.note.height() >= 2 * panel.fields.note.fontMetrics().lineSpacing()
    press(attributed, "Ctrl+0")
    attributed.qtbot.waitUntil(lambda: panel.fields.note.fontInfo().pixelSize() == before[0])
    assert panel.list.rowHeight(0) == before[1]


def test_the_title_says_what_is_counted(attributed: Desk) -> None:
    panel = attributed.window.panel
    trails = [int(chip.chip.trail) for chip in panel.head.chips.chips.values()]
    assert sum(trails) == 3 == len(attributed.session.library.annotations(attributed.sample.article.id))
    assert panel.head.title.text() == "Annotations 3 · 2 cards" and "1 mark" in panel.head.title.toolTip()


def test_nothing_lies_over_another_part_of_a_card(attributed: Desk) -> None:
    panel = attributed.window.panel
    for width in (240, 300, 460):
        for row in range(2):
            card = panel.model.card(row)
            assert card is not None
            found = panel._delegate.arranged(card, width)
            boxes = [part.box for part in found.parts]
            assert all(box.right() <= width - 8 and box.bottom() <= found.height for box in boxes)
            assert all(
                not one.adjusted(1, 1, -1, -1).intersects(other)
                for n, one in enumerate(boxes)
                for other in boxes[n + 1 :]
            )


def test_a_place_outside_every_part_is_no_part(attributed: Desk) -> None:
    assert attributed.window.panel.hands.part_at(QPoint(5000, 5000)) is None
