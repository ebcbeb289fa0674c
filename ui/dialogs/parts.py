"""What every dialog is made of: words shown as they are, buttons that say their key, a size within the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.look.plain_tooltip import plain_tooltip

FRAME = QSize(16, 48)  # pixels that a window manager's frame and title bar may take


def open_within_screen(dialog: QDialog) -> None:
    """Open `dialog` over its window, no larger than the screen; it is gone when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    room = dialog.screen().availableSize() - FRAME
    if not _fits(dialog.minimumSizeHint(), room):
        _scroll(dialog)
    wanted = dialog.size() if dialog.testAttribute(Qt.WidgetAttribute.WA_Resized) else dialog.sizeHint()
    dialog.resize(wanted.boundedTo(room))
    dialog.open()


def _fits(size: QSize, room: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


def _scroll(dialog: QDialog) -> None:
    """Let all but the last row of `dialog`, which holds its buttons, be scrolled: there is no room for it."""
    column = dialog.layout()
    if not isinstance(column, QVBoxLayout) or column.count() < 2:
        return
    last = column.takeAt(column.count() - 1)
    assert last is not None
    inner, area = QWidget(dialog), QScrollArea(dialog)
    inner.setLayout(column)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    dialog.setMinimumSize(0, 0)
    outer = QVBoxLayout(dialog)
    outer.addWidget(area, 1)
    row, widget = last.layout(), last.widget()
    if row is not None:
        outer.addLayout(row)
    elif widget is not None:
        outer.addWidget(widget)


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
