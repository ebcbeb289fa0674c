"""The list of articles: keys, the right button, and a place that outlives new widths and new contents."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.model.articles import State
from ui.library.card import ArticleDelegate
from ui.library.model import LibraryModel, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = 300  # above as many articles every row has one height, so that none has to be read to be counted
_STATES = {Qt.Key.Key_E: State.DONE, Qt.Key.Key_Delete: State.TRASHED, Qt.Key.Key_I: State.INBOX}
Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_AS_IN_A_LIST = (_Move.MoveHome, _Move.MoveEnd, _Move.MovePageUp, _Move.MovePageDown)


class ArticleList(QTableView):
    """A table of one column. Not a `QListView`: that asks for every row again whenever one of them changes.

    `opened` on Enter; `moveWanted` requests a state by key. What stands first stays first when rows get another
    height.
    """

    opened = Signal(str)
    moveWanted = Signal(object)
    _rows: ArticleDelegate | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settling = False
        self._stale = True  # whether the heights are those of other rows
        self._kept = QPersistentModelIndex(), 0
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the next pane
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        # Never `ResizeToContents`: at a change of one row Qt would measure all.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def dress(self, model: LibraryModel, rows: ArticleDelegate) -> None:
        """Show the articles of `model` as `rows` paints them."""
        self._rows = rows
        self.setItemDelegate(rows)
        self.setModel(model)
        self._size()

    # -- keys and the mouse ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        state = _STATES.get(Qt.Key(event.key()))
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

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home, End and the keys of a page go as far as in a list, where a table's would not."""
        here, last = self.currentIndex(), self.model().rowCount() - 1
        if last < 0 or not here.isValid() or action not in _AS_IN_A_LIST:
            return super().moveCursor(action, modifiers)
        return self.model().index(min(max(0, self._row_from(here, action)), last), 0)

    def _row_from(self, here: QModelIndex, action: _Move) -> int:
        """With a page, the farthest row that is whole on one screen with this one; the next one at least."""
        if action in (_Move.MoveHome, _Move.MoveEnd):
            return 0 if action is _Move.MoveHome else self.model().rowCount() - 1
        area, height = self.visualRect(here), self.viewport().height()
        if action is _Move.MovePageUp:
            return min(here.row() - 1, self.rowAt(area.bottom() - height) + 1)
        beyond = self.rowAt(area.top() + height)
        return max(here.row() + 1, beyond - 1) if beyond >= 0 else self.model().rowCount() - 1

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows under `rect`, which may reach past the last, as in a list."""
        end = self.visualRect(self.model().index(self.model().rowCount() - 1, 0)).bottom()
        if min(rect.top(), rect.bottom()) <= end:
            rect = QRect(QPoint(rect.left(), min(rect.top(), end)), QPoint(rect.right(), min(rect.bottom(), end)))
        super().setSelection(rect, command)

    # -- heights -----------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._rows is not None:
            with self._in_place():
                self._size()

    def _size(self) -> None:
        """Give the rows the height that their letters need now."""
        if self._rows is not None:
            self.verticalHeader().setDefaultSectionSize(self._rows.height_of(1))
            self._measure()

    def _measure(self) -> None:
        """Give every row the height it needs, or all of them one; those out of sight when they come into it."""
        if self._rows is None:
            return
        self._rows.uniform = self.model().rowCount() > VARIABLE
        self._stale = not self.isVisible()
        if self._rows.uniform:
            self._even_out()
        elif not self._stale:
            self.resizeRowsToContents()
        self.verticalScrollBar().setSingleStep(max(1, self.rowHeight(0)))

    def _even_out(self) -> None:
        """Rows of a short list keep the heights they had there, also when it is a long one now."""
        header, height = self.verticalHeader(), self.verticalHeader().defaultSectionSize()
        for row in range(min(VARIABLE, header.count())):
            header.resizeSection(row, height)

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Keep the row that stands first where it is, while heights change."""
        (index, top), settling = self._kept, self._settling
        self._settling = True
        yield
        self.updateGeometries()
        if index.isValid():
            self.put_first(index, top)
        self._settling = settling

    def reset(self) -> None:
        super().reset()
        self._measure()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """One row is painted again; only other words, which no role tells, may need another height."""
        super().dataChanged(first, last, roles)
        if not roles and self._rows is not None and not self._rows.uniform and not self._stale:
            with self._in_place():
                for row in range(first.row(), last.row() + 1):
                    self.resizeRowToContents(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            with self._in_place():
                self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            with self._in_place():
                self._measure()  # titles wrap otherwise now

    # -- a place that stays ------------------------------------------------------------------------------------------

    def first_row(self) -> tuple[QModelIndex, int]:
        """Return the first row on the screen and how far its top is from the list's."""
        index = self.indexAt(QPoint(4, 0))
        return index, self.visualRect(index).top() if index.isValid() else 0

    def put_first(self, index: Index, top: int) -> None:
        """Scroll so that the top of a row is `top` pixels from the list's."""
        bar, plain = self.verticalScrollBar(), self.model().index(index.row(), 0)
        bar.setValue(bar.value() + self.visualRect(plain).top() - top)
        self._kept = QPersistentModelIndex(plain), top

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, the heights of those before it being known."""
        self.executeDelayedItemsLayout()
        super().scrollTo(index, hint)

    def _scrolled(self) -> None:
        """The reader has moved the list; what a new layout does to the scroll bar is nobody's wish."""
        if not self._settling and self.isVisible():
            index, top = self.first_row()
            self._kept = QPersistentModelIndex(index), top

    def updateGeometries(self) -> None:
        settling, self._settling = self._settling, True
        super().updateGeometries()
        self._settling = settling
