"""What a cell of Excel holds: a longer text is cut, with a sign by which it is known when it comes back."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

CELL = 32_767  # UTF-16 units that a cell of Excel holds
CUT = " …"


def too_long(text: str) -> bool:
    """Return true when a cell of Excel cannot hold `text` with its guard."""
    return len(text) * 2 >= CELL and _units(text) >= CELL


def fitting(text: str) -> str:
    """Return `text`, cut where a cell cannot hold it."""
    if not too_long(text):
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: (CELL - len(CUT) - 1) * 2]
    return units.decode("utf-16-le", "ignore") + CUT


def was_cut(text: str) -> bool:
    """Return whether `text` may be one that was cut: then it says nothing of what stood there."""
    return len(text) * 2 >= CELL - 8 and text.endswith(CUT) and _units(text) >= CELL - 4


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def checksum(cells: Sequence[object]) -> str:
    """Return a number over cells that only tell, by which it is noticed when one of them was changed."""
    words = "\n".join(" ".join(fitting(str(cell or "")).split()) for cell in cells)
    return f"{zlib.crc32(words.encode('utf-8', 'replace')):08x}"
