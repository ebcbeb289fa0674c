"""What a line of a dump shares with the others: the words of the article, those of its headline, the length of lines
round it, earlier copies of itself. Words are compared as they stand, without a list of any language's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p, sqrt

from reader.cleaning.raw import RawBlock

_WORD = re.compile("[^\\W\\d_]{4,}|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_LETTERS = re.compile(r"[^\W\d_]+")
_LOOKED, _CASED = 1500, 600  # characters of a line whose words are compared, whose capitals are counted
_SHORT, _FAR, _NONE = 80.0, 300.0, 999.0
TOPIC_NAMES = (
    "topic", "topic_often", "title_share", "cased", "from_headline", "from_copy", "title_words", "long_3", "long_8",
    "uneven", "short_before", "short_after", "topic_before", "topic_after", "begins_alike",
)  # fmt: skip


class Topics:
    """The lines of one dump. `good` says which of them read as text, `start` and `end` bound its densest stretch."""

    def __init__(self, blocks: Sequence[RawBlock], sizes: Sequence[float], good: Sequence[bool], start: int, end: int):
        self._blocks = blocks
        self._words = [{word.lower() for word in _WORD.findall(block.text[:_LOOKED])} for block in blocks]
        self._inside = [good[n] and start <= n < end for n in range(len(blocks))]
        self._main = Counter(word for n, words in enumerate(self._words) if self._inside[n] for word in words)
        self._headline = self._likeliest_headline(max(start, 1) + 1)
        self._long = [log1p(size) for size in sizes]
        self._sums = list(accumulate(self._long, initial=0.0))
        short = [size < _SHORT for size in sizes]
        self._before, self._after = _runs(short), _runs(short[::-1])[::-1]
        self._topic = [self._shared(n, 1) for n in range(len(blocks))]
        self._topics = list(accumulate((max(0.0, share) for share in self._topic), initial=0.0))
        self._firsts = Counter(_first(block) for block in blocks)
        self._copies = self._since_copy()

    def of(self, n: int) -> list[float]:
        """Return the values of `TOPIC_NAMES` for one line."""
        words, count = self._words[n], len(self._blocks)
        title: set[str] = self._words[self._headline] if self._headline >= 0 else set()
        low, high = max(0, n - 3), min(count, n + 4)
        return [
            self._topic[n], self._shared(n, 2), len(words & title) / len(words) if words else -1.0,
            _cased(self._blocks[n].text), n - self._headline if self._headline >= 0 else _NONE, self._copies[n],
            len(words & title), self._mean(n, 3), self._mean(n, 8), self._uneven(n), self._before[n], self._after[n],
            (self._topics[n] - self._topics[low]) / max(1, n - low),
            (self._topics[high] - self._topics[n + 1]) / max(1, high - n - 1), self._firsts[_first(self._blocks[n])],
        ]  # fmt: skip

    def _shared(self, n: int, often: int) -> float:
        """The share of a line's words that stand in at least so many other lines of the densest stretch."""
        words, own = self._words[n], self._inside[n]
        return sum(self._main[word] - own >= often for word in words) / len(words) if words else -1.0

    def _likeliest_headline(self, end: int) -> int:
        """The last of the lines above the text with most of the text's words."""
        best, found = 0.0, -1
        for n in range(min(end, len(self._blocks))):
            words = self._words[n]
            if words and 15 <= len(self._blocks[n].text) <= 220:
                share = sum(self._main[word] > 0 for word in words) / len(words) * min(4, len(words))
                if share >= best:
                    best, found = share, n
        return found

    def _mean(self, n: int, reach: int) -> float:
        low, high = max(0, n - reach), min(len(self._blocks), n + reach + 1)
        return (self._sums[high] - self._sums[low]) / (high - low)

    def _uneven(self, n: int) -> float:
        near = self._long[max(0, n - 5) : n + 6]
        mean = sum(near) / len(near)
        return sqrt(sum((value - mean) ** 2 for value in near) / len(near))

    def _since_copy(self) -> list[float]:
        """How many lines ago the same words stood."""
        last: dict[str, int] = {}
        found = []
        for n, block in enumerate(self._blocks):
            folded = block.folded
            found.append(min(_FAR, n - last[folded]) if folded in last else _FAR)
            last[folded] = n
        return found


def _runs(marks: Sequence[bool]) -> list[float]:
    """How many marked ones stand in a row up to each."""
    return list(accumulate((float(mark) for mark in marks), lambda run, mark: run + 1 if mark else 0.0))


def _cased(text: str) -> float:
    """The share of words that begin with a capital."""
    words = _LETTERS.findall(text[:_CASED])
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _first(block: RawBlock) -> str:
    return block.text.split(" ", 1)[0].lower()
