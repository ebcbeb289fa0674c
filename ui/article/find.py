"""Find in the article: every place of some words, whatever their case and accents."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

from reader.model.spans import Span

_MARKS = "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]*"  # combining accents and Arabic vowel signs
MOST = 100_000  # hits; more than that help nobody


class Finder:
    """The hits of the latest words in `text`, in order, and which of them is the current one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: str | None = None
        self.words = ""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.current = -1

    def look_for(self, words: str) -> int:
        """Return how many hits `words` has. White space matches any white space."""
        self.words, self.current = words, -1
        found = list(_pattern(words).finditer(self._whole())) if words.strip() else []
        self.starts = [m.start() for m in found[:MOST]]
        self.ends = [m.end() for m in found[:MOST]]
        return len(self.starts)

    def step(self, forward: bool, beside: int) -> Span | None:
        """Return the next hit or the one before, round the ends; the first step counts from code point `beside`."""
        count = len(self.starts)
        if not count:
            return None
        if self.current < 0:
            at = bisect_left(self.starts, beside)
            self.current = at % count if forward else (at - 1) % count
        else:
            self.current = (self.current + (1 if forward else -1)) % count
        return Span(self.starts[self.current], self.ends[self.current])

    def between(self, start: int, end: int) -> list[tuple[Span, bool]]:
        """Return the hits that touch `[start, end)`, each with whether it is the current one."""
        low, high = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return [(Span(self.starts[n], self.ends[n]), n == self.current) for n in range(low, high)]

    def _whole(self) -> str:
        """The text folded one character for one, so that every place in it is a place of the text."""
        if self._folded is None:
            table = {ord(letter): _folded(letter) for letter in set(self._text)}
            self._folded = self._text.translate(table)
        return self._folded


def _folded(letter: str) -> str:
    if unicodedata.combining(letter):
        return letter
    plain = unicodedata.normalize("NFKD", letter)[:1].casefold()
    return plain if len(plain) == 1 else letter


def _pattern(words: str) -> re.Pattern[str]:
    bare = [c for c in unicodedata.normalize("NFC", words.strip()) if not unicodedata.combining(c)]
    parts = re.split(r"\s+", "".join(_folded(c) for c in bare))
    return re.compile(r"\s+".join("".join(re.escape(c) + _MARKS for c in part) for part in parts))
