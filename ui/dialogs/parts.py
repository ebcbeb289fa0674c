"""What every dialog is made of: words shown as they are, buttons that say their key, a size within the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPushButton, QWidget

from ui.look.plain_tooltip import plain_tooltip

FRAME = QSize(16, 48)  # pixels that a window manager's frame and title bar may take


def open_within_screen(dialog: QDialog) -> None:
    """Open `dialog` over its window, no larger than the screen; it is gone when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    wanted = dialog.size() if dialog.testAttribute(Qt.WidgetAttribute.WA_Resized) else dialog.sizeHint()
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() - FRAME))
    dialog.open()


def words(text: str, parent: QWidget | None = None, *, wrap: bool = True) -> QLabel:
    """Return A label that shows `text` as it is, never as markup; it can be selected and copied."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def button(text: str, hint: str, parent: QWidget | None = None) -> QPushButton:
    """Return A button with its accessible name and its tooltip."""
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
