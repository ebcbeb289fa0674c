"""Colours made from colours."""

from __future__ import annotations

from PySide6.QtGui import QColor


def faded(color: QColor, alpha: float) -> QColor:
    """Return `color` at a share of its opacity."""
    made = QColor(color)
    made.setAlphaF(alpha)
    return made
