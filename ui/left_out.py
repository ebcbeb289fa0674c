"""The drawer: everything of the source that is not in the article, with the reason; one key puts a block back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.session import Session

_INDEX = Qt.ItemDataRole.UserRole


class _Blocks(QListWidget):
    """The blocks in the order of the source. `chosen` on Enter, P or a double click."""

    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_P):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class LeftOutDrawer(QFrame):
    """`putBack` carries the index of a block in `session.revision.left_out`; `closed` when the drawer goes away."""

    putBack = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self._session = session
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find in what was left out"))
        self.search.setAccessibleName(self.tr("Find in what was left out"))
        self.search.setToolTip(self.tr("Show only the blocks that hold these words"))
        self.search.setMaximumWidth(240)
        self.list = _Blocks(self)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setAccessibleName(self.tr("Blocks that were left out"))
        self.list.setToolTip(self.tr("Blocks that were left out (Enter or P puts one back)"))
        self.put = QPushButton(self.tr("Put back (P)"), self)
        self.put.setAccessibleName(self.tr("Put the chosen block back"))
        self.put.setToolTip(self.tr("Put the chosen block back into the article, where it stood (P)"))
        self.shut = QToolButton(self)
        self.shut.setText("×")
        self.shut.setAccessibleName(self.tr("Close the drawer"))
        self.shut.setToolTip(self.tr("Close the drawer (Esc)"))
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.list.chosen.connect(self._put_back)
        self.list.itemDoubleClicked.connect(self._put_back)
        self.put.clicked.connect(self._put_back)
        self.shut.clicked.connect(self.close_drawer)
        session.articleOpened.connect(self._refresh)
        session.articleClosed.connect(self.hide)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 4)
        head.addWidget(self.title, 1)
        for widget in (self.search, self.put, self.shut):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setMinimumHeight(160)
        self.setMaximumHeight(280)

    def open(self) -> None:
        """Show the drawer and put the keyboard into it."""
        self._fill()
        self.show()
        self.list.setFocus()
        self.list.setCurrentRow(0)

    def close_drawer(self) -> None:
        self.hide()
        self.closed.emit()

    def _refresh(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        left_out = self._session.revision.left_out if self._session.revision else ()
        for index, block in enumerate(left_out):
            text = " ".join(block.text.split())
            item = QListWidgetItem(f"{block.reason}:  {text[:400]}", self.list)
            item.setData(_INDEX, index)
        self.title.setText(self.tr("Left out of this article: %n block(s)", "", len(left_out)))
        self.put.setEnabled(bool(left_out))
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._narrow(self.search.text())

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def _put_back(self) -> None:
        item = self.list.currentItem()
        if self.list.count() and not item.isHidden():
            self.putBack.emit(int(item.data(_INDEX)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)
