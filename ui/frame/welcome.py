"""What stands in the middle while no article is open: how to fill the desk, and the way to the manual."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.actions.keys import KEYS, with_key, with_keys
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px


class Welcome(QWidget):
    """Speaks to a new user, or to one who has to choose; `addWanted`, `samplesWanted` and `manualWanted` are
    its buttons."""

    samplesWanted = Signal()
    addWanted = Signal()
    manualWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.how = self._line(""), self._line("")
        then = self.tr("Then read, select words, and press the key of a label: a claim, a source, a denial.")
        keys = self._line(then)
        self.add = self._button(self.addWanted)
        self.samples = self._button(self.samplesWanted)
        self.manual = self._button(self.manualWanted)
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
        self._filled = False
        self.name_keys()
        KEYS.changed.connect(self.name_keys)
        SCALE.follow(self._fit)

    def _fit(self) -> None:
        font = QFont("Literata")
        font.setPixelSize(px(26))
        font.setWeight(QFont.Weight.Bold)
        self.title.setFont(font)

    def name_keys(self) -> None:
        """Say the keys that the actions have now."""
        for button, text in (
            (self.add, with_key(self.tr("Add files…"), "add_file")),
            (self.samples, self.tr("Add the sample articles")),
            (self.manual, with_key(self.tr("The first five minutes"), "manual")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(plain_tooltip(text))
        self.show_filled(self._filled)

    def show_filled(self, filled: bool) -> None:
        """Say what to do: with articles in the library, choose one; without, bring some."""
        self._filled = filled
        self.title.setText(self.tr("Choose an article") if filled else self.tr("Nothing on the desk yet"))
        self.how.setText(
            with_keys(
                self.tr("Click one in the list, or go through them with {0} and {1}."),
                "article_next",
                "article_previous",
            )
            if filled
            else with_keys(
                self.tr("Drop saved pages, folders or links here, or paste a page or its address with {0}."), "paste"
            )
        )
        self.samples.setVisible(not filled)

    def _line(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _button(self, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(wanted)
        return button

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.add)
        row.addWidget(self.samples)
        row.addWidget(self.manual)
        row.addStretch(1)
        return row
