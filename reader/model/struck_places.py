"""Where the publisher struck words out: places in the text at which they are shown, struck, and are no part of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from reader.model.articles import Block, InlineMark, LeftOut
from reader.model.left_out_reasons import STRUCK
from reader.model.spans import Span

AT, WAS_AT = "at", "was_at"  # where it stood in its block; the same while that block is taken out of the article
_OPENING, _CLOSING = "([{«“‘¿¡\u2068", ")]}»”’,.;:!?…%\u2069"
_UNSPACED = "\u3000\u9fff"  # from here to there words stand without blanks between them


@dataclass(frozen=True, slots=True)
class StruckPlace:
    """Words that stood before the code point `at` of the text. `left_out` is their number among what was left out.

    `alone`: they were a block of their own, behind the block that ends at `at`.
    """

    at: int
    words: str
    left_out: int
    alone: bool = False


class Worded(Protocol):
    """A text with its structure: a revision, or a page that was cleaned."""

    @property
    def text(self) -> str: ...
    @property
    def blocks(self) -> tuple[Block, ...]: ...
    @property
    def inline(self) -> tuple[InlineMark, ...]: ...
    @property
    def left_out(self) -> tuple[LeftOut, ...]: ...


class Pieces(NamedTuple):
    """Struck words with the blanks that keep them apart from what stands round them in the text."""

    before: str
    words: str
    after: str


def struck_places(worded: Worded) -> list[StruckPlace]:
    """Return them in the order of the text. What stands behind a picture or a rule is told at the words before it."""
    found = [
        _place(worded, n, item) for n, item in enumerate(worded.left_out) if item.reason == STRUCK and _shown(item)
    ]
    return sorted(found, key=lambda place: (place.at, place.alone)) if found else []


def _shown(item: LeftOut) -> bool:
    return WAS_AT not in item.attrs and not item.text.isspace() and item.text != ""


def _place(worded: Worded, index: int, item: LeftOut) -> StruckPlace:
    words, number = " ".join(item.text.split()), min(item.after, len(worded.blocks)) - 1
    while number >= 0 and worded.blocks[number].span.start == worded.blocks[number].span.end:
        number -= 1
    if number < 0:
        first = next((b.span.start for b in worded.blocks if b.span.end > b.span.start), 0)
        return StruckPlace(first, words, index)
    span, at = worded.blocks[number].span, item.attrs.get(AT, "")
    if number == item.after - 1 and at.isdecimal():
        return StruckPlace(min(span.start + int(at), span.end), words, index)
    return StruckPlace(span.end, words, index, alone=True)


def pieces_at(text: str, at: int, words: str) -> Pieces:
    """Return struck words as they are put between `text[:at]` and `text[at:]`: a blank on the side where words would
    run into each other, none within a word."""
    left, right = text[at - 1 : at] if at else "", text[at : at + 1]
    joins_left = not left or left.isspace() or left in _OPENING
    joins_right = not right or right.isspace() or right in _CLOSING
    inside = not joins_left and (not joins_right or _unspaced(left))
    if inside or (joins_left and joins_right and bool(left or right)):
        return Pieces("" if inside or joins_left else " ", words, "")
    return Pieces("" if joins_left else " ", words, " " if joins_left and not _unspaced(right) else "")


def _unspaced(letter: str) -> bool:
    return _UNSPACED[0] <= letter <= _UNSPACED[1]


def struck_within(places: Sequence[StruckPlace], span: Span) -> list[StruckPlace]:
    """Return those that `span` runs over: words stand on both sides of them in it."""
    first = bisect_right(places, span.start, key=lambda place: place.at)
    found = []
    for place in places[first:]:
        if place.at >= span.end:
            break
        found.append(place)
    return found


def struck_over(places: Sequence[StruckPlace], spans: Iterable[Span]) -> list[StruckPlace]:
    """Return those that any of `spans` runs over."""
    return [place for span in spans for place in struck_within(places, span)] if places else []
