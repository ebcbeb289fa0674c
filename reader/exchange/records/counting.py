"""In what the offsets of a document are counted, decided once by what the quotes beside them prove."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product

from reader.messages import Message

ENOUGH = 500  # quotes that are tried; they prove the unit of a document of 100,000 as well
Proof = tuple[int, int, str]  # from, to, the words there
_UNITS: dict[str, Callable[[str], int]] = {
    "": lambda _: 1,
    "utf-16": lambda c: 2 if c > "\uffff" else 1,
    "utf-8": lambda c: 1 if c < "\x80" else 2 if c < "\u0800" else 3 if c <= "\uffff" else 4,
}
_BOM_WIDTH = {"": 1, "utf-16": 1, "utf-8": 3}
_NAMES = {
    "utf-16": Message("UTF-16 units"),
    "utf-8": Message("UTF-8 bytes"),
    "lines": Message("two for each line end"),
    "mark": Message("one more for a byte order mark"),
    "NFC": Message("characters in composed form (NFC)"),
    "NFD": Message("characters in decomposed form (NFD)"),
}


@dataclass(frozen=True, slots=True)
class Counting:
    """One way to count a text. `at` is where each character begins in it, and the end; None when they are the same."""

    at: Sequence[int] | None = None
    told: tuple[Message, ...] = ()

    def span(self, start: int, end: int, length: int) -> tuple[int, int] | None:
        """Return the code points from foreign `start` to `end`; None when that is no place in the text."""
        if self.at is None:
            return (start, end) if 0 <= start <= end <= length else None
        if not 0 <= start <= end <= self.at[-1]:
            return None
        first, last = bisect_right(self.at, start) - 1, bisect_left(self.at, end)
        if last < length and self.at[last] == end:  # what is composed with the last one belongs to it
            last = bisect_right(self.at, end) - 1
        return (first, last) if start < end else (first, first)


AS_THEY_ARE = Counting()


def says(text: str, span: tuple[int, int] | None, quote: str) -> bool:
    """Return whether the words at `span` are `quote`, in whatever Unicode form."""
    if span is None:
        return False
    words = text[span[0] : span[1]]
    if words == quote:
        return True
    return not quote.isascii() and unicodedata.normalize("NFC", words) == unicodedata.normalize("NFC", quote)


def decided(body: str, raw: str, proofs: Sequence[Proof]) -> Counting:
    """Return how the offsets of `body`, which was given as `raw`, are counted: as most quotes prove, code points when
    none proves anything else."""
    some = proofs[:ENOUGH]
    best, most = AS_THEY_ARE, _fitting(body, AS_THEY_ARE, some)
    if most == len(some):
        return best
    for other in _others(body, raw):
        fitting = _fitting(body, other, some)
        if fitting > most:
            best, most = other, fitting
            if most == len(some):
                break
    return best


def other_forms(body: str) -> Iterator[Counting]:
    """Yield the ways to count `body` as if it were in another Unicode form; as it is, when it is composed already."""
    if unicodedata.is_normalized("NFC", body):
        yield AS_THEY_ARE
    else:
        yield Counting(list(accumulate(_widths(body, "", "NFC", frozenset()), initial=0)))


def _fitting(body: str, counting: Counting, proofs: Sequence[Proof]) -> int:
    return sum(says(body, counting.span(start, end, len(body)), quote) for start, end, quote in proofs)


def _others(body: str, raw: str) -> Iterator[Counting]:
    """Every way that gives other numbers for this text, the usual ones first."""
    units = [unit for unit in _UNITS if not unit or _differs(body, unit)]
    forms = ["", *(form for form in ("NFC", "NFD") if not unicodedata.is_normalized(form, body))]
    lines = [False, True] if "\n" in body else [False]
    for form, mark, line, unit in product(forms, (False, True), lines, units):
        if form or mark or line or unit:
            told = [name for name, is_so in (("lines", line), ("mark", mark), (form, form), (unit, unit)) if is_so]
            ends = _line_ends(body, raw) if line else frozenset()
            start = _BOM_WIDTH[unit] if mark else 0
            widths = _widths(body, unit, form, ends)
            yield Counting(list(accumulate(widths, initial=start)), tuple(_NAMES[name] for name in told))


def _differs(body: str, unit: str) -> bool:
    return not body.isascii() and (unit == "utf-8" or len(body.encode("utf-16-le")) != 2 * len(body))


def _line_ends(body: str, raw: str) -> frozenset[int]:
    """The line feeds that were CR LF; all, when the text that was given has none any more."""
    if "\r\n" not in raw:
        return frozenset(n for n, c in enumerate(body) if c == "\n")
    found, at, gone = set(), raw.find("\r\n"), 0
    while at >= 0:
        found.add(at - gone)
        gone += 1
        at = raw.find("\r\n", at + 2)
    return frozenset(found)


def _widths(body: str, unit: str, form: str, ends: frozenset[int]) -> Iterator[int]:
    width = _UNITS[unit]
    if not form:
        for n, c in enumerate(body):
            yield width(c) + (n in ends)
        return
    for start, end in _clusters(body):
        made = unicodedata.normalize(form, body[start:end])  # type: ignore[arg-type]
        yield sum(map(width, made)) + (start in ends)
        yield from (0 for _ in range(end - start - 1))


def _clusters(body: str) -> Iterator[tuple[int, int]]:
    """Runs of characters that are composed with each other and with no others."""
    start = 0
    for n in range(1, len(body) + 1):
        if n == len(body) or not (unicodedata.combining(body[n]) or "\u1160" <= body[n] <= "\u11ff"):
            yield start, n
            start = n
