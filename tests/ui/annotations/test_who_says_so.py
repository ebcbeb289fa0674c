"""What a card, the inspector and the board say of a source is what was entered: no more, and no other verb."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.board.test_board import opened, shown
from tests.ui.hands import drag
from tests.ui.window_desk import Desk, desk, start
from ui.annotations.row import Card
from ui.board.line import Column

__all__ = ["desk", "start"]
CONTENT = "the night ferry never sailed"


def press(desk: Desk, keys: str) -> None:
    for key in keys.split():
        QTest.keySequence(QApplication.focusWidget() or desk.window, QKeySequence(key))


def card(desk: Desk, words: str) -> Card:
    marks = {mark.anchor.quote: mark for mark in desk.session.library.annotations(desk.sample.article.id)}
    found = desk.window.panel.model.card_of(marks[words].id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("keys", "card_says", "chain_says"),
    [
        ("A Esc", "not said yet", "who says so: not said yet"),
        ("A 0", "nobody is named", "nobody is named"),
        ("0", "the article itself", "the article itself"),
    ],
)
def test_nobody_is_named_only_where_that_was_said(desk: Desk, keys: str, card_says: str, chain_says: str) -> None:
    drag(desk, CONTENT)
    press(desk, keys)
    press(desk, "Esc")
    assert card(desk, CONTENT).relations == (("said by", card_says),)
    assert card_says in desk.window.panel.inspector.attribution.rest.text()
    board = opened(desk, 1)
    name = "Lembayung Herald itself" if keys == "0" else card_says
    assert shown(board, Column.SAID) == [name]
    assert shown(board, Column.SOURCES) == ["0 : 0"]
    own = str(board.matrix.model.index(0, 1).data())
    assert ("✓" in own) == (keys != "A Esc") and (card_says in own) == (keys != "0")
    QTest.keyClick(board, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    head = board.chain.tree.topLevelItem(0)
    line = head.child(0) if head is not None else None
    assert line is not None and line.text(1) == chain_says


def test_who_denies_is_not_said_to_say(desk: Desk) -> None:
    words = "denies having sold tickets for it"
    drag(desk, words)
    press(desk, "Shift+A")
    drag(desk, "The operator")
    press(desk, "Esc")
    assert [word for word, _ in card(desk, words).relations] == ["denied by"]
    assert [word for word, _ in card(desk, "The operator").relations] == ["denies"]
    inspector = desk.window.panel.inspector
    assert [line.word for line in inspector.relations.lines] in (["denied by"], ["denies"])
    chip = inspector.attribution.chips["attribution_type"].chips["attribute_assertion"]
    assert chip.text() == "denies"
