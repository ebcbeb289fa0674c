"""Tables whose cells take more than their own place: every cell stands in its column, on the screen too."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from reader.model.articles import BlockKind
from tests.reader.exchange.exporters.formed import Line, formed
from tests.ui.article.test_forms import document_of
from ui.article.document import ArticleDocument

B = BlockKind
ROWS = (
    Line("Bridge\tCost\t\tRemarks", B.TABLE_ROW, {"header": "1", "spans": "0:1x2 1:2x1 3:1x2"}),
    Line("\tplanned\tpaid\t", B.TABLE_ROW, {"header": "1"}),
    Line("North\t120\t340\tlate", B.TABLE_ROW, {"headers": "0", "spans": "0:1x2"}),
    Line("\t80\t90\tearly", B.TABLE_ROW),
)


def left(document: ArticleDocument, words: str) -> float:
    """Where words begin."""
    cursor = document.find(words)
    assert cursor.hasSelection(), words
    block = cursor.block()
    document.documentLayout().blockBoundingRect(block)
    at = cursor.selectionStart() - block.position()
    line = block.layout().lineForTextPosition(at)
    found: object = line.cursorToX(at)
    x = found[0] if isinstance(found, tuple) else found
    assert isinstance(x, float)
    return x


def lines_of(document: ArticleDocument, words: str) -> int:
    return document.find(words).block().layout().lineCount()


def test_a_cell_stands_under_the_head_that_it_belongs_to(qapp: QApplication) -> None:
    document = document_of(formed(ROWS).revision)
    for column in (("Cost", "planned", "120", "80"), ("paid", "340", "90"), ("Remarks", "late", "early")):
        assert [round(left(document, words)) for words in column] == [round(left(document, column[0]))] * len(column)


def test_a_cell_over_two_columns_has_the_room_of_both(qapp: QApplication) -> None:
    wide = "Cost in thousands a year"
    document = document_of(formed([Line(f"Bridge\t{wide}\t\tRemarks", B.TABLE_ROW, ROWS[0].attrs), *ROWS[1:]]).revision)
    assert lines_of(document, wide) == 1
    assert document.find(wide).block() == document.find("Remarks").block()
    assert round(left(document, "Remarks")) == round(left(document, "late"))
    assert document.raw_text() == document.shown.text


def test_a_cell_over_the_whole_table_takes_one_line(qapp: QApplication) -> None:
    words = "All of them were paid from the fund"
    document = document_of(formed([*ROWS, Line(f"{words}\t\t\t", B.TABLE_ROW, {"spans": "0:4x1"})]).revision)
    assert lines_of(document, words) == 1


def test_no_line_is_drawn_under_a_cell_that_goes_on_below(qapp: QApplication) -> None:
    revision = formed(ROWS).revision
    document = document_of(revision)
    starts = [block.span.start for block in revision.blocks if block.kind is B.TABLE_ROW]
    second = round(left(document, "planned"))
    assert [round(first) for first, _ in document.rules[starts[0]]] == [second]
    assert [round(first) for first, _ in document.rules[starts[1]]] == [0]
    assert [round(first) for first, _ in document.rules[starts[2]]] == [second]


def test_a_cell_that_heads_its_row_is_strong(qapp: QApplication) -> None:
    document = document_of(formed(ROWS).revision)
    assert document.find("North").charFormat().fontWeight() > document.find("340").charFormat().fontWeight()


def test_what_goes_on_below_stands_in_its_column(qapp: QApplication) -> None:
    long = "A very long first cell of the table, which takes so much room that nothing fits in beside it"
    rows = [
        Line(f"{long}\t120\t340\tlate", B.TABLE_ROW),
        *(Line("North\t121\t341\tsoon", B.TABLE_ROW) for _ in "abcdef"),
    ]
    document = document_of(formed(rows).revision)
    for one, other in (("120", "121"), ("340", "341"), ("late", "soon")):
        assert left(document, one) == pytest.approx(left(document, other), abs=1)


def test_a_span_that_says_more_than_there_is_takes_no_words_away(qapp: QApplication) -> None:
    rows = [
        Line("A\tB\tC", B.TABLE_ROW, {"spans": "0:99999x99999 1:2x1"}),
        Line("D\tE\tF", B.TABLE_ROW, {"spans": "9:2x2 nonsense 2:0x0"}),
    ]
    document = document_of(formed(rows).revision)
    assert document.raw_text() == document.shown.text
    for one, other in (("A", "D"), ("B", "E"), ("C", "F")):
        cursor = document.find(one, QTextCursor(document.find("A").block()))
        assert cursor.hasSelection()
        assert round(left(document, other)) >= 0
