"""A row of the command palette: what it does, and its key at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look.direction import apart

KEYS = Qt.ItemDataRole.UserRole + 1  # what stands at the right: the keys of an action, the site of an article
_PAD = 10


class PaletteRow(QStyledItemDelegate):
    """Paints `DisplayRole` and, fainter and at the right, `KEYS`; the first is cut when both do not fit."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, keys, metrics = shown.text, str(index.data(KEYS) or ""), QFontMetrics(shown.font)
        shown.text = ""
        shown.widget.style().drawControl(shown.widget.style().ControlElement.CE_ItemViewItem, shown, painter)
        room = shown.rect.adjusted(_PAD, 0, -_PAD, 0)
        keys = metrics.elidedText(keys, Qt.TextElideMode.ElideRight, room.width() // 2)
        taken = metrics.horizontalAdvance(keys) + 2 * _PAD if keys else 0
        chosen = QStyle.StateFlag.State_Selected in shown.state
        palette, role = shown.palette, QPalette.ColorRole
        painter.setPen(palette.color(role.HighlightedText if chosen else role.PlaceholderText))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
        painter.setPen(palette.color(role.HighlightedText if chosen else role.Text))
        text = metrics.elidedText(apart(text), Qt.TextElideMode.ElideRight, room.width() - taken)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 12)
