"""Whether a row is chosen, asked of its list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem


def is_chosen(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Return what `option.state` says too; but its flags come with the 600 names of `QStyle`, which take long to
    load."""
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.selectionModel().isSelected(index)
