"""Code points to UTF-16 positions and back.

Everything in Tilik counts Unicode code points; Qt counts UTF-16 units. Each character
past U+FFFF (most emoji) takes two units, so the two drift apart by one at each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Both directions for one text, in O(log n) of its astral characters.

    A UTF-16 position inside a surrogate pair maps to the code point that holds it.
    """

    __slots__ = ("_cp", "_u16")

    def __init__(self, text: str) -> None:
        # isascii() and the encoded length are C speed; most articles stop here.
        plain = text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
        self._cp: list[int] = [] if plain else [m.start() for m in _ASTRAL.finditer(text)]
        self._u16: list[int] = [cp + n for n, cp in enumerate(self._cp)]

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 position of code point `position`."""
        return position + bisect_left(self._cp, position) if self._cp else position

    def to_code_points(self, position: int) -> int:
        """Return the code point position of UTF-16 unit `position`."""
        if not self._u16:
            return position
        before = bisect_right(self._u16, position - 1)
        if before and self._u16[before - 1] + 1 == position:
            return position - before  # inside a pair: the code point itself
        return position - before
