"""Where the columns of a table begin: as wide as what stands in them, as far as the reading column goes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, zip_longest

from PySide6.QtGui import QFontMetricsF

MEASURED = 200  # rows; a longer table is set by its first ones
MOST_COLUMNS = 30  # a wider table is no table to read, and costs Qt seconds a row
_LONGEST = 60  # characters of a cell; more is prose and breaks its line anyway


def column_starts(rows: Sequence[str], metrics: QFontMetricsF, width: float, gap: float) -> list[float]:
    """Return the distance of the second and every later column from the left, for rows of cells between tabs.

    When the cells need more than `width`, the widest columns give way first; their cells then break their lines.
    """
    cells = [row.split("\t")[:MOST_COLUMNS] for row in rows[:MEASURED]]
    columns = list(zip_longest(*cells, fillvalue=""))
    widths = [max(metrics.horizontalAdvance(cell[:_LONGEST]) for cell in column) + gap for column in columns]
    return list(accumulate(_narrowed(widths, width + gap)))[:-1]


def _narrowed(widths: list[float], room: float) -> list[float]:
    """`widths` cut to the one largest width with which they fit into `room` together."""
    left, still = room, sorted(widths)
    for n, narrow in enumerate(still):
        share = left / (len(still) - n)
        if narrow > share:
            return [min(wide, share) for wide in widths]
        left -= narrow
    return widths
