"""Marks from one text to another: the decision when to believe that words are the marked ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.anchoring import search
from reader.anchoring.comparison import Comparison
from reader.anchoring.outcome import Carried, Outcome, Why
from reader.anchoring.replaced import Hull, hull, in_its_place
from reader.anchoring.turned import negated, turned
from reader.anchoring.words import LINE, SENTENCE, count_words
from reader.model.spans import Span

# Equal words that must stand beside the marked ones on one side; for a mark of few characters on both, or many on one.
BESIDE, SHORT, BOTH_SHORT, ONE_SHORT = 4, 16, (3, 6), 6
# So many words that stand once in both texts need nothing beside them.
ENOUGH = 8
_FAR = 120


def carry(old_text: str, new_text: str, spans: Sequence[Span]) -> tuple[Carried, ...]:
    """Return what became of each of `spans` of `old_text` in `new_text`, in their order.

    Offsets are code points, half-open. Always carry from the text a mark was made on: what was carried twice may
    have gone wrong twice. ValueError when a span reaches past the end of `old_text`.
    """
    return carry_over(Comparison(old_text, new_text), spans)


def carry_over(comparison: Comparison, spans: Sequence[Span]) -> tuple[Carried, ...]:
    """Return `carry` for texts that were already compared."""
    length = len(comparison.old.text)
    for span in spans:
        if span.end > length:
            raise ValueError(f"[{span.start}, {span.end}) reaches past the end of the text ({length})")
    return tuple(_Mark(comparison, span).carried() for span in spans)


def _within(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], two[0]), min(one[1], two[1])


def _shifted(one: tuple[int, int], by: int) -> tuple[int, int]:
    return one[0] + by, one[1] + by


class _Mark:
    """One mark on its way: words `first` to `end` of the old text."""

    def __init__(self, comparison: Comparison, span: Span) -> None:
        self.comparison = comparison
        self.span = span
        self.quote = span.of(comparison.old.text)
        self.first, self.end = comparison.old.touched(span)
        self._short = span.end - span.start < SHORT

    def carried(self) -> Carried:
        if self.first >= self.end:
            return Carried(Outcome.REMOVED, None, self.quote, "", Why.NO_WORDS)
        return self._in_one_piece() or self._in_pieces() or self._elsewhere() or self._gone()

    def _gone(self) -> Carried:
        return Carried(Outcome.REMOVED, None, self.quote, "", Why.NOT_FOUND)

    def _answer(self, outcome: Outcome, first: int, end: int, why: Why) -> Carried:
        found = self._edges(first, end)
        span = None if outcome is Outcome.REMOVED else found
        return Carried(outcome, span, self.quote, found.of(self.comparison.new.text), why, found)

    def _edges(self, first: int, end: int) -> Span:
        """The new span; a mark that began or ended inside a word does so again where that word is the same."""
        old, new = self.comparison.old, self.comparison.new
        whole = new.span(first, end)
        start, stop = whole.start, whole.end
        if self.span.start > old.starts[self.first] and old.keys[self.first] == new.keys[first]:
            start = new.offset(first, old.edge(self.first, self.span.start))
        if self.span.end < old.ends[self.end - 1] and old.keys[self.end - 1] == new.keys[end - 1]:
            stop = new.offset(end - 1, old.edge(self.end - 1, self.span.end))
        return Span(start, stop) if start < stop else whole

    # --- every word is there, in one run

    def _in_one_piece(self) -> Carried | None:
        comparison, to = self.comparison, self.comparison.alignment.to
        first, size = to[self.first], self.end - self.first
        if first < 0 or to[self.first : self.end] != list(range(first, first + size)):
            return None
        if not self._believed(first):
            return None
        if not self._spaced_alike(first):
            return self._answer(Outcome.CHANGED, first, first + size, Why.WORDS_DIFFER)
        if self._may_be_another(first):
            return self._answer(Outcome.MOVED, first, first + size, Why.TWICE)
        if negated(comparison.old, (self.first, self.end), comparison.new, (first, first + size)):
            return self._answer(Outcome.CHANGED, first, first + size, Why.NEGATED)
        if turned(comparison, (self.first, self.end), (first, first + size)):
            return self._answer(Outcome.CHANGED, first, first + size, Why.TURNED)
        alone = max(self._beside(first, BESIDE)) < BESIDE
        if comparison.alignment.moved[self.first] or (alone and self._torn(first)):
            if self._accompanied(first):
                return self._answer(Outcome.MOVED, first, first + size, Why.WITH_NEIGHBOURS)
            # A few words in a sentence that was cut and stands elsewhere: they are rarely what was meant.
            outcome = Outcome.REMOVED if self._short else Outcome.MOVED
            return self._answer(outcome, first, first + size, Why.ELSEWHERE)
        return self._answer(Outcome.PLACED, first, first + size, Why.SAME_PLACE)

    def _believed(self, first: int) -> bool:
        """Whether enough of what stands beside the mark came along."""
        less, more = sorted(self._beside(first, ONE_SHORT))
        if more >= (ONE_SHORT if self._short else BESIDE) or self._in_its_sentence(first):
            return True
        if self._short:
            return less >= BOTH_SHORT[0] and more >= BOTH_SHORT[1]
        if count_words(self.comparison.old.keys[self.first : self.end]) >= ENOUGH:
            return True
        ours, theirs = (self.first, self.end), (first, first + self.end - self.first)
        return search.around(self.comparison.old, ours, self.comparison.new, theirs) >= search.CONTEXT_HOLDS

    def _in_its_sentence(self, first: int) -> bool:
        """Whether the whole sentence that the mark is in, or is, came along and is one there too."""
        old, new, shift = self.comparison.old, self.comparison.new, first - self.first
        start, end = old.sentence(self.first, self.end)
        there = start + shift, end + shift
        return (
            self._long(start, end)
            and new.sentence(first, self.end + shift) == there
            and new.keys[slice(*there)] == old.keys[start:end]
        )

    def _beside(self, first: int, most: int, old: int | None = None) -> tuple[int, int]:
        """Equal words before and behind when old word `old` (else the mark's first) is new word `first`."""
        start = self.first if old is None else old
        size = self.end - self.first
        return self.comparison.before(start, first, most), self.comparison.behind(start + size, first + size, most)

    def _accompanied(self, first: int) -> bool:
        """Whether two sentences of one line moved together, or whole lines did.

        One sentence that was cut out and stands elsewhere may be a copy that was put there for another reason.
        """
        old, new, shift = self.comparison.old, self.comparison.new, first - self.first
        starts, ends = self.comparison.alignment.extents
        start, end = starts[self.first], ends[self.end - 1]
        near = _within((start, end), old.line(self.first, self.end))
        near = _within(near, _shifted(new.line(first, self.end + shift), -shift))
        for n in range(near[0] + 1, near[1]):
            if old.breaks[n] == SENTENCE == new.breaks[n + shift] and self._long(near[0], n) and self._long(n, near[1]):
                return True
        lines = sum(1 for n in range(start, end) if old.breaks[n] == LINE)
        whole = all(
            words.breaks[a] == LINE and words.line_end(b) == b
            for words, a, b in ((old, start, end), (new, start + shift, end + shift))
        )
        return whole and lines > 1

    def _long(self, first: int, end: int) -> bool:
        return count_words(self.comparison.old.keys[first:end]) >= BESIDE

    def _torn(self, first: int) -> bool:
        """Whether words that stood beside the mark now have others between it and themselves that were there before."""
        to, back = self.comparison.alignment.to, self.comparison.alignment.back
        size = self.end - self.first
        before = to[self.first - 1] if self.first else -1
        behind = to[self.end] if self.end < len(to) else -1
        return (before >= 0 and (before > first or any(n >= 0 for n in back[before + 1 : first]))) or (
            behind >= 0 and (behind < first or any(n >= 0 for n in back[first + size : behind]))
        )

    def _spaced_alike(self, first: int) -> bool:
        old, new, shift = self.comparison.old, self.comparison.new, first - self.first
        return all(old.spaced(n) == new.spaced(n + shift) for n in range(self.first + 1, self.end))

    def _may_be_another(self, first: int) -> bool:
        """Whether the same words, put in or taken out nearby, could as well be the ones that were marked."""
        ours: tuple[int, int] | None = None
        for rival in self._rivals(first):
            ours = ours or self._beside(first, _FAR)
            if rival == ours or rival[0] > ours[0] or rival[1] > ours[1]:
                return True
        return False

    def _rivals(self, first: int) -> Iterator[tuple[int, int]]:
        """What stands beside the same words put in elsewhere, and beside the same words taken out."""
        comparison, wanted = self.comparison, self.comparison.old.keys[self.first : self.end]
        for place, _ in search.occurrences(comparison.new.keys, comparison.loose, wanted, first):
            if place != first:
                yield self._beside(place, _FAR)
        for place, _ in search.occurrences(comparison.old.keys, comparison.left, wanted, self.first):
            if place != self.first:
                yield self._beside(first, _FAR, old=place)

    # --- some of its words are there

    def _in_pieces(self) -> Carried | None:
        found = hull(self.comparison, self.first, self.end)
        if found and found.plausible and self._holds(found):
            same = self._equal(found.first, found.end)
            why = Why.AROUND_DIFFERS if same else Why.WORDS_DIFFER
            return self._answer(Outcome.CHANGED, found.first, found.end, why)
        other = in_its_place(self.comparison, self.first, self.end)
        return self._answer(Outcome.REMOVED, *other, Why.IN_ITS_PLACE) if other else None

    def _holds(self, found: Hull) -> bool:
        """A short mark needs its surroundings too: two common words are soon found."""
        if self.span.end - self.span.start >= search.SHORTEST_ALIKE:
            return True
        ours, theirs = (self.first, self.end), (found.first, found.end)
        return search.around(self.comparison.old, ours, self.comparison.new, theirs) >= search.CONTEXT_HOLDS

    def _equal(self, first: int, end: int) -> bool:
        old, new = self.comparison.old, self.comparison.new
        return old.reading(self.first, self.end) == new.reading(first, end)

    # --- none of them is where it was

    def _elsewhere(self) -> Carried | None:
        comparison, ours = self.comparison, (self.first, self.end)
        if found := search.exact(comparison.old, ours, comparison.new, comparison.loose):
            alike = self._spaced_alike(found.first)
            return self._answer(
                Outcome.MOVED if alike else Outcome.CHANGED,
                found.first, found.end, Why.ELSEWHERE if alike else Why.WORDS_DIFFER,
            )  # fmt: skip
        if found := search.alike(comparison.old, ours, comparison.new, comparison.loose):
            return self._answer(Outcome.CHANGED, found.first, found.end, Why.ALIKE)
        return None
