"""What every dialog is made of: words shown as they are, and buttons that say their key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def words(text: str, parent: QWidget | None = None, *, wrap: bool = True) -> QLabel:
    """A label that shows `text` as it is, never as markup; it can be selected and copied."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def button(text: str, hint: str, parent: QWidget | None = None) -> QPushButton:
    """A button with its accessible name and its tooltip."""
    made = QPushButton(text, parent)
    made.setAccessibleName(text.replace("&", ""))
    made.setToolTip(hint)
    return made
