"""The article that endless scrolling appends under the first one: left out, and said.

It is set like the first: a top headline in a box of its own with words under it. Sections of one article have their
headings in the same box, or in lower ranks.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.features import outermost_article
from reader.cleaning.raw import Element, RawBlock
from reader.model import left_out_reasons as reasons

_ENOUGH = 200  # characters of words that each of the two holds at least
_LONG = 80  # characters of a line that reads as text
_HIGHEST = 8  # elements round a headline in which its own article is looked for


def leave_out_next_article(blocks: Sequence[RawBlock], title: RawBlock) -> bool:
    """Leave out everything from the headline of another article on; True when there is one."""
    at = next((index for index, block in enumerate(blocks) if block is title), 0)
    said = 0
    for index in range(at + 1, len(blocks)):
        block = blocks[index]
        said += _weight(block)
        if said >= _ENOUGH and block.place.tag == title.place.tag == "h1" and block.text and _is_apart(block, title):
            rest = [one for one in blocks[index:] if not _stands_with(one, title)]
            if sum(map(_weight, rest)) >= _ENOUGH:
                for one in rest:
                    one.reason = one.reason or reasons.NOT_ARTICLE
                return True
    return False


def _weight(block: RawBlock) -> int:
    return len(block.text) if not block.reason and len(block.text) >= _LONG else 0


def _is_apart(block: RawBlock, title: RawBlock) -> bool:
    """In another `<article>` than the headline, or in a box that is named and set like the headline's own."""
    known: dict[int, int] = {}
    here, there = outermost_article(title.place, known), outermost_article(block.place, known)
    if there and there != here:
        return True
    parent, other = title.place.parent, block.place.parent
    alike = parent is not None and other is not None and parent.path == other.path and parent.number != other.number
    return alike and block.text != title.text


def _stands_with(block: RawBlock, title: RawBlock) -> bool:
    """In the same `<article>` as the headline: what follows there is no part of the other one."""
    known: dict[int, int] = {}
    home = outermost_article(title.place, known)
    return bool(home) and outermost_article(block.place, known) == home and not _alike_round(block.place, title.place)


def _alike_round(place: Element, title: Element) -> bool:
    step: Element | None = place
    for _ in range(_HIGHEST):
        if step is None or title.parent is None:
            return False
        if step.path == title.parent.path and step.number != title.parent.number:
            return True
        step = step.parent
    return False
