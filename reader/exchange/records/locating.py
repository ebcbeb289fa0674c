"""Marks that do not stand where they say: looked for by their words, with an honest outcome, and never dropped.

What could not be put exactly was made on a text that we do not have. Its words, with what stood beside them, are kept
as a text of their own, on which the mark was made: from there it is carried to every later capture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import normalize

from reader.anchoring import Carried, Locator, Outcome, Selector, Why
from reader.edits import JOIN
from reader.exchange.records.counting import other_forms, says
from reader.exchange.records.fields import made_id
from reader.exchange.records.marks import Floating, anchored
from reader.exchange.records.places import Piece, Place
from reader.messages import Message
from reader.model.annotations import Anchor, Annotation, Origin
from reader.model.articles import Block, Metadata, Revision, fingerprint
from reader.model.spans import Span

_WORSE = (Outcome.PLACED, Outcome.MOVED, Outcome.CHANGED, Outcome.REMOVED)


@dataclass(frozen=True, slots=True)
class Located:
    """Marks that were looked for: those on the text, those that are not in it, and the text of their words."""

    placed: tuple[Annotation, ...] = ()
    orphans: tuple[Annotation, ...] = ()
    words: Revision | None = None


def located(floating: Sequence[Floating], revision: Revision) -> Located:
    """Return where each mark stands on `revision` by its words."""
    if not floating:
        return Located()
    locator = Locator(revision.text)
    found = [(one, [_where(piece, one, locator) for piece in _pieces(one.place)]) for one in floating]
    unsure = [one for one, pieces in found if _together(pieces) is not Outcome.PLACED]
    words, spans = _words(unsure, revision)
    placed: list[Annotation] = []
    orphans: list[Annotation] = []
    for one, pieces in found:
        outcome = _together(pieces)
        if outcome is Outcome.PLACED:
            placed.append(Annotation(**one.values, anchor=anchored(revision, _spans(pieces))))
            continue
        assert words is not None
        made_at = spans[id(one)]
        worst = max(pieces, key=lambda piece: _WORSE.index(piece.outcome))
        needs_review = outcome is Outcome.CHANGED or any(piece.asks for piece in pieces)
        quote = JOIN.join(span.of(words.text) for span in made_at)
        origin = Origin(words.id, made_at, quote, outcome.value, worst.why.value, needs_review)
        there = _spans(pieces)
        anchor = anchored(revision, there) if there else _own_anchor(words, made_at, one.place)
        (placed if there else orphans).append(Annotation(**one.values | {"origin": origin}, anchor=anchor))
    return Located(tuple(placed), tuple(orphans), words)


def looked_for_again(mark: Annotation, revision: Revision, locator: Locator) -> Annotation:
    """Return a mark that waits with its words for a text on `revision`, the text of `locator`, when they are in it; one
    whose words are surely those was made there."""
    floating = _waiting(mark)
    pieces = [_where(piece, floating, locator) for piece in floating.place.pieces]
    spans, outcome = _spans(pieces), _together(pieces)
    if not spans or mark.origin is None:
        return mark
    asks = outcome is Outcome.CHANGED or any(piece.asks for piece in pieces)
    worst = max(pieces, key=lambda piece: _WORSE.index(piece.outcome))
    told = replace(mark.origin, outcome=outcome.value, why=worst.why.value, needs_review=asks)
    return replace(mark, anchor=anchored(revision, spans), origin=told if asks else None)


def _waiting(mark: Annotation) -> Floating:
    """The words of a mark on the text of a set's words, where each line is a piece with what stood beside it."""
    anchor = mark.anchor
    quotes = anchor.quote.split(JOIN) if len(anchor.spans) > 1 else [anchor.quote]
    before, after = anchor.before.rpartition("\n")[2], anchor.after.partition("\n")[0]
    last = len(quotes) - 1
    pieces = [
        Piece(None, None, quote, before if n == 0 else "", after if n == last else "") for n, quote in enumerate(quotes)
    ]
    return Floating({}, Place(tuple(pieces)), None, Message("annotation {0}", mark.id))


def _pieces(place: Place) -> tuple[Piece, ...]:
    if place.quote is None:
        return place.pieces
    first, last = place.pieces[0], place.pieces[-1]
    return (Piece(first.begin, last.end, place.quote, first.prefix, last.suffix),)


def _where(piece: Piece, one: Floating, locator: Locator) -> Carried:
    text, quote = locator.text, piece.quote or ""
    around = piece.prefix + quote + piece.suffix
    sure = around if piece.prefix or piece.suffix else quote if piece.begin is None else ""
    if sure and text.count(sure) == 1:
        start = text.index(sure) + (len(piece.prefix) if sure is around else 0)
        span = Span(start, start + len(quote))
        return Carried(Outcome.PLACED, span, quote, quote, Why.SAME_PLACE, span)
    if sure and not sure.isascii() and (found := _composed(text, piece, alone=sure is quote)) is not None:
        return Carried(Outcome.PLACED, found, quote, found.of(text), Why.SAME_PLACE, found)
    return locator.locate(Selector(quote, piece.prefix, piece.suffix, one.near))


def _composed(text: str, piece: Piece, *, alone: bool) -> Span | None:
    """The one place where the words stand in another Unicode form."""
    around = normalize("NFC", piece.quote or "" if alone else piece.prefix + (piece.quote or "") + piece.suffix)
    composed = normalize("NFC", text)
    if composed.count(around) != 1:
        return None
    start = composed.index(around) + (0 if alone else len(normalize("NFC", piece.prefix)))
    end = start + len(normalize("NFC", piece.quote or ""))
    for counting in other_forms(text):
        span = counting.span(start, end, len(text))
        if span is not None and says(text, span, piece.quote or ""):
            return Span(*span)
    return None


def _together(pieces: Sequence[Carried]) -> Outcome:
    worst = max((piece.outcome for piece in pieces), key=_WORSE.index)
    if any(a.span and b.span and a.span.end > b.span.start for a, b in pairwise(pieces)):
        return Outcome.REMOVED  # torn: the pieces stand in another order
    return worst


def _spans(pieces: Sequence[Carried]) -> tuple[Span, ...]:
    """Where all pieces stand; nothing when one of them is not there."""
    if _together(pieces) is Outcome.REMOVED:
        return ()
    return tuple(piece.span for piece in pieces if piece.span is not None)


def _own_anchor(words: Revision, spans: tuple[Span, ...], place: Place) -> Anchor:
    return anchored(words, spans, place.pieces[0].prefix, place.pieces[-1].suffix)


def _words(floating: Sequence[Floating], revision: Revision) -> tuple[Revision | None, dict[int, tuple[Span, ...]]]:
    """The words of these marks as a text, each with what stood beside it in lines of its own, and where each is."""
    if not floating:
        return None, {}
    text, spans = "", dict[int, tuple[Span, ...]]()
    for one in floating:
        found = []
        for piece in _pieces(one.place):
            start = len(text) + len(piece.prefix)
            found.append(Span(start, start + len(piece.quote or "")))
            text += f"{piece.prefix}{piece.quote or ''}{piece.suffix}\n"
        spans[id(one)] = tuple(found)
    text = text.removesuffix("\n")
    article = revision.article_id
    return Revision(
        made_id("words of a set", article, text), article, text, blocks_of(text), Metadata(), revision.captured,
        fingerprint=fingerprint(text), origin="set",
    ), spans  # fmt: skip


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return each line as a paragraph."""
    found, position = [], 0
    for line in text.split("\n"):
        found.append(Block(Span(position, position + len(line))))
        position += len(line) + 1
    return tuple(found)
