"""Whoever works at a claim goes on at that claim: cells, rows and lines are kept by what they are, not by a number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.model.vocabulary import SILENT
from tests.ui.board.test_board import Story, choose, opened, shown, story, told
from tests.ui.board.test_side import cell, column, pick
from tests.ui.window_desk import Desk, desk, start
from ui.board.fields import Paragraph
from ui.board.window import BoardWindow

__all__ = ["desk", "start", "story", "told"]


@pytest.fixture
def board(told: Desk, story: Story) -> BoardWindow:
    """The board of a story in which many others are named beside the mayor, each once."""
    room = story.room
    room.library = told.session.library
    at = room.article("Globe", "Fair", "The bridge was painted, Ana, Ben, Cai, Dan, Eva, Fay and Gus heard.")
    claim = room.mark(at, "claim", "The bridge was painted", story.paint)
    for name in ("Ana", "Ben", "Cai", "Dan", "Eva", "Fay", "Gus"):
        source = room.mark(at, "source", name, room.source(name))
        if name < "D":
            room.says(source, claim)
    return opened(told)


def silent(told: Desk) -> list[str]:
    """Who is said to say nothing, by the words of the source's mark."""
    library = told.session.library
    found = [r for d in library.documents() for r in library.relations(d.article.id)]
    ids = [r.end("to") for r in found if r.attributes.get("response_form") == SILENT]
    return [m.anchor.quote for m in library.annotations_by_id(ids)]


def matrix(board: BoardWindow, row: int, name: str) -> None:
    QTest.keyClick(board, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    board.matrix.table.setCurrentIndex(board.matrix.model.index(row, column(board.matrix.model, name)))


def current(board: BoardWindow) -> tuple[str, str]:
    """The claim and the party of the current cell."""
    at, model = board.matrix.table.currentIndex(), board.matrix.model
    row = model.row(at)
    assert row is not None
    return row.wording, str(model.headerData(at.column(), Qt.Orientation.Horizontal))


def test_the_second_s_takes_back_what_the_first_said_though_the_columns_are_sorted_anew(
    told: Desk, board: BoardWindow
) -> None:
    matrix(board, 1, "Gus")
    before, table = column(board.matrix.model, "Gus"), board.matrix.table
    QTest.keyClick(table, Qt.Key.Key_S)
    told.qtbot.waitUntil(lambda: cell(board, 1, "Gus") == "■ says nothing")
    assert column(board.matrix.model, "Gus") < before  # who is heard more often stands further to the left
    assert current(board) == ("The bridge was painted", "Gus") and silent(told) == ["Gus"]
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
    QTest.keyClick(table, Qt.Key.Key_S)
    told.qtbot.waitUntil(lambda: cell(board, 1, "Gus") == "· not heard")
    assert current(board) == ("The bridge was painted", "Gus") and silent(told) == []


def test_two_presses_before_the_board_was_read_again_leave_nothing(told: Desk, board: BoardWindow) -> None:
    matrix(board, 1, "Fay")
    QTest.keyClick(board.matrix.table, Qt.Key.Key_S)
    QTest.keyClick(board.matrix.table, Qt.Key.Key_S)
    assert silent(told) == []
    QTest.keyClick(board.matrix.table, Qt.Key.Key_S)
    assert silent(told) == ["Fay"]


def test_the_first_change_of_a_mark_leaves_its_row_where_it_is(told: Desk, story: Story, board: BoardWindow) -> None:
    story.room.mark(story.echo, "claim", "Mayor answers")
    board.gatherer.ask()
    told.qtbot.waitUntil(lambda: len(shown(board)) == 4)
    order = shown(board)
    number = order.index("Mayor answers")
    choose(board, number)
    pick(board.side.claim.fields, "worth", "CFS")
    told.qtbot.waitUntil(lambda: (row := board.claims.rows()[0]).claim is not None and row.wording == "Mayor answers")
    assert shown(board) == order
    assert board.claims.table.currentIndex().row() == number
    assert [row.wording for row in board.claims.rows()] == ["Mayor answers"]


def write(board: BoardWindow, words: str) -> None:
    """Word the chosen claim anew."""
    field = board.side.claim.fields.widgets["text"]
    field.setFocus()
    assert isinstance(field, Paragraph)
    field.selectAll()
    QTest.keyClicks(field, words)
    board.claims.table.setFocus()


def test_a_row_that_is_edited_keeps_its_place_in_a_sorted_list_until_it_is_sorted_again(
    told: Desk, board: BoardWindow
) -> None:
    header = board.claims.table.horizontalHeader()
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert shown(board) == ["Rice is cheap", "The bridge is closed", "The bridge was painted"]
    choose(board, 1)
    write(board, "Zone of works")
    told.qtbot.waitUntil(lambda: shown(board) == ["Rice is cheap", "Zone of works", "The bridge was painted"])
    assert board.claims.table.currentIndex().row() == 1
    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert shown(board) == ["Rice is cheap", "The bridge was painted", "Zone of works"]


def test_a_row_that_no_longer_fits_the_filter_stays_while_it_is_worked_at(told: Desk, board: BoardWindow) -> None:
    board.claims.filter.setText("painted")
    told.qtbot.waitUntil(lambda: shown(board) == ["The bridge was painted"])
    choose(board, 0)
    write(board, "Zone of works")
    told.qtbot.waitUntil(lambda: shown(board) == ["Zone of works"])
    board.claims.filter.setText("painted ")
    told.qtbot.waitUntil(lambda: shown(board) == [])


def test_the_line_of_the_chain_stays_chosen(told: Desk, story: Story, board: BoardWindow) -> None:
    choose(board, 0)
    QTest.keyClick(board, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    tree = board.chain.tree
    head = tree.topLevelItem(1)
    line = head.child(0) if head is not None else None
    assert line is not None
    tree.setCurrentItem(line)
    before = board._picture
    story.room.mark(story.echo, "source", "Mayor")
    board.gatherer.ask()
    told.qtbot.waitUntil(lambda: board._picture is not before)
    item = tree.currentItem()
    assert item is not None and item.text(0) == "The mayor → Echo"


def test_what_is_typed_is_stored_as_it_is_typed_in_one_step(told: Desk, story: Story, board: BoardWindow) -> None:
    choose(board, 0)
    claim = board.claims.rows()[0].claim
    assert claim is not None
    note, library = board.side.claim.fields.widgets["note"], told.session.library
    steps = len(library.history(limit=1000))

    def stored() -> str:
        found = library.of_kind("claim", [claim.id])[claim.id]
        return str(getattr(found, "note", ""))

    note.setFocus()
    for words in ("The first ", "part, and the second"):
        QTest.keyClicks(note, words)
        told.qtbot.waitUntil(lambda words=words: stored().endswith(words.strip()))  # type: ignore[misc]
        assert note.hasFocus(), "nobody left the field"
    assert stored() == "The first part, and the second"
    assert len(library.history(limit=1000)) == steps + 1, "one step of undo"
    board.claims.table.setFocus()
    note.setFocus()
    QTest.keyClicks(note, "!")
    told.qtbot.waitUntil(lambda: "!" in stored())
    assert len(library.history(limit=1000)) == steps + 2, "who comes back begins a step"


def test_a_sentence_of_a_justification_is_stored_before_it_is_ended(
    told: Desk, story: Story, board: BoardWindow
) -> None:
    choose(board, 0)
    claim = board.claims.rows()[0].claim
    assert claim is not None
    new, library = board.side.claim.review.justification.new, told.session.library

    def sentences() -> list[str]:
        return [s.text for review in library.reviews([claim.id]) for s in review.justification]

    before = sentences()
    new.setFocus()
    for words, text in (("It was closed", "It was closed"), (" for two days.", "It was closed for two days.")):
        QTest.keyClicks(new, words)
        told.qtbot.waitUntil(lambda text=text: sentences() == [*before, text])  # type: ignore[misc]
        assert new.text() == text and new.hasFocus()
    QTest.keyClick(new, Qt.Key.Key_Return)
    assert new.text() == "" and sentences() == [*before, "It was closed for two days."]
    QTest.keyClicks(new, "Another.")
    told.qtbot.waitUntil(lambda: sentences() == [*before, "It was closed for two days.", "Another."])
