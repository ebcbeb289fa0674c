"""Claims by parties: for each claim who supports, denies, queries, comments or is silent, in words and signs."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from reader.board.counting import NOBODY
from reader.board.values import Cell, Row
from reader.board.voice import OWN, UNSAID
from reader.model.vocabulary import IMPLICIT, SILENT
from ui.board.acts import silent_pair
from ui.board.counts import standing_of_all, standing_words
from ui.board.places import in_place
from ui.board.snapshot import BoardSnapshot
from ui.language.plain_words import field_name, plain, source_not_marked
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
MOST = 60  # parties; more columns than that are no matrix any longer
SIGNS = {"support": "✓", "deny": "✗", "query": "?", "comment": "–"}
TINTS = {"support": "green", "deny": "rose", "query": "amber", "comment": "slate"}


class MatrixModel(QAbstractTableModel):
    """The first column is the claim, the second the outlet's own voice, then the parties, the most quoted first."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: BoardSnapshot | None = None
        self._rows: tuple[Row, ...] = ()
        self._anew = True
        self._parties: list[str] = []
        self._cells: dict[tuple[int, int], Cell] = {}
        self._italic = QFont()
        self._italic.setItalic(True)

    def show(self, picture: BoardSnapshot) -> None:
        """This moment from now on; claims that were shown keep their place."""
        self.beginResetModel()
        before = () if self._anew else self._rows
        self._anew = False
        rows = in_place(before, picture.board.rows, lambda row: row, picture.again)
        self._picture, self._rows, self._cells = picture, tuple(rows), {}
        heard = Counter(v.party for row in self._rows for v in row.voices if v.party != OWN)
        names = picture.board.parties
        self._parties = [OWN, *sorted(names, key=lambda p: (-heard[p], names[p].casefold()))]
        self.endResetModel()

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
        return max(0, len(self._parties) - 1 - MOST)

    def row(self, index: Index) -> Row | None:
        """The claim that the cell stands in."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, claim_id: str) -> int:
        """Return the row of that claim; -1 when there is none."""
        return next((n for n, row in enumerate(self._rows) if row.id == claim_id), -1)

    def party(self, index: Index) -> str | None:
        """Return the key of the party of the cell; None in the claims' own column."""
        return self._parties[index.column() - 1] if index.isValid() and index.column() else None

    def column_of(self, party: str | None) -> int:
        """Return the column of that party, 0 for None; -1 when it is not shown."""
        if party is None:
            return 0
        column = self._parties.index(party) + 1 if party in self._parties else -1
        return column if column < self.columnCount() else -1

    def cell(self, index: Index) -> Cell:
        """Return what the party says to the claim."""
        at = (index.row(), index.column())
        if at not in self._cells:
            assert self._picture is not None
            self._cells[at] = self._picture.board.cell(self._rows[at[0]], self._parties[at[1] - 1])
        return self._cells[at]

    def can_be_silent(self, index: Index) -> bool:
        """Return whether silence can be recorded there, or taken back: an article names the party, which is mute."""
        party, row = self.party(index), self.row(index)
        if not party or row is None or self._picture is None:
            return False
        cell = self.cell(index)
        return cell.silent or (not cell.stances and silent_pair(row, party, self._picture.board) is not None)

    # -- in words --------------------------------------------------------------------------------------------------

    def _text(self, cell: Cell, index: Index) -> str:
        own = self.party(index) == OWN
        unsaid = own and any(v.party == UNSAID for v in self._rows[index.row()].voices)
        if not cell.stances:
            if cell.silent:
                return "\n".join(x for x in (f"■ {plain('response_form', 'silent')}", self._lost(cell, SILENT)) if x)
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
        lost = [self._lost(cell, s) for s in cell.stances]
        return [line for pair in zip(said, lost, strict=True) for line in pair]

    def _lost(self, cell: Cell, stance: str) -> str:
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
            lost = standing_words(v.standing)
            lines.append(f"{' → '.join(v.chain)}: “{quote}”" + (f"  {lost}" if lost else ""))
        if self.can_be_silent(index):
            lines.append(self.tr("S records that it says nothing.") if not cell.silent else self.tr("S takes it back."))
        return "\n".join(line for line in lines if line)

    def _spoken(self, cell: Cell, index: Index) -> str:
        """The cell as a screen reader says it, who cannot see in which row and column it stands."""
        said = self._text(cell, index).replace("\n", ", ")
        party = str(self.headerData(index.column(), Qt.Orientation.Horizontal))
        return ". ".join(part for part in (party, said, " ".join(self._rows[index.row()].wording.split())) if part)

    # -- Qt's questions ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else min(len(self._parties), MOST + 1) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        if section == 0:
            return self.tr("Claim")
        party = self._parties[section - 1]
        if party == OWN:
            return self.tr("Own voice") if role == Role.DisplayRole else self.tr("What the outlet says itself")
        name = self._picture.board.parties.get(party, party) if self._picture is not None else party
        return " ".join(name.split()) if role == Role.DisplayRole else plain_tooltip(name)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if index.column() == 0:
            wording = " ".join(row.wording.split())
            return {int(Role.DisplayRole): wording, int(Role.ToolTipRole): plain_tooltip(wording)}.get(int(role))
        return self._of_cell(self.cell(index), index, role)

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
