"""Tables: rows of cells when they hold data, plain blocks when they only lay the page out."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.cleaning.raw import ROOT, RawBlock
from reader.cleaning.runs import Ink
from reader.model.articles import BlockKind

MOST_CELLS = 20_000  # a page's cells; past it rows become paragraphs, because Qt lays grids out too slowly
WIDEST_SPAN = 50
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.CODE, BlockKind.HEADING, BlockKind.FIGURE, BlockKind.LIST_ITEM})


@dataclass(slots=True)
class Cell:
    blocks: list[RawBlock]
    span: int
    head: bool

    def take_pictures(self) -> list[RawBlock]:
        """Return the pictures in the cell, which holds words alone from now on."""
        pictures = [block for block in self.blocks if block.kind is BlockKind.FIGURE]
        self.blocks = (
            [block for block in self.blocks if block.kind is not BlockKind.FIGURE] if pictures else self.blocks
        )
        return pictures


@dataclass(slots=True)
class Row:
    owner: int
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table being read. `outside` holds what stands in it but in no cell, such as its caption."""

    owner: int
    quotes: int = 0  # how many quotes are round it
    rows: list[Row] = field(default_factory=list)
    outside: list[RawBlock] = field(default_factory=list)
    in_head: bool = False
    nested: bool = False
    open_cell: bool = False

    def sink(self) -> list[RawBlock]:
        """Return where the next block goes."""
        return self.rows[-1].cells[-1].blocks if self.open_cell else self.outside

    def start_row(self, owner: int) -> None:
        self.rows.append(Row(owner))
        self.open_cell = False

    def start_cell(self, owner: int, span: str, head: bool) -> None:
        if not self.rows:
            self.start_row(owner)
        wide = int(span) if span.isascii() and span.isdigit() and len(span) < 6 else 1
        self.rows[-1].cells.append(Cell([], max(1, min(wide, WIDEST_SPAN)), head))
        self.open_cell = True

    def finish(self) -> list[RawBlock]:
        """Return its blocks: rows when it is a table of data, else what its cells hold, one after the other."""
        if self._is_data():
            pictures = [b for row in self.rows for cell in row.cells for b in cell.take_pictures()]
            return (
                self.outside
                + pictures
                + [_row(row, index == 0 and self.in_head) for index, row in enumerate(self._filled())]
            )
        return self.outside + [block for row in self.rows for cell in row.cells for block in cell.blocks]

    def _filled(self) -> list[Row]:
        return [row for row in self.rows if any(block.text for cell in row.cells for block in cell.blocks)]

    def _is_data(self) -> bool:
        rows = self._filled()
        if self.nested or len(rows) < 2 or max(len(row.cells) for row in rows) < 2:
            return False
        cells = [cell for row in rows for cell in row.cells]
        if sum(len(cell.blocks) > 3 for cell in cells) * 10 > len(cells):
            return False
        return all(block.kind in _PLAIN or self._is_of_quote(block) for cell in cells for block in cell.blocks)

    def _is_of_quote(self, block: RawBlock) -> bool:
        """True when it is not the cell that quotes: the whole table stands in the quote."""
        return block.kind is BlockKind.QUOTE and block.level <= self.quotes


def _row(row: Row, in_head: bool) -> RawBlock:
    """One block, its cells separated by tabs; a cell over several columns is followed by empty ones."""
    text, marks, links, hints = "", list[Ink](), 0, 0
    for index, cell in enumerate(row.cells):
        text += "\t" if index else ""
        for number, block in enumerate(cell.blocks):
            text += " " if number else ""
            marks += [(s + len(text), e + len(text), kind, target) for s, e, kind, target in block.marks]
            text += block.text.replace("\t", " ")
            links += block.link_length
            hints |= block.hints
        text += "\t" * (cell.span - 1)
    head = in_head or all(cell.head for cell in row.cells)
    place = next((block.place for cell in row.cells for block in cell.blocks), ROOT)
    attrs = {"header": "1"} if head else {}
    return RawBlock(text, BlockKind.TABLE_ROW, 0, attrs, marks, row.owner, hints, links, place=place)
