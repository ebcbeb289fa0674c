"""Small buttons that say a key and what it does, two in a row where their words fit; the one that holds is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.annotations.chip_buttons import dismiss, present
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE
from ui.look.theme import Theme

_GAP, _PAD = 4, 6.0
_OVER = 8  # pixels that a chip is higher than its letters


@dataclass(frozen=True, slots=True)
class KeyChip:
    """What a chip says: its id, the words, the key in short, and the tooltip (plain text, escaped)."""

    id: str
    words: str
    key: str
    hint: str


class ChipButton(QAbstractButton):
    """One chip."""

    def __init__(self, chip: KeyChip, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.chip = theme, chip
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the keyboard out of the text
        self.setText(chip.words)
        self.setToolTip(plain_tooltip(chip.hint))
        self.setAccessibleName(chip.hint)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def high(self) -> int:
        return round(QFontMetricsF(self.font()).height()) + _OVER

    @property
    def widest(self) -> int:
        """What the words need at most: pressed, they are bold."""
        wide = QFontMetricsF(self._bold()).horizontalAdvance
        return round(2 * _PAD + wide(self.text()) + (wide(self.chip.key) + 5 if self.chip.key else 0) + 1)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._bold() if self.isChecked() else self.font()).horizontalAdvance
        key = wide(self.chip.key) + 5 if self.chip.key else 0
        return QSize(round(2 * _PAD + wide(self.text()) + key + 1), self.high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        painter.setBrush(self._theme.selection if self.isChecked() or over else self._theme.raised)
        edge = self._theme.accent if self.isChecked() or self.hasFocus() else self._theme.edge
        painter.setPen(QPen(edge, 2.0 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        room = QRectF(self.rect()).adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(self.font())
        painter.setPen(self._theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.chip.key)
        taken = QFontMetricsF(self.font()).horizontalAdvance(self.chip.key) + 5 if self.chip.key else 0.0
        font = self._bold() if self.isChecked() else self.font()
        painter.setFont(font)
        painter.setPen(self._theme.chrome_text)
        room = room.adjusted(taken, 0, 0, 0)
        if self.height() > self.high:  # they need two lines
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
            return
        words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class KeyChips(QWidget):
    """Chips in pairs: side by side in halves, or each in a row of its own when the words of one need more than half;
    words that are longer than a row take two lines.

    `chosen` carries the id of the one that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips: dict[str, ChipButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        SCALE.follow(self._arrange)

    def show_chips(self, chips: Sequence[KeyChip], checked: str = "") -> None:
        """Show these, in this order; the one of the id `checked` is pressed."""
        if [button.chip for button in self.chips.values()] != list(chips):
            self._make(chips)
        for id, button in self.chips.items():
            button.setChecked(id == checked)
        self._arrange()

    def _make(self, chips: Sequence[KeyChip]) -> None:
        dismiss(self.chips.values())
        self.chips = {chip.id: ChipButton(chip, self._theme, self) for chip in chips}
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
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        buttons, width = list(self.chips.values()), max(60, self.width())
        half, y = (width - _GAP) // 2, 0
        for n in range(0, len(buttons), 2):
            pair = buttons[n : n + 2]
            beside = len(pair) == 2 and all(button.widest <= half for button in pair)
            for place, button in enumerate(pair):
                left = place * (half + _GAP) if beside else 0
                wide = half if beside or button.widest <= half else width
                high = button.high if button.widest <= wide else button.high + button.fontMetrics().height()
                button.setGeometry(left, y, wide, high)
                y += 0 if beside and place == 0 else high + _GAP
        height = max(0, y - _GAP)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
