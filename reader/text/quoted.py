"""Where the words of a quote stand in a text: as they are, or else but for what nobody can type or see."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from reader.model.spans import Span
from reader.text.folded_letters import Strength
from reader.text.folding import Folded, fold, fold_text


def places_of(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[Span]:
    """Return every place where `quote` stands between `prefix` and `suffix`.

    Where the very characters stand nowhere, invisible ones, kinds of space, quotation mark and dash, ligatures and
    Unicode's forms of one letter make no difference; case and accents always do. The places are those of the text as
    it stands.
    """
    return list(_exact(text, quote, prefix, suffix)) or list(_forgiving(text, quote, prefix, suffix))


def _exact(text: str, quote: str, prefix: str, suffix: str) -> Iterator[Span]:
    for start, end in _all(text, quote):
        if text.endswith(prefix, 0, start) and text.startswith(suffix, end):
            yield Span(start, end)


def _forgiving(text: str, quote: str, prefix: str, suffix: str) -> Iterator[Span]:
    wanted, before, behind = (fold_text(part, Strength.QUOTE) for part in (quote, prefix, suffix))
    folded = _folded(text)
    for start, end in _all(folded.text, wanted):
        beside = folded.text.endswith(before, 0, start) and folded.text.startswith(behind, end)
        if beside and not _cuts(folded, start) and not _cuts(folded, end):
            yield folded.span(start, end)


def _all(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


def _cuts(folded: Folded, at: int) -> bool:
    """Whether a place would part a ligature, or an accent from its letter: that says more, or less, than the quote."""
    return folded.splits(at) or unicodedata.category(folded.text[at : at + 1] or " ")[0] == "M"


@lru_cache(maxsize=2)  # a batch asks for many quotes of one text
def _folded(text: str) -> Folded:
    return fold(text, Strength.QUOTE)
