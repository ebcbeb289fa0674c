"""Whether a row is chosen and whether the keyboard is there, asked of its list; and how the latter is shown."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem


def is_chosen(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Return what `option.state` says too; but its flags come with the 600 names of `QStyle`, which take long to
    load."""
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.selectionModel().isSelected(index)


def has_keyboard(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Return whether the row is the current one of a list that has the keyboard."""
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index


def paint_ring(painter: QPainter, area: QRectF, colour: QColor, radius: float = 0.0) -> None:
    """A ring along the edge of a row that has the keyboard: a tint alone is hardly seen."""
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)
