"""Where the columns of a table begin, and where a row goes on below: no cell leaves its column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from PySide6.QtGui import QFontMetricsF

MEASURED = 200  # rows; a longer table is set by its first ones
MOST_COLUMNS = 30  # a wider table is no table to read, and costs Qt seconds a row
_LONGEST = 60  # characters of a cell; more is prose and breaks its line anyway
_LAST = 0.4  # the share of the width that the last column keeps: it is the one that may break its lines
_CLOSE = 2.0  # points between the stops of places that a spanning cell takes: they take no room
_NONE: Mapping[int, int] = {}


@dataclass(frozen=True, slots=True)
class Columns:
    """`starts` of all columns from the left, the first 0; `gap`: the room before each, in the letters of `metrics`;
    `width`: what the table has, `used`: what its columns take of it."""

    starts: tuple[float, ...]
    gap: float
    metrics: QFontMetricsF
    width: float
    used: float

    def pieces(self, row: str, wide: Mapping[int, int] = _NONE) -> list[tuple[int, int]]:
        """Return the runs of cells, first and last, that stand side by side. A cell that is wider than its column has
        the lines to itself from there on, and the next cell begins below, in its own column.

        `wide` says how many columns a cell takes, of those that take more than one.
        """
        cells = row.split("\t")
        found, first = [], 0
        for n, cell in enumerate(cells):
            columns = wide.get(n, 1)
            if n + columns >= len(cells):
                found.append((first, len(cells) - 1))
                break
            if not self._fits(n, cell, columns):
                found.append((first, n))
                first = n + 1
        return found

    def start(self, column: int) -> float:
        """Return where a column begins; what a row has more than the measured ones goes on in the last."""
        return self.starts[min(column, len(self.starts) - 1)]

    def end(self, column: int) -> float:
        """Return where the room of a column ends."""
        return self.starts[column + 1] - self.gap / 2 if column + 1 < len(self.starts) else self.width

    def stops(self, wide: Mapping[int, int] = _NONE) -> list[float]:
        """Return where the tabs of a row lead to. The places that a wide cell takes lie close before the next one, or
        close to each other behind its words where no cell follows."""
        taken = {n: first for first, count in wide.items() for n in range(first + 1, first + count)}
        found, last = list[float](), self.starts[-1]
        for n in range(1, len(self.starts)):
            first = taken.get(n, n)
            behind = first + wide[first] if first < n else n
            if behind < len(self.starts):
                found.append(self.starts[behind] - _CLOSE * (behind - n) / 8)
            else:
                last = min(last, self.starts[first])
        if wide:
            found += [last + _CLOSE * step for step in range(1, int((self.width - last) / _CLOSE))]
        return found

    def widened(self, column: int, columns: int, words: str) -> Columns:
        """Return the columns with room for `words` over several of them, where the table has that."""
        behind = column + columns
        has = (self.starts[behind] if behind < len(self.starts) else self.used) - self.start(column)
        more = self.metrics.horizontalAdvance(words[:_LONGEST]) + self.gap - has
        if more <= 0 or self.used + more > self.width + self.gap:
            return self
        starts = tuple(at + more * (n >= behind) for n, at in enumerate(self.starts))
        return replace(self, starts=starts, used=self.used + more)

    def _fits(self, column: int, cell: str, columns: int) -> bool:
        if column + columns >= len(self.starts):
            return True
        room = self.starts[column + columns] - self.starts[column] - self.gap / 2
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
    used = sum(column[-1] for column in widths)
    if used <= width + gap:
        return Columns((0.0, *accumulate(column[-1] for column in widths[:-1])), gap, metrics, width, used)
    # The few longest cells have lines to themselves: they do not take the room of all the others.
    others = [column[(len(column) - 1) * 3 // 4] for column in widths[:-1]]
    room = width + gap - min(widths[-1][-1], _LAST * width)
    return Columns((0.0, *accumulate(_narrowed(others, room))), gap, metrics, width, width + gap)


def _narrowed(widths: list[float], room: float) -> list[float]:
    """`widths` cut to the one largest width with which they fit into `room` together."""
    left, still = room, sorted(widths)
    for n, narrow in enumerate(still):
        share = left / (len(still) - n)
        if narrow > share:
            return [min(wide, share) for wide in widths]
        left -= narrow
    return widths
