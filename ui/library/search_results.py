"""Where the words of a search stand: articles and marks, each with a snippet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.model.listing import Hit
from ui.look.chosen import has_keyboard, is_chosen, paint_ring
from ui.look.scale import SCALE, length
from ui.look.theme import Theme
from ui.session import Session

OPEN, CLOSE = "\ue000", "\ue001"
_HIT = Qt.ItemDataRole.UserRole
_PAD, _LINE = 14.0, 18.0


class _Row(QStyledItemDelegate):
    """A title and, under it, the words found with what stands around them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, round(2 * 9 + 3 * length(_LINE)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: Hit = index.data(_HIT)
        area = QRectF(option.rect)
        painter.save()
        if is_chosen(option, index):
            painter.fillRect(area, self.theme.selection)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self.theme.border)
        if has_keyboard(option, index):
            paint_ring(painter, area, self.theme.accent)
        row = QRectF(area.left() + _PAD, area.top() + 9, area.width() - 2 * _PAD, length(_LINE))
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self.theme.chrome_text)
        painter.drawText(row, 0, QFontMetricsF(bold).elidedText(hit.title, Qt.TextElideMode.ElideRight, row.width()))
        self._snippet(painter, hit.snippet, row.translated(0, length(_LINE)), bold)
        painter.restore()

    def _snippet(self, painter: QPainter, snippet: str, row: QRectF, bold: QFont) -> None:
        """Words one by one over two lines, those that were found in bold."""
        plain = QFont(bold)
        plain.setWeight(QFont.Weight.Normal)
        x, y, found = row.left(), row.top(), False
        for word in _centred(snippet).split():
            found = found or OPEN in word
            font = bold if found else plain
            shown = word.replace(OPEN, "").replace(CLOSE, "")
            width = QFontMetricsF(font).horizontalAdvance(shown + " ")
            if x + width > row.right() and x > row.left():
                x, y = row.left(), y + length(_LINE)
                if y > row.top() + length(_LINE):
                    return
            painter.setFont(font)
            painter.setPen(self.theme.chrome_text if found else self.theme.muted)
            painter.drawText(QRectF(x, y, row.right() - x + 2, length(_LINE)), 0, shown)
            x += width
            found = found and CLOSE not in word


def _centred(snippet: str) -> str:
    """The snippet from a little before its first match, so that the match is in sight."""
    words = snippet.split()
    first = next((n for n, word in enumerate(words) if OPEN in word), 0)
    return " ".join((["…"] if first > 4 else []) + words[max(0, first - 4) :])


class SearchResults(QWidget):
    """`hitActivated` carries the article and the mark that was found in it ("" for its text)."""

    hitActivated = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.list = QListWidget(self)
        self._row = _Row(theme, self.list)
        self.list.setItemDelegate(self._row)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Search results"))
        self.list.setToolTip(self.tr("Search results (Enter opens)"))
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.setFocusProxy(self.list)
        SCALE.follow(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def _fit(self) -> None:
        self.list.doItemsLayout()

    def set_theme(self, theme: Theme) -> None:
        self._row.theme = theme
        self.list.viewport().update()

    def ask(self, words: str) -> int:
        """Show what the library has for `words`; how many hits."""
        self.list.clear()
        hits = self._session.library.search(words)
        for hit in hits:
            kind = self._session.label(hit.field).name if hit.annotation_id else self.tr("in the text")
            plain = hit.snippet.replace(OPEN, "").replace(CLOSE, "")
            item = QListWidgetItem(self.list)
            item.setData(_HIT, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.title}, {kind}: {plain}")
        return len(hits)

    def _open(self, item: QListWidgetItem) -> None:
        hit: Hit = item.data(_HIT)
        self.hitActivated.emit(hit.article_id, hit.annotation_id)
