"""Marking as a reader does it: by mouse with the bar, sentence by sentence, in pieces, over and in other marks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.window_desk import Desk, Starter

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def quotes(desk: Desk) -> list[tuple[str, str]]:
    found = desk.session.library.annotations(desk.sample.article.id)
    return [(a.label, a.anchor.quote) for a in found]


def point(desk: Desk, words: str, *, end: bool = False) -> QPoint:
    """Where words begin, or end, on the screen."""
    view = desk.window.view
    found = view.document().find(words)
    at = QTextCursor(view.document())
    at.setPosition(found.selectionEnd() if end else found.selectionStart())
    return view.cursorRect(at).center()


def drag(desk: Desk, words: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    port = desk.window.view.viewport()
    start, stop = point(desk, words) + QPoint(1, 0), point(desk, words, end=True)
    QTest.mousePress(port, LEFT, modifier, start)
    QTest.mouseMove(port, QPointF((start + stop) / 2).toPoint())
    QTest.mouseMove(port, stop)
    QTest.mouseRelease(port, LEFT, modifier, stop)


def test_words_chosen_by_mouse_are_marked_by_the_bar_beside_them(desk: Desk, qtbot: QtBot) -> None:
    drag(desk, "night ferry never sailed")
    bar = desk.window.bar
    qtbot.waitUntil(bar.isVisible)
    buttons = [*bar.findChildren(QPushButton), *bar.findChildren(QToolButton)]
    qtbot.mouseClick(next(b for b in buttons if "Denial" in b.accessibleName()), LEFT)
    assert quotes(desk) == [("denial", "night ferry never sailed")]
    assert desk.session.here.mark and bar.head.text() == "Make this mark"  # the next key acts on it


def test_sentence_by_sentence_with_j_and_k(desk: Desk) -> None:
    desk.window.view.setFocus()
    for _ in range(3):
        desk.key(Qt.Key.Key_J)
    desk.key(Qt.Key.Key_J, SHIFT)
    desk.key(Qt.Key.Key_2)
    ((label, quote),) = quotes(desk)
    assert label == "source" and quote.count(".") >= 2
    desk.key(Qt.Key.Key_K)
    desk.key(Qt.Key.Key_C)
    assert len(quotes(desk)) == 2


def test_pieces_chosen_with_ctrl_become_one_mark(desk: Desk) -> None:
    drag(desk, "The harbour office")
    drag(desk, "never sailed", CTRL)
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_1)
    ((label, quote),) = quotes(desk)
    assert label == "claim" and quote.replace(" … ", "|") == "The harbour office|never sailed"


def test_marks_may_lie_over_and_in_each_other(desk: Desk) -> None:
    for words, key in (
        ("The operator denies having sold tickets", Qt.Key.Key_3),
        ("The operator", Qt.Key.Key_2),
        ("denies having sold tickets for it.", Qt.Key.Key_1),
    ):
        desk.select(words)
        desk.key(key)
    assert sorted(label for label, _ in quotes(desk)) == ["claim", "denial", "source"]


def test_emoji_before_and_in_a_mark_do_not_move_it(desk: Desk) -> None:
    drag(desk, "Two anglers saw its lights")
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_1)
    desk.select("nine. 🙂 Two")
    desk.key(Qt.Key.Key_2)
    assert sorted(quotes(desk)) == [("claim", "Two anglers saw its lights"), ("source", "nine. 🙂 Two")]


def test_everything_is_undone_one_step_after_the_other_also_after_a_restart(start: Starter) -> None:
    first = start()
    for words, key in (("harbour office", Qt.Key.Key_1), ("sailor", Qt.Key.Key_2), ("operator", Qt.Key.Key_3)):
        first.select(words)
        first.key(key)
    first.window.close()
    first.program.close()
    again = start()
    assert len(quotes(again)) == 3
    for left in (2, 1, 0):
        again.window.commands["undo"].trigger()
        assert len(quotes(again)) == left
    for _ in range(3):
        again.window.commands["redo"].trigger()
    assert [quote for _, quote in quotes(again)] == ["harbour office", "sailor", "operator"]


def test_words_are_found_in_the_article_and_stepped_through(desk: Desk, qtbot: QtBot) -> None:
    desk.window.view.setFocus()
    desk.key(Qt.Key.Key_F, CTRL)
    bar = desk.window.find_bar
    qtbot.keyClicks(bar.field, "the")
    qtbot.waitUntil(lambda: any(c.isdigit() for c in bar.count.text()))
    first = bar.count.text()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() != first
    bar.field.clear()
    qtbot.keyClicks(bar.field, "zeppelin")
    qtbot.waitUntil(lambda: bar.count.text() != "" and "1" not in bar.count.text())
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
