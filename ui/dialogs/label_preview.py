"""How a label looks on each of the papers: tint, line and letter, so that two labels are told apart without colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from reader.model.labels import Label, Underline
from ui.look.badge import paint_badge
from ui.look.paper_names import paper_name
from ui.look.scale import SCALE, length, px
from ui.look.theme import THEMES, Theme, load
from ui.look.underlines import underline

_HEIGHT, _GAP, _BADGE, _PAD = 100, 8, 18.0, 10.0
_SHARP = 3


class LabelPreview(QWidget):
    """One label in every theme, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = [load(id) for id in THEMES]
        self._label: Label | None = None
        self._letter = ""
        SCALE.follow(self._fit)
        self.setAccessibleName(self.tr("Preview"))
        self.setToolTip(self.tr("The label on each paper"))

    def _fit(self) -> None:
        self.setFixedHeight(px(_HEIGHT))

    def show_label(self, label: Label | None, spoken: str = "", letter: str = "") -> None:
        """Show `label` with its letter; `spoken` says its looks for a screen reader."""
        self._label, self._letter = label, letter
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, px(_HEIGHT))

    def papers(self) -> list[tuple[Theme, QRectF]]:
        """Each theme with the room it is painted in."""
        wide = (self.width() - _GAP * (len(self._themes) - 1)) / len(self._themes)
        return [(t, QRectF(n * (wide + _GAP), 0, wide, self.height())) for n, t in enumerate(self._themes)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for theme, room in self.papers():
            painter.setPen(theme.border)
            painter.setBrush(theme.paper)
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setFont(self.font())
            painter.setPen(theme.muted)
            # Two lines: “High contrast, light” is wider than its paper.
            top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(room.adjusted(_PAD, 8, -4, 0), top, paper_name(theme.id))
            if self._label is not None:
                self._paint_label(painter, theme, room.adjusted(_PAD, length(50), -_PAD, -14), self._label)

    def _paint_label(self, painter: QPainter, theme: Theme, room: QRectF, label: Label) -> None:
        tint = theme.tints[label.colour]
        box = QRectF(room.left(), room.center().y() - _BADGE / 2, _BADGE, _BADGE)
        paint_badge(painter, box, self._letter, tint, self.font())
        font = QFont("Literata")
        font.setPixelSize(px(17))
        metrics = QFontMetricsF(font)
        left = box.right() + 8
        shown = metrics.elidedText(label.name or "…", Qt.TextElideMode.ElideRight, room.right() - left)
        line = QRectF(left, room.top(), metrics.horizontalAdvance(shown), room.height() - 6)
        painter.fillRect(line, tint.fill)
        painter.setFont(font)
        painter.setPen(theme.text)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        underline(painter, line.left(), line.right(), line.bottom() + 1, label.underline, tint.line)


def colour_icon(fill: QColor, line: QColor) -> QIcon:
    """Return A colour role as it looks on one paper."""
    pixmap, painter = _sheet(16)
    painter.setPen(line)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 4, 4)
    painter.end()
    return QIcon(pixmap)


def line_icon(style: Underline, colour: QColor) -> QIcon:
    """Return the shape of a line."""
    pixmap, painter = _sheet(24)
    underline(painter, 0, 24, 10, style, colour)
    painter.end()
    return QIcon(pixmap)


def _sheet(size: int) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(size * _SHARP, size * _SHARP)
    pixmap.setDevicePixelRatio(_SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter
