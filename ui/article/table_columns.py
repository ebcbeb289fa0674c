"""Where the columns of a table begin, and where a row goes on below: no cell leaves its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from PySide6.QtGui import QFontMetricsF

MEASURED = 200  # rows; a longer table is set by its first ones
MOST_COLUMNS = 30  # a wider table is no table to read, and costs Qt seconds a row
_LONGEST = 60  # characters of a cell; more is prose and breaks its line anyway
_LAST = 0.4  # the share of the width that the last column keeps: it is the one that may break its lines


@dataclass(frozen=True, slots=True)
class Columns:
    """`starts` of all columns from the left, the first 0; `gap`: the room before each, in the letters of `metrics`."""

    starts: tuple[float, ...]
    gap: float
    metrics: QFontMetricsF

    def pieces(self, row: str) -> list[tuple[int, int]]:
        """Return the runs of cells, first and last, that stand side by side. A cell that is wider than its column has
        the lines to itself from there on, and the next cell begins below, in its own column."""
        cells = row.split("\t")
        found, first = [], 0
        for n, cell in enumerate(cells):
            if n == len(cells) - 1 or not self._fits(n, cell):
                found.append((first, n))
                first = n + 1
        return found

    def start(self, column: int) -> float:
        """Return where a column begins; what a row has more than the measured ones goes on in the last."""
        return self.starts[min(column, len(self.starts) - 1)]

    def _fits(self, column: int, cell: str) -> bool:
        if column + 1 >= len(self.starts):
            return True
        room = self.starts[column + 1] - self.starts[column] - self.gap / 2
        # No letter is wider than the face is high, or hardly one: most cells need not be measured.
        return len(cell) * self.metrics.height() <= room or self.metrics.horizontalAdvance(cell) <= room


def columns_of(rows: Sequence[str], metrics: QFontMetricsF, width: float, gap: float) -> Columns:
    """Return the columns for rows of cells between tabs.

    When the cells need more than `width`, the last column gives way first, then the longest cells, then the widest of
    the other columns.
    """
    cells = [row.split("\t")[:MOST_COLUMNS] for row in rows[:MEASURED]]
    columns = list(zip_longest(*cells, fillvalue=""))
    widths = [sorted(metrics.horizontalAdvance(cell[:_LONGEST]) + gap for cell in column) for column in columns]
    if sum(column[-1] for column in widths) <= width + gap:
        return Columns((0.0, *accumulate(column[-1] for column in widths[:-1])), gap, metrics)
    # The few longest cells have lines to themselves: they do not take the room of all the others.
    others = [column[(len(column) - 1) * 3 // 4] for column in widths[:-1]]
    room = width + gap - min(widths[-1][-1], _LAST * width)
    return Columns((0.0, *accumulate(_narrowed(others, room))), gap, metrics)


def _narrowed(widths: list[float], room: float) -> list[float]:
    """`widths` cut to the one largest width with which they fit into `room` together."""
    left, still = room, sorted(widths)
    for n, narrow in enumerate(still):
        share = left / (len(still) - n)
        if narrow > share:
            return [min(wide, share) for wide in widths]
        left -= narrow
    return widths
