"""Breaks that exist on the screen only: Qt lays out one unbroken run in quadratic time and one block as a whole.

Measured by others and by us: a run of 1,000,000 letters takes Qt over a minute. So such runs, and paragraphs as long
as a book, are shown as several lines. The text and every offset stay as they are; `Positions` knows of the breaks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from reader.model.articles import Block
from reader.text.offsets import Offsets

LONGEST_RUN = 10_000  # code points without a place where Qt may break a line
LONGEST_BLOCK = 40_000
_PIECE_OF_RUN = 2_000
_PIECE_OF_BLOCK = 20_000
# The white space at which Unicode line breaking (UAX 14) breaks; no-break spaces are not among it.
_RUN = re.compile("[^ \t\n\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000-]+")
_SPACE = re.compile("[ \t\u3000]")


def display_breaks(text: str, blocks: Iterable[Block]) -> list[int]:
    """Code points before which the screen begins a new line, sorted. Empty for all but monstrous pages."""
    found: list[int] = []
    for block in blocks:
        if block.span.end - block.span.start > LONGEST_RUN:
            found += sorted({*_in_runs(text, block), *_in_long(text, block)})
    return found


def _in_runs(text: str, block: Block) -> Iterator[int]:
    for run in _RUN.finditer(text, block.span.start, block.span.end):
        if run.end() - run.start() > LONGEST_RUN:
            yield from range(run.start() + _PIECE_OF_RUN, run.end(), _PIECE_OF_RUN)


def _in_long(text: str, block: Block) -> Iterator[int]:
    at, end = block.span.start + _PIECE_OF_BLOCK, block.span.end
    if end - block.span.start <= LONGEST_BLOCK:
        return
    while at < end:
        space = _SPACE.search(text, at, end)
        if space is None:
            return
        yield space.end()
        at = space.end() + _PIECE_OF_BLOCK


class Positions:
    """Code points of the text to positions of the Qt document and back, over astral characters and display breaks."""

    def __init__(self, text: str, breaks: list[int]) -> None:
        self._offsets = Offsets(text)
        self._length = len(text)
        self._breaks = breaks
        self.placed = [self._offsets.to_utf16(at) + n for n, at in enumerate(breaks)]

    def to_document(self, position: int) -> int:
        """Return the document's position of code point `position`; one at a display break stands behind it."""
        return self._offsets.to_utf16(position) + (bisect_right(self._breaks, position) if self._breaks else 0)

    def end_to_document(self, position: int) -> int:
        """Return the same for the end of a span: one at a display break stands before it."""
        return self._offsets.to_utf16(position) + (bisect_left(self._breaks, position) if self._breaks else 0)

    def to_text(self, position: int) -> int:
        """Return the code point at a position of the document, at most the text's length."""
        before = bisect_left(self.placed, position) if self.placed else 0
        return min(self._length, self._offsets.to_code_points(position - before))
