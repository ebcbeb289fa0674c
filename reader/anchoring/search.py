"""Looking for words that the comparison did not lead to: first the very words, then alike ones.

Only words of the new text that are no word of the old one are looked at: what was there before is somebody else's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reader.anchoring.comparison import Comparison
from reader.anchoring.words import Words

CONTEXT = 64
# A context this alike speaks for a place; the next best place must be this much worse.
CONTEXT_HOLDS, AHEAD = 0.65, 0.08
# Shorter quotes resemble too much.
SHORTEST_ALIKE = 24
ALIKE, VERY_ALIKE = 0.66, 0.88
_COMMON = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A range of words of the new text, how alike its words and how alike the text around it is (0 to 1)."""

    first: int
    end: int
    words: float
    around: float


def occurrences(
    keys: Sequence[str], places: Mapping[str, Sequence[int]], wanted: Sequence[str]
) -> list[tuple[int, int]]:
    """Where `wanted` stands in `keys` with its rarest word at one of `places`."""
    rarest = min(range(len(wanted)), key=lambda n: len(places.get(wanted[n], ())))
    firsts = [place - rarest for place in places.get(wanted[rarest], ()) if place >= rarest]
    size = len(wanted)
    return [(first, first + size) for first in firsts if keys[first : first + size] == wanted]


def around(old: Words, old_range: tuple[int, int], new: Words, new_range: tuple[int, int]) -> float:
    """How alike the texts on both sides are: the mean of the two, 0 to 1."""
    from rapidfuzz.distance import Indel

    pairs = zip(_sides(old, *old_range), _sides(new, *new_range), strict=True)
    scores = [Indel.normalized_similarity(x, y) for x, y in pairs if x or y]
    return sum(scores) / len(scores) if scores else 0.0


def _sides(words: Words, first: int, end: int) -> tuple[str, str]:
    before = words.reading(max(0, first - CONTEXT // 4), first)
    behind = words.reading(end, min(len(words), end + CONTEXT // 4))
    return before[-CONTEXT:], behind[:CONTEXT]


def exact(comparison: Comparison, first: int, end: int) -> Found | None:
    """The one place where the very words of old words `first` to `end` were put, told by the text around it."""
    wanted = comparison.old.keys[first:end]
    hits = [
        Found(a, b, 1.0, around(comparison.old, (first, end), comparison.new, (a, b)))
        for a, b in occurrences(comparison.new.keys, comparison.loose, wanted)[:_COMMON]
    ]
    best = _best(hits, lambda hit: hit.around)
    if best is None or best.around >= CONTEXT_HOLDS:
        return best
    long = len(comparison.old.reading(first, end)) >= SHORTEST_ALIKE
    return best if long and len(hits) == 1 else None


def alike(comparison: Comparison, first: int, end: int) -> Found | None:
    """The one place of alike words, or None: never for short quotes."""
    quote = comparison.old.reading(first, end)
    if len(quote) < SHORTEST_ALIKE:
        return None
    hits = []
    for window in _windows(comparison, first, end):
        if (hit := _measured(comparison, (first, end), quote, window)) and hit.words >= ALIKE:
            hits.append(hit)
    best = _best(_apart(hits), lambda hit: hit.words)
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


def _windows(comparison: Comparison, first: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the new text that hold most of the rare words, where they would stand."""
    size = end - first
    votes: Counter[int] = Counter()
    for number in range(first, end):
        places = comparison.loose.get(comparison.old.keys[number], ())
        for place in places if len(places) <= _COMMON else ():
            slot = (place - (number - first)) // size
            votes[slot] += 1
            votes[slot + 1] += 1
    starts = [slot * size for slot, count in votes.most_common(4) if count > 1]
    return [(max(0, s - size // 2), min(len(comparison.new), s + size + size // 2 + 2)) for s in starts]


def _measured(comparison: Comparison, ours: tuple[int, int], quote: str, window: tuple[int, int]) -> Found | None:
    from rapidfuzz import fuzz

    new = comparison.new
    reading = new.reading(*window)
    found = fuzz.partial_ratio_alignment(quote, reading)
    if found is None or found.dest_start == found.dest_end:
        return None
    first = window[0] + _word_at(new, window, found.dest_start)
    end = window[0] + _word_at(new, window, found.dest_end - 1) + 1
    score = fuzz.ratio(quote, new.reading(first, end)) / 100
    return Found(first, end, score, around(comparison.old, ours, new, (first, end)))


def _word_at(words: Words, window: tuple[int, int], place: int) -> int:
    """Which word of a window's reading holds character `place`."""
    at = 0
    for number in range(*window):
        at += len(words.keys[number]) + (number > window[0] and words.spaced(number))
        if place < at:
            return number - window[0]
    return window[1] - window[0] - 1
