"""Widgets one below the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget


def stack(holder: QWidget, widgets: Iterable[QWidget], *, stretch: Iterable[QWidget]) -> QVBoxLayout:
    """Lay `widgets` out one below the other in `holder`; those of `stretch` take the room that is left."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    growing = set(stretch)
    for widget in widgets:
        column.addWidget(widget, int(widget in growing))
    column.addStretch()  # where none of those is seen, the others stay at the top
    return column
