"""Labels as small buttons that can stay pressed: badge, name, and a count or a key; they wrap, and scroll when many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from reader.model.labels import Label
from ui.annotations.chip_buttons import dismiss, present
from ui.language.i18n import label_name
from ui.look.badge import paint_badge
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, length
from ui.look.theme import Theme, Tint

_OVER = 10  # pixels that a chip is higher than its letters
_WIDEST = 150  # pixels, in letters of the usual size
_USUAL = 13  # pixels: the size of letters that the widths are meant for
MANY = 6  # above so many labels the chips stand in columns of one width
ROWS = 3
_COLUMN = 125  # pixels that a column of chips wants at most
_GAP, _PAD, _BADGE = 5, 7.0, 14.0


@dataclass(frozen=True, slots=True)
class Chip:
    """What one chip says: its label, what stands behind the name, and the tooltip (plain text)."""

    label: Label
    trail: str
    hint: str
    sign: str  # what the badge says: the letter of a label, the initials of a person


class LabelChip(QAbstractButton):
    """One label; checked it takes the label's tint."""

    def __init__(self, chip: Chip, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.chip = theme, chip
        self.setCheckable(True)
        # A click must not take the focus out of the list, whose keys work on.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say(chip)

    def say(self, chip: Chip) -> None:
        self.chip = chip
        self.setText(label_name(chip.label))
        self.setToolTip(plain_tooltip(chip.hint))
        self.setAccessibleName(chip.hint)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.font()).horizontalAdvance
        trail = wide(self.chip.trail) + 6 if self.chip.trail else 0.0
        badge = length(_BADGE) + 6 if len(self.chip.sign) > 1 else length(_BADGE)
        widest = round(_WIDEST * scale(self.font()))
        return QSize(min(widest, round(2 * _PAD + badge + 5 + wide(self.text()) + trail + 1)), high(self.font()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = self._theme.tint(self.chip.label.colour)
        self._paint_frame(painter, tint)
        wide = length(_BADGE) + 6 if len(self.chip.sign) > 1 else length(_BADGE)
        box = QRectF(_PAD, (self.height() - length(_BADGE)) / 2, wide, length(_BADGE))
        # On its own tint a badge would be lost.
        shown = Tint(self._theme.raised, tint.line) if self.isChecked() else tint
        paint_badge(painter, box, self.chip.sign, shown, self.font())
        self._paint_words(painter, QRectF(box.right() + 5, 0, self.width() - box.right() - 5 - _PAD, self.height()))

    def _paint_frame(self, painter: QPainter, tint: Tint) -> None:
        over = self.underMouse() or self.isDown()
        painter.setBrush(tint.fill if self.isChecked() else self._theme.selection if over else self._theme.raised)
        edge = self._theme.accent if self.hasFocus() else tint.line if self.isChecked() else self._theme.edge
        painter.setPen(QPen(edge, 2.0 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        font = QFont(self.font())
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(self.font())
        painter.setPen(self._theme.chrome_text if self.isChecked() else self._theme.muted)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self.chip.trail)
        taken = QFontMetricsF(self.font()).horizontalAdvance(self.chip.trail) + 4 if self.chip.trail else 0.0
        room = room.adjusted(0, 0, -taken, 0)
        painter.setFont(font)
        painter.setPen(self._theme.chrome_text)
        name = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)


class ChipBox(QScrollArea):
    """Chips in rows, as high as they need up to so many rows. `chosen` carries the id of a label that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, rows: int = ROWS) -> None:
        """`rows` is how many of them show without scrolling."""
        super().__init__(parent)
        self._theme, self._rows = theme, rows
        self._inner = QWidget(self)
        self.chips: dict[str, LabelChip] = {}
        self.setWidget(self._inner)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        SCALE.follow(self._arrange)

    def show_chips(self, chips: Sequence[Chip], checked: Sequence[str] = ()) -> None:
        """Show these, in this order; the labels of `checked` are pressed. Chips that stay keep the focus."""
        wanted = {chip.label.id: chip for chip in chips}
        if list(self.chips) != list(wanted):
            self._make(wanted)
        for id, chip in wanted.items():
            self.chips[id].say(chip)
            self.chips[id].setChecked(id in checked)
        self._arrange()

    def _make(self, wanted: dict[str, Chip]) -> None:
        dismiss(self.chips.values())
        self.chips = {id: LabelChip(chip, self._theme, self._inner) for id, chip in wanted.items()}
        present(self.chips, self.chosen.emit)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self.chips.values():
            button.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.chips:
            self._arrange()

    def _arrange(self) -> None:
        most = self._rows * (high(self.font()) + _GAP) - _GAP
        height = self._place(self.width())
        if height > most:
            height = self._place(self.width() - self.verticalScrollBar().sizeHint().width() - 2)
        self._inner.resize(self.width(), height)
        if self.height() != min(height, most) or self.minimumHeight() != self.maximumHeight():
            self.setFixedHeight(min(height, most))

    def _place(self, width: int) -> int:
        """Put the chips in rows of `width`; the height they take."""
        column, height = 0, high(self.font())
        if len(self.chips) > MANY:
            widest = min(
                round(_COLUMN * scale(self.font())), max(chip.sizeHint().width() for chip in self.chips.values())
            )
            columns = max(1, (width + _GAP) // (widest + _GAP))
            column = (width + _GAP) // columns - _GAP
        x = y = 0
        for chip in self.chips.values():
            wide = min(column or chip.sizeHint().width(), max(40, width))
            if x and x + wide > width:
                x, y = 0, y + height + _GAP
            chip.resize(wide, height)
            chip.move(QPoint(x, y))
            x += wide + _GAP
        return y + height if self.chips else 0


def high(font: QFont) -> int:
    """Return how high a chip in that font is."""
    return round(QFontMetricsF(font).height()) + _OVER


def scale(font: QFont) -> float:
    """Return how much larger the letters of a font are than the usual ones."""
    return max(1.0, font.pixelSize() / _USUAL)
