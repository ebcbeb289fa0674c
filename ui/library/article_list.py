"""The list of articles: keys, the right button, and a place that outlives new widths and new contents."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from reader.model.articles import State
from ui.library.model import Role


class ArticleList(QListView):
    """`opened` on Enter; `moveWanted` requests a state by key. What stands first stays first when rows get another
    height."""

    opened = Signal(str)
    moveWanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settling = False
        self._kept = QPersistentModelIndex(), 0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_E: State.DONE, Qt.Key.Key_Delete: State.TRASHED, Qt.Key.Key_I: State.INBOX}
        state = keys.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(str(self.currentIndex().data(Role.ID) or ""))
        elif state is not None and not event.modifiers():
            self.moveWanted.emit(state)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button chooses nothing: a menu is of the row it is opened on, and leaves the choice as it was."""
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def first_row(self) -> tuple[QModelIndex, int]:
        """Return the first row on the screen and how far its top is from the list's."""
        index = self.indexAt(QPoint(4, 0))
        return index, self.visualRect(index).top() if index.isValid() else 0

    def put_first(self, index: QModelIndex | QPersistentModelIndex, top: int) -> None:
        """Scroll so that the top of a row is `top` pixels from the list's."""
        bar, plain = self.verticalScrollBar(), self.model().index(index.row(), 0)
        bar.setValue(bar.value() + self.visualRect(plain).top() - top)
        self._kept = QPersistentModelIndex(plain), top

    # -- a place that stays ------------------------------------------------------------------------------------------

    def _scrolled(self) -> None:
        """The reader has moved the list; what a new layout does to the scroll bar is nobody's wish."""
        if not self._settling and self.isVisible():
            index, top = self.first_row()
            self._kept = QPersistentModelIndex(index), top

    def updateGeometries(self) -> None:
        settling, self._settling = self._settling, True
        super().updateGeometries()
        self._settling = settling

    def doItemsLayout(self) -> None:
        """Lay the rows out, and bring the row that stood first back to its place."""
        self._settling = True
        super().doItemsLayout()
        index, top = self._kept
        if index.isValid():
            self.put_first(index, top)
        self._settling = False
