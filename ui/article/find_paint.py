"""How the places that were found are shown: a frame of their own, over the tints of the marks."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.article.block_painter import paint_boxes
from ui.look.colours import mixed
from ui.look.theme import Theme


def paint_hits(painter: QPainter, hits: Iterable[tuple[list[QRectF], bool]], theme: Theme) -> None:
    """Paint the boxes of each hit; the current one has a stronger frame. No label has a frame or this colour."""
    for boxes, current in hits:
        paint_boxes(painter, boxes, mixed(theme.paper, theme.warning, 0.26 if current else 0.12))
        for box in boxes:
            _frame(painter, box, theme, current)


def _frame(painter: QPainter, box: QRectF, theme: Theme, current: bool) -> None:
    """Of whole pixels, so that a hair of it is never blurred away."""
    left, top, right, bottom = round(box.left()), round(box.top()), round(box.right()), round(box.bottom())
    wide, colour = (2, theme.text) if current else (1, theme.warning)
    for x, y, width, height in (
        (left, top, right - left, wide),
        (left, bottom - wide, right - left, wide),
        (left, top, wide, bottom - top),
        (right - wide, top, wide, bottom - top),
    ):
        painter.fillRect(x, y, width, height, colour)
