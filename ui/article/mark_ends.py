"""The ends of the chosen mark: two handles on the page, which the mouse can pull to other words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from reader.model.annotations import PageAnnotation
from reader.model.spans import Span
from ui.article.geometry import Page, end_places
from ui.article.page import ArticlePage
from ui.article.word_ends import snapped
from ui.look.theme import Theme

_GRIP = 9.0  # points round a handle's middle that take hold of it
_KNOB = 5.0


@dataclass
class Drag:
    """An end of the chosen mark in the hand, and the spans that the mark would have now."""

    edge: str
    spans: tuple[Span, ...]


class MarkEnds:
    """The handles of the mark that is chosen on `view`. `drag` is the end in the hand, None for none."""

    def __init__(self, view: ArticlePage) -> None:
        self._view = view
        self.drag: Drag | None = None

    def _mark(self) -> PageAnnotation | None:
        return self._view.index.marks.get(self._view.state.selected)

    def boxes(self, page: Page) -> list[tuple[str, QRectF]]:
        """Return the ends that are on the screen: which one (`start` or `end`), and the edge of its letters."""
        mark, state = self._mark(), self._view.state
        if mark is None or state.hidden:
            return []
        spans, document = state.preview or mark.spans, self._view.page
        if document is None:
            return []
        start, end = document.position(spans[0].start), document.positions.end_to_document(spans[-1].end)
        return [
            ("end" if behind else "start", QRectF(x - 1, line.top, 2, line.height))
            for behind, line, x, _ in end_places(page, start, end)
        ]

    def edge_at(self, at: QPointF) -> str:
        """Return the end whose handle is at a place of the viewport; empty for none."""
        page = self._view.visible_page() if self._view.state.selected else None
        for edge, box in self.boxes(page) if page is not None else ():
            if box.adjusted(-_GRIP, -_GRIP, _GRIP, _GRIP).contains(at):
                return edge
        return ""

    def take(self, edge: str) -> None:
        """Take an end in the hand."""
        mark = self._mark()
        self.drag = Drag(edge, mark.spans) if mark is not None else None

    def pull(self, to: int, letters: bool) -> None:
        """Bring the end in the hand to a code point, by whole words unless `letters`; show it before it is stored."""
        mark = self._mark()
        if mark is None or self.drag is None:
            return
        spans = list(mark.spans)
        if self.drag.edge == "start":
            made = Span(min(to, spans[0].end - 1), spans[0].end)
            spans[0] = made if letters else snapped(self._view.text, made)
        else:
            made = Span(spans[-1].start, max(to, spans[-1].start + 1))
            spans[-1] = made if letters else snapped(self._view.text, made)
        self.drag.spans = self._view.state.preview = tuple(spans)

    def release(self) -> list[Span]:
        """Let go of the end in the hand: the spans the mark is to have; empty when it is to stay as it is."""
        drag, self.drag, self._view.state.preview = self.drag, None, ()
        mark = self._mark()
        return list(drag.spans) if drag is not None and mark is not None and mark.spans != drag.spans else []

    def paint(self, painter: QPainter, page: Page, theme: Theme) -> None:
        """Draw the handles that are on the screen."""
        mark = self._mark()
        if mark is None:
            return
        colour = self._view.marks.look(mark.label)[0].line
        for edge, box in self.boxes(page):
            painter.fillRect(box, colour)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.paper, 1.5))
            painter.setBrush(colour)
            knob = box.center().x(), box.top() - 1 if edge == "start" else box.bottom() + 1
            painter.drawEllipse(QPointF(*knob), _KNOB, _KNOB)
