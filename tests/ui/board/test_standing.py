"""The board says what a newer capture did to a voice, in words and signs, and counts it again once it is confirmed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.edits import claims
from reader.revisions import carry_marks
from tests.ui.board.test_board import Story, choose, opened, shown, story, told
from tests.ui.board.test_side import cell, column
from tests.ui.window_desk import Desk, desk, start
from ui.board.line import Column
from ui.board.window import BoardWindow

__all__ = ["desk", "start", "story", "told"]
BACKGROUND = Qt.ItemDataRole.BackgroundRole


@pytest.fixture
def board(told: Desk) -> BoardWindow:
    return opened(told)


def chain(board: BoardWindow) -> list[tuple[str, str]]:
    """The lines of the chain of the first claim."""
    choose(board, 0)
    QTest.keyClick(board, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    tree = board.chain.tree
    heads = [head for n in range(tree.topLevelItemCount()) if (head := tree.topLevelItem(n)) is not None]
    lines = [line for head in heads for n in range(head.childCount()) if (line := head.child(n)) is not None]
    return [(line.text(0), line.text(1)) for line in (*heads, *lines)]


def capture(told: Desk, story: Story, *paragraphs: str) -> None:
    """The mayor's article is captured again with these words."""
    story.room.library = told.session.library
    told.session.do(story.room.captured_again(story.echo, "Mayor answers", *paragraphs))


def test_changed_words_are_shown_and_not_counted_until_they_are_confirmed(
    told: Desk, story: Story, board: BoardWindow
) -> None:
    assert shown(board, Column.SOURCES)[0] == "1 : 1"
    capture(told, story, "The mayor denied closing it for a week.", "Rice is cheap.")
    told.qtbot.waitUntil(lambda: shown(board, Column.SOURCES)[0].startswith("1 : 0 "))
    assert shown(board, Column.DENIED)[0] == "≠ The mayor (words changed since)"
    assert "Not counted since a newer capture: 1" in str(
        board.claims.model.index(0, Column.SOURCES).data(Qt.ItemDataRole.ToolTipRole)
    )
    assert cell(board, 0, "The mayor").startswith("✗ denies\n≠ words changed since")
    at = board.matrix.model.index(0, column(board.matrix.model, "The mayor"))
    assert at.data(BACKGROUND) is None  # and no colour says that it stands
    assert "≠ words changed since" in str(at.data(Qt.ItemDataRole.ToolTipRole))
    spoken = str(at.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("The mayor. ✗ denies, ≠ words changed since") and spoken.endswith("The bridge is closed")
    assert ("The mayor → Echo", "≠ words changed since") in chain(board)

    for mark in told.session.library.annotations(story.echo):  # the words beside the source's changed, too
        told.session.do(carry_marks.confirm(mark))
    told.qtbot.waitUntil(lambda: shown(board, Column.SOURCES)[0] == "1 : 1")
    assert shown(board, Column.DENIED)[0] == "The mayor"
    assert at.model().index(0, at.column()).data(BACKGROUND) is not None


def test_words_that_were_taken_back_say_so(told: Desk, story: Story, board: BoardWindow) -> None:
    capture(told, story, "A bakery was opened at the harbour on Sunday.", "Rice is cheap.")
    told.qtbot.waitUntil(lambda: shown(board, Column.SOURCES)[0].startswith("1 : 0 "))
    assert shown(board, Column.DENIED)[0] == "∅ The mayor (words taken back)"
    assert ("The mayor → Echo", "∅ words taken back") in chain(board)


def test_sources_that_are_not_identified_make_a_range_everywhere(told: Desk, story: Story, board: BoardWindow) -> None:
    told.session.do(claims.change(story.mayor, {"kind": "unnamed_person"}))
    told.qtbot.waitUntil(lambda: shown(board, Column.SOURCES)[0] == "1 : 0–1")
    hint = str(board.claims.model.index(0, Column.SOURCES).data(Qt.ItemDataRole.ToolTipRole))
    assert "Independent sources against it: 0 to 1: 1 not identified" in hint
    heard = board.claims.model.index(0, Column.SOURCES).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Independent sources for it: 1. Independent sources against it: 0 to 1: 1 not identified"
    lines = chain(board)
    assert ("✗ denies", "Independent sources: 0 to 1: 1 not identified") in lines
    assert ("The mayor → Echo", "may count: not identified") in lines


def test_the_list_is_sorted_by_the_lower_bound_then_by_the_upper(told: Desk, story: Story, board: BoardWindow) -> None:
    room = story.room
    room.library = told.session.library
    at = room.article("Globe", "Paint", "It was painted, Ana, Ben and Cai said.", "The rice is cheap, Ana said.")
    painted, cheap = room.mark(at, "claim", "It was painted", story.paint), room.mark(at, "claim", "The rice is cheap")
    for name in ("Ana", "Ben", "Cai"):
        room.says(room.mark(at, "source", name), painted)
    room.says(room.mark(at, "source", "Ana"), cheap)
    board.gatherer.ask()
    told.qtbot.waitUntil(lambda: len(shown(board)) == 4)
    board.claims.table.horizontalHeader().setSortIndicator(Column.SOURCES, Qt.SortOrder.DescendingOrder)
    assert shown(board, Column.SOURCES) == ["1 : 1", "0–3 : 0", "0–1 : 0", "0 : 0"]
    assert shown(board)[1] == "The bridge was painted"
