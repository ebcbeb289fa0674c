"""Cells in their columns: what spans rows and columns takes the places of others, which stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.cleaning.raw import RawBlock
from reader.model.articles import BlockKind

WIDEST_SPAN = 50
_WIDEST = 1000  # columns that a spanning cell may take; beyond them rows are as they come
_MOST_TAKEN = 100_000  # places of one table that cells of rows above may take


@dataclass(slots=True)
class Cell:
    """A cell as it comes: `wide` columns, `high` rows (0: down to the end of its group)."""

    blocks: list[RawBlock]
    wide: int
    high: int
    head: bool

    def take_pictures(self) -> list[RawBlock]:
        """Return the pictures in the cell, which holds words alone from now on."""
        pictures = [block for block in self.blocks if block.kind is BlockKind.FIGURE]
        if pictures:
            self.blocks = [block for block in self.blocks if block.kind is not BlockKind.FIGURE]
        return pictures

    @property
    def filled(self) -> bool:
        """Whether it holds words."""
        return any(block.text for block in self.blocks)


@dataclass(slots=True)
class Row:
    """A row as it comes. `group` is the number of its part of the table, `in_head` whether that is its head."""

    owner: int
    group: int = 0
    in_head: bool = False
    cells: list[Cell] = field(default_factory=list)

    @property
    def filled(self) -> bool:
        """Whether any cell holds words."""
        return any(cell.filled for cell in self.cells)


@dataclass(slots=True)
class Placed:
    """A row with its cells at their columns; `width` counts the columns with the places that other cells take."""

    row: Row
    cells: list[tuple[int, Cell]] = field(default_factory=list)
    width: int = 0

    def spans(self) -> str:
        """Cells that take more than their own place, as `column:columns x rows`."""
        over = [(at, cell) for at, cell in self.cells if cell.wide > 1 or cell.high > 1]
        return " ".join(f"{at}:{cell.wide}x{cell.high}" for at, cell in over)

    def headers(self) -> str:
        """The columns of the cells that head the row."""
        return " ".join(str(at) for at, cell in self.cells if cell.head and cell.filled)


def number(value: str, otherwise: int = 1) -> int:
    """Return a span as it is written, as HTML reads it."""
    bare = value.strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 6 else otherwise


def placed(rows: Sequence[Row]) -> list[Placed]:
    """Return the rows that hold words, each cell in its column; spans count no more than such rows of its group."""
    last = _last_of_groups(rows)
    taken: dict[int, tuple[int, Cell]] = {}  # by column: the last row that a cell takes, and that cell
    left = _MOST_TAKEN
    found, heights = list[Placed](), dict[int, int]()
    for index, row in enumerate(rows):
        taken = {column: held for column, held in taken.items() if held[0] >= index}
        place, column = Placed(row), 0
        for cell in row.cells:
            while column in taken:
                column += 1
            place.cells.append((column, cell))
            end = last[row.group] if cell.high == 0 else min(index + cell.high - 1, last[row.group])
            if end > index and left > 0:
                columns = range(column, min(column + cell.wide, _WIDEST))
                left -= len(columns) * (end - index)
                taken |= dict.fromkeys(columns, (end, cell))
            column += cell.wide
        above = max((at + 1 for at, held in taken.items()), default=0)
        place.width = max(column, above)
        if row.filled:
            found.append(place)
            for cell in {id(c): c for _, c in taken.values()}.values():
                heights[id(cell)] = heights.get(id(cell), 0) + 1
    for place in found:
        for _, cell in place.cells:
            cell.high = max(1, heights.get(id(cell), 1))
    return found


def _last_of_groups(rows: Sequence[Row]) -> dict[int, int]:
    return {row.group: index for index, row in enumerate(rows)}
