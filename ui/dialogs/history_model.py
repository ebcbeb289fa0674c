"""The steps of the history as a table, read from the library by pages as they come into view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette

from reader.model.steps import DONE, UNDONE, Step
from ui.language.dates import moment
from ui.language.i18n import edit_name
from ui.language.steps import place_words

PAGE, MOST = 100, 5000
Index = QModelIndex | QPersistentModelIndex
Read = Callable[[int | None, int], list[Step]]  # steps before a number, newest first, and at most how many


class HistoryModel(QAbstractTableModel):
    """Newest first. Costs what is shown, not what was ever done."""

    def __init__(self, read: Read, faint: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._faint = read, faint
        self.steps: list[Step] = []
        self._whole = False
        self.fetchMore(QModelIndex())

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        more = self._read(self.steps[-1].number if self.steps else None, PAGE)
        self._whole = len(more) < PAGE
        if more:
            self.beginInsertRows(QModelIndex(), len(self.steps), len(self.steps) + len(more) - 1)
            self.steps += more
            self.endInsertRows()

    def reload(self) -> None:
        """Read again what is shown: steps came, or were taken back."""
        count = min(max(PAGE, len(self.steps)), MOST)
        self.beginResetModel()
        self.steps = self._read(None, count)
        self._whole = len(self.steps) < count
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """Return the row of that step; -1 when it is not among those that were read."""
        return next((row for row, step in enumerate(self.steps) if step.number == number), -1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("What"), self.tr("Where"), self.tr("Who"), self.tr("When"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(step, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and step.state != DONE:
            return self._faint.brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return None

    def _cell(self, step: Step, column: int) -> str:
        if column == 0:
            name = edit_name(step.name)
            return name if step.state == DONE else self.tr("{0} (taken back)").format(name)
        if column == 1:
            return place_words(step)
        if column == 2:
            return step.who or (self.tr("Import") if step.origin == "import" else "–")
        return moment(step.at)

    def state_words(self, step: Step) -> str:
        """Return what can still be done with a step that is taken back; empty for one that is done."""
        if step.state == DONE:
            return ""
        if step.state == UNDONE:
            return self.tr("This step was taken back; redo does it again.")
        return self.tr("This step was taken back, and something else was done since: it stays as it is.")
