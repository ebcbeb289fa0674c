"""A row of numbers for each line of a text dump; `LINE_NAMES` says what they are, in the model's order.

All that is left of a page in its dump is the order of its lines, so that each is measured alone, beside its
neighbours, and against the densest stretch of the dump. Characters are counted, not words, as in `page_view`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log1p

from reader.cleaning import phrases
from reader.cleaning.line_topics import TOPIC_NAMES, Topics
from reader.cleaning.page_view import STOP, size
from reader.cleaning.raw import RawBlock
from reader.cleaning.select import line_reason
from reader.model.articles import BlockKind

_ENDS = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]」』]*$")
_MARKS = re.compile(r"[|»›•·/→@©#►▶<>]|https?:")
_QUOTES = re.compile(r"[\"“”«»‘’„「」]")
_DIGIT = re.compile(r"\d")
_UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")
_LETTER = re.compile(r"[^\W\d_]")
_LOOKED = 400  # characters of a line in which digits and capitals are counted
_GOOD, _LONG, _FAR = 80, 140, 200.0
_LOSS = 45.0  # what a line that does not read as text takes from a stretch
_STEPS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (3, 8, 20)

_OWN = [
    "size", "ends", "stops", "commas", "digits", "upper", "marks", "quotes", "lower_start", "upper_start", "colon",
    "dots", "bullet", "times", "again", "debris", "also", "call", "byline", "date", "credit", "editor", "good", "words",
]  # fmt: skip
_ORDER = [
    "share", "index", "left", "before", "after", "from_first", "from_last", "since_good", "until_good", "since_debris",
    "until_debris", "from_start", "from_end", "inside", "since_also",
]  # fmt: skip
_AROUND = ["size", "ends", "good", "debris", "times", "upper", "stops"]
_PAGE = ["lines", "whole", "page_good", "stretch", "stretch_lines", "longest"]
LINE_NAMES = (
    *_OWN, *_ORDER, *(f"{step:+d}_{name}" for step in _STEPS for name in _AROUND),
    *(f"{name}_{window}" for window in _WINDOWS for name in ("good", "short")), *_PAGE,
    *TOPIC_NAMES,
)  # fmt: skip


@dataclass(slots=True)
class _Line:
    own: list[float]
    size: float
    good: bool
    debris: bool
    also: bool


def line_rows(blocks: Sequence[RawBlock]) -> list[list[float]]:
    """Return the features of every line of a dump."""
    times, seen = Counter(block.folded for block in blocks), Counter[str]()
    lines = []
    for block in blocks:
        lines.append(_line(block, times[block.folded], seen[block.folded]))
        seen[block.folded] += 1
    around = [[line.own[_OWN.index(name)] for name in _AROUND] for line in lines]
    page, order, windows = _page(lines), _Order(lines), _windows(lines)
    topics = Topics(blocks, [line.size for line in lines], [line.good for line in lines], *_stretch(lines))
    return [
        line.own + order.of(n) + _neighbours(around, n) + windows[n] + page + topics.of(n)
        for n, line in enumerate(lines)
    ]  # fmt: skip


def _line(block: RawBlock, times: int, before: int) -> _Line:
    text, length, looked = block.text, size(block.text), block.text[:_LOOKED]
    stops, ends = len(STOP.findall(text)), _ENDS.search(text) is not None
    short = len(text) < 260
    also = short and phrases.READ_ALSO.fullmatch(text) is not None
    debris, call = bool(line_reason(text)), short and phrases.is_call(text)
    good = length >= _GOOD and stops > 0 and not also and not call
    own = [
        length, ends, stops / length, text.count(",") / length, len(_DIGIT.findall(looked)) / len(looked),
        len(_UPPER.findall(looked)) / max(1, len(_LETTER.findall(looked))), len(_MARKS.findall(looked)) / len(looked),
        len(_QUOTES.findall(looked)), text[:1].islower(), text[:1].isupper(), text.endswith(":"),
        text.endswith(("…", "...")), block.kind is BlockKind.LIST_ITEM, times, before, debris, also, call,
        short and phrases.BYLINE.fullmatch(text) is not None, short and phrases.DATE.fullmatch(text) is not None,
        short and phrases.CREDIT.fullmatch(text) is not None, short and phrases.EDITOR.fullmatch(text) is not None,
        good, len(text.split()),
    ]  # fmt: skip
    return _Line([float(value) for value in own], length, good, debris or call, also)


def _page(lines: Sequence[_Line]) -> list[float]:
    start, end = _stretch(lines)
    whole = sum(line.size for line in lines) or 1.0
    inside = sum(line.size for line in lines[start:end])
    good = sum(line.size for line in lines if line.good)
    return [len(lines), log1p(whole), good / whole, inside / whole, end - start, max(line.size for line in lines)]


def _stretch(lines: Sequence[_Line]) -> tuple[int, int]:
    """The lines `[start, end)` with the most text against what stands between: the largest sum of a stretch."""
    best, at, here, start, end = 0.0, 0, 0.0, 0, 0
    for n, line in enumerate(lines):
        if here <= 0:
            here, at = 0.0, n
        here += min(line.size, 400.0) if line.good else -_LOSS
        if here > best:
            best, start, end = here, at, n + 1
    return start, end


class _Order:
    """What a line's place among the others says."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._count = len(lines)
        self._before = list(accumulate((line.size if line.good else 0.0 for line in lines), initial=0.0))
        long = [n for n, line in enumerate(lines) if line.good and line.size >= _LONG]
        self._first, self._last = (long[0], long[-1]) if long else (0, len(lines) - 1)
        good, debris = [line.good for line in lines], [line.debris for line in lines]
        self._since = [_since(good), _since(good[::-1])[::-1], _since(debris), _since(debris[::-1])[::-1]]
        self._also = _since([line.also for line in lines])
        self._start, self._end = _stretch(lines)

    def of(self, n: int) -> list[float]:
        """Return the values of `_ORDER` for one line."""
        return [
            n / self._count, n, self._count - n, self._before[n], self._before[-1] - self._before[n], n - self._first,
            n - self._last, *(away[n] for away in self._since), n - self._start, n - self._end,
            self._start <= n < self._end, self._also[n],
        ]  # fmt: skip


def _since(marked: Sequence[bool]) -> list[float]:
    """How many lines ago the last marked one stood."""
    found, away = [], _FAR
    for mark in marked:
        found.append(away)
        away = 1.0 if mark else min(_FAR, away + 1)
    return found


def _neighbours(around: Sequence[list[float]], n: int) -> list[float]:
    nothing = [-1.0] * len(_AROUND)
    return [v for step in _STEPS for v in (around[n + step] if 0 <= n + step < len(around) else nothing)]


def _windows(lines: Sequence[_Line]) -> list[list[float]]:
    """Within some lines on either side: how much text there is, and how many lines are short."""
    good = list(accumulate((line.size if line.good else 0.0 for line in lines), initial=0.0))
    short = list(accumulate((line.size < _GOOD for line in lines), initial=0))
    found = []
    for n in range(len(lines)):
        row: list[float] = []
        for window in _WINDOWS:
            low, high = max(0, n - window), min(len(lines), n + window + 1)
            row += [good[high] - good[low], (short[high] - short[low]) / (high - low)]
        found.append(row)
    return found
