"""The rows of the claims board as a table: sorted, filtered and grouped without asking the library again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from reader.board.values import Row
from ui.board.places import in_place
from ui.board.snapshot import Column, Line
from ui.look.plain_tooltip import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
GROUPS = ("", "verdict", "status", "article", "worth")


class RowsModel(QAbstractTableModel):
    """`line(row)` is None for a heading. Everything is shown at once; the view reads what is on the screen only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()  # as they were read
        self._order: list[Line] = []  # as they stand, those that the filter hides among them
        self._anew = True
        self._kept: set[str] = set()  # claims that stay under a filter that they no longer fit
        self._shown: list[Line | str] = []
        self._places: dict[str, int] = {}
        self._words = ""
        self._group = ""
        self._column, self._descending = -1, False
        self._bold = QFont()
        self._bold.setBold(True)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show(self, lines: Sequence[Line], again: Callable[[Row], Row | None], chosen: Collection[str] = ()) -> None:
        """These lines from now on, each where it stood; `again` says which row of before is which one now.

        Nothing is sorted anew before that is asked for, and of the claims that are worked at (`chosen`) none goes away.
        """
        before = [] if self._anew else [line.row for line in self._order]
        self._anew = False
        self._lines = lines
        self._order = in_place(before, self._sorted(), lambda line: line.row, again)
        self._kept = set(chosen)
        self._arrange()

    def forget_order(self) -> None:
        """Sort what is shown next as it comes: other articles, or the board was opened again."""
        self._anew = True

    def narrow(self, words: str) -> None:
        """Only lines that hold every one of the words."""
        self._words, self._kept = words, set()
        self._arrange()

    def group(self, by: str) -> None:
        """Under headings by verdict, status, article or check-worthiness; empty for none."""
        self._group = by
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._order = self._sorted()
        self._arrange()

    def _sorted(self) -> list[Line]:
        if self._column < 0:
            return list(self._lines)
        return sorted(self._lines, key=lambda line: line.keys[self._column], reverse=self._descending)

    def _arrange(self) -> None:
        self.beginResetModel()
        wanted = self._words.casefold().split()
        kept = [x for x in self._order if x.row.id in self._kept or all(word in x.found for word in wanted)]
        self._shown = list(self._headed(kept)) if self._group else list(kept)
        self._places = {x.row.id: n for n, x in reversed([*enumerate(self._shown)]) if isinstance(x, Line)}
        self.endResetModel()

    def _headed(self, kept: Sequence[Line]) -> list[Line | str]:
        under: dict[tuple[int, str], list[Line]] = {}
        for line in kept:
            for heading in line.groups[self._group]:
                under.setdefault(heading, []).append(line)
        shown: list[Line | str] = []
        for heading in sorted(under):
            shown += [f"{heading[1]}  ({len(under[heading])})", *under[heading]]
        return shown

    # -- for whoever asks by row ----------------------------------------------------------------------------------

    def line(self, row: int) -> Line | None:
        """Return what stands in that row of the table; None for a heading, or none."""
        found = self._shown[row] if 0 <= row < len(self._shown) else None
        return found if isinstance(found, Line) else None

    def row_of(self, claim_id: str) -> int:
        """Return the first table row of that claim; -1 when it is not shown."""
        return self._places.get(claim_id, -1)

    @property
    def count(self) -> int:
        """How many claims are shown, headings and repeats aside."""
        return len(self._places)

    # -- Qt's questions ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        name, hint = self._titles()[section]
        return name if role == Role.DisplayRole else hint

    def _titles(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Claim"), self.tr("The claim as it is worded (click sorts)")),
            (self.tr("Said by"), self.tr("Who supports it (click sorts)")),
            (self.tr("Denied by"), self.tr("Who denies it (click sorts)")),
            (self.tr("Evidence"), self.tr("Evidence: + supports, − refutes, ○ context (click sorts)")),
            (
                self.tr("Sources"),
                self.tr("Independent sources for : against, each from least to most (click sorts)"),
            ),
            (self.tr("Verdict"), self.tr("The last review's verdict (click sorts)")),
            (self.tr("Status"), self.tr("How far the work is (click sorts)")),
            (self.tr("Articles"), self.tr("In how many articles it stands (click sorts)")),
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.line(index.row())
        if line is None:
            return self._heading(index, role)
        if role == Role.DisplayRole:
            return " ".join(line.cells[index.column()].split())
        if role == Role.AccessibleTextRole and index.column() in (Column.EVIDENCE, Column.SOURCES):
            return line.hints[index.column()].replace("\n", ". ")  # signs and figures alone say little when heard
        if role == Role.ToolTipRole:
            return plain_tooltip(line.hints[index.column()])
        if role == Role.TextAlignmentRole and index.column() in (Column.EVIDENCE, Column.SOURCES, Column.ARTICLES):
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _heading(self, index: Index, role: int) -> object:
        text = self._shown[index.row()] if index.row() < len(self._shown) else ""
        if role == Role.DisplayRole and index.column() == Column.WORDING:
            return text
        return self._bold if role == Role.FontRole else None
