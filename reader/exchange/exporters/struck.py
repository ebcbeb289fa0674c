"""Words that the publisher struck out, told in formats to read: how many, and where a quotation runs over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.edits.annotations import JOIN
from reader.model.annotations import Annotation
from reader.model.articles import Revision
from reader.model.spans import Span
from reader.model.struck_places import StruckPlace, pieces_at, struck_over, struck_within
from reader.notices import STRUCK_OUT, notice


def struck_notice(places: Sequence[StruckPlace]) -> list[str]:
    """Return the sentence that says how many places there are; none for none."""
    return [notice(STRUCK_OUT, len(places))] if places else []


def quotation(revision: Revision, a: Annotation, places: Sequence[StruckPlace]) -> Iterator[tuple[str, bool]]:
    """Yield the words of a mark, and among them, as true, those that were struck out there."""
    if not struck_over(places, a.anchor.spans):
        yield a.anchor.quote, False
        return
    for n, span in enumerate(a.anchor.spans):
        if n:
            yield JOIN, False
        yield from struck_pieces(revision, span, places)


def struck_pieces(revision: Revision, span: Span, places: Sequence[StruckPlace]) -> Iterator[tuple[str, bool]]:
    """Yield the words of some of the text, and among them, as true, those that were struck out there."""
    start, text = span.start, revision.text
    for place in struck_within(places, span):
        shown = pieces_at(text, place.at, place.words)
        yield text[start : place.at] + shown.before, False
        yield shown.words, True
        start = place.at
        if shown.after:
            yield shown.after, False
    yield text[start : span.end], False
