"""What every dialog is made of: words shown as they are, and buttons that say their key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QWidget

from ui.look.plain_tooltip import plain_tooltip


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
    made.setToolTip(plain_tooltip(hint))
    return made


def add_row(form: QFormLayout, name: str, field: QWidget) -> None:
    """Put `field` under the others of `form`, with `name` before it as plain text."""
    form.addRow(name, field)
    label = form.labelForField(field)
    assert isinstance(label, QLabel)
    label.setTextFormat(Qt.TextFormat.PlainText)
