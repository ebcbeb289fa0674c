"""What the list shows when the library is empty: how to fill it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip


class EmptyLibrary(QWidget):
    """`samplesWanted` and `addWanted` are its two buttons."""

    samplesWanted = Signal()
    addWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(
            self.tr("Your library is empty.\n\nDrop saved pages, folders or links here, or paste with {0}.").format(
                native("Ctrl+V")
            ),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(words)
        for text, hint, wanted in (
            (self.tr("Add files…"), self.tr("Add saved pages or texts ({0})").format(native("Ctrl+O")), self.addWanted),
            (self.tr("Add the samples"), self.tr("Add the sample articles that come with Tilik"), self.samplesWanted),
        ):
            button = QPushButton(text, self)
            button.setAccessibleName(text)
            button.setToolTip(plain_tooltip(hint))
            button.clicked.connect(wanted)
            column.addWidget(button)
        column.addStretch(1)
