"""Claims by parties: for each claim who supports, denies, queries, comments or is silent, in words and signs."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont

from reader.board.columns import Columns
from reader.board.counting import NOBODY
from reader.board.values import Cell, Row, cell_of
from reader.board.voice import OWN, UNSAID
from reader.model.annotations import Annotation
from reader.model.vocabulary import IMPLICIT, SILENT
from ui.board.acts import silent_pair
from ui.board.counts import standing_of_all, standing_words
from ui.board.line import Line
from ui.board.picture import Picture
from ui.board.places import in_place
from ui.board.rows_read import RowsRead
from ui.language.plain_words import field_name, plain, source_not_marked
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_AROUND = 20  # rows read with one that comes into view, on either side
SIGNS = {"support": "✓", "deny": "✗", "query": "?", "comment": "–"}
TINTS = {"support": "green", "deny": "rose", "query": "amber", "comment": "slate"}


class MatrixModel(QAbstractTableModel):
    """The first column is the claim, the second the outlet's own voice, then the parties, the most quoted first.

    `linesWanted` carries the keys of rows that came into view and were not read yet.
    """

    linesWanted = Signal(object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._read = RowsRead()
        self._keys = array("q")
        self._anew = True
        self._columns = Columns()
        self._names: dict[str, str] = {}
        self._parties: list[str] = [OWN]
        self._missed = False
        self._late: dict[int, int] = {}  # what rows became while the page was hidden
        self._cells: dict[tuple[int, str], Cell] = {}
        self._italic = QFont()
        self._italic.setItalic(True)

    def show(self, picture: Picture, read: RowsRead) -> None:
        """This moment from now on; claims that were shown keep their place."""
        keys, columns = self._placed(picture), picture.columns or self._columns
        self._anew, self._read, self._cells = False, read, {}
        if keys == self._keys and columns == self._columns:
            self.filled()
            return
        self.beginResetModel()
        self._keys, self._columns = keys, columns
        self._names = dict(columns.parties)
        self._parties = [OWN, *self._names]
        self.endResetModel()

    def _placed(self, picture: Picture) -> array[int]:
        before, now, change = self._keys, picture.index.keys, picture.change
        if self._anew:
            return now
        if change is not None and not self._missed:
            return in_place(before, now, change.removed, change.added, change.moved)
        moved, self._late, self._missed = self._late, {}, False
        removed, added = set(before).difference(now), set(now).difference(before)
        return in_place(before, now, removed, added, {old: new for old, new in moved.items() if new in now})

    def follow_late(self, picture: Picture) -> None:
        """Know of a moment that is not shown now: the page is hidden."""
        self._missed = True
        moved = picture.change.moved if picture.change is not None else {}
        self._late = {old: moved.get(new, new) for old, new in self._late.items()} | dict(moved)

    def forget_order(self) -> None:
        """Show the claims in their own order the next time."""
        self._anew = True

    def set_theme(self, theme: Theme) -> None:
        """Tint the cells for another paper."""
        self._theme = theme
        self.layoutChanged.emit()

    @property
    def left_out(self) -> int:
        """How many parties are not shown."""
        return self._columns.left_out

    def filled(self) -> None:
        """Rows were read: those on the screen are drawn."""
        self._cells = {}
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def key(self, index: Index) -> int:
        """The key of the claim that the cell stands in; 0 for none."""
        return self._keys[index.row()] if index.isValid() and index.row() < len(self._keys) else 0

    def keys(self, first: int, last: int) -> list[int]:
        """Return the keys of these rows, both included."""
        return list(self._keys[max(0, first) : last + 1])

    def _line(self, index: Index) -> Line | None:
        return self._read.lines.get(self.key(index))

    def row(self, index: Index) -> Row | None:
        """The claim that the cell stands in; None where it was not read yet."""
        line = self._line(index)
        return line.row if line is not None else None

    def row_of(self, key: int) -> int:
        """Return the row of that claim; -1 when there is none."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def party(self, index: Index) -> str | None:
        """Return the key of the party of the cell; None in the claims' own column."""
        return self._parties[index.column() - 1] if index.isValid() and index.column() else None

    def column_of(self, party: str | None) -> int:
        """Return the column of that party, 0 for None; -1 when it is not shown."""
        if party is None:
            return 0
        return self._parties.index(party) + 1 if party in self._parties else -1

    def cell(self, index: Index) -> Cell:
        """Return what the party says to the claim."""
        line, party = self._line(index), self._parties[index.column() - 1]
        if line is None:
            return Cell()
        at = (index.row(), party)
        if at not in self._cells:
            self._cells[at] = cell_of(line.row, party, present=any(
                mark.article_id in line.row.articles for mark in self.named(index)
            ))  # fmt: skip
        return self._cells[at]

    def named(self, index: Index) -> tuple[Annotation, ...]:
        """Return the marks in articles of the claim that name the party of the cell."""
        line, party = self._line(index), self.party(index)
        return line.named.get(party, ()) if line is not None and line.named is not None and party is not None else ()

    def can_be_silent(self, index: Index) -> bool:
        """Return whether silence can be recorded there, or taken back: an article names the party, which is mute."""
        party, row = self.party(index), self.row(index)
        if not party or row is None:
            return False
        cell = self.cell(index)
        return cell.silent or (not cell.stances and silent_pair(row, self.named(index)) is not None)

    # -- in words --------------------------------------------------------------------------------------------------

    def _text(self, cell: Cell, index: Index) -> str:
        own = self.party(index) == OWN
        row = self.row(index)
        unsaid = own and row is not None and any(v.party == UNSAID for v in row.voices)
        if not cell.stances:
            if cell.silent:
                return "\n".join(
                    x for x in (f"■ {plain('response_form', 'silent')}", self._changed_since(cell, SILENT)) if x
                )
            return self._without(cell, own, unsaid)
        certainty = ", ".join(plain("factuality", value) for value in cell.factuality)
        lines = [*self._stances(cell), certainty]
        if "comment" in cell.stances and cell.forms:
            lines.append(", ".join(plain("response_form", form) for form in cell.forms))
        if own and all(v.why == NOBODY for v in cell.voices):
            lines.append(plain("explicitness", IMPLICIT))
        lines += [f"⚠ {self._scope(scope)}" for scope in cell.elsewhere]
        return "\n".join(line for line in lines if line)

    def _without(self, cell: Cell, own: bool, unsaid: bool) -> str:
        """Of a party that says nothing; the outlet says nothing of its own where it is open who does."""
        if unsaid:
            return self.tr("· who says so: {0}").format(source_not_marked(""))
        if own:
            return self.tr("not committed")
        return self.tr("· not heard") if cell.present else ""

    def _stances(self, cell: Cell) -> list[str]:
        """The stances in one line; where words were changed since, each in its own with what became of them."""
        said = [f"{SIGNS[s]} {plain('stance', s)}" for s in cell.stances]
        if not cell.standings:
            return ["  ".join(said)]
        changes = [self._changed_since(cell, s) for s in cell.stances]
        return [line for pair in zip(said, changes, strict=True) for line in pair]

    def _changed_since(self, cell: Cell, stance: str) -> str:
        return standing_of_all([v.standing for v in cell.voices if v.stance == stance])

    def _scope(self, scope: str) -> str:
        return plain("response_form", scope) if scope == "partial_denial" else self.tr("only: {0}").format(scope)

    def _hint(self, cell: Cell, index: Index) -> str:
        lines = [self._text(cell, index).replace("\n", " · ")]
        lines += [f"{field_name('scope_note')}: {scope}" for scope in cell.scopes]
        if cell.elsewhere:
            lines.append(self.tr("⚠ This denies something else than the claim says, or a part of it."))
        for v in cell.voices:
            quote = " ".join(v.mark.anchor.quote.split())[:160]
            changes = standing_words(v.standing)
            lines.append(f"{' → '.join(v.chain)}: “{quote}”" + (f"  {changes}" if changes else ""))
        if self.can_be_silent(index):
            lines.append(self.tr("S records that it says nothing.") if not cell.silent else self.tr("S takes it back."))
        return "\n".join(line for line in lines if line)

    def _spoken(self, cell: Cell, index: Index) -> str:
        """The cell as a screen reader says it, who cannot see in which row and column it stands."""
        said = self._text(cell, index).replace("\n", ", ")
        party = str(self.headerData(index.column(), Qt.Orientation.Horizontal))
        row = self.row(index)
        wording = " ".join(row.wording.split()) if row is not None else ""
        return ". ".join(part for part in (party, said, wording) if part)

    # -- Qt's questions ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._parties) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        if section == 0:
            return self.tr("Claim")
        party = self._parties[section - 1]
        if party == OWN:
            return self.tr("Own voice") if role == Role.DisplayRole else self.tr("What the outlet says itself")
        name = self._names.get(party, party)
        return " ".join(name.split()) if role == Role.DisplayRole else plain_tooltip(name)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        line = self._line(index)
        if line is None or line.named is None:
            self._ask(index, role)
        row = line.row if line is not None else None
        if row is None:
            return None
        if index.column() == 0:
            wording = " ".join(row.wording.split())
            return {int(Role.DisplayRole): wording, int(Role.ToolTipRole): plain_tooltip(wording)}.get(int(role))
        return self._of_cell(self.cell(index), index, role)

    def _ask(self, index: Index, role: int) -> None:
        """Ask for the row, and for those around it: they are looked at next."""
        if role == Role.DisplayRole and index.column() < 2 and self.key(index):
            around = self.keys(index.row() - _AROUND, index.row() + _AROUND)
            lines = ((key, self._read.lines.get(key)) for key in around)
            self.linesWanted.emit([key for key, line in lines if line is None or line.named is None])

    def _of_cell(self, cell: Cell, index: Index, role: int) -> object:
        if role == Role.DisplayRole:
            return self._text(cell, index)
        if role == Role.ToolTipRole:
            return plain_tooltip(self._hint(cell, index))
        if role == Role.AccessibleTextRole:
            return self._spoken(cell, index)
        standing = [v.stance for v in cell.voices if v.stance in TINTS and not v.standing]
        if role == Role.BackgroundRole and standing:
            return QBrush(self._theme.tints[TINTS["deny" if "deny" in standing else standing[0]]].fill)
        if role == Role.ForegroundRole:
            return QBrush(self._theme.text if cell.stances or cell.silent else self._theme.muted)
        return self._italic if role == Role.FontRole and not cell.stances and not cell.silent else None
