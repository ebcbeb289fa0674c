"""A line of words that is cut with an ellipsis where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip

from ui.look.plain_tooltip import plain_tooltip


class CutLabel(QLabel):
    """Shows as much of `text()` as there is room for; the mouse on it shows the whole of what is cut."""

    @property
    def shown(self) -> str:
        """What can be read of the words."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.style().drawItemText(
            painter, self.contentsRect(), at, self.palette(), self.isEnabled(), self.shown, self.foregroundRole()
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and not self.toolTip() and self.shown != self.text():
            QToolTip.showText(event.globalPos(), plain_tooltip(self.text()), self)
            return True
        return super().event(event)
