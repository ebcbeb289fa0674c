"""The thin strip beside the scroll bar: where in the article the marks are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.model.spans import Span
from ui.article.view import ArticleView
from ui.look.colours import faded
from ui.look.theme import Theme

WIDTH, _TICK = 14, 3


class OverviewStrip(QWidget):
    """Ticks by label, each label in a lane of its own, so that colour is not all that tells them apart.

    The index is asked pixel by pixel where the next mark begins: 100,000 marks cost no more than a screen of them.
    """

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._theme = view, view._theme
        self._ticks: dict[str, set[int]] | None = None  # counted when they are painted
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the marks"))
        self.setToolTip(self.tr("Where the marks are; a click goes there"))
        view.marksReset.connect(self._forget)
        view.markMoved.connect(self._move)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _scale(self) -> tuple[int, int]:
        """The pixels that ticks may begin at, and the letters they stand for."""
        return max(1, self.height() - _TICK), max(1, len(self._view.text))

    def _y(self, position: int) -> int:
        pixels, letters = self._scale()
        return position * pixels // letters

    def _first_of(self, y: int) -> int:
        """The first code point whose tick is at `y`."""
        pixels, letters = self._scale()
        return -(-y * letters // pixels)

    def _forget(self) -> None:
        self._ticks = None
        self.update()

    def _counted(self) -> dict[str, set[int]]:
        index = self._view.index
        found: dict[str, set[int]] = {label: set() for label in index.labels()}
        pixels, letters = self._scale()
        for label, ticks in found.items():
            start = index.first_start(label, 0)
            while start >= 0:
                y = start * pixels // letters
                ticks.add(y)
                start = index.first_start(label, -(-(y + 1) * letters // pixels))
        return found

    def _move(self, label: str, position: int, by: int) -> None:
        if self._ticks is None:
            return
        y = self._y(position)
        ticks = self._ticks.setdefault(label, set())
        first = self._view.index.first_start(label, self._first_of(y))
        (ticks.add if first >= 0 and self._y(first) == y else ticks.discard)(y)
        self.update(0, y, WIDTH, _TICK)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._theme.border, 0.5))
        painter.drawRoundedRect(QRectF(2, 2, WIDTH - 6, self.height() - 4), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._view.state.hidden:
            return
        if self._ticks is None:
            self._ticks = self._counted()
        top, bottom = event.rect().top() - _TICK, event.rect().bottom()
        for label_id, ticks in self._ticks.items():
            tint, label, _ = self._view.marks.look(label_id)
            left = 1 + 2 * min(2, label.position)
            for y in ticks:
                if top < y <= bottom:
                    painter.fillRect(left, y, WIDTH - 8, _TICK, tint.line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        share = event.position().y() / max(1, self.height())
        position = min(len(self._view.text), max(0, round(share * len(self._view.text))))
        self._view.scroll_to(Span(position, position))
        self._view.setFocus()
