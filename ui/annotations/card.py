"""Paints a mark as a card: badge and name, the words in the reading face, its facts and links, note and tags."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.annotations.card_layout import COMPACT, FULL, UNIFORM, Faces, Kind, Layout, Part, Size, arrange, layout
from ui.annotations.row import Card, Role
from ui.look.badge import paint_badge
from ui.look.chosen import has_keyboard, is_chosen
from ui.look.scale import SCALE
from ui.look.theme import Theme

_KEPT = 4096  # layouts

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Draws the rows of an `AnnotationModel`. With `uniform` every card has the height of a common one, with `compact`
    a card says as much in less room.

    `entered` is the card whose facts the keyboard goes through, and which of them it is at.
    """

    def __init__(self, theme: Theme, family: str = "Literata", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._family = theme, family
        self._layouts: dict[tuple[Card, int, Size], Layout] = {}
        self._faces: Faces | None = None
        self.uniform = self.compact = False
        self.entered: tuple[str, int] = ("", -1)
        SCALE.follow(self.forget_sizes)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def forget_sizes(self) -> None:
        """The letters are of another size now."""
        self._faces = None
        self._layouts.clear()

    @property
    def faces(self) -> Faces:
        """The fonts in which the cards are set."""
        if self._faces is None:
            parent = self.parent()
            self._faces = Faces(QFont(parent.font()) if isinstance(parent, QWidget) else QFont(), self._family)
        return self._faces

    @property
    def common_height(self) -> int:
        """The height of every card while they are `uniform`."""
        return self.faces.common_height

    @property
    def size(self) -> Size:
        """How much the cards show now."""
        return UNIFORM if self.uniform else COMPACT if self.compact else FULL

    def arranged(self, card: Card, width: int) -> Layout:
        """Return where the parts of `card` stand."""
        key = (card, width, self.size)
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) > _KEPT:
                self._layouts.clear()
            found = self._layouts[key] = arrange(card, width, self.faces, self.size)
        return found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        if self.uniform:
            return QSize(width, self.common_height)
        card = index.data(Role.CARD)
        return QSize(width, round(self.arranged(card, width).height + 0.5) if card is not None else 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(Role.CARD)
        if card is None:
            return
        area, out = QRectF(option.rect), self.faces.out
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, area, is_chosen(option, index), has_keyboard(option, index))
        painter.setClipRect(area.adjusted(out, out, -out, -out))
        painter.translate(area.topLeft())
        self._head(painter, card, area.width())
        facts = 0
        for part in self.arranged(card, option.rect.width()).parts:
            self._part(painter, part, chosen=self.entered == (card.id, facts))
            facts += part.kind is Kind.FACT
        painter.restore()

    def _frame(self, painter: QPainter, area: QRectF, chosen: bool, current: bool) -> None:
        """A card that is chosen has a strong edge; a stronger one where the keyboard is."""
        out, strong = self.faces.out, chosen or current
        width = 3.0 if current else 2.0 if chosen else 1.0
        painter.setPen(QPen(self._theme.accent if strong else self._theme.border, width))
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(area.adjusted(out, out, -out, -out), 7, 7)

    def _head(self, painter: QPainter, card: Card, width: float) -> None:
        faces, tint = self.faces, self._theme.tint(card.label.colour)
        left = faces.out + faces.pad
        box = QRectF(left, left - 1, faces.badge, faces.badge)
        paint_badge(painter, box, card.letter, tint, faces.plain)
        row = QRectF(left, left - 4, width - 2 * left, faces.badge + 6)
        place = f"¶ {card.paragraph}" if card.paragraph else ""
        room = row.adjusted(faces.badge + 7, 0, -faces.small_metrics.horizontalAdvance(place) - 8, 0)
        name = f"{card.name}  ⚠" if card.asks else card.name
        self._text(painter, name, faces.bold, faces.bold_metrics, room, self._theme.chrome_text)
        painter.setFont(faces.small)
        painter.setPen(self._theme.muted)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, place)

    def _part(self, painter: QPainter, part: Part, *, chosen: bool) -> None:
        theme, faces = self._theme, self.faces
        if part.kind is Kind.QUOTE:
            self._words(painter, part, part.box, faces.quote(self.size), faces.step(self.size), theme.chrome_text)
        elif part.kind is Kind.FACT:
            self._fact(painter, part, chosen=chosen)
        elif part.kind is Kind.NOTE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.chrome)
            painter.drawRoundedRect(part.box, 4, 4)
            room = part.box.adjusted(8, (part.box.height() - part.lines * faces.note_step) / 2, -8, 0)
            self._words(painter, part, room, faces.small, faces.note_step, theme.chrome_text)
        else:
            colour = theme.chrome_text if part.kind is Kind.OTHER else theme.muted
            if part.lines == 1:
                box = QRectF(part.box.topLeft(), part.box.size())
                self._text(painter, part.text, faces.small, faces.small_metrics, box, colour)
            else:
                self._words(painter, part, part.box.adjusted(0, 2, 0, 0), faces.small, faces.note_step, colour)

    def _fact(self, painter: QPainter, part: Part, *, chosen: bool) -> None:
        """A value with a thin edge, as something that can be pressed; what is not said yet, paler."""
        theme, said = self._theme, part.fact is not None and bool(part.fact.value)
        painter.setPen(QPen(theme.accent if chosen else theme.border, 2.0 if chosen else 1.0))
        painter.setBrush(theme.chrome)
        painter.drawRoundedRect(part.box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        colour = theme.chrome_text if said else theme.muted
        self._text(
            painter, part.text, self.faces.small, self.faces.small_metrics, part.box.adjusted(7, 0, -7, 0), colour
        )

    @staticmethod
    def _text(painter: QPainter, text: str, font: QFont, metrics: QFontMetricsF, box: QRectF, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    @staticmethod
    def _words(painter: QPainter, part: Part, room: QRectF, font: QFont, step: float, colour: QColor) -> None:
        """Wrapped words, the last line cut with an ellipsis when there are more."""
        wrapped = layout(part.text, font, room.width())
        painter.setPen(colour)
        painter.setFont(font)
        for number in range(min(part.lines, wrapped.lineCount())):
            line = wrapped.lineAt(number)
            if number == part.lines - 1 and wrapped.lineCount() > part.lines:
                shown = _cut(part.text, line.textStart(), font, room.width())
                wrapped = layout(shown, font, room.width() + 1, part.text)
                line = wrapped.lineAt(0)
            line.draw(painter, QPointF(room.left(), room.top() + number * step - line.y()))


def _cut(text: str, start: int, font: QFont, width: float) -> str:
    """What stands from `start` on, in UTF-16 units, as one line that is cut to `width`."""
    rest = text.encode("utf-16-le")[2 * start :].decode("utf-16-le", "ignore").replace("\n", " ")
    return QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
