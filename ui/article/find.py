"""Find in the article: every place of some words, as all searches of Tilik compare them (`reader.text.folding`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from reader.model.spans import Span

if TYPE_CHECKING:
    from reader.text.folding import Folded

MOST = 100_000  # hits; more than that help nobody


class Finder:
    """The hits of the latest words in `text`, in order, and which of them is the current one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = ""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.current = -1

    def look_for(self, words: str) -> int:
        """Return how many hits `words` has. White space matches any white space."""
        self.words, self.current = words, -1
        self.starts, self.ends = [], []
        for span in self._spans(words.strip()):
            if not self.ends or span.start >= self.ends[-1]:  # not the other half of a letter that was two
                self.starts.append(span.start)
                self.ends.append(span.end)
        return len(self.starts)

    def _spans(self, words: str) -> list[Span]:
        if not words:
            return []
        from reader.text.folding import fold_text  # no first paint needs it

        wanted = fold_text(words).strip()
        return [self._folded.span(*place) for place in islice(self._folded.places(wanted), MOST)] if wanted else []

    @cached_property
    def _folded(self) -> Folded:
        from reader.text.folding import fold

        return fold(self._text)

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
