"""Paints a mark as a card: badge and name, the words in the reading face, its links, note and tags."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.local_time import local_time
from ui.annotations.row import Card, Role
from ui.look.badge import paint_badge
from ui.look.chosen import has_keyboard, is_chosen
from ui.look.scale import SCALE, length
from ui.look.theme import Theme
from ui.look.view_font import view_font

QUOTE_LINES, NOTE_LINES, RELATION_LINES = 3, 3, 4
_OUT, _PAD, _GAP, _BADGE, _ROW = 4.0, 12.0, 6.0, 15.0, 19.0
_NAME = 0.45  # most of a card's width for the column that says what a link is
_CUT = 400  # characters of a quote or note that can show in a card at all

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Draws the rows of an `AnnotationModel`. With `uniform` every card has the height of a common one."""

    def __init__(self, theme: Theme, family: str = "Literata", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._family = theme, family
        self._heights: dict[tuple[Card, int], int] = {}
        self.uniform = False
        SCALE.follow(self._fit)

    def _fit(self) -> None:
        self._heights.clear()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    @property
    def common_height(self) -> int:
        """The height of every card while they are `uniform`."""
        return round(2 * _OUT + 2 * _PAD + length(_BADGE) + 2 * _GAP + 2 * length(_ROW) + 2 * length(21))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        if self.uniform:
            return QSize(width, self.common_height)
        card = index.data(Role.CARD)
        if card is None:
            return QSize(width, 40)
        if len(self._heights) > 4096:
            self._heights.clear()
        key = (card, width)
        if key not in self._heights:
            self._heights[key] = round(self._lay(None, card, QRectF(0, 0, width, 10_000)) + 0.5)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(Role.CARD)
        if card is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        self._frame(painter, area, is_chosen(option, index), has_keyboard(option, index))
        painter.setClipRect(area.adjusted(_OUT, _OUT, -_OUT, -_OUT))
        self._lay(painter, card, area)
        painter.restore()

    def _frame(self, painter: QPainter, area: QRectF, chosen: bool, current: bool) -> None:
        """A card that is chosen has a strong edge; a stronger one where the keyboard is."""
        strong = chosen or current
        width = 3.0 if current else 2.0 if chosen else 1.0
        painter.setPen(QPen(self._theme.accent if strong else self._theme.border, width))
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(area.adjusted(_OUT, _OUT, -_OUT, -_OUT), 7, 7)

    def _lay(self, painter: QPainter | None, card: Card, area: QRectF) -> float:
        """Lay a card out in `area`, and paint it when there is a painter; the height it needs."""
        left, width = area.left() + _OUT + _PAD, area.width() - 2 * (_OUT + _PAD)
        y = area.top() + _OUT + _PAD - 1
        if painter is not None:
            self._head(painter, card, QRectF(left, y, width, length(_BADGE)))
        y += length(_BADGE) + _GAP
        y += self._words(
            painter, f"“{_one_line(card.quote)}”", self._quote_font(), QRectF(left, y, width, 0), QUOTE_LINES
        )
        if self.uniform:
            return self._uniform_rest(painter, card, QRectF(left, y + 3, width, length(_ROW))) - area.top()
        y += 4 if card.relations else 0
        for line in card.relations[:RELATION_LINES]:
            self._relation(painter, card, line, QRectF(left, y, width, length(_ROW)))
            y += length(_ROW)
        if card.note:
            y += self._note(painter, card.note, QRectF(left, y + _GAP, width, 0)) + _GAP
        y += self._foot(painter, card, QRectF(left, y + 3, width, length(_ROW)))
        return y + _PAD + _OUT - area.top()

    def _uniform_rest(self, painter: QPainter | None, card: Card, row: QRectF) -> float:
        line = card.relations[0] if card.relations else None
        if line is not None:
            self._relation(painter, card, line, row)
        elif card.note:
            self._line(painter, _one_line(card.note), row, self._theme.chrome_text)
        return row.bottom() + _PAD + _OUT

    def _head(self, painter: QPainter, card: Card, row: QRectF) -> None:
        tint = self._theme.tint(card.label.colour)
        paint_badge(
            painter, QRectF(row.left(), row.top(), length(_BADGE), length(_BADGE)), card.letter, tint, view_font(self)
        )
        bold = QFont(view_font(self))
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self._theme.chrome_text)
        room = row.adjusted(length(_BADGE) + 7, -3, -length(34), 3)
        name = QFontMetricsF(bold).elidedText(
            f"{card.name}  ⚠" if card.asks else card.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(view_font(self, -1))
        painter.setPen(self._theme.muted)
        if card.paragraph:
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(row.adjusted(0, -3, 0, 3), flags, f"¶ {card.paragraph}")

    def _words(self, painter: QPainter | None, text: str, font: QFont, room: QRectF, lines: int) -> float:
        """Wrapped words, the last of at most `lines` cut with an ellipsis; the height they take."""
        layout = _layout(text[:_CUT], font, room.width())
        shown = min(lines, layout.lineCount())
        step = QFontMetricsF(font).height() * 1.12
        if painter is not None:
            painter.setPen(self._theme.chrome_text)
            painter.setFont(font)
            for number in range(shown):
                line = layout.lineAt(number)
                if number == lines - 1 and layout.lineCount() > lines:
                    rest = QFontMetricsF(font).elidedText(
                        text[line.textStart() : _CUT], Qt.TextElideMode.ElideRight, room.width()
                    )
                    painter.drawText(QPointF(room.left(), room.top() + number * step + line.ascent()), rest)
                else:
                    line.draw(painter, QPointF(room.left(), room.top() + number * step - line.y()))
        return shown * step

    def _relation(self, painter: QPainter | None, card: Card, line: tuple[str, str], row: QRectF) -> None:
        if painter is None:
            return
        width = min(self._column(card), row.width() * _NAME)
        self._line(painter, line[0], QRectF(row.left(), row.top(), width, row.height()), self._theme.muted)
        self._line(painter, line[1], row.adjusted(width + 9, 0, 0, 0), self._theme.chrome_text)

    def _column(self, card: Card) -> float:
        """What the words for a card's links need, so that the quotes beside them stand in one column."""
        wide = QFontMetricsF(view_font(self, -1)).horizontalAdvance
        shown = card.relations[: 1 if self.uniform else RELATION_LINES]
        return max((wide(word) + 1 for word, _ in shown), default=0.0)

    def _line(self, painter: QPainter | None, text: str, row: QRectF, colour: object) -> None:
        if painter is None:
            return
        font = view_font(self, -1)
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetricsF(font).elidedText(text[:_CUT], Qt.TextElideMode.ElideRight, row.width())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _note(self, painter: QPainter | None, note: str, room: QRectF) -> float:
        inner = room.adjusted(8, 6, -8, 0)
        height = self._words(None, note, view_font(self, -1), inner, NOTE_LINES) + 12
        if painter is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.chrome)
            painter.drawRoundedRect(QRectF(room.left(), room.top(), room.width(), height), 4, 4)
            self._words(painter, note, view_font(self, -1), inner, NOTE_LINES)
        return height

    def _foot(self, painter: QPainter | None, card: Card, row: QRectF) -> float:
        parts = [" ".join(f"#{tag}" for tag in card.tags)]
        if card.annotator:
            parts.append(f"{card.annotator} · {local_time(card.modified):%Y-%m-%d %H:%M}")
        text = "   ".join(part for part in parts if part)
        if not text:
            return 0.0
        self._line(painter, text, row, self._theme.muted)
        return row.height() + 1

    def _quote_font(self) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(max(13, view_font(self).pixelSize() + 3))
        return font


def _one_line(text: str) -> str:
    return " ".join(text[:_CUT].split())


@lru_cache(maxsize=512)
def _layout(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(20.0, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
