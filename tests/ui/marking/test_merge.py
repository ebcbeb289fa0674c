"""Two marks of one kind on nearly the same words, in the window: the offer, its button, the key, and leaving both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import edits
from reader.model.labels import CLAIM, DENIAL
from reader.model.stamps import new_id
from tests.ui.conftest import PARAGRAPHS, make_sample
from tests.ui.hands import click, drag, focused, quotes
from tests.ui.window_desk import Desk, Starter
from ui.annotations.merge_offer import MergeOffer

WIDE, NARROW = "that the night ferry never sailed", "the night ferry never sailed"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def line(desk: Desk) -> MergeOffer:
    return desk.window.panel.findChildren(MergeOffer)[0]


def offered(desk: Desk) -> bool:
    return any(line.isVisible() for line in desk.window.panel.findChildren(MergeOffer))


def twice(desk: Desk) -> tuple[str, str]:
    """Mark nearly the same words two times as a claim; the ids of both, in that order."""
    made = []
    for words in (WIDE, NARROW):
        drag(desk, words)
        desk.key(Qt.Key.Key_1)
        made.append(desk.window.view.selected_mark)
    desk.qtbot.waitUntil(lambda: offered(desk))
    return made[0], made[1]


def settle(desk: Desk) -> None:
    """Let what waits for its turn come to it."""
    for _ in range(3):
        QApplication.processEvents()


def test_a_second_claim_on_nearly_the_same_words_brings_an_offer_that_takes_no_focus(desk: Desk) -> None:
    twice(desk)
    assert WIDE in line(desk).text.text() and "Shift+M" in desk.window.status.message.text()
    assert "(Shift+M)" in line(desk).merge.toolTip()
    assert desk.window.view.hasFocus() and len(quotes(desk)) == 2


def test_the_button_makes_them_one_and_one_undo_brings_both_back(desk: Desk) -> None:
    first, second = twice(desk)
    desk.window.panel.edit_note(second)
    QTest.keyClicks(focused(), "whose word?")
    QTest.mouseClick(line(desk).merge, Qt.MouseButton.LeftButton)
    assert quotes(desk) == [("claim", WIDE)] and not offered(desk)
    assert desk.session.library.annotation(first).note == "whose word?"
    assert desk.window.view.selected_mark == first and desk.window.panel.chosen == [first]
    desk.session.undo()
    assert len(quotes(desk)) == 2


def test_a_note_that_is_still_being_typed_is_part_of_it(desk: Desk) -> None:
    first, second = twice(desk)
    desk.window.panel.edit_note(second)
    QTest.keyClicks(focused(), "whose word?")
    desk.window.commands["merge_mark"].trigger()
    assert quotes(desk) == [("claim", WIDE)]
    assert desk.session.library.annotation(first).note == "whose word?"


def test_the_key_takes_the_offer(desk: Desk) -> None:
    twice(desk)
    desk.key(Qt.Key.Key_M, SHIFT)
    assert quotes(desk) == [("claim", WIDE)] and not offered(desk)


def test_an_offer_that_was_refused_does_not_come_again_for_the_pair(desk: Desk) -> None:
    _, second = twice(desk)
    QTest.mouseClick(line(desk).leave, Qt.MouseButton.LeftButton)
    assert not offered(desk) and len(quotes(desk)) == 2
    mark = desk.session.library.annotation(second)
    desk.session.do(edits.delete_annotations([mark]))
    desk.session.do(edits.Edit("Mark as claim", (edits.Swap(None, mark),)))
    settle(desk)
    assert not offered(desk)


def test_escape_in_the_line_leaves_both_and_gives_the_keyboard_back(desk: Desk) -> None:
    twice(desk)
    line(desk).merge.setFocus()
    desk.key(Qt.Key.Key_Escape)
    assert not offered(desk) and desk.window.view.hasFocus() and len(quotes(desk)) == 2


def test_undo_of_the_mark_takes_the_offer_away(desk: Desk) -> None:
    twice(desk)
    desk.session.undo()
    assert not offered(desk) and quotes(desk) == [("claim", WIDE)]


def test_another_label_or_other_words_bring_no_offer(desk: Desk) -> None:
    for words, key in ((WIDE, Qt.Key.Key_1), (NARROW, Qt.Key.Key_2), ("ferry", Qt.Key.Key_1)):
        drag(desk, words)
        desk.key(key)
    settle(desk)
    assert len(quotes(desk)) == 3 and not offered(desk)


def test_another_persons_mark_is_told_of_and_not_merged(desk: Desk) -> None:
    span = desk.sample.span(WIDE)
    desk.session.do(edits.annotate(desk.sample.revision, [span], CLAIM, "Budi", id=new_id()))
    drag(desk, NARROW)
    desk.key(Qt.Key.Key_1)
    desk.qtbot.waitUntil(lambda: "Budi" in desk.window.status.message.text())
    assert not offered(desk)
    desk.key(Qt.Key.Key_M, SHIFT)
    assert len(quotes(desk)) == 2 and "Budi" in desk.window.status.message.text()


def test_the_key_merges_the_chosen_mark_with_the_one_beside_it_later_as_well(desk: Desk) -> None:
    twice(desk)
    QTest.mouseClick(line(desk).leave, Qt.MouseButton.LeftButton)
    click(desk, "ferry never")
    desk.key(Qt.Key.Key_M, SHIFT)
    assert quotes(desk) == [("claim", WIDE)]


def test_the_key_says_when_nothing_is_chosen_or_nothing_is_near(desk: Desk) -> None:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_M, SHIFT)
    assert desk.window.status.message.text() == "Choose a mark first, with Alt+Down or a click."
    drag(desk, NARROW)
    desk.key(Qt.Key.Key_1)
    settle(desk)
    desk.key(Qt.Key.Key_M, SHIFT)
    assert desk.window.status.message.text() == "No mark of this kind is on nearly the same words."
    assert len(quotes(desk)) == 1


@pytest.mark.parametrize("folded", [False, True])
def test_with_the_panel_folded_the_line_below_tells_the_key(desk: Desk, folded: bool) -> None:
    if folded:
        desk.window.commands["toggle_panel"].trigger()
    for words in (WIDE, NARROW):
        drag(desk, words)
        desk.key(Qt.Key.Key_1)
    desk.qtbot.waitUntil(lambda: "Shift+M" in desk.window.status.message.text())
    desk.key(Qt.Key.Key_M, SHIFT)
    assert quotes(desk) == [("claim", WIDE)]


def test_links_follow_to_the_mark_that_is_kept(desk: Desk) -> None:
    first, second = twice(desk)
    drag(desk, "The operator denies")
    desk.key(Qt.Key.Key_3)
    denial = desk.window.view.selected_mark
    library = desk.session.library
    desk.session.do(edits.link("denies", library.annotation(denial), library.annotation(second)))
    desk.key(Qt.Key.Key_M, SHIFT)  # the denial is chosen: the offer was about other marks, and is gone
    assert len(library.annotations(desk.sample.article.id)) == 3 and not offered(desk)
    desk.window.view.select_mark(second)
    desk.key(Qt.Key.Key_M, SHIFT)
    (relation,) = library.relations_of([first])
    assert (relation.end("from"), relation.end("to")) == (denial, first)


def test_an_offer_goes_when_its_marks_are_out_of_sight(start: Starter) -> None:
    desk = start(open_sample=False)
    long = make_sample((*PARAGRAPHS, *(f"Paragraph {n} says nothing of the ferry." for n in range(120))))
    desk.session.do(edits.add_article(long.article, long.revision))
    desk.window.open(long.article.id)
    twice(desk)
    bar = desk.window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.qtbot.waitUntil(lambda: not offered(desk))
    assert len(quotes(desk)) == 2


def test_an_offer_goes_when_another_mark_is_chosen(desk: Desk) -> None:
    other = edits.annotate(desk.sample.revision, [desk.sample.span("The operator denies")], DENIAL)
    desk.session.do(other)
    first, _ = twice(desk)
    desk.window.panel.select(first)
    assert offered(desk)
    desk.window.panel.select(other.swaps[0].entity.id)
    assert not offered(desk)
