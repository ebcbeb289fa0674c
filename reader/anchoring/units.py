"""Offsets as other tools count them, to code points.

Conversion happens at the border only: everything inside counts code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import accumulate

from reader.model.spans import Span


class Unit(StrEnum):
    """What one step of a foreign offset is."""

    CODE_POINT = "codepoint"
    UTF16 = "utf16"  # JavaScript, Java, C#, Qt
    UTF8 = "utf8"  # bytes: Go, Rust, C
    LF = "lf"  # code points of a text whose CR LF became one line feed
    COLLAPSED = "collapsed"  # code points of a text whose white space became single spaces, none at its ends


class Counted:
    """One text counted in one unit."""

    __slots__ = ("_at",)

    def __init__(self, text: str, unit: Unit) -> None:
        self._at = list(accumulate(_WIDTHS[unit](text), initial=0))

    def span(self, start: int, end: int) -> Span | None:
        """Return the code points that stand from foreign `start` to `end`, or None past the end of the text.

        A place inside a character takes the whole character in.
        """
        if not 0 <= start < end <= self._at[-1]:
            return None
        first, last = bisect_right(self._at, start) - 1, bisect_left(self._at, end)
        return Span(first, last) if first < last else None


def _code_points(text: str) -> Iterator[int]:
    return (1 for _ in text)


def _utf16(text: str) -> Iterator[int]:
    return (2 if c > "\uffff" else 1 for c in text)


def _utf8(text: str) -> Iterator[int]:
    return (1 if c < "\x80" else 2 if c < "\u0800" else 3 if c <= "\uffff" else 4 for c in text)


def _lf(text: str) -> Iterator[int]:
    following = iter(text[1:] + " ")
    return (0 if c == "\r" and after == "\n" else 1 for c, after in zip(text, following, strict=False))


def _collapsed(text: str) -> Iterator[int]:
    end = len(text.rstrip())
    before = " "
    for at, c in enumerate(text):
        yield int(at < end and not (c.isspace() and before.isspace()))
        before = c


_WIDTHS: dict[Unit, Callable[[str], Iterator[int]]] = {
    Unit.CODE_POINT: _code_points,
    Unit.UTF16: _utf16,
    Unit.UTF8: _utf8,
    Unit.LF: _lf,
    Unit.COLLAPSED: _collapsed,
}
