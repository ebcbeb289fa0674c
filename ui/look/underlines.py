"""The line under a mark. Its shape says the label as well as its colour does."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPainterPath, QPen, QPixmap

from reader.model.labels import Underline

THICKNESS = 1.8  # points, of a plain line
HEIGHT = 5  # points that every style keeps to, below y
_PERIOD = {Underline.WAVY: 8, Underline.DOTTED: 4, Underline.DASHED: 9, Underline.SOLID: 8, Underline.DOUBLE: 8}


def underline(painter: QPainter, x0: float, x1: float, y: float, style: Underline, color: QColor) -> None:
    """Draw a line in `style` from `x0` to `x1`, its top at `y`; all in the painter's points."""
    if x1 <= x0:
        return
    if style is Underline.SOLID:
        painter.fillRect(QRectF(x0, y + 0.4, x1 - x0, THICKNESS), color)
        return
    device = painter.device()
    if isinstance(device, QPagedPaintDevice):  # on paper a picture of a line would be coarse
        _repeat(painter, x0, x1, y, style, color)
        return
    ratio = device.devicePixelRatioF()
    tile = _tile(style, color.rgba(), ratio)
    # Tiles start at a multiple of their width, so that the wave runs on over the pieces of one line.
    painter.drawTiledPixmap(QRectF(x0, y, x1 - x0, HEIGHT), tile, QPointF(x0 % _PERIOD[style], 0))


def _repeat(painter: QPainter, x0: float, x1: float, y: float, style: Underline, color: QColor) -> None:
    """The line as lines, period after period, from a multiple of the period on."""
    period = _PERIOD[style]
    painter.save()
    painter.setClipRect(QRectF(x0, y - 1, x1 - x0, HEIGHT + 2), Qt.ClipOperation.IntersectClip)
    painter.translate(x0 - x0 % period, y)
    for _ in range(math.ceil((x1 - x0 + x0 % period) / period)):
        _draw(painter, style, color, float(period))
        painter.translate(period, 0)
    painter.restore()


def hairline(painter: QPainter, x0: float, x1: float, y: float, color: QColor) -> None:
    """Draw a thin plain line from `x0` to `x1`: for the details of an attribution, which are not to shout."""
    painter.fillRect(QRectF(x0, y + 0.6, x1 - x0, 1.0), color)


@lru_cache(maxsize=256)
def _tile(style: Underline, rgba: int, ratio: float) -> QPixmap:
    """One period of the line; drawing it over and over is an order faster than stroking a path."""
    width = _PERIOD[style]
    tile = QPixmap(max(1, math.ceil(width * ratio)), max(1, math.ceil(HEIGHT * ratio)))
    tile.setDevicePixelRatio(tile.width() / width)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, style, QColor.fromRgba(rgba), float(width))
    painter.end()
    return tile


def _draw(painter: QPainter, style: Underline, color: QColor, width: float) -> None:
    if style is Underline.WAVY:
        painter.setPen(QPen(color, 1.5))
        painter.drawPath(_wave(width))
    elif style is Underline.DOTTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QRectF(0.9, 0.5, 2.1, 2.1))
    elif style is Underline.DASHED:
        painter.fillRect(QRectF(1.5, 0.4, 6, THICKNESS), color)
    elif style is Underline.DOUBLE:
        painter.fillRect(QRectF(0, 0, width, 1.2), color)
        painter.fillRect(QRectF(0, 2.6, width, 1.2), color)


def _wave(width: float) -> QPainterPath:
    path = QPainterPath()
    steps = 32
    for n in range(-2, steps + 3):
        x = n * width / steps
        point = QPointF(x, 2.2 - 1.5 * math.sin(2 * math.pi * x / width))
        path.lineTo(point) if n > -2 else path.moveTo(point)
    return path
