"""A row of the drawer: why the block is not in the article, and its words; words of the article stand out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model.articles import BlockKind, Revision
from reader.model.spans import Span
from reader.model.struck_places import struck_places

ROW = Qt.ItemDataRole.UserRole
REASON = Qt.ItemDataRole.UserRole + 1
_PAD, _REASON = 14, 190


@dataclass(frozen=True, slots=True)
class DrawerRow:
    """A block of the page. `left_out` is its index among those, or -1; `block` its index in the article, or -1. `span`
    is where it stands in the text; of words that were struck out, the letter before which they stood."""

    text: str
    reason: str = ""
    left_out: int = -1
    block: int = -1
    span: Span | None = None


def rows_of(revision: Revision, *, whole: bool) -> list[DrawerRow]:
    """Return what was left out, in the order of the page; with `whole`, the blocks of the article between them."""
    found: list[DrawerRow] = []
    left_out = list(enumerate(revision.left_out))
    struck = {place.left_out: Span(place.at, place.at + 1) for place in struck_places(revision)}
    for n in range(len(revision.blocks) + 1):
        while left_out and (left_out[0][1].after <= n or n == len(revision.blocks)):
            index, item = left_out.pop(0)
            words = _shown(" ".join(item.text.split()), item.kind)
            found.append(DrawerRow(words, item.reason, left_out=index, span=struck.get(index)))
        if whole and n < len(revision.blocks):
            block = revision.blocks[n]
            words = block.span.of(revision.text) or block.attrs.get("alt", "")
            found.append(DrawerRow(_shown(" ".join(words.split()), block.kind), "", block=n, span=block.span))
    return found


def _shown(words: str, kind: BlockKind) -> str:
    """A picture is named as one, with what the page says of it."""
    picture = QCoreApplication.translate("LeftOutDrawer", "[picture]")
    return f"{picture} {words}".strip() if kind is BlockKind.FIGURE else words


class DrawerDelegate(QStyledItemDelegate):
    """Two columns: the reason, quiet, and the words on one line."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        row, reason = index.data(ROW), str(index.data(REASON))
        metrics, palette = QFontMetrics(shown.font), shown.palette
        shown.text = ""
        style = shown.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter)
        chosen = QStyle.StateFlag.State_Selected in shown.state
        strong = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        quiet = strong if chosen else palette.color(QPalette.ColorRole.PlaceholderText)
        area = shown.rect.adjusted(_PAD, 0, -_PAD, 0)
        _draw(painter, metrics, QRect(area.left(), area.top(), _REASON - _PAD, area.height()), reason, quiet)
        _draw(painter, metrics, area.adjusted(_REASON, 0, 0, 0), row.text, strong if row.block >= 0 else quiet)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_REASON, option.fontMetrics.height() + 10)


def _draw(painter: QPainter, metrics: QFontMetrics, room: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
