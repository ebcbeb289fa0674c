"""Colours made from colours."""

from __future__ import annotations

from PySide6.QtGui import QColor


def faded(color: QColor, alpha: float) -> QColor:
    """Return `color` at a share of its opacity."""
    made = QColor(color)
    made.setAlphaF(alpha)
    return made


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return the colour that lies a share of the way from `one` to `other`."""

    def between(low: int, high: int) -> int:
        return round(low + (high - low) * share)

    return QColor(
        between(one.red(), other.red()), between(one.green(), other.green()), between(one.blue(), other.blue())
    )
