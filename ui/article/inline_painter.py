"""What the publisher's markup draws round words: a box where they are keys or were highlighted, the reading of a ruby.

Lines only: tints belong to marks. Cost follows what is on the screen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from reader.model.articles import InlineKind, InlineMark
from ui.article.document import ArticleDocument
from ui.article.geometry import Page
from ui.look.theme import Theme

_READING, _OVER = 0.42, 0.87  # the size of a reading, and how far over the baseline it stands, in the words' size
_BOX = 0.8  # of the height of a line: boxes of two lines do not touch
_LONGEST = 20_000  # code points of a mark that begins above the screen


class InlinePainter:
    """Paints over the tints of marks and under the words."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def paint(self, painter: QPainter, page: Page, document: ArticleDocument) -> None:
        """Paint what is drawn of the publisher's markup on the lines of `page`."""
        if not document.drawn or not page.lines:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in _on(page, document):
            ends = document.position(mark.span.start), document.positions.end_to_document(mark.span.end)
            if mark.kind is InlineKind.RUBY:
                self._reading(painter, page, document, mark, ends)
            else:
                self._box(painter, page, mark, ends)
        painter.restore()

    def _box(self, painter: QPainter, page: Page, mark: InlineMark, ends: tuple[int, int]) -> None:
        """A fine line round words; one that goes on in the next line is open there."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.faint, 1))
        for line, left, right in page.stretches(*ends):
            height = _BOX * line.height
            box = QRectF(left - 1.5, line.top + line.height - height - 1.5, right - left + 3, height)
            if mark.kind is InlineKind.KEYBOARD:
                painter.drawRoundedRect(box, 3, 3)
            else:
                painter.drawRect(box)

    def _reading(
        self, painter: QPainter, page: Page, document: ArticleDocument, mark: InlineMark, ends: tuple[int, int]
    ) -> None:
        """The reading over the words, cut where it would stand over others; the tooltip has it whole."""
        found = page.stretches(*ends)
        if not found:
            return
        line, left, right = found[0]
        font = QFont(document.styles.font)
        font.setPixelSize(max(7, round(_READING * document.face.size)))
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(mark.attrs["reading"], Qt.TextElideMode.ElideRight, 3 * (right - left))
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        x = (left + right - metrics.horizontalAdvance(words)) / 2
        painter.drawText(QPointF(x, line.top + line.ascent - _OVER * document.face.size), words)


def _on(page: Page, document: ArticleDocument) -> Iterator[InlineMark]:
    """The drawn marks that may be on the page."""
    start, end = document.code_point(page.start), document.code_point(page.end)
    first = bisect_left(document.drawn, start - _LONGEST, key=lambda mark: mark.span.start)
    for mark in document.drawn[first:]:
        if mark.span.start > end:
            return
        if mark.span.end > start:
            yield mark
