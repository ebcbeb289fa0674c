"""Looking for words that no comparison leads to: first the very words, then alike ones.

Callers say at which places to look. Between two texts those are the words of the new one that are no word of the old
one: what was there before is somebody else's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.anchoring.words import Words

CONTEXT = 64
# A context this alike speaks for a place; the next best place must be this much worse.
CONTEXT_HOLDS, AHEAD = 0.65, 0.08
# Shorter quotes resemble too much.
SHORTEST_ALIKE = 24
ALIKE, VERY_ALIKE = 0.66, 0.88
_COMMON = 40
_MOST = 200

Range = tuple[int, int]
Places = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Found:
    """A range of words of the new text, how alike its words and how alike the text around it is (0 to 1)."""

    first: int
    end: int
    words: float
    around: float


def occurrences(keys: Sequence[str], places: Places, wanted: Sequence[str], near: int | None = None) -> Iterator[Range]:
    """Yield where `wanted` stands in `keys` with its rarest word at one of `places`: all, or the nearest of very
    many."""
    rarest = min(range(len(wanted)), key=lambda n: len(places.get(wanted[n], ())))
    found = places.get(wanted[rarest], ())
    size = len(wanted)
    if near is not None:
        middle = bisect_left(found, near + rarest)
        found = found[max(0, middle - _MOST) : middle + _MOST]
    for place in found:
        first = place - rarest
        if first >= 0 and keys[first : first + size] == wanted:
            yield first, first + size


def around(old: Words, ours: Range, new: Words, theirs: Range) -> float:
    """Return how alike the texts on both sides are: the mean of the two, 0 to 1."""
    from rapidfuzz.distance import Indel

    pairs = zip(_sides(old, *ours), _sides(new, *theirs), strict=True)
    scores = [Indel.normalized_similarity(x, y) for x, y in pairs if x or y]
    return sum(scores) / len(scores) if scores else 0.0


def _sides(words: Words, first: int, end: int) -> tuple[str, str]:
    before = words.plain(max(0, first - CONTEXT // 4), first)
    behind = words.plain(end, end + CONTEXT // 4)
    return before[-CONTEXT:], behind[:CONTEXT]


def exact(old: Words, ours: Range, new: Words, places: Places) -> Found | None:
    """Return the one place of the very words of `ours`, found by the text around it; None when there are too many to
    decide."""
    wanted = old.keys[slice(*ours)]
    if min(len(places.get(key, ())) for key in wanted) > _COMMON:
        return None
    hits = [Found(*theirs, 1.0, around(old, ours, new, theirs)) for theirs in occurrences(new.keys, places, wanted)]
    best = _best(hits, lambda hit: hit.around)
    if best is None or best.around >= CONTEXT_HOLDS:
        return best
    return best if len(hits) == 1 and len(old.reading(*ours)) >= SHORTEST_ALIKE else None


def alike(old: Words, ours: Range, new: Words, places: Places) -> Found | None:
    """Return the one place of words like those of `ours`, or None: never for short quotes."""
    quote = old.reading(*ours)
    if len(quote) < SHORTEST_ALIKE:
        return None
    hits = (_measured(old, ours, new, window) for window in _windows(old, ours, new, places))
    best = _best(_apart([hit for hit in hits if hit and hit.words >= ALIKE]), lambda hit: hit.words)
    if best is None or not (best.around >= CONTEXT_HOLDS or best.words >= VERY_ALIKE):
        return None
    return best


def _best(hits: Sequence[Found], score: Callable[[Found], float]) -> Found | None:
    """The one that is clearly ahead of the others."""
    ranked = sorted(hits, key=score, reverse=True)
    if not ranked or (len(ranked) > 1 and score(ranked[0]) - score(ranked[1]) < AHEAD):
        return None
    return ranked[0]


def _apart(hits: Sequence[Found]) -> list[Found]:
    """Of hits that overlap the best one."""
    kept: list[Found] = []
    for hit in sorted(hits, key=lambda hit: -hit.words):
        if all(hit.end <= other.first or other.end <= hit.first for other in kept):
            kept.append(hit)
    return kept


def _windows(old: Words, ours: Range, new: Words, places: Places) -> list[Range]:
    """The stretches of the new text that hold most of the rare words, where they would stand."""
    first, end = ours
    size = end - first
    votes: Counter[int] = Counter()
    for number in range(first, end):
        found = places.get(old.keys[number], ())
        for place in found if len(found) <= _COMMON else ():
            slot = (place - (number - first)) // size
            votes[slot] += 1
            votes[slot + 1] += 1
    starts = [slot * size for slot, count in votes.most_common(4) if count > 1]
    return [(max(0, s - size // 2), min(len(new), s + size + size // 2 + 2)) for s in starts]


def _measured(old: Words, ours: Range, new: Words, window: Range) -> Found | None:
    """The part of a window that is most like the words of `ours`."""
    from rapidfuzz import fuzz

    quote = old.plain(*ours)
    found = fuzz.partial_ratio_alignment(quote, new.plain(*window))
    if found is None or found.dest_start == found.dest_end:
        return None
    first = window[0] + _word_at(new, window, found.dest_start)
    end = window[0] + _word_at(new, window, found.dest_end - 1) + 1
    first, end = _trimmed(new, first, end, quote)
    score = fuzz.ratio(quote, new.plain(first, end)) / 100
    return Found(first, end, score, around(old, ours, new, (first, end)))


def _trimmed(new: Words, first: int, end: int, quote: str) -> Range:
    """Without the words at the edges that make the range no more like the quote; partial_ratio keeps its length."""
    from rapidfuzz import fuzz

    best = fuzz.ratio(quote, new.plain(first, end))
    while end - first > 1:
        score, less = max((fuzz.ratio(quote, new.plain(*less)), less) for less in ((first + 1, end), (first, end - 1)))
        if score <= best:
            break
        best, (first, end) = score, less
    return first, end


def _word_at(words: Words, window: Range, place: int) -> int:
    """Which word of a window's plain text holds character `place`."""
    at = -1
    for number in range(*window):
        at += len(words.keys[number]) + 1
        if place <= at:
            return number - window[0]
    return window[1] - window[0] - 1
