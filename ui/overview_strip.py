"""The thin strip beside the scroll bar: where in the article the marks are, and what is on the screen."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.model import Span
from ui.article_view import ArticleView
from ui.block_styles import faded
from ui.theme import Theme

WIDTH, _TICK = 14, 3


class OverviewStrip(QWidget):
    """Ticks by label, each label in a lane of its own, so that colour is not all that tells them apart.

    Marks are counted by pixel once and then one by one: 100,000 of them cost no more to paint than 100.
    """

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._theme = view, view._theme
        self._ticks: Counter[tuple[str, int]] = Counter()
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the marks"))
        self.setToolTip(self.tr("Where the marks are; a click goes there"))
        view.marksReset.connect(self._count)
        view.markMoved.connect(self._move)
        view.readingMoved.connect(lambda _position, _share: self.update())
        self._count()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _y(self, position: int) -> int:
        return position * max(1, self.height() - _TICK) // max(1, len(self._view.text))

    def _count(self) -> None:
        self._ticks = Counter((label, self._y(start)) for label, start in self._view.index.starts())
        self.update()

    def _move(self, label: str, position: int, by: int) -> None:
        self._ticks[label, self._y(position)] += by
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count()

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
        for (label_id, y), number in self._ticks.items():
            if number > 0:
                tint, label, _ = self._view.marks.look(label_id)
                lane = min(2, label.position)
                painter.fillRect(QRectF(1 + lane * 2, y, WIDTH - 8, _TICK), tint.line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        share = event.position().y() / max(1, self.height())
        position = min(len(self._view.text), max(0, round(share * len(self._view.text))))
        self._view.scroll_to(Span(position, position))
        self._view.setFocus()
