"""Two texts compared once, for any number of marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.anchoring.alignment import Alignment
from reader.anchoring.words import Folding, Words, is_word
from reader.model.spans import Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the old text that are not in the new one, and what stands there instead; either may be empty."""

    old: Span
    new: Span


class Comparison:
    """Which words of `old` are which of `new`. Building it is the costly part; it may be kept and asked often."""

    def __init__(self, old: str, new: str) -> None:
        folding = Folding()
        self.old = Words(old, folding)
        self.new = Words(new, folding)
        self.alignment = Alignment(self.old, self.new)

    @cached_property
    def loose(self) -> dict[str, list[int]]:
        """Where each word stands in the new text among those that are no word of the old one."""
        return places(self.new.keys, self.alignment.back)

    @cached_property
    def left(self) -> dict[str, list[int]]:
        """Where each word stands in the old text among those that are no word of the new one."""
        return places(self.old.keys, self.alignment.to)

    def before(self, old: int, new: int, most: int) -> int:
        """Return how many equal words stand right before word `old` and word `new`, at most `most`.

        The beginning of both texts counts as three: it is a place that nothing can be mistaken for.
        """
        theirs, ours = self.new.keys, self.old.keys
        count = 0
        while count < most:
            if not old or not new:
                return count + 3 * (old == new)
            old, new = old - 1, new - 1
            if ours[old] != theirs[new]:
                break
            count += is_word(ours[old])
        return count

    def behind(self, old: int, new: int, most: int) -> int:
        """Return how many equal words stand from word `old` and word `new` on, at most `most`; the end counts as
        three."""
        theirs, ours = self.new.keys, self.old.keys
        ends = len(ours), len(theirs)
        count = 0
        while count < most:
            if old == ends[0] or new == ends[1]:
                return count + 3 * (old == ends[0] and new == ends[1])
            if ours[old] != theirs[new]:
                break
            count += is_word(ours[old])
            old, new = old + 1, new + 1
        return count

    def differences(self) -> Iterator[Difference]:
        """Yield what was taken out and put in, in the order of both texts; words that moved are both.

        The spans of one text never overlap: the words between them stand in both texts, in the same order.
        """
        to, moved = self.alignment.to, self.alignment.moved
        stayed = _rising([(a, b) for a, b in enumerate(to) if b >= 0 and not moved[a]])
        a = b = 0
        for x, y in [*stayed, (len(self.old), len(self.new))]:
            if x > a or y > b:
                yield Difference(_span(self.old, a, x), _span(self.new, b, y))
            a, b = x + 1, y + 1


def places(keys: Sequence[str], other: Sequence[int] | None = None) -> dict[str, list[int]]:
    """Return where each word stands; with `other`, only those that have no counterpart there."""
    found: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        if other is None or other[place] < 0:
            found.setdefault(key, []).append(place)
    return found


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of `pairs`, sorted by their first number, whose second number rises too.

    An edit inside a moved paragraph is aligned like one in a paragraph that stayed; its words then stand out of order.
    """
    ends: list[int] = []  # the smallest last number of a rising choice, by its length
    lengths: list[int] = []
    for _, second in pairs:
        at = bisect_left(ends, second)
        ends[at : at + 1] = [second]
        lengths.append(at + 1)
    chosen: list[tuple[int, int]] = []
    wanted = len(ends)
    for pair, length in zip(reversed(pairs), reversed(lengths), strict=True):
        if length == wanted and (not chosen or pair[1] < chosen[-1][1]):
            chosen.append(pair)
            wanted -= 1
    return chosen[::-1]


def _span(words: Words, first: int, end: int) -> Span:
    """The words of a range; of an empty one the place where they would stand."""
    if first < end:
        return words.span(first, end)
    at = words.ends[first - 1] if first else 0
    return Span(at, at)
