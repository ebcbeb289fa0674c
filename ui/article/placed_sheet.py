"""A sheet with an article's document on it: which lines are on the screen, and how to get to a place."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from reader.model.articles import Place
from reader.model.spans import Span
from ui.article.document import ArticleDocument
from ui.article.geometry import Page, lowest
from ui.article.laying_out import LayingOut
from ui.article.sheet import Sheet


class PlacedSheet(Sheet):
    """`readingMoved` carries the code points that the screen shows: the first, and the one behind the last."""

    readingMoved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ArticleDocument | None = None
        self._seen: tuple[QPointF, QRect, Page] | None = None
        self._ahead, self._moved = LayingOut(self), 0.0
        self._ahead.moved.connect(self._follow_lines)
        self.verticalScrollBar().valueChanged.connect(self._reach)

    @property
    def page(self) -> ArticleDocument | None:
        """The document on the page; None while no article is open."""
        return self._page

    @property
    def text(self) -> str:
        """The revision's text that is shown."""
        return self._page.shown.text if self._page is not None else ""

    def visible_page(self) -> Page | None:
        """Return the lines on the screen. The same one is given until the page is scrolled or laid out anew."""
        if self._page is None:
            return None
        scrolled, rect = self.scrolled(), self.viewport().rect()
        if self._seen is None or self._seen[:2] != (scrolled, rect):
            page = Page(self._page, scrolled, QRectF(rect), self._page.gaps)
            self._seen = scrolled, rect, page  # reading the lines may have laid more out, and so have emptied it
        return self._seen[2]

    def _unsee(self) -> None:
        self._seen = None

    def boxes(self, page: Page, span: Span) -> list[QRectF]:
        """Return where `span` stands on the screen, a box a line."""
        if self._page is None:
            return []
        return page.rects(self._page.position(span.start), self._page.positions.end_to_document(span.end))

    def point_to_text(self, at: QPointF) -> int:
        """Return the code point under a place of the viewport, or the nearest."""
        if self._page is None:
            return 0
        return self._page.code_point(self.cursorForPosition(at.toPoint()).position())

    def first_visible(self) -> int:
        """Return the code point that stands first on the screen: of the first line that is there as a whole."""
        page = self.visible_page()
        if page is None or self._page is None or not page.lines:
            return 0
        whole = next((line for line in page.lines if line.top >= -2), page.lines[0])
        return self._page.code_point(whole.start)

    def _last_visible(self) -> int:
        """The code point behind the last line that is on the screen as a whole."""
        page, bottom = self.visible_page(), self.viewport().height() + 2
        if page is None or self._page is None:
            return 0
        whole = [line.end for line in page.lines if line.top + line.height <= bottom]
        return self._page.code_point(whole[-1]) if whole else 0

    def _top_of(self, code_point: int) -> float:
        """How far down the document the line of a code point is."""
        if self._page is None:
            return 0.0
        position = self._page.position(min(code_point, len(self.text)))
        block = self._page.findBlock(position)
        self._ahead.go_to(self._page, position)
        box = self._page.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        return box.top() + block.blockFormat().topMargin() + (line.y() if line.isValid() else 0.0)

    def _scroll(self, top: float) -> None:
        bar = self.verticalScrollBar()
        # Long documents are laid out as they are read: the bar may not know yet how far down they go.
        if self._page is not None and top > bar.maximum():
            bar.setMaximum(max(bar.maximum(), math.ceil(lowest(self._page, top, self.viewport().height()))))
        bar.setValue(round(top))

    def _reach(self, value: int) -> None:
        if self._ahead.reach(value):
            self._unsee()
            self._scroll(value)

    def _follow_lines(self, by: float) -> None:
        """What is read goes down by so many points, as more is laid out above: the lines stay where they are."""
        self._moved += by
        whole = round(self._moved)
        self._moved -= whole
        if whole:
            bar = self.verticalScrollBar()
            bar.setMaximum(max(bar.maximum(), bar.value() + whole))
            bar.setValue(bar.value() + whole)
        self._unsee()

    def to_top(self, code_point: int) -> None:
        """Scroll so that the line of a code point is the first; the beginning shows all above the title."""
        self._scroll(self._top_of(code_point) - 8 if code_point > 0 else 0)

    def restore(self, place: Place) -> None:
        """Go to where the reader was."""
        self.to_top(place.position)

    def scroll_to(self, span: Span) -> None:
        """Bring `span` on the screen, a third from the top, unless all of it is there already."""
        top, bottom = self._top_of(span.start), self._top_of(max(span.start, span.end - 1)) + 40
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        if top < value + 10 or bottom > value + height - 10:
            self._scroll(top - height / 3)

    def tell_place(self) -> None:
        if self._page is not None and self.text:
            self.readingMoved.emit(self.first_visible(), self._last_visible())
