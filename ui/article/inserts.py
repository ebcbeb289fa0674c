"""What the screen shows between the words and the text does not hold: line breaks for display, words struck out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model.articles import Block, BlockKind
from reader.model.struck_places import StruckPlace, pieces_at
from reader.text.offsets import Offsets

_LONGEST = 1_000  # code points of struck words that are shown; the drawer has them all
_NOT_OF_A_LINE = re.compile("[\ufdd0-\ufdef\ufffc\ufffe\uffff\x00]")  # what Qt would take for something of its own
_INLINE = (BlockKind.TABLE_ROW, BlockKind.CODE)  # no line of another look stands between their lines


@dataclass(frozen=True, slots=True)
class Insert:
    """What is shown before the code point `at`. `struck`: from where to where its words are struck, in UTF-16 units;
    `breaks`: it begins a new line of the same paragraph."""

    at: int
    shown: str
    struck: tuple[int, int] = (0, 0)
    breaks: bool = False


def inserts(text: str, blocks: Sequence[Block], breaks: Iterable[int], places: Sequence[StruckPlace]) -> list[Insert]:
    """Return them in the order of the text, one for each place."""
    found = {at: Insert(at, "\n", breaks=True) for at in breaks}
    starts = [block.span.start for block in blocks] if places else []
    for place in places:
        block, before = blocks[max(0, bisect_right(starts, place.at) - 1)], found.get(place.at)
        made = _struck(text, block, place)
        found[place.at] = _joined(before, made) if before is not None else made
    return [found[at] for at in sorted(found)]


def struck_words(place: StruckPlace) -> str:
    """Return the words of a place as they are shown."""
    words = _NOT_OF_A_LINE.sub("", place.words)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _struck(text: str, block: Block, place: StruckPlace) -> Insert:
    words, own = struck_words(place), place.alone and block.kind not in _INLINE
    before, _, after = ("\n", "", "") if own else pieces_at(text, place.at, words)
    return Insert(place.at, before + words + after, (len(before), len(before) + units(words)))


def _joined(one: Insert, other: Insert) -> Insert:
    """Two at one place: the words of both as one."""
    shown = other.shown if one.shown.endswith(("\n", " ")) or other.shown[:1].isspace() else f" {other.shown}"
    behind = units(one.shown)
    first = one.struck[0] if one.struck != (0, 0) else behind + other.struck[0]
    last = behind + units(shown) - (units(other.shown) - other.struck[1])
    return Insert(one.at, one.shown + shown, (first, last), one.breaks)


def units(text: str) -> int:
    """Return the length in UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


class Positions:
    """Code points of the text to positions of the Qt document and back, over astral characters and what is inserted."""

    def __init__(self, text: str, found: Sequence[Insert]) -> None:
        self._offsets, self._length = Offsets(text), len(text)
        self._ats, self._before, self.placed = list[int](), [0], list[int]()
        for insert in found:
            self._ats.append(insert.at)
            self.placed.append(self._offsets.to_utf16(insert.at) + self._before[-1])
            self._before.append(self._before[-1] + units(insert.shown))

    def to_document(self, position: int) -> int:
        """Return the document's position of code point `position`; one at an insert stands behind it."""
        return self._offsets.to_utf16(position) + (self._before[bisect_right(self._ats, position)] if self._ats else 0)

    def end_to_document(self, position: int) -> int:
        """Return the same for the end of a span: one at an insert stands before it."""
        return self._offsets.to_utf16(position) + (self._before[bisect_left(self._ats, position)] if self._ats else 0)

    def to_text(self, position: int) -> int:
        """Return the code point at a position of the document, at most the text's length; in an insert, its place."""
        number = bisect_left(self.placed, position) if self.placed else 0
        if number and position - self.placed[number - 1] <= self._before[number] - self._before[number - 1]:
            return self._ats[number - 1]
        return min(self._length, self._offsets.to_code_points(position - self._before[number]))

    def around(self, first: int, last: int) -> range:
        """Return the numbers of the inserts at the code points from `first` to `last`, both included."""
        return range(bisect_left(self._ats, first), bisect_right(self._ats, last)) if self._ats else range(0)
