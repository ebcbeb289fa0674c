"""How an export begins, as the program will show it that opens the file: a page, a table, or lines of text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reader.exchange.exporters.preview import Beginning
from ui.look.plain_tooltip import plain_tooltip

_MARGIN = 24  # pixels beside a page: its scroll bar


class ExportPreview(QStackedWidget):
    """Shows one `Beginning` at a time; `text`, `table` and `page` are what it is shown in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.table, self.page = QPlainTextEdit(self), QTableWidget(self), QLabel(self)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.page.setTextFormat(Qt.TextFormat.PlainText)
        self.page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.page)
        self._picture = QPixmap()
        for part in (self.text, self.table, self._scroll):
            self.addWidget(part)

    def name(self, name: str) -> None:
        """Give every part its name for screen readers, and its tooltip."""
        for part in (self.text, self.table, self._scroll, self.page):
            part.setAccessibleName(name)
            part.setToolTip(plain_tooltip(name))

    def show_beginning(self, beginning: Beginning) -> None:
        """Show it in the part that fits it."""
        if beginning.page:
            self._picture.loadFromData(beginning.page, "PNG")
            self._fit()
            self.setCurrentWidget(self._scroll)
        elif beginning.rows:
            self._fill(beginning.rows)
            self.setCurrentWidget(self.table)
        else:
            self.show_text(beginning.text)

    def show_text(self, text: str) -> None:
        """Show lines of text."""
        self.text.setPlainText(text)
        self.setCurrentWidget(self.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Draw the page as wide as there is room, and never wider than it is sharp."""
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        width = min(self._picture.width(), int((self.width() - _MARGIN) * ratio))
        drawn = self._picture.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
        drawn.setDevicePixelRatio(ratio)
        self.page.setPixmap(drawn)

    def _fill(self, rows: tuple[tuple[str, ...], ...]) -> None:
        head, *below = rows
        self.table.setColumnCount(len(head))
        self.table.setRowCount(len(below))
        self.table.setHorizontalHeaderLabels(list(head))
        for at, row in enumerate(below):
            for column, words in enumerate(row[: len(head)]):
                self.table.setItem(at, column, QTableWidgetItem(" ".join(words.split())))
