"""The rows of the claims board as a table. Of many rows only the keys are here: those on the screen are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from ui.board.arranging import HEADING, Arranged, Wish, arranged, in_order
from ui.board.facts import Fact
from ui.board.line import Column, Line
from ui.board.picture import Asked, Picture
from ui.board.places import in_place
from ui.board.rows_read import RowsRead
from ui.look.plain_tooltip import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_AROUND = 25  # rows read with one that comes into view, on either side


class RowsModel(QAbstractTableModel):
    """`line(row)` is None for a heading, and for a row that is not read yet.

    `linesWanted` carries the keys of rows that came into view, `arrangingWanted` what is asked for all rows when
    there are too many to do it here.
    """

    linesWanted = Signal(object)
    arrangingWanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = RowsRead()
        self._picture: Picture | None = None
        self._found = Arranged(array("q"), array("q"))
        self._anew = True
        self._kept: frozenset[int] = frozenset()  # claims that stay under a filter that they no longer fit
        self._wish = Wish()
        self._unsure = False  # whether an arrangement is waited for
        self._unsorted: set[int] = set()  # rows that came, and do not stand yet where they are sorted to
        self._bold = QFont()
        self._bold.setBold(True)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show(self, picture: Picture, read: RowsRead, chosen: Collection[int] = ()) -> None:
        """This moment from now on, each row where it stood.

        Nothing is sorted anew before that is asked for, and of the claims that are worked at (`chosen`) none goes away.
        """
        anew, self._anew = self._anew, False
        self._picture, self._read, self._kept = picture, read, frozenset(chosen)
        if picture.few:
            now = in_order(picture.index.keys, self._wish, self._facts)
            self._set(arranged(now if anew else self._placed(now), self._wish, self._kept, self._facts))
        elif anew and self._wish != Wish():
            self._set(Arranged(picture.index.keys, array("q")))
            self._ask(anew=True)
        else:
            self._show_many(picture, picture.index.keys if anew else self._placed(picture.index.keys))

    def _placed(self, now: array[int]) -> array[int]:
        """The rows of `now` where they stood before."""
        change = self._picture.change if self._picture is not None else None
        before = self._found.order
        if change is not None:
            return in_place(before, now, change.removed, change.added, change.moved)
        removed, added = set(before).difference(now), set(now).difference(before)
        return in_place(before, now, removed, added, {})

    def _show_many(self, picture: Picture, order: array[int]) -> None:
        wish, change = self._wish, picture.change
        touched = change.stale if change is not None else None
        if not wish.group and not wish.wanted:
            self._set(Arranged(order, order))
        elif wish.group or touched is None or self._unsure or self._read.missing(touched & set(order)):
            self._set(Arranged(order, *self._left(set(order))))
            self._ask()
        else:
            self._set(Arranged(order, self._refitted(order, touched)))
        if wish.column >= 0 and change is not None and change.added:
            self._unsorted |= change.added
            self._ask()

    def _left(self, here: set[int]) -> tuple[array[int], Mapping[int, str]]:
        """What was shown, without what is gone; until it is known what else is shown."""
        kept = [n for n, key in enumerate(self._found.shown) if key == HEADING or key in here]
        headings = {new: self._found.headings[n] for new, n in enumerate(kept) if n in self._found.headings}
        return array("q", (self._found.shown[n] for n in kept)), headings

    def _refitted(self, order: array[int], touched: Collection[int]) -> array[int]:
        """What the filter leaves, where only some rows may be others."""
        shown = set(self._found.shown).intersection(order).difference(touched)
        fit = arranged(array("q", (k for k in touched if k in self._read.lines)), self._wish, self._kept, self._facts)
        shown.update(fit.shown)
        return array("q", (key for key in order if key in shown))

    def forget_order(self) -> None:
        """Sort what is shown next as it comes: other articles, or the board was opened again."""
        self._anew = True

    @property
    def filtered(self) -> bool:
        """Whether a filter hides rows."""
        return bool(self._wish.wanted)

    def narrow(self, words: str) -> None:
        """Only lines that hold every one of the words."""
        self._kept = frozenset()
        self._change(Wish(words, self._wish.group, self._wish.column, self._wish.descending))

    def group(self, by: str) -> None:
        """Under headings by verdict, status, article or check-worthiness; empty for none."""
        self._change(Wish(self._wish.words, by, self._wish.column, self._wish.descending))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        wish = Wish(self._wish.words, self._wish.group, column, order == Qt.SortOrder.DescendingOrder)
        self._change(wish, anew=True)

    def _change(self, wish: Wish, *, anew: bool = False) -> None:
        self._wish = wish
        picture = self._picture
        if picture is None:
            return
        if picture.few:
            order = in_order(picture.index.keys, wish, self._facts) if anew else self._found.order
            self._set(arranged(order, wish, self._kept, self._facts))
        elif wish.wanted or wish.group or (wish.column >= 0 and anew):
            self._ask(anew=anew)
        else:
            order = picture.index.keys if anew else self._found.order
            self._unsure = False
            self.arrangingWanted.emit(None)
            self._set(Arranged(order, order))

    def _ask(self, *, anew: bool = False) -> None:
        self._unsure = True
        self._unsorted = set() if anew else self._unsorted
        self.arrangingWanted.emit(Asked(self._wish, self._found.order, self._kept, anew, frozenset(self._unsorted)))

    def take(self, found: Arranged) -> None:
        """Show the rows as they were arranged."""
        if not found.partly:
            self._unsure = False
            self._unsorted.clear()
        self._set(found)

    def _facts(self, keys: Iterable[int]) -> Iterator[tuple[int, Fact]]:
        return ((key, self._read.lines[key].fact) for key in keys if key in self._read.lines)

    def _set(self, found: Arranged) -> None:
        if found.shown == self._found.shown and found.headings == self._found.headings:
            self._found = found
            self.filled()
            return
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def filled(self) -> None:
        """Rows were read: those on the screen are drawn."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Column) - 1))

    # -- for whoever asks by row ----------------------------------------------------------------------------------

    def key(self, row: int) -> int:
        """Return the key of what stands in that row of the table; that of a heading for a heading, or for none."""
        shown = self._found.shown
        return shown[row] if 0 <= row < len(shown) else HEADING

    def keys(self, first: int, last: int) -> list[int]:
        """Return the keys of these rows of the table, both included, without headings."""
        return [key for key in self._found.shown[max(0, first) : last + 1] if key != HEADING]

    def key_of(self, id: str) -> int:
        """Return the key of a row that was read, by its id; that of a heading for another."""
        return self._read.keys.get(id, HEADING)

    @property
    def lines(self) -> Mapping[int, Line]:
        """The rows that were read, by their keys."""
        return self._read.lines

    def line(self, row: int) -> Line | None:
        """Return what stands in that row of the table; None for a heading, for none, or when it is not read yet."""
        return self._read.lines.get(self.key(row))

    def row_of(self, key: int) -> int:
        """Return the first table row of that claim; -1 when it is not shown."""
        try:
            return self._found.shown.index(key)
        except ValueError:
            return -1

    def rows_of(self, keys: Collection[int]) -> list[int]:
        """Return the first table rows of these claims, as far as they are shown."""
        if len(keys) <= _AROUND:
            return sorted(row for key in keys if (row := self.row_of(key)) >= 0)
        wanted, found = set(keys), list[int]()
        for row, key in enumerate(self._found.shown):
            if key in wanted:
                wanted.discard(key)
                found.append(row)
        return found

    @property
    def count(self) -> int:
        """How many claims are shown, headings and repeats aside."""
        return self._found.count

    # -- Qt's questions ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found.shown)

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
        if self.key(index.row()) == HEADING:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.line(index.row())
        if line is None:
            if self.key(index.row()) == HEADING:
                return self._heading(index, role)
            self._ask_for(index, role)
            return None
        if role == Role.DisplayRole:
            return " ".join(line.cells[index.column()].split())
        if role == Role.AccessibleTextRole and index.column() in (Column.EVIDENCE, Column.SOURCES):
            return line.hints[index.column()].replace("\n", ". ")  # signs and figures alone say little when heard
        if role == Role.ToolTipRole:
            return plain_tooltip(line.hints[index.column()])
        if role == Role.TextAlignmentRole and index.column() in (Column.EVIDENCE, Column.SOURCES, Column.ARTICLES):
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _ask_for(self, index: Index, role: int) -> None:
        """Ask for the row, and for those around it: they are looked at next."""
        if role == Role.DisplayRole and index.column() == Column.WORDING:
            around = self.keys(index.row() - _AROUND, index.row() + _AROUND)
            self.linesWanted.emit(self._read.missing(around))

    def _heading(self, index: Index, role: int) -> object:
        text = self._found.headings.get(index.row(), "")
        if role == Role.DisplayRole and index.column() == Column.WORDING:
            return text
        if role == Role.ToolTipRole:
            return plain_tooltip(text)  # the column of the wording may cut it
        return self._bold if role == Role.FontRole else None
