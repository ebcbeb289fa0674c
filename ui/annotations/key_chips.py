"""Small buttons that say a key and what it does, two in a row; the one that holds is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.annotations.chip_buttons import dismiss, present
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px
from ui.look.theme import Theme

HEIGHT = 23
_GAP, _PAD, _WIDEST = 4, 6.0, 240


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

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._bold() if self.isChecked() else self.font()).horizontalAdvance
        key = wide(self.chip.key) + 5 if self.chip.key else 0
        return QSize(min(px(_WIDEST), round(2 * _PAD + wide(self.text()) + key + 1)), px(HEIGHT))

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
        words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class KeyChips(QWidget):
    """Chips in rows of two. `chosen` carries the id of the one that was pressed."""

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

    def _arrange(self) -> None:
        """Two in a row, in halves; a wider one takes of its neighbour's room what that one can spare."""
        buttons, width = list(self.chips.values()), max(60, self.width())
        half, y = (width - _GAP) // 2, 0
        for n in range(0, len(buttons), 2):
            left, *right = buttons[n : n + 2]
            least = left.sizeHint().width()
            most = width - _GAP - (right[0].sizeHint().width() if right else 0)
            first = min(max(half, least), most) if least <= most else half
            left.setGeometry(0, y, first, px(HEIGHT))
            for button in right:
                button.setGeometry(first + _GAP, y, width - first - _GAP, px(HEIGHT))
            y += px(HEIGHT) + _GAP
        height = max(0, y - _GAP)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
