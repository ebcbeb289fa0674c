"""The cells of a table that take more than their own place, and those that head a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.articles import Block

_SPAN = re.compile(r"(\d{1,5}):(\d{1,5})x(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is shown: its column, how many columns and rows it takes, and whether it heads some."""

    column: int
    words: str
    columns: int = 1
    rows: int = 1
    heads: bool = False


def spans_of(row: Block) -> dict[int, tuple[int, int]]:
    """Return, by column, how many columns and rows the spanning cells of a row say that they take."""
    written = row.attrs.get("spans", "")
    found = _SPAN.findall(written) if written else ()
    return {int(column): (max(1, int(columns)), max(1, int(rows))) for column, columns, rows in found}


def head_columns(row: Block) -> frozenset[int]:
    """Return the columns whose cells head the row."""
    return frozenset(int(one) for one in row.attrs.get("headers", "").split() if one.isdecimal() and one.isascii())


def cells_of(rows: Sequence[Block], text: str) -> list[list[Cell]]:
    """Return the cells of each row but those whose place a spanning cell takes.

    A cell takes no place that holds words or lies outside the rows, whatever it says: nothing goes away under it.
    """
    words = [row.span.of(text).split("\t") for row in rows]
    taken: set[tuple[int, int]] = set()
    return [list(_cells(rows, words, taken, n)) for n in range(len(rows))]


def _cells(
    rows: Sequence[Block], words: Sequence[Sequence[str]], taken: set[tuple[int, int]], row: int
) -> Iterator[Cell]:
    spans, heads = spans_of(rows[row]), head_columns(rows[row])
    whole = bool(rows[row].attrs.get("header"))
    for column, said in enumerate(words[row]):
        if (row, column) in taken:
            continue
        wide, high = spans.get(column, (1, 1))
        wide = _width(words[row], column, wide, row, taken)
        high = _height(words, taken, row, column, wide, high) if high > 1 else 1
        if wide > 1 or high > 1:
            taken |= {(row + down, column + right) for down in range(high) for right in range(wide)}
        yield Cell(column, said, wide, high, whole or column in heads)


def _width(cells: Sequence[str], column: int, wide: int, row: int, taken: set[tuple[int, int]]) -> int:
    end = column + 1
    while end < min(len(cells), column + wide) and not cells[end] and (row, end) not in taken:
        end += 1
    return end - column


def _height(
    words: Sequence[Sequence[str]], taken: set[tuple[int, int]], row: int, column: int, wide: int, high: int
) -> int:
    end, columns = row + 1, range(column, column + wide)
    while end < min(len(words), row + high):
        cells = words[end]
        if column + wide > len(cells) or any(cells[one] or (end, one) in taken for one in columns):
            break
        end += 1
    return end - row
