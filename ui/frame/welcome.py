"""What stands in the middle while no article is open: how to fill the desk, and the three keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px


class Welcome(QWidget):
    """Speaks to a new user, or to one who has to choose; `addWanted` and `samplesWanted` are its two buttons."""

    samplesWanted = Signal()
    addWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.how = self._line(""), self._line("")
        keys = self._line(self.tr("Then read, select words, and press 1 for a claim, 2 for a source, 3 for a denial."))
        self.add = self._button(self.tr("Add files… ({0})").format(native("Ctrl+O")), self.addWanted)
        self.samples = self._button(self.tr("Add the sample articles"), self.samplesWanted)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for line in (self.title, self.how, keys):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(line, 6)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        column.addStretch(3)
        self.show_filled(False)
        SCALE.follow(self._fit)

    def _fit(self) -> None:
        font = QFont("Literata")
        font.setPixelSize(px(26))
        font.setWeight(QFont.Weight.Bold)
        self.title.setFont(font)

    def show_filled(self, filled: bool) -> None:
        """Say what to do: with articles in the library, choose one; without, bring some."""
        self.title.setText(self.tr("Choose an article") if filled else self.tr("Nothing on the desk yet"))
        choose = self.tr("Click one in the list, or go through them with {0} and {1}.")
        bring = self.tr("Drop saved pages, folders or links here, or paste a page or its address with {0}.")
        self.how.setText(
            choose.format(native("Ctrl+Down"), native("Ctrl+Up")) if filled else bring.format(native("Ctrl+V"))
        )
        self.samples.setVisible(not filled)

    def _line(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _button(self, text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setToolTip(plain_tooltip(text))
        button.clicked.connect(wanted)
        return button

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.add)
        row.addWidget(self.samples)
        row.addStretch(1)
        return row
