"""What an answer to a search shows: a piece of the text as it stands, with the words that were found marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice, takewhile

from reader.model.spans import Span
from reader.text.folding import Folded, fold
from reader.text.index_words import SIGNS, UNSPACED, Phrase, is_unspaced

OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters: no article's own words
_BEFORE, _WIDTH = 40, 220  # characters shown before the words that were found, and of all
_PIECE, _OVERLAP = 20_000, 500  # characters folded at once: the words mostly stand in the first of them
_PIECES = 10  # that are looked through for a better one
_MOST, _FEW = 100, 20  # places of each phrase that are looked at, of several and of one
_LETTER = f"[^\\W_{UNSPACED}]"
_BETWEEN = f"[^{SIGNS}\\w]*_*[^{SIGNS}\\w]*"

Hit = tuple[Span, int]  # where a phrase stands, and which of them


def snippet(texts: Sequence[str], phrases: Sequence[Phrase]) -> str:
    """Return the piece of `texts` in which most of the phrases stand together, of equals that of the first text; the
    beginning of the first text when none stands anywhere."""
    patterns = [_pattern(phrase) for phrase in phrases]
    shown, best = texts[0], list[Hit]()
    for text in texts:
        found = _best(text, patterns)
        if _different(found) > _different(best):
            shown, best = text, found
        if _different(best) == len(patterns):
            break
    start = max(0, best[0][0].start - _BEFORE) if best else 0
    return _cut(shown, start, [span for span, _ in best])


def _different(hits: Sequence[Hit]) -> int:
    return len({phrase for _, phrase in hits})


def _pattern(phrase: Phrase) -> re.Pattern[str]:
    """The phrase in a folded text. Where a beginning is enough the whole word is shown as found."""
    ways = []
    for n, segment in enumerate(phrase.segments):
        word, last = re.escape(segment), n == len(phrase.segments) - 1
        if segment[0].isalnum() and not is_unspaced(segment):
            behind = f"{_LETTER}*" if last and phrase.beginning else f"(?!{_LETTER})"
            word = f"(?<!{_LETTER}){word}{behind}"
        ways.append(word)
    return re.compile(_BETWEEN.join(ways))


def _best(text: str, patterns: Sequence[re.Pattern[str]]) -> list[Hit]:
    """The places that are shown: all in one piece, from the first that has any on until one has every phrase."""
    best, after = list[Hit](), 0
    for start in range(0, len(text), _PIECE):
        found = _together(_hits(text, start, patterns))
        best = found if _different(found) > _different(best) else best
        after += bool(best)
        if _different(best) == len(patterns) or after == _PIECES:
            break
    return best


def _hits(text: str, start: int, patterns: Sequence[re.Pattern[str]]) -> list[Hit]:
    folded = fold(text[start : start + _PIECE + _OVERLAP])
    most = _MOST if len(patterns) > 1 else _FEW
    found = [list(islice(_places(folded, pattern, n, start), most)) for n, pattern in enumerate(patterns)]
    return list(merge(*found, key=lambda hit: hit[0].start))


def _places(folded: Folded, pattern: re.Pattern[str], number: int, start: int) -> Iterator[Hit]:
    for match in pattern.finditer(folded.text):
        span = folded.span(*match.span())
        yield Span(start + span.start, start + span.end), number


def _together(hits: Sequence[Hit]) -> list[Hit]:
    """Those within the window that has most of the phrases, of equals the first."""
    best, most = list[Hit](), _different(hits)
    for n in range(len(hits)):
        window = _window(hits, n)
        if _different(window) > _different(best):
            best = window
        if _different(best) == most:
            break
    return best


def _window(hits: Sequence[Hit], first: int) -> list[Hit]:
    end = hits[first][0].start + _WIDTH - _BEFORE
    return [hits[first], *takewhile(lambda hit: hit[0].end <= end, islice(hits, first + 1, None))]


def _cut(text: str, start: int, spans: Sequence[Span]) -> str:
    """The text from about `start`, between spaces where some are near, with the spans marked in it."""
    end = max(start + _WIDTH, spans[-1].end if spans else 0)
    first, last = (spans[0].start, spans[-1].end) if spans else (0, 0)
    if start > 0:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", last, end), 0) or end
    shown, at = ["…" if start > 0 else ""], start
    for span in spans:
        if span.start >= at:
            shown += [text[at : span.start], OPEN, text[span.start : span.end], CLOSE]
            at = span.end
    return "".join([*shown, text[at:end], "…" if end < len(text) else ""])
