"""The label buttons of the header: badge, name and key, as they also stand in the panel and at the selection."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.look.badge import paint_badge
from ui.look.scale import length, px
from ui.look.theme import Theme

_PAD, _GAP, _BADGE = 9.0, 7.0, 16.0


class LabelButton(QAbstractButton):
    """One label: a click marks with it. Says its name, its letter and its key, so that colour is never alone."""

    def __init__(self, action: QAction, colour: str, letter: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self.letter, self._theme = colour, letter, theme
        self._key = action.shortcut().toString()
        self.setText(action.iconText())
        self.setAccessibleName(action.text())
        self.setToolTip(action.toolTip())
        self.setObjectName(f"mark_{action.objectName()}")
        # The reading keys work on from the text: a click must not take the focus out of it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        width = self._left + QFontMetricsF(self.font()).horizontalAdvance(self.text()) + self._trail + _PAD
        return QSize(round(width + 0.5), px(31))

    @property
    def _left(self) -> float:
        """Where the name begins."""
        return _PAD + length(_BADGE) + _GAP

    @property
    def _trail(self) -> float:
        """The room that the key takes behind the name."""
        return QFontMetricsF(self._small()).horizontalAdvance(self._key) + _GAP if self._key else 0.0

    @property
    def shown(self) -> str:
        """What can be read of the name: a narrow window leaves a button less room than it asks for."""
        room = self.width() - self._left - self._trail - _PAD
        return QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, max(0.0, room) + 0.5)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(10, self.font().pixelSize() - 1))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        tint = self._theme.tint(self._colour)
        box = QRectF(_PAD, (self.height() - length(_BADGE)) / 2, length(_BADGE), length(_BADGE))
        paint_badge(painter, box, self.letter, tint, self.font())
        left = self._left
        painter.setFont(self.font())
        painter.setPen(self._theme.chrome_text)
        room = QRectF(left, 0, self.width() - left - _PAD, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown)
        painter.setFont(self._small())
        painter.setPen(self._theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key)

    def _paint_frame(self, painter: QPainter) -> None:
        pressed = self.isDown() or self.underMouse()
        painter.setBrush(self._theme.selection if pressed else self._theme.raised)
        painter.setPen(self._theme.accent if self.hasFocus() else self._theme.edge)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
