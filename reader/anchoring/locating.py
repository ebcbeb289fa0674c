"""A quote that came from another tool, looked for in our text.

Offsets are only a hint: they are believed where the quote stands there. Without the text that the quote was marked on
only a quote with its surroundings, or a long one that stands once, can be called `placed`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from reader.anchoring import search
from reader.anchoring.comparison import places
from reader.anchoring.outcome import Carried, Outcome, Why
from reader.anchoring.units import Counted, Unit
from reader.anchoring.words import Folding, Words
from reader.model.spans import Span

# A quote of so many characters that stands once needs nothing beside it.
_LONG = 12
_HOLDS, _NEARLY = 0.9, 0.65
_MOST = 200


@dataclass(frozen=True, slots=True)
class Selector:
    """What another tool says of a mark. `start` and `end` count `unit`, or an unknown one when it is None."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    unit: Unit | None = None


def locate(
    text: str, quote: str, *, prefix: str = "", suffix: str = "", start: int | None = None, end: int | None = None,
    unit: Unit | None = None,
) -> Carried:  # fmt: skip
    """Return where `quote` stands in `text`; for many quotes of one text make a `Locator`."""
    return Locator(text).locate(Selector(quote, prefix, suffix, start, end, unit))


class Locator:
    """One text, for any number of quotes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folding = Folding()
        self._counted: dict[Unit, Counted] = {}

    @cached_property
    def _words(self) -> Words:
        return Words(self.text, self._folding)

    @cached_property
    def _places(self) -> search.Places:
        return places(self._words.keys)

    def locate(self, selector: Selector) -> Carried:
        """Return the outcome for one selector. Nothing that only resembles the quote is ever `placed`."""
        if not selector.quote.strip():
            return Carried(Outcome.REMOVED, None, selector.quote, "", Why.NO_WORDS)
        return self._by_offsets(selector) or self._by_quote(selector) or self._alike(selector)

    def _answer(self, selector: Selector, outcome: Outcome, span: Span, why: Why) -> Carried:
        return Carried(outcome, span, selector.quote, span.of(self.text), why, span)

    # --- where the other tool says

    def _by_offsets(self, selector: Selector) -> Carried | None:
        stated = [] if selector.unit is None else [selector.unit]
        for units in (stated, [unit for unit in Unit if unit not in stated]):
            found = self._confirmed(selector, units)
            if len(found) > 1 and (selector.prefix or selector.suffix):
                found = [span for span in found if self._around(selector, span) >= _NEARLY]
            if len(found) == 1:
                return self._answer(selector, Outcome.PLACED, found[0], Why.SAME_PLACE)
        return None

    def _confirmed(self, selector: Selector, units: Iterable[Unit]) -> list[Span]:
        """Where the offsets point to the quote, in these units; letter for letter where there is such a place."""
        if selector.start is None or selector.end is None:
            return []
        pointed = {self._unit(unit).span(selector.start, selector.end) for unit in units}
        spans = sorted(span for span in pointed if span)
        equal = [span for span in spans if span.of(self.text) == selector.quote]
        return equal or [span for span in spans if self._read(span.of(self.text)) == self._read(selector.quote)]

    def _unit(self, unit: Unit) -> Counted:
        if unit not in self._counted:
            self._counted[unit] = Counted(self.text, unit)
        return self._counted[unit]

    def _read(self, text: str) -> str:
        words = Words(text, self._folding)
        return words.reading(0, len(words))

    # --- where its words stand

    def _by_quote(self, selector: Selector) -> Carried | None:
        found = self._standing(selector.quote)
        if len(found) == 1:
            sure = self._believed(selector, found[0], alone=True)
            return self._moved(selector, found[0]) if not sure else self._placed(selector, found[0])
        ranked = sorted(((self._around(selector, span), span) for span in found), reverse=True)
        if not ranked or not (selector.prefix or selector.suffix):
            return self._nearest(selector, found) if found else None
        if ranked[0][0] - ranked[1][0] < search.AHEAD or ranked[0][0] < _NEARLY:
            return self._nearest(selector, [span for score, span in ranked if score > ranked[0][0] - search.AHEAD])
        sure = self._believed(selector, ranked[0][1], alone=False)
        return self._placed(selector, ranked[0][1]) if sure else self._moved(selector, ranked[0][1])

    def _placed(self, selector: Selector, span: Span) -> Carried:
        return self._answer(selector, Outcome.PLACED, span, Why.SAME_PLACE)

    def _moved(self, selector: Selector, span: Span) -> Carried:
        return self._answer(selector, Outcome.MOVED, span, Why.ELSEWHERE)

    def _nearest(self, selector: Selector, spans: list[Span]) -> Carried:
        """One of several equal places: the nearest to the hint, and a person has to say."""
        hint = selector.start or 0
        return self._answer(selector, Outcome.MOVED, min(spans, key=lambda s: abs(s.start - hint)), Why.TWICE)

    def _standing(self, quote: str) -> list[Span]:
        """Where the quote stands, letter for letter or by its words."""
        found: list[Span] = []
        at = self.text.find(quote)
        while at >= 0 and len(found) < _MOST:
            found.append(Span(at, at + len(quote)))
            at = self.text.find(quote, at + 1)
        if found:
            return found
        wanted = Words(quote, self._folding)
        if not len(wanted):
            return []
        hits = search.occurrences(self._words.keys, self._places, wanted.keys)
        reading = wanted.reading(0, len(wanted))
        return [self._words.span(*hit) for hit in hits if self._words.reading(*hit) == reading]

    def _believed(self, selector: Selector, span: Span, *, alone: bool) -> bool:
        """Both sides hold, or one does beside a long quote; a long one that stands once is enough if none was given."""
        scores = sorted(self._sides(selector, span))
        long = len(selector.quote) >= _LONG
        if not scores:
            return alone and long
        if len(scores) == 2 and scores[1] >= _HOLDS and scores[0] >= _NEARLY:
            return True
        return scores[-1] >= _HOLDS and long

    def _sides(self, selector: Selector, span: Span) -> list[float]:
        """How alike the text on each side is, of the sides that the selector gives."""
        from rapidfuzz.distance import Indel

        before = self.text[max(0, span.start - 2 * len(selector.prefix)) : span.start]
        behind = self.text[span.end : span.end + 2 * len(selector.suffix)]
        given = ((self._read(selector.prefix), self._read(before), True),
                 (self._read(selector.suffix), self._read(behind), False))  # fmt: skip
        return [
            Indel.normalized_similarity(said, seen[-len(said) :] if tail else seen[: len(said)])
            for said, seen, tail in given
            if said
        ]

    def _around(self, selector: Selector, span: Span) -> float:
        scores = self._sides(selector, span)
        return sum(scores) / len(scores) if scores else 0.0

    # --- where alike words stand

    def _alike(self, selector: Selector) -> Carried:
        said = Words(selector.prefix + selector.quote + selector.suffix, self._folding)
        start = len(selector.prefix)
        ours = said.touched(Span(start, start + len(selector.quote)))
        found = search.alike(said, ours, self._words, self._places) if ours[0] < ours[1] else None
        if found is None:
            return Carried(Outcome.REMOVED, None, selector.quote, "", Why.NOT_FOUND)
        return self._answer(selector, Outcome.CHANGED, self._words.span(found.first, found.end), Why.ALIKE)
