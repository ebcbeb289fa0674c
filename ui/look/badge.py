"""A label's sign as it is painted everywhere: words or a letter in the label's colours on a rounded ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from ui.look.theme import Tint

_ROUND = 3.5


def paint_chip(painter: QPainter, box: QRectF, text: str, tint: Tint, font: QFont, radius: float = 4.0) -> None:
    """`text` in the middle of `box`, in the line colour of `tint` on its fill."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint.fill)
    painter.drawRoundedRect(box, radius, radius)
    painter.setFont(font)
    painter.setPen(tint.line)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_badge(painter: QPainter, box: QRectF, letter: str, tint: Tint, font: QFont) -> None:
    """A label's letter on its tint, as large as `box` lets it be; of `font` only the family counts."""
    small = QFont(font)
    small.setPixelSize(round(box.height() * (0.66 if len(letter) < 2 else 0.55)))
    small.setWeight(QFont.Weight.Bold)
    paint_chip(painter, box, letter, tint, small, _ROUND)
