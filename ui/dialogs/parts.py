"""What every dialog is made of: words shown as they are, buttons that say their key, a size within the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import px

FRAME = QSize(16, 48)  # pixels that a window manager's frame and title bar may take


def open_within_screen(dialog: QDialog) -> None:
    """Open `dialog` over its window, no larger than the screen; it is gone when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    room = dialog.screen().availableSize() - FRAME
    _fold_buttons(dialog, room.width())
    if not _fits(dialog, room):
        _scroll(dialog, room.width())
    wanted = dialog.size() if dialog.testAttribute(Qt.WidgetAttribute.WA_Resized) else dialog.sizeHint()
    dialog.resize(wanted.boundedTo(room))
    dialog.open()


def _fits(dialog: QDialog, room: QSize) -> bool:
    """Whether it needs no more than `room`, with its words wrapped at that width."""
    layout = dialog.layout()
    if layout is not None:
        layout.invalidate()  # it remembers sizes from before its parts had their style
        layout.activate()
    size = dialog.minimumSizeHint()
    height = layout.minimumHeightForWidth(room.width()) if layout is not None and layout.hasHeightForWidth() else 0
    return size.width() <= room.width() and max(size.height(), height) <= room.height()


def _fold_buttons(dialog: QDialog, width: int) -> None:
    """Set the last row of `dialog` in several rows where its buttons are wider than `width` pixels."""
    column = dialog.layout()
    last = column.itemAt(column.count() - 1) if isinstance(column, QVBoxLayout) else None
    row = last.layout() if last is not None else None
    if not isinstance(column, QVBoxLayout) or not isinstance(row, QHBoxLayout):
        return
    margins = column.contentsMargins()
    room = width - margins.left() - margins.right()
    while row.minimumSize().width() > room and row.count() > 1:
        above = QHBoxLayout()
        above.addStretch(1)
        while row.count() > 1 and above.minimumSize().width() + _first_width(row) + row.spacing() <= room:
            item = row.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                above.addWidget(widget)
        if above.count() == 1:
            return
        column.insertLayout(column.count() - 1, above)
        row.insertStretch(0, 1)


def _first_width(row: QHBoxLayout) -> int:
    first = row.itemAt(0)
    return first.minimumSize().width() if first is not None else 0


def _scroll(dialog: QDialog, width: int) -> None:
    """Let all but the last row of `dialog`, which holds its buttons, be scrolled: there is no room for it.

    What is as wide as `width` pixels at most is not cut at its side by the bar.
    """
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
    margins, beside = outer.contentsMargins(), area.verticalScrollBar().sizeHint().width() + 2 * area.frameWidth()
    whole = inner.minimumSizeHint().width() + beside
    area.setMinimumWidth(min(whole, width - margins.left() - margins.right()))
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


def align_number(box: QAbstractSpinBox) -> None:
    """Let the number in `box` begin where the words of other fields do: a style sheet's padding does not move it."""
    box.lineEdit().setTextMargins(px(7), 0, 0, 0)


def add_row(form: QFormLayout, name: str, field: QWidget) -> None:
    """Put `field` under the others of `form`, with `name` before it as plain text."""
    form.addRow(name, field)
    label = form.labelForField(field)
    assert isinstance(label, QLabel)
    label.setTextFormat(Qt.TextFormat.PlainText)
