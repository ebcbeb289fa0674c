"""What stands in the middle while no article is open: how to fill the desk, and the three keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px


class Welcome(QWidget):
    """Speaks to a new user; `samplesWanted` and `addWanted` are its two buttons."""

    samplesWanted = Signal()
    addWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = title = self._line(self.tr("Nothing on the desk yet"))
        how = self._line(
            self.tr(
                "Drop saved pages, folders or links here, paste a page or its address with {0},"
                " or choose an article from the list."
            ).format(native("Ctrl+V"))
        )
        keys = self._line(self.tr("Then read, select words, and press 1 for a claim, 2 for a source, 3 for a denial."))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for line in (title, how, keys):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(line, 6)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        column.addStretch(3)
        SCALE.follow(self._fit)

    def _fit(self) -> None:
        font = QFont("Literata")
        font.setPixelSize(px(26))
        font.setWeight(QFont.Weight.Bold)
        self._title.setFont(font)

    def _line(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for text, wanted in (
            (self.tr("Add the sample articles"), self.samplesWanted),
            (self.tr("Add files… ({0})").format(native("Ctrl+O")), self.addWanted),
        ):
            button = QPushButton(text, self)
            button.setAccessibleName(text)
            button.setToolTip(plain_tooltip(text))
            button.clicked.connect(wanted)
            row.addWidget(button)
        row.addStretch(1)
        return row
