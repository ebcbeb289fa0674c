"""Tables: rows of cells when they hold data, plain blocks when they only lay the page out."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.cleaning.grid import WIDEST_SPAN, Cell, Placed, Row, number, placed
from reader.cleaning.raw import ROOT, Ink, RawBlock, shifted
from reader.model.articles import BlockKind

MOST_CELLS = 20_000  # a page's cells; past it rows become paragraphs, because Qt lays grids out too slowly
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.CODE, BlockKind.HEADING, BlockKind.FIGURE, BlockKind.LIST_ITEM})


@dataclass(slots=True)
class Table:
    """A table being read. `outside` holds what stands in it but in no cell, such as its caption."""

    owner: int
    quotes: int = 0  # how many quotes are round it
    rows: list[Row] = field(default_factory=list)
    outside: list[RawBlock] = field(default_factory=list)
    in_head: bool = False
    group: int = 0
    nested: bool = False
    open_cell: bool = False

    def sink(self) -> list[RawBlock]:
        """Return where the next block goes."""
        return self.rows[-1].cells[-1].blocks if self.open_cell else self.outside

    def start_group(self, head: bool) -> None:
        """A head, a body or a foot begins."""
        self.group, self.in_head = self.group + 1, head

    def start_row(self, owner: int) -> None:
        self.rows.append(Row(owner, self.group, self.in_head))
        self.open_cell = False

    def start_cell(self, owner: int, wide: str, high: str, head: bool) -> None:
        if not self.rows:
            self.start_row(owner)
        self.rows[-1].cells.append(Cell([], max(1, min(number(wide), WIDEST_SPAN)), number(high), head))
        self.open_cell = True

    def finish(self) -> list[RawBlock]:
        """Return its blocks: rows when it is a table of data, else what its cells hold, one after the other."""
        if self._is_data():
            pictures = [b for row in self.rows for cell in row.cells for b in cell.take_pictures()]
            return self.outside + pictures + [_row(place) for place in placed(self.rows)]
        for block in self.outside:
            block.attrs = {key: value for key, value in block.attrs.items() if key != "of"}
        return self.outside + [block for row in self.rows for cell in row.cells for block in cell.blocks]

    def _filled(self) -> list[Row]:
        return [row for row in self.rows if row.filled]

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


def _row(placed: Placed) -> RawBlock:
    """One block, its cells separated by tabs; a place that a spanning cell takes is an empty cell."""
    text, marks, links, hints, at = "", list[Ink](), 0, 0, 0
    for column, cell in placed.cells:
        text += "\t" * (column - at)
        at = column
        for index, block in enumerate(cell.blocks):
            text += " " if index else ""
            marks += [shifted(mark, len(text)) for mark in block.marks]
            text += block.text.replace("\t", " ")
            links += block.link_length
            hints |= block.hints
    text += "\t" * (placed.width - 1 - at)
    row = placed.row
    place = next((block.place for cell in row.cells for block in cell.blocks), ROOT)
    cut = tuple(one for cell in row.cells for block in cell.blocks for one in block.cut)
    return RawBlock(text, BlockKind.TABLE_ROW, 0, _attrs(placed), marks, row.owner, hints, links, "", place, cut)


def _attrs(placed: Placed) -> dict[str, str]:
    """What heads the row, what spans, and whether it is a note."""
    row = placed.row
    head = row.in_head or all(cell.head for cell in row.cells)
    attrs = {"header": "1" if head else "", "headers": "" if head else placed.headers(), "spans": placed.spans()}
    found = {name: value for name, value in attrs.items() if value}
    noted = (block.attrs for cell in row.cells for block in cell.blocks if "note" in block.attrs)
    return found | next(({name: one[name] for name in ("role", "note")} for one in noted), {})
