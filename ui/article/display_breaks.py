"""Breaks that exist on the screen only: Qt lays out one unbroken run in quadratic time and one block as a whole.

Measured by others and by us: a run of 1,000,000 letters takes Qt over a minute. So such runs, and paragraphs as long
as a book, are shown as several lines. The text and every offset stay as they are; `inserts.Positions` knows of the
breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.model.articles import Block

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
