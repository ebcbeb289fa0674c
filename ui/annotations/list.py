"""The cards as a list that adding one to costs the same, however many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.annotations.card import CardDelegate
from ui.annotations.model import AnnotationModel
from ui.annotations.row import Role

UNIFORM = 250  # above so many marks all cards have one height
_STEPWISE = 1000  # above so many cards at once the rows are read anew
Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class CardList(QTableView):
    """A table of one column. Not a `QListView`: that reads every row anew at every change."""

    def __init__(self, model: AnnotationModel, delegate: CardDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards, self._marks, self._measured = delegate, model, False
        self.choosing = False  # while cards are chosen that were chosen elsewhere
        self._stale = True  # whether the heights are those of other cards
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the inspector
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalScrollBar().setSingleStep(24)
        model.rowsMoved.connect(self._moved)
        self.even_out(model.total)

    def even_out(self, total: int) -> None:
        """Give every card its own height or, when there are many, all of them one. Best called before a reset."""
        header, uniform = self.verticalHeader(), total > UNIFORM
        if uniform == self._cards.uniform and self._measured:
            return
        self._cards.uniform, self._measured = uniform, True
        # Never `ResizeToContents`: at a change of one card Qt would measure all.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if uniform:
            height = self._cards.common_height
            header.setDefaultSectionSize(height)
            for row in range(min(header.count(), _STEPWISE)):  # a reset makes the sections anew, a single mark does not
                if header.sectionSize(row) != height:
                    header.resizeSection(row, height)
        else:
            self._measure_all()

    def _measure(self, first: int, last: int) -> None:
        """Give these cards the heights that they need now."""
        if not self._cards.uniform and not self._stale:
            for row in range(first, last + 1):
                self.resizeRowToContents(row)

    def _measure_all(self) -> None:
        """Give every card its height; those of a folded panel when it is unfolded, for they are read for it."""
        self._stale = not self.isVisible()
        if not self._cards.uniform and not self._stale:
            self.resizeRowsToContents()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._measure_all()

    def reset(self) -> None:
        super().reset()
        self._measure_all()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(first, last, roles)
        if list(roles) != [Role.NUMBER]:  # another number takes no more room
            self._measure(first.row(), last.row())

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self._measure(start, end)

    def _moved(self, _parent: QModelIndex, start: int, end: int, _to: QModelIndex, row: int) -> None:
        self._measure(min(start, row), max(end, row - 1))

    def measure_anew(self) -> None:
        """The cards are set in letters of another size."""
        self._measured = False
        self._cards.forget_sizes()
        self.even_out(UNIFORM + 1 if self._cards.uniform else 0)
        self.viewport().update()

    def tighten(self, on: bool) -> None:
        """Let the cards take less room, or as much as they like again."""
        if on != self._cards.compact:
            self._cards.compact = on
            self._measure_all()
            self._keep_in_sight()

    def choose(self, row: int) -> None:
        """Choose this card alone. (`setCurrentIndex` adds it to the chosen ones while Ctrl or Shift is held.)"""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flag.ClearAndSelect | flag.Rows)

    def chosen_ids(self) -> list[str]:
        """Return the ids of the chosen cards, from the top."""
        selection = self.selectionModel().selection()
        ranges = sorted((r.top(), r.bottom()) for r in map(selection.at, range(selection.count())))
        return [self._marks.id_at(row) for top, bottom in ranges for row in range(top, bottom + 1)]

    def choose_ids(self, ids: Sequence[str]) -> None:
        """Choose the cards of these marks and no others, and bring the first into sight; a filter may hide some."""
        rows = [row for row in map(self._marks.row_of, ids) if row >= 0]
        if set(self.chosen_ids()) == {self._marks.id_at(row) for row in rows}:
            return
        self.choosing = True
        if len(rows) == 1:
            self.choose(rows[0])
        else:
            flag, chosen = QItemSelectionModel.SelectionFlag, QItemSelection()
            for row in rows:
                chosen.select(self.model().index(row, 0), self.model().index(row, 0))
            self.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)
            if rows:
                self.selectionModel().setCurrentIndex(self.model().index(rows[0], 0), flag.NoUpdate)
        self.choosing = False
        if rows:
            self.scrollTo(self.model().index(rows[0], 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys reach a card at once: who comes by key and has chosen none gets the one that Qt would start from."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if event.reason() in _BY_KEY and current.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure_all()  # words wrap otherwise now
        if event.size().height() < event.oldSize().height():
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """The inspector came: the card that it belongs to stays in sight."""
        if self.selectionModel().isSelected(self.currentIndex()):
            self.scrollTo(self.currentIndex())

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last card, as in a list."""
        rows = self.model().rowCount()
        if rows and action in (_Move.MoveHome, _Move.MoveEnd):
            return self.model().index(0 if action == _Move.MoveHome else rows - 1, 0)
        return super().moveCursor(action, modifiers)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a card into sight, the heights of those before it being known."""
        self.executeDelayedItemsLayout()
        super().scrollTo(index, hint)
