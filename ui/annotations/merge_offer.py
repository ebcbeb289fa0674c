"""A line above the cards that offers to make two marks one, and waits for nobody."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.look.plain_tooltip import plain_tooltip


class MergeOffer(QFrame):
    """Hidden until `offer`. `mergeWanted` and `refused` are what the reader answers, if she does."""

    mergeWanted = Signal()
    refused = Signal()

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(self.tr("Two marks on nearly the same words"))
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.merge, self.leave = QPushButton(self.tr("Merge"), self), QToolButton(self)
        self.merge.setAccessibleName(self.tr("Make these two marks one"))
        self.merge.setToolTip(plain_tooltip(hint))
        self.leave.setText("✕")
        self.leave.setAccessibleName(self.tr("Leave both marks"))
        self.leave.setToolTip(self.tr("Leave both marks"))
        self.merge.clicked.connect(self.mergeWanted)
        self.leave.clicked.connect(self.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 4, 5)
        row.setSpacing(6)
        row.addWidget(self.text, 1)
        row.addWidget(self.merge)
        row.addWidget(self.leave)
        self.hide()

    def offer(self, text: str) -> None:
        """Offer it in these words."""
        self.text.setText(text)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
            return
        super().keyPressEvent(event)
