"""What a mark of a set says of its place: numbers, words, or both; in one piece or several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reader.edits import JOIN
from reader.exchange.records.counting import Counting, Proof, says
from reader.exchange.records.fields import RecordError, inside, number, objects, text
from reader.model.spans import Span
from reader.text.invariants import frozen

QUOTES = ("quote", "text", "exact")  # what tools call the words of a mark


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: `begin` and `end` as the set counts, or None; the words, or None when it does not say them."""

    begin: int | None
    end: int | None
    quote: str | None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """All pieces; `quote` are the words from the first to the last, where those of each are not said."""

    pieces: tuple[Piece, ...]
    quote: str | None = None

    @property
    def has_words(self) -> bool:
        return bool(self.quote and self.quote.strip()) or all(p.quote and p.quote.strip() for p in self.pieces)

    def proofs(self) -> Iterator[Proof]:
        """Yield what proves how the numbers are counted."""
        for piece in self.pieces:
            if piece.begin is not None and piece.end is not None and piece.quote is not None:
                yield piece.begin, piece.end, piece.quote
        first, last = self.pieces[0].begin, self.pieces[-1].end
        if self.quote is not None and first is not None and last is not None and JOIN not in self.quote:
            yield first, last, self.quote

    def spans(self, body: str, counting: Counting) -> tuple[Span, ...] | None:
        """Return where it is by its numbers, if they are given and its words stand there."""
        found: list[tuple[int, int]] = []
        for piece in self.pieces:
            if piece.begin is None or piece.end is None:
                return None
            span = counting.span(piece.begin, piece.end, len(body))
            if span is None or (piece.quote is not None and not says(body, span, piece.quote)):
                return None
            found.append(span)
        if self.quote is not None and not self._holds(body, found):
            return None
        return tuple(Span(start, end) for start, end in found)

    def _holds(self, body: str, found: list[tuple[int, int]]) -> bool:
        assert self.quote is not None
        joined = JOIN.join(body[start:end] for start, end in found)
        return joined == self.quote or says(body, (found[0][0], found[-1][1]), self.quote)

    def refusal(self, body: str) -> RecordError:
        """Return why its numbers alone are no place."""
        first, last = self.pieces[0].begin, self.pieces[-1].end
        if first is None or last is None:
            return RecordError("it has neither a place nor words")
        try:
            inside(first, last, len(body))
        except RecordError as error:
            return error
        return RecordError("[{0}, {1}) is no place in a text of {2} characters", first, last, len(body))


def place_of(entry: Mapping[str, Any]) -> Place:
    """Return the place of a mark. Raises `RecordError` for what can be none."""
    if "pieces" in entry:
        return Place(tuple(_piece(one) for one in objects(entry, "pieces")))
    quote = next((entry[name] for name in QUOTES if isinstance(entry.get(name), str)), None)
    quote = frozen(quote) if quote is not None else None
    prefix, suffix = text(entry, "prefix"), text(entry, "suffix")
    pairs = _pairs(entry)
    if not pairs:
        return Place((Piece(None, None, quote, prefix, suffix),))
    if len(pairs) == 1:
        return Place((Piece(*pairs[0], quote, prefix, suffix),))
    pieces = [Piece(begin, end, None) for begin, end in pairs]
    if quote is not None and len(words := quote.split(JOIN)) == len(pairs):
        pieces = [Piece(p.begin, p.end, w) for p, w in zip(pieces, words, strict=True)]
        quote = None
    return Place(tuple(pieces), quote)


def _piece(one: Mapping[str, Any]) -> Piece:
    begin = number(one, "begin") if one.get("begin") is not None else None
    end = number(one, "end") if begin is not None else None
    quote = one.get("quote")
    return Piece(
        begin, end, frozen(quote) if isinstance(quote, str) else None, text(one, "prefix"), text(one, "suffix")
    )


def _pairs(entry: Mapping[str, Any]) -> list[tuple[int, int]]:
    spans = entry.get("spans")
    if not spans:
        name = "begin" if entry.get("begin") is not None else "start"
        if entry.get(name) is None and entry.get("end") is None and any(name in entry for name in QUOTES):
            return []
        begin, end = number(entry, name), number(entry, "end")
        if not 0 <= begin <= end:
            raise RecordError("[{0}, {1}) is no place", begin, end)
        return [(begin, end)]
    if not isinstance(spans, list) or not all(_is_pair(pair) for pair in spans):
        raise RecordError("“spans” is not a list of [begin, end]")
    pairs = [(int(pair[0]), int(pair[1])) for pair in spans]
    if any(s > e for s, e in pairs) or any(a[1] > b[0] for a, b in pairwise(pairs)):
        raise RecordError("“spans” {0} are not in order or run into each other", str(pairs))
    return pairs


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(_is_whole(x) for x in pair)


def _is_whole(value: object) -> bool:
    return (type(value) is int or (isinstance(value, float) and value.is_integer())) and 0 <= value < 2**53
