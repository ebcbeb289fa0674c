"""Where a mark is of which only some words are left, or none between neighbours that stayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.anchoring.alignment import Run
from reader.anchoring.comparison import Comparison
from reader.anchoring.words import count_words, is_word

# At least this share of the words must be there: by how many of the mark's two neighbours stand beside what is left.
_ENOUGH = (0.6, 0.55, 0.4)
# They stand within so many times the length.
_LONGEST = 2.5
# A mark of punctuation weighs less than a word; each word put between two that were there costs.
_PUNCTUATION, _GAP = 0.25, 0.3
# A swap of words is believed up to so many, between so many that stayed on each side.
_SWAPPED, _BESIDE = 5, 2
# So many words in one run show that a part of a mark is still at its place.
_LEFT = 6


@dataclass(frozen=True, slots=True)
class Hull:
    """The range of new words that holds what is left of a mark."""

    first: int
    end: int
    plausible: bool


def hull(comparison: Comparison, first: int, end: int) -> Hull | None:
    """Return the new words from the first to the last that was found, and those that replaced the words at its
    edges."""
    runs = _runs(comparison, first, end)
    stayed = [run for run in runs if not comparison.alignment.moved[run.old]]
    # What is left of a mark at its place is the mark, even if more of it stands elsewhere.
    if any(_weight(comparison, run.old, run.old + run.size) >= _LEFT for run in stayed):
        runs = stayed
    runs = _together(comparison, runs)
    if not runs:
        return None
    start = runs[0].new - _replaced_before(comparison, first, runs[0])
    stop = runs[-1].new + runs[-1].size
    stop += _replaced_behind(comparison, end, runs[-1].old + runs[-1].size, stop)
    whole, kept = _weight(comparison, first, end), sum(_weight(comparison, r.old, r.old + r.size) for r in runs)
    enough = _ENOUGH[_neighbours(comparison, first, end, start, stop)]
    return Hull(start, stop, kept >= enough * whole and stop - start <= _LONGEST * (end - first) + 4)


def _neighbours(comparison: Comparison, first: int, end: int, start: int, stop: int) -> int:
    """How many of the words right before and behind the mark stand right before and behind the hull."""
    back = comparison.alignment.back
    before = back[start - 1] == first - 1 if start and first else start == first
    behind = back[stop] == end if stop < len(back) else end == len(comparison.old)
    return before + behind


def _weight(comparison: Comparison, first: int, end: int) -> float:
    keys = comparison.old.keys[first:end]
    words = count_words(keys)
    return words + _PUNCTUATION * (len(keys) - words)


def _runs(comparison: Comparison, first: int, end: int) -> list[Run]:
    """The equal stretches of old words `first` to `end`."""
    to = comparison.alignment.to
    runs: list[Run] = []
    for n in range(first, end):
        if to[n] < 0:
            continue
        last = runs[-1] if runs else None
        if last and (last.old + last.size, last.new + last.size) == (n, to[n]):
            runs[-1] = Run(last.old, last.new, last.size + 1)
        else:
            runs.append(Run(n, to[n], 1))
    return runs


def _together(comparison: Comparison, runs: Sequence[Run]) -> list[Run]:
    """The runs, in the same order in both texts, that hold most words with least between them."""
    scores: list[float] = []
    before: list[int] = []
    for at, run in enumerate(runs):
        best, link = 0.0, -1
        for n in range(at):
            old, new = run.old - runs[n].old - runs[n].size, run.new - runs[n].new - runs[n].size
            if new >= 0 and (score := scores[n] - _GAP * max(0, new - old)) > best:
                best, link = score, n
        scores.append(best + _weight(comparison, run.old, run.old + run.size))
        before.append(link)
    chain: list[Run] = []
    at = max(range(len(runs)), key=scores.__getitem__, default=-1)
    while at >= 0:
        chain.append(runs[at])
        at = before[at]
    return chain[::-1]


def _replaced_before(comparison: Comparison, first: int, run: Run) -> int:
    """How many new words before the first found one stand for the mark's words before it."""
    lost, back, breaks = run.old - first, comparison.alignment.back, comparison.new.breaks
    crosses = any(comparison.old.breaks[first + 1 : run.old + 1])
    free, most = 0, 3 * lost + 3
    while free < most and run.new > free and back[run.new - free - 1] < 0:
        if breaks[run.new - free] and not crosses:
            break
        free += 1
    at = run.new - free
    return _share(lost, free, bounded=free < most and (at == 0 or back[at - 1] == first - 1 or bool(breaks[at])))


def _replaced_behind(comparison: Comparison, end: int, found: int, place: int) -> int:
    """How many new words from `place` on stand for the mark's words from `found` on."""
    lost, back, breaks = end - found, comparison.alignment.back, comparison.new.breaks
    crosses = any(comparison.old.breaks[found:end])
    free, most = 0, 3 * lost + 3
    while free < most and place + free < len(back) and back[place + free] < 0:
        if breaks[place + free] and not crosses:
            break
        free += 1
    at = place + free
    return _share(lost, free, bounded=free < most and (at == len(back) or back[at] == end or bool(breaks[at])))


def _share(lost: int, free: int, *, bounded: bool) -> int:
    """All free words when the mark's neighbour or a sentence's edge stands behind them, else as many as were lost."""
    if not lost:
        return 0
    return free if bounded else min(lost, free)


def in_its_place(comparison: Comparison, first: int, end: int) -> tuple[int, int] | None:
    """Return the few new words that stand where the few marked ones stood, between words that stayed on both sides."""
    to = comparison.alignment.to
    if end - first > _SWAPPED or first == 0 or end == len(to):
        return None
    start, stop = to[first - 1] + 1, to[end]
    if to[first - 1] < 0 or to[end] < 0 or not 0 < stop - start <= _SWAPPED:
        return None
    if any(comparison.alignment.back[n] >= 0 for n in range(start, stop)):
        return None
    if not any(is_word(key) for key in comparison.new.keys[start:stop]):
        return None
    sides = comparison.before(first, start, _BESIDE), comparison.behind(end, stop, _BESIDE)
    return (start, stop) if min(sides) >= _BESIDE else None
