"""The icons of `resources/icons`, drawn in the theme's own colour."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui import paths

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QIcon

SIZE = 16
_SCALE = 3  # drawn for screens of up to three pixels a point


def icon(name: str, colour: QColor) -> QIcon:
    """Return the icon `name` in `colour`; an empty one when there is none of that name (the words beside it stay)."""
    return _coloured(paths.resources() / "icons" / f"{name}.svg", colour.name())


@lru_cache(256)
def _coloured(file: Path, colour: str) -> QIcon:
    from PySide6.QtGui import QIcon  # like QtSvg below, not needed for the first paint

    if not file.is_file():
        return QIcon()
    # Qt draws `currentColor` black whatever the palette says, so the colour is written into the picture.
    picture = file.read_bytes().replace(b"currentColor", colour.encode())
    return QIcon(_drawn(picture))


def _drawn(picture: bytes) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(SIZE * _SCALE, SIZE * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(picture)).render(painter, QRectF(0, 0, SIZE * _SCALE, SIZE * _SCALE))
    painter.end()
    pixmap.setDevicePixelRatio(_SCALE)
    return pixmap
