"""A table of the article: its rows, its columns, the cells that take more than one place, the lines between rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from reader.model.articles import Block, BlockKind
from reader.model.spans import Span
from reader.model.table_spans import Cell, cells_of, head_columns
from ui.article.table_columns import MEASURED, MOST_COLUMNS, Columns

Measure = Callable[[Sequence[str]], Columns]
Piece = tuple[int, int]


@dataclass
class Table:
    """The rows of a table, its columns, and which cells of each row stand side by side. `said` gives a row as it is
    shown, `cells` are those of each row where some take more than their own place."""

    rows: list[Block]
    columns: Columns
    text: str
    said: Callable[[Block], str]
    cells: list[list[Cell]] = field(default_factory=list)

    @cached_property
    def pieces(self) -> list[list[Piece]]:
        """The cells side by side of each row."""
        return [self.columns.pieces(self.said(row), self.wide(n)) for n, row in enumerate(self.rows)]

    def wide(self, row: int) -> dict[int, int]:
        """Return how many columns the cells of a row take, of those that take more than one."""
        return {cell.column: cell.columns for cell in self.cells[row] if cell.columns > 1} if self.cells else {}

    @property
    def usual(self) -> Piece:
        """The cells side by side of most of the rows that stand on one line."""
        return Counter(pieces[0] for pieces in self.pieces).most_common(1)[0][0]

    def starts(self, row: Block, pieces: list[Piece]) -> list[int]:
        """The code points at which the pieces of a row begin."""
        places = self.places(row)
        return [places[first].start for first, _ in pieces]

    def places(self, row: Block) -> list[Span]:
        """The code points of the cells of a row."""
        found, at = [], row.span.start
        for cell in row.span.of(self.text).split("\t"):
            found.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        return found

    @property
    def breaks(self) -> list[int]:
        """The code points before which a row goes on below."""
        broken = [(row, pieces) for row, pieces in zip(self.rows, self.pieces, strict=True) if len(pieces) > 1]
        return [at for row, pieces in broken for at in self.starts(row, pieces)[1:]]

    def heads(self) -> Iterator[Span]:
        """Yield the places of cells that head their row."""
        for row in self.rows:
            if "headers" in row.attrs and not row.attrs.get("header"):
                places = self.places(row)
                yield from (places[n] for n in head_columns(row) if n < len(places) and places[n].start < places[n].end)

    def rules(self) -> Iterator[tuple[int, list[tuple[float, float]]]]:
        """Yield for each row where it begins in the text, and from where to where the line below it goes: not under a
        cell that goes on below, and under the cells of a head one by one."""
        going = dict[int, int]()  # by column, the row in which the cell there ends
        for n, cells in enumerate(self.cells):
            for cell in cells:
                going |= dict.fromkeys(range(cell.column, cell.column + cell.columns), n + cell.rows - 1)
            apart = bool(self.rows[n].attrs.get("header")) and any(cell.columns > 1 for cell in cells)
            yield self.rows[n].span.start, list(self._lines(n, cells, going, apart=apart))

    def _lines(
        self, row: int, cells: list[Cell], going: dict[int, int], *, apart: bool
    ) -> Iterator[tuple[float, float]]:
        columns, count = self.columns, len(self.columns.starts)
        wide = {cell.column: cell.columns for cell in cells} if apart else {}
        ends, first = [going.get(column, row) <= row for column in range(count)], 0
        while first < count:
            last = first + wide.get(first, 1) - 1
            while not apart and last + 1 < count and ends[last + 1] == ends[first]:
                last += 1
            if ends[first]:
                yield columns.start(first), columns.end(min(last, count - 1))
            first = last + 1


def tables_of(blocks: Sequence[Block], text: str, said: Callable[[Block], str], measure: Measure) -> Iterator[Table]:
    """Yield the tables among `blocks` that are narrow enough to be read as such."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        rows = list(run) if kind is BlockKind.TABLE_ROW else []
        if rows and all(text.count("\t", row.span.start, row.span.end) < MOST_COLUMNS for row in rows):
            cells = cells_of(rows, text) if any("spans" in row.attrs for row in rows) else []
            columns = measure(_measured(rows, said, cells))
            for row, own in zip(rows[:MEASURED], cells, strict=False):
                columns = _widened(columns, said(row), own)
            yield Table(rows, columns, text, said, cells)


def _widened(columns: Columns, row: str, cells: Sequence[Cell]) -> Columns:
    for cell in cells:
        if 1 < cell.columns < len(columns.starts):
            columns = columns.widened(cell.column, cell.columns, row.split("\t")[cell.column])
    return columns


def _measured(rows: Sequence[Block], said: Callable[[Block], str], cells: Sequence[Sequence[Cell]]) -> list[str]:
    """The rows by whose words the columns are measured: a cell over several columns makes none of them wide."""
    if not cells:
        return [said(row) for row in rows[:MEASURED]]
    found = []
    for row, own in zip(rows[:MEASURED], cells, strict=False):
        words = said(row).split("\t")
        for cell in own:
            if cell.columns > 1:
                words[cell.column] = ""
        found.append("\t".join(words))
    return found
