"""Which part of the page is to be painted again: the lines of what changed, and the badges below them.

A key that marks a few words costs the lines of those words and not the screen. Whoever cannot say what changed lets all
of the viewport be painted, as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion

from reader.model.annotations import PageAnnotation
from reader.model.spans import Span
from ui.article.geometry import Page

if TYPE_CHECKING:
    from ui.article.page import ArticlePage

_BESIDE, _AROUND = 16, 10  # points round a line that its bar, dots, brackets and handles may take


class Repainting:
    """Tells the viewport of `view` what is stale."""

    def __init__(self, view: ArticlePage, chosen: Callable[[], list[Span]]) -> None:
        """`chosen` are the places of all that is painted as chosen."""
        self._view, self._spans = view, chosen
        self._chosen = QRegion()  # the lines of what was chosen when it was asked last
        self._several = False
        self._page: Page | None = None  # the lines that `_chosen` was told by

    def choice(self) -> None:
        """Something else is chosen: the lines of what was, and of what is now."""
        view, page = self._view, self._view.visible_page()
        if page is None:
            view.viewport().update()
            return
        spans = [*self._spans(), *view.state.preview]
        lines = self._lines(page, spans)
        if page is not self._page:
            view.viewport().update()
        else:
            view.viewport().update(lines.united(self._chosen))
        self._chosen, self._page = lines, page

    def marks(self, changed: Iterable[PageAnnotation]) -> None:
        """These marks came, went or are others: their lines, those of the marks that are stacked on them, and the
        badges from there on, which have other numbers."""
        view, page, several = self._view, self._view.visible_page(), self._view.index.several
        told = list(changed)
        if page is None or several != self._several or any(mark.pieces for mark in told):
            self._several = several
            view.viewport().update()  # other colours, or other brackets
            return
        region = QRegion()
        for mark in told:
            region = region.united(self._lines(page, [self._stack(page, mark)])).united(self._badges(page, mark))
        view.viewport().update(region)

    def _stack(self, page: Page, mark: PageAnnotation) -> Span:
        """The place of a mark and of those whose underlines it moves, one after the other."""
        document = self._view.page
        assert document is not None
        end, last = mark.end, document.code_point(page.end) + 1
        for piece in self._view.index.shown_between(mark.start, last) if mark.start < last else ():
            if piece.start >= end:
                break
            if piece.start >= mark.start:
                end = max(end, piece.end)
        return Span(mark.start, end)

    def _lines(self, page: Page, spans: Iterable[Span]) -> QRegion:
        (left, width), found = self._view.column, QRegion()
        column = QRectF(left, 0, width, 0)
        for span in spans:
            for box in self._view.boxes(page, span):
                row = QRectF(min(column.left(), box.left()), box.top(), 0, box.height())
                row.setRight(max(column.right(), box.right()))
                found = found.united(row.adjusted(-_BESIDE, -_AROUND, _BESIDE, _AROUND).toAlignedRect())
        return found

    def _badges(self, page: Page, mark: PageAnnotation) -> QRegion:
        """The margin from the first line of a mark down; what lies above it has the numbers that it had."""
        document, room = self._view.page, self._view.viewport().rect()
        assert document is not None
        line = page.line_at(document.position(mark.start))
        top = round(line.top) - _AROUND if line is not None else 0
        if line is None and document.position(mark.start) >= page.end:
            return QRegion()
        left, width = self._view.column
        found = QRegion(QRect(0, top, round(left), room.height() - top))
        if any(one.mirrored for one in page.lines):
            beyond = round(left + width)
            found = found.united(QRect(beyond, top, room.width() - beyond, room.height() - top))
        return found
