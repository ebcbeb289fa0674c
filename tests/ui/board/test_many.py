"""A board of more rows than a screen: it reads what is seen, follows each change, and stands as a small one would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader import edits
from reader.edits import Edit, Swap, claims
from reader.model.annotations import Annotation
from reader.model.spans import Span
from reader.store import Library, mapping
from tests.newsroom import LABELS, Newsroom
from tests.reader.board.whole_board import board as whole_board
from tests.reader.board.whole_board import gather
from tests.ui.board.test_board import opened, press
from tests.ui.window_desk import Desk, Starter, desk, start
from ui.board.line import Column, line_of
from ui.board.picture import FEW, SCREEN, Picture
from ui.board.window import BoardWindow

__all__ = ["desk", "start"]
MARKS, CTRL = 5_000, Qt.KeyboardModifier.ControlModifier
PAGE = 4 * SCREEN  # marks that a screen and what is read around it may need, with what they are linked to


class Many:
    """Articles of fifty claims each, in words that tell them apart; two claims of the desk, one of them denied."""

    def __init__(self, library: Library, marks: int) -> None:
        self.room = Newsroom(library)
        swaps: list[Swap] = []
        for number in range(marks // 50):
            words = [f"Claim {number:03}-{n:02} stands." for n in range(50)]
            id = self.room.article(f"Paper {number % 7}", f"Page {number:03}", *words)
            revision = self.room.revisions[id]
            for one in words:
                at = revision.text.index(one)
                made = edits.annotate(revision, [Span(at, at + len(one))], LABELS["claim"]).swaps
                swaps += made
        library.apply(Edit("Fill", tuple(swaps)))
        self.marks = [s.after for s in swaps if isinstance(s.after, Annotation)]
        self.closed = self.room.claim("The bridge is closed")
        self.rice = self.room.claim("Rice is short")
        library.apply(claims.assign([self.marks[7]], self.closed))
        source = self.room.mark(self.marks[60].article_id, "source", "Claim 001-01", self.room.source("The mayor"))
        self.room.says(source, self.marks[60])


@pytest.fixture
def many(start: Starter, library_path: Path) -> Many:
    with Library.open(library_path) as library:
        return Many(library, MARKS)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The ids of the marks that are read with their words while the block runs."""
    read: list[str] = []
    of_row = mapping.annotation_of

    def annotation_of(row: mapping.Row) -> Annotation:
        read.append(row["id"])
        return of_row(row)

    with patch.object(mapping, "annotation_of", annotation_of):
        yield read


def top(board: BoardWindow, count: int = 10) -> list[str]:
    """The words of the first rows: who asks for a row has it read."""
    model = board.claims.model
    return [str(model.index(row, Column.WORDING).data()) for row in range(min(count, model.rowCount()))]


def is_read(board: BoardWindow) -> bool:
    return all(key in board.claims.model.lines for key in board.claims.on_screen())


def is_settled(board: BoardWindow) -> bool:
    return is_read(board) and not board.claims.model._unsure


def test_the_first_page_reads_the_marks_of_a_screen_and_the_bar_reads_on(many: Many, desk: Desk) -> None:
    with counted() as read:
        board = opened(desk, MARKS + 1)
        desk.qtbot.waitUntil(lambda: is_read(board))
        assert len(set(read)) < PAGE
        assert top(board)[:2] == ["The bridge is closed", "Rice is short"]
        assert board.counts.text() == "5,001 claims · 100 articles" or "100" in board.counts.text()
        read.clear()
        bar = board.claims.table.verticalScrollBar()
        bar.setValue(bar.maximum())
        desk.qtbot.waitUntil(lambda: len(board.claims.on_screen()) > 1 and is_read(board))
        assert 0 < len(set(read)) < PAGE
    last = board.claims.model.index(board.claims.model.rowCount() - 1, 0).data()
    assert last == "Claim 099-49 stands."


def test_a_change_reads_its_own_row_and_no_other(many: Many, desk: Desk) -> None:
    board = opened(desk, MARKS + 1)
    desk.qtbot.waitUntil(lambda: is_read(board))
    mark = desk.session.library.annotation(many.marks[3].id)
    row = top(board).index("Claim 000-03 stands.")
    with counted() as read:
        desk.session.do(claims.change(many.rice, {"text": "Rice is dear"}))
        desk.qtbot.waitUntil(lambda: top(board)[1] == "Rice is dear")
        assert not read  # it has no mention
        desk.session.do(Edit("Note", (Swap(mark, replace(mark, note="seen")),)))
        key = board.claims.model.key(row)
        desk.qtbot.waitUntil(lambda: board.claims.model.lines[key].row.mentions[0].note == "seen")
        asked = {id for id in read if id != mark.id}
    assert not asked


def test_rows_come_and_go_in_their_places(many: Many, desk: Desk) -> None:
    board = opened(desk, MARKS + 1)
    library = desk.session.library
    many.room.library = library
    gone, other = library.annotations_by_id([many.marks[1].id, many.marks[4].id])
    desk.session.do(edits.delete_annotations([gone], []))
    desk.qtbot.waitUntil(lambda: board.claims.model.rowCount() == MARKS)
    desk.qtbot.waitUntil(lambda: top(board)[2:4] == ["Claim 000-00 stands.", "Claim 000-02 stands."])
    far = library.annotation(many.marks[-3].id)
    desk.session.do(edits.delete_annotations([far], []))  # one that was never read
    desk.qtbot.waitUntil(lambda: board.claims.model.rowCount() == MARKS - 1)
    desk.session.do(claims.assign([other], many.rice))
    desk.qtbot.waitUntil(lambda: board.claims.model.rowCount() == MARKS - 2)
    desk.session.undo_newest()
    desk.qtbot.waitUntil(lambda: board.claims.model.rowCount() == MARKS - 1)
    many.room.mark(many.marks[0].article_id, "claim", "Page 000")
    desk.qtbot.waitUntil(lambda: board.claims.model.rowCount() == MARKS)
    keys = board.claims.model.keys(0, MARKS)
    lines = {key: line for key, line in board.claims.model.lines.items() if key in keys}
    assert lines and set(keys) == set(picture(board).index.keys)


def test_a_filter_is_answered_beside_the_window_and_stopped_by_the_next_letter(many: Many, desk: Desk) -> None:
    board = opened(desk, MARKS + 1)
    threads: list[object] = []
    board.gatherer.arranged.connect(threads.append)
    board.claims.filter.setText("claim 0")
    board.claims._soon.timeout.emit()
    (first,) = board.gatherer._arranging._last
    board.claims.filter.setText("claim 042-1 paper 0")
    board.claims._soon.timeout.emit()
    assert first.stopped and not board.gatherer._arranging._last[0].stopped
    wanted = [f"Claim 042-1{n} stands." for n in range(10)]
    desk.qtbot.waitUntil(lambda: top(board, 20) == wanted and is_settled(board))
    board.claims.filter.setText("nobody says that")
    desk.qtbot.waitUntil(lambda: not board.claims.model.rowCount() and is_settled(board))
    assert board.claims.empty.text() == "No claim holds these words."
    board.claims.filter.clear()
    desk.qtbot.waitUntil(lambda: board.claims.model.rowCount() == MARKS + 1)


def test_closing_the_board_stops_what_it_arranges(many: Many, desk: Desk) -> None:
    board = opened(desk, MARKS + 1)
    told: list[object] = []
    board.gatherer.arranged.connect(told.append)
    board.claims.filter.setText("claim 0")
    board.claims._soon.timeout.emit()
    (asked,) = board.gatherer._arranging._last
    board.close()
    assert asked.stopped
    desk.qtbot.waitUntil(lambda: not board.gatherer._jobs.running)
    assert told == []


def test_a_row_that_no_longer_fits_stays_while_it_is_worked_at(many: Many, desk: Desk) -> None:
    board = opened(desk, MARKS + 1)
    board.claims.filter.setText("001- stands.")
    desk.qtbot.waitUntil(lambda: is_settled(board) and board.claims.model.rowCount() == 50)
    count = board.claims.model.rowCount()
    key = board.claims.model.key(2)
    board.claims.choose([key])
    desk.qtbot.waitUntil(lambda: board.side.row is not None and board.side.row.wording == "Claim 001-02 stands.")
    row = board.claims.rows()[0]
    board.acts.change(row, {"text": "Rice"})
    desk.qtbot.waitUntil(lambda: is_settled(board) and "Rice" in top(board)[:4])
    assert board.claims.model.rowCount() == count and top(board)[2] == "Rice"


def picture(board: BoardWindow) -> Picture:
    """What the board shows now."""
    assert board.gatherer.picture is not None
    return board.gatherer.picture


def is_arranged_anew(board: BoardWindow, before: object) -> bool:
    """Whether the rows are in another order than `before`, and everything is read."""
    return is_settled(board) and board.claims.model._found is not before


@pytest.mark.parametrize("column", [Column.WORDING, Column.SAID, Column.SOURCES, Column.ARTICLES])
def test_sorted_rows_stand_as_the_whole_board_would(many: Many, desk: Desk, column: Column) -> None:
    board = opened(desk, MARKS + 1)
    library = desk.session.library
    material = gather(library)
    lines = [line_of(row, material.articles) for row in whole_board(material).rows]
    for order, reverse in ((Qt.SortOrder.AscendingOrder, False), (Qt.SortOrder.DescendingOrder, True)):
        before = board.claims.model._found
        board.claims.table.horizontalHeader().setSortIndicator(column, order)
        desk.qtbot.waitUntil(partial(is_arranged_anew, board, before))
        wanted = sorted(lines, key=lambda line: line.fact.keys[column], reverse=reverse)
        ids = {-c.number: c.id for c in picture(board).index.claims}
        with library.moment() as moment:
            keys = board.claims.model.keys(0, MARKS + 1)
            ids |= {n.number: n.mark.id for n in moment.marks_by_number([key for key in keys if key > 0])}
        assert [ids[key] for key in keys] == [line.row.id for line in wanted]


def test_grouped_by_article_each_heading_counts_its_claims(many: Many, desk: Desk) -> None:
    board = opened(desk, MARKS + 1)
    board.claims.model.group("article")
    desk.qtbot.waitUntil(lambda: is_settled(board) and board.claims.model.rowCount() == MARKS + 1 + 101)
    assert board.claims.model.index(0, 0).data() == "Page 000  (50)"
    assert board.claims.model.count == MARKS + 1


def test_a_row_far_down_is_chosen_when_it_is_read(many: Many, desk: Desk) -> None:
    board = opened(desk, MARKS + 1)
    last = board.claims.model.key(MARKS)
    assert last not in board.claims.model.lines
    board.claims.choose([last])
    desk.qtbot.waitUntil(lambda: board.side.row is not None and board.side.row.wording == "Claim 099-49 stands.")
    press(board, Qt.Key.Key_A, CTRL)
    assert "5001" in board.side.empty.text().replace(",", "") and board.claims.merge.isEnabled()


def test_the_matrix_reads_the_parties_when_it_is_seen(many: Many, desk: Desk) -> None:
    board = opened(desk, MARKS + 1)
    assert board.matrix.model.rowCount() == 0
    QTest.keyClick(board, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    model = board.matrix.model
    desk.qtbot.waitUntil(lambda: model.rowCount() == MARKS + 1 and model.columnCount() == 3)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "The mayor"
    assert model.row_of(model.keys(0, 0)[0]) == 0 and model.left_out == 0


def test_few_rows_are_all_read() -> None:
    assert SCREEN < FEW < MARKS
