"""The font in which a delegate paints the rows of its view."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

_LEAST = 10  # pixels


def view_font(delegate: QStyledItemDelegate, larger: int = 0) -> QFont:
    """Return the font of the widget that `delegate` belongs to, `larger` pixels larger and never below 10 pixels."""
    parent = delegate.parent()
    font = QFont(parent.font()) if isinstance(parent, QWidget) else QFont()
    if font.pixelSize() > 0:
        font.setPixelSize(max(_LEAST, font.pixelSize() + larger))
    return font
