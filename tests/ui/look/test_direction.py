"""Words that are read from the right: on cards, and as a quotation in a line that is read from the left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QApplication

from ui.annotations.card_layout import layout
from ui.look.direction import quote_apart, runs_left

ARABIC = "نفى رئيس البلدية أن تكون مياه الشرب في حي الميناء ملوثة وقال إن كل العينات جاءت سليمة"


@pytest.mark.parametrize(
    ("text", "left"), [(ARABIC, True), (f"“{ARABIC}", True), ("S1 “" + ARABIC, False), ("12", False)]
)
def test_the_first_letter_with_a_direction_says_it(text: str, left: bool) -> None:
    assert runs_left(text) is left


def test_a_quotation_that_turns_nothing_round_is_left_as_it_is() -> None:
    for text in ("S1 “the harbour office”", "no quotation", ""):
        assert quote_apart(text) == text


def test_a_quotation_that_is_cut_ends_on_the_side_where_it_is_read_to(qapp: QApplication) -> None:
    font, text = QFont("Noto Naskh Arabic"), quote_apart(f"S1 “{ARABIC}”")
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, 160)
    made = QTextLayout(shown, font)
    made.beginLayout()
    line = made.createLine()
    made.endLayout()
    begins, ends = (line.glyphRuns(shown.index(sign), 1)[0].positions()[0].x() for sign in "“…")
    assert ends < begins


def test_every_line_of_a_card_begins_where_its_words_do(qapp: QApplication) -> None:
    font, width = QFont("Noto Naskh Arabic"), 140.0
    made = layout(f"“{ARABIC}”", font, width)
    boxes = [made.lineAt(n).naturalTextRect() for n in range(made.lineCount())]
    assert len(boxes) > 2 and all(box.right() == pytest.approx(width, abs=1) for box in boxes)
    rest = layout("of it", font, width, "“" + ARABIC).lineAt(0).naturalTextRect()
    assert rest.right() == pytest.approx(width, abs=1)
    assert layout("the pier", font, width).lineAt(0).naturalTextRect().left() == 0
