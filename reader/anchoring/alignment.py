"""Which word of one text is which word of another.

First the runs of six words that stand once in both texts, wherever they stand: the idea of Cohen's patience diff, but
kept when a paragraph has moved. The heaviest chain of them that keeps the order is what has stayed; the others have
moved. What lies between two neighbours is compared by difflib. Every word has at most one counterpart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice, pairwise

from reader.anchoring.words import LINE, Words

_SHINGLE = 6
# difflib may take the product of both lengths; beyond this a gap is first cut at rarer words.
_SMALL = 60_000
# A gap slides past so many equal words at most.
_FARTHEST = 100
_NARROWER = {6: 3, 3: 1}


@dataclass(frozen=True, slots=True)
class Run:
    """`size` equal words from word `old` of the one text and from word `new` of the other."""

    old: int
    new: int
    size: int


class Alignment:
    """`to[n]` is the new word for old word `n`, `back[m]` the old one for new word `m`; -1 where there is none.

    `moved[n]` is 1 for a word that stands in another order than the words that stayed.
    """

    def __init__(self, old: Words, new: Words) -> None:
        self._old, self._new = old, new
        self.to = [-1] * len(old)
        self.back = [-1] * len(new)
        self.moved = bytearray(len(old))
        runs = self._claimed(_shared(old.keys, new.keys, _SHINGLE))
        # A full stop or a first word that two sentences share belongs to the sentence that the run holds more of.
        runs = [self._grown(run, across=False) for run in runs]
        runs = sorted((self._grown(run, across=True) for run in runs), key=lambda run: run.old)
        stayed = _chain(runs)
        self._between_neighbours(runs)
        self._between(stayed)
        kept = set(stayed)
        for run in runs:
            if run not in kept:
                self.moved[run.old : run.old + run.size] = b"\1" * run.size
        _settled(old, new, self.to, self.back, None)
        _settled(new, old, self.back, self.to, self.moved)

    @cached_property
    def extents(self) -> tuple[list[int], list[int]]:
        """For each old word where its run of counterparts in the same order begins and where it ends."""
        size, to = len(self.to), self.to
        starts, ends = list(range(size)), list(range(1, size + 1))
        for n in range(1, size):
            if to[n] >= 0 and to[n] == to[n - 1] + 1:
                starts[n] = starts[n - 1]
        for n in range(size - 2, -1, -1):
            if starts[n + 1] != n + 1:
                ends[n] = ends[n + 1]
        return starts, ends

    def _claimed(self, runs: list[Run]) -> list[Run]:
        """Give each run its words, the longest first; what two runs want goes to the longer one."""
        given: list[Run] = []
        for run in sorted(runs, key=lambda run: -run.size):
            start, end = self._whole_sentences(run)
            while start < end and not self._free(run.old + start, run.new + start):
                start += 1
            while end > start and not self._free(run.old + end - 1, run.new + end - 1):
                end -= 1
            if end - start >= _SHINGLE // 2:
                given.append(Run(run.old + start, run.new + start, end - start))
                self._give(given[-1])
        return given

    def _whole_sentences(self, run: Run) -> tuple[int, int]:
        """The part of a run without the last words of a sentence at its beginning and the first of one at its end.

        Those are in the run only because what stands beside them is; a full stop is a neighbour of many.
        """
        most, breaks = _SHINGLE // 2, self._old.breaks
        start = next((n for n in range(1, min(most, run.size) + 1) if any(breaks[run.old + n : run.old + n + 1])), 0)
        end = next((n for n in range(1, min(most, run.size) + 1) if breaks[run.old + run.size - n]), 0)
        return start, run.size - end

    def _free(self, old: int, new: int) -> bool:
        return self.to[old] < 0 and self.back[new] < 0

    def _give(self, run: Run) -> None:
        for step in range(run.size):
            if self._free(run.old + step, run.new + step):
                self.to[run.old + step] = run.new + step
                self.back[run.new + step] = run.old + step

    def _grown(self, run: Run, *, across: bool) -> Run:
        """The run with the equal words on either side that no other run holds; `across` the ends of sentences too."""
        old, new, size = run.old, run.new, run.size
        while old and new and (across or not self._apart(old, new)) and self._alike(old - 1, new - 1):
            old, new, size = old - 1, new - 1, size + 1
        ends = len(self._old), len(self._new)
        while old + size < ends[0] and new + size < ends[1]:
            if not (across or not self._apart(old + size, new + size)) or not self._alike(old + size, new + size):
                break
            size += 1
        grown = Run(old, new, size)
        self._give(grown)
        return grown

    def _apart(self, old: int, new: int) -> bool:
        return bool(self._old.breaks[old] or self._new.breaks[new])

    def _alike(self, old: int, new: int) -> bool:
        return self._old.keys[old] == self._new.keys[new] and self._free(old, new)

    def _between_neighbours(self, runs: list[Run]) -> None:
        """Compare what lies between runs that follow each other in both texts: a moved paragraph with an edit in it."""
        for one, two in pairwise(runs):
            old, new = two.old - one.old - one.size, two.new - one.new - one.size
            if new >= 0 and new <= 3 * old + 12:
                self._compare(one.old + one.size, two.old, one.new + one.size, two.new)

    def _between(self, stayed: list[Run]) -> None:
        """Compare what lies between, before and behind the runs that stayed."""
        edges = [Run(0, 0, 0), *stayed, Run(len(self._old), len(self._new), 0)]
        for one, two in pairwise(edges):
            self._compare(one.old + one.size, two.old, one.new + one.size, two.new)

    def _compare(self, old: int, old_end: int, new: int, new_end: int) -> None:
        ours = [n for n in range(old, old_end) if self.to[n] < 0]
        theirs = [n for n in range(new, new_end) if self.back[n] < 0]
        for a, b in _matched([self._old.keys[n] for n in ours], [self._new.keys[n] for n in theirs], _SHINGLE):
            self.to[ours[a]] = theirs[b]
            self.back[theirs[b]] = ours[a]


def _settled(ours: Words, theirs: Words, to: list[int], back: list[int], moved: bytearray | None) -> None:
    """Where words put in between could as well stand some words earlier or later, let them begin a line or a sentence.

    Of "A. B." made "A. B. B.", it is a sentence that was put in and not the end of one and the beginning of another.
    """
    for at in range(1, len(to)):
        first, end = to[at - 1] + 1, to[at]
        if not first or end <= first or max(back[first:end]) >= 0:
            continue
        if step := _best_slide(ours, theirs, to, (at, first, end)):
            for n in range(at, at + step) if step > 0 else range(at - 1, at + step - 1, -1):
                place, was = (first + n - at, end + n - at) if step > 0 else (end - (at - n), first - (at - n))
                to[n] = place
                back[place], back[was] = n, -1
                if moved is not None:
                    moved[place], moved[was] = moved[was], 0


def _best_slide(ours: Words, theirs: Words, to: Sequence[int], gap: tuple[int, int, int]) -> int:
    """By how many words to shift the words put in before word `at`: to the strongest break, the nearest one."""
    at, first, end = gap
    steps = [0]
    for way in (1, -1):
        n = 0
        while n < _FARTHEST and 0 <= (word := at + n if way > 0 else at - 1 - n) < len(to):
            here, there = (end + n, first + n) if way > 0 else (first - 1 - n, end - 1 - n)
            if to[word] != here or there < 0 or ours.keys[word] != theirs.keys[there]:
                break
            n += 1
            steps.append(way * n)
    return max(steps, key=lambda s: (_break(ours, at + s) + _break(theirs, first + s), -abs(s)))


def _break(words: Words, number: int) -> int:
    return words.breaks[number] if number < len(words) else LINE


def _once(keys: Sequence[str], size: int) -> dict[tuple[str, ...], int]:
    """Where each run of `size` words stands, -1 for those that stand more than once."""
    seen: dict[tuple[str, ...], int] = {}
    for place, shingle in enumerate(zip(*(islice(keys, n, None) for n in range(size)), strict=False)):
        seen[shingle] = -1 if shingle in seen else place
    return seen


def _shared(old: Sequence[str], new: Sequence[str], size: int) -> list[Run]:
    """The runs made of shingles that stand once in both texts, in the old text's order."""
    theirs = _once(new, size)
    runs: list[Run] = []
    for shingle, a in _once(old, size).items():
        b = theirs.get(shingle, -1) if a >= 0 else -1
        if b < 0:
            continue
        last = runs[-1] if runs else None
        if last and a - last.old == b - last.new and a <= last.old + last.size:
            runs[-1] = Run(last.old, last.new, a - last.old + size)
        else:
            runs.append(Run(a, b, size))
    return runs


def _chain(runs: list[Run]) -> list[Run]:
    """The runs, sorted by their old place, that keep their order in the new text and hold the most words."""
    # Ends of the best chains, by new place and weight both rising: the best one that ends before a place is found by
    # bisection (Jacobson & Vo, heaviest increasing subsequence, 1992).
    places: list[int] = []
    weights: list[int] = []
    heads: list[int] = []
    before: list[int] = [-1] * len(runs)
    for number, run in enumerate(runs):
        at = bisect_left(places, run.new)
        weight = run.size + (weights[at - 1] if at else 0)
        before[number] = heads[at - 1] if at else -1
        while at < len(places) and weights[at] <= weight:
            del places[at], weights[at], heads[at]
        if at == len(places) or places[at] > run.new:
            places.insert(at, run.new)
            weights.insert(at, weight)
            heads.insert(at, number)
    chain: list[Run] = []
    number = heads[-1] if heads else -1
    while number >= 0:
        chain.append(runs[number])
        number = before[number]
    return chain[::-1]


def _alike_edges(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many words are equal from the beginning on, and of the others how many at the end."""
    most = min(len(old), len(new))
    same = next((n for n in range(most) if old[n] != new[n]), most)
    left = most - same
    return same, next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)


def _matched(old: Sequence[str], new: Sequence[str], size: int) -> list[tuple[int, int]]:
    """Pairs of equal words in order, both rising: cut at rare shingles until difflib can do the rest."""
    same, ends = _alike_edges(old, new)
    if same or ends:
        inner = _matched(old[same : len(old) - ends], new[same : len(new) - ends], size)
        before, behind = range(same), range(ends, 0, -1)
        moved = [(a + same, b + same) for a, b in inner]
        return [*zip(before, before, strict=True), *moved, *((len(old) - n, len(new) - n) for n in behind)]
    if not old or not new:
        return []
    if len(old) * len(new) <= _SMALL:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(a + n, b + n) for a, b, size in blocks for n in range(size)]
    anchors = [Run(0, 0, 0), *_chain(_shared(old, new, size)), Run(len(old), len(new), 0)]
    narrower = size if len(anchors) > 2 else _NARROWER.get(size, 0)
    pairs: list[tuple[int, int]] = []
    a = b = 0
    for run in anchors:
        # Runs may overlap by some words where a phrase is repeated.
        skipped = max(0, a - run.old, b - run.new)
        if narrower and run.size >= skipped:
            inner = _matched(old[a : run.old + skipped], new[b : run.new + skipped], narrower)
            pairs += [(a + x, b + y) for x, y in inner]
            pairs += [(run.old + n, run.new + n) for n in range(skipped, run.size)]
            a, b = run.old + run.size, run.new + run.size
    return pairs
