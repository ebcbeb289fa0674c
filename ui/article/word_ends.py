"""The ends of words, for moving the ends of marks."""

from __future__ import annotations

import re

from reader.model.spans import Span

_WORD = re.compile(r"\w+(?:[-'’‑.]\w+)*")
_REACH = 400  # code points to look for a word in; a longer gap holds none worth going to
# Thai, Lao, Myanmar, Khmer, kana and Han: scripts that put no space between words, where a run of letters is no word.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def cuts_word(text: str, span: Span) -> bool:
    """Return whether `span` begins or ends inside a word."""
    return snapped(text, span) != span


def snapped(text: str, span: Span) -> Span:
    """Return `span` stretched to whole words at both ends."""
    start, end = span.start, span.end
    for word in _WORD.finditer(text, max(0, start - _REACH), min(len(text), end + _REACH)):
        if word.start() < start < word.end() and not _unspaced(text, start):
            start = word.start()
        if word.start() < end < word.end() and not _unspaced(text, end):
            end = word.end()
    return Span(start, end)


def _unspaced(text: str, at: int) -> bool:
    """Whether a letter beside this place belongs to a script that does not part words."""
    return _UNSPACED.search(text, at - 1, at + 1) is not None


def moved_start(text: str, span: Span, direction: int) -> Span:
    """Return `span` beginning one word later (1) or earlier (-1); the same when there is none or nothing would be
    left."""
    if direction > 0:
        found = [w.start() for w in _WORD.finditer(text, span.start, min(span.end, span.start + _REACH))]
        start = next((at for at in found if at > span.start), span.start)
    else:
        found = [w.start() for w in _WORD.finditer(text, max(0, span.start - _REACH), span.start)]
        start = found[-1] if found else span.start
    return Span(start, span.end)


def moved_end(text: str, span: Span, direction: int) -> Span:
    """Return `span` ending one word later (1) or earlier (-1)."""
    if direction > 0:
        found = [w.end() for w in _WORD.finditer(text, span.end, min(len(text), span.end + _REACH))]
        end = found[0] if found else span.end
    else:
        found = [w.end() for w in _WORD.finditer(text, max(span.start, span.end - _REACH), span.end)]
        end = next((at for at in reversed(found) if span.start < at < span.end), span.end)
    return Span(span.start, end)
