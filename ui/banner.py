"""A line above the article that stays until it is read: what failed, what was kept, what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget


class Banner(QFrame):
    """Hidden until `tell`. The latest message replaces the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton(self)
        self.dismiss = QToolButton(self)
        self.dismiss.setText("✕")
        self.dismiss.setAccessibleName(self.tr("Close the message"))
        self.dismiss.setToolTip(self.tr("Close the message (Esc)"))
        self.dismiss.clicked.connect(self.hide)
        self._call: Callable[[], None] | None = None
        self.action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self.hide()

    def tell(
        self, text: str, *, warning: bool = True, action: str = "", call: Callable[[], None] | None = None
    ) -> None:
        """Show `text`, with a button `action` that calls `call`."""
        self.setProperty("tone", "warning" if warning else "")
        self.style().polish(self)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.action.setVisible(call is not None)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self._call = call
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _act(self) -> None:
        self.hide()
        if self._call is not None:
            self._call()
