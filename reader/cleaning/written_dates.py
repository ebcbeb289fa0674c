"""Days as lines write them, in any language whose months are known, to ISO 8601. Doubtful ones stay unread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from unicodedata import decimal

from reader.cleaning.month_names import month

_NAME = r"([^\W\d_][^\s\d,;:()|/–—-]{1,14})"
_OF = r"(?:\s*(?:de|di|del|of|d[’']|ng)\s+)?"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.|:e)?[\s./-]*{_OF}{_NAME}[\s,./-]*{_OF}(\d{{4}})", re.I
)
_MONTH_FIRST = re.compile(rf"{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(\d{{4}})", re.I)
_YEAR_FIRST = re.compile(rf"(?<!\d)(\d{{4}})\.?,?\s+{_NAME}\s+(\d{{1,2}})(?!\d)", re.I)
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})\s*(?:tháng|thg\.?)\s*(\d{1,2})\s*,?\s*(?:năm\s*)?(\d{4})", re.I)
_ISO = re.compile(r"(?<!\d)(\d{4})(?:([-/.])(\d{1,2})\2|[년年]\s?(\d{1,2})[월月]\s?|\.\s(\d{1,2})\.\s)(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2}(?=\D|$))(?![./-]?\d)")
_SHORT = 60  # characters of a line in which a year of two digits is one
_CENTURY, _LATEST_SHORT = 2000, 45
_YEARS = range(1500, 2100)
_BUDDHIST, _BEHIND = range(2400, 2700), 543
_AMERICAN_ENGLISH = frozenset({"en-us", "en-ph", "es-us"})


def day_first(language: str, texts: Iterable[str] = ()) -> bool | None:
    """Return whether `3/4/2024` is the 3rd of April in a language (with its country), as other dates of the page show;
    None where nobody can tell."""
    for text in texts:
        for found in _NUMBERS.finditer(in_plain_digits(text)):
            if (int(found[1]) > 12) != (int(found[3]) > 12):
                return int(found[1]) > 12
    tag = language.lower().replace("_", "-")
    if tag in _AMERICAN_ENGLISH:
        return False
    return None if tag in ("", "en") else True


def written_dates(line: str, days_first: bool | None = None, language: str = "") -> list[tuple[int, int, str]]:
    """Return the days in `line` in their order: where each is written (code points, half-open) and the day.

    `days_first` says how the page writes `3/4/2024`, which is left unread otherwise; `language`, ISO 639, tells the
    names of months beside English and Indonesian ones.
    """
    if not any(map(str.isdigit, line)):
        return []
    plain = in_plain_digits(line)
    found: list[tuple[int, int, str]] = []
    for start, end, day in (*_iso(plain), *_named(plain, language.partition("-")[0]), *_numbers(plain, days_first)):
        if day and not any(start < other_end and other_start < end for other_start, other_end, _ in found):
            found.append((start, end, day))
    return sorted(found)


def in_plain_digits(text: str) -> str:
    """Return `text` with the digits of any script as ASCII ones, each in its place."""
    return text if text.isascii() else text.translate(_digits(text))


@lru_cache(64)
def _digits(text: str) -> dict[int, str]:
    return {ord(sign): str(decimal(sign)) for sign in set(text) if sign.isdecimal()}


def _iso(line: str) -> Iterator[tuple[int, int, str]]:
    for m in _ISO.finditer(line):
        yield m.start(), m.end(), _day(int(m[1]), int(m[3] or m[4] or m[5]), int(m[6]))


def _named(line: str, language: str) -> Iterator[tuple[int, int, str]]:
    for m in _DAY_FIRST.finditer(line):
        yield m.start(), m.end(), _day(int(m[3]), month(m[2], language), int(m[1]))
    for m in _MONTH_FIRST.finditer(line):
        yield m.start(), m.end(), _day(int(m[3]), month(m[1], language), int(m[2]))
    for m in _YEAR_FIRST.finditer(line):
        yield m.start(), m.end(), _day(int(m[1]), month(m[2], language), int(m[3]))
    for m in _NUMBERED.finditer(line):
        yield m.start(), m.end(), _day(int(m[3]), int(m[2]), int(m[1]))


def _numbers(line: str, days_first: bool | None) -> Iterator[tuple[int, int, str]]:
    for m in _NUMBERS.finditer(line):
        one, other, year = int(m[1]), int(m[3]), int(m[4])
        if len(m[4]) == 2:
            if len(line) > _SHORT or year > _LATEST_SHORT or m[2] == "-":
                continue
            year += _CENTURY
        order = True if one > 12 or (m[2] == "." and other <= 12) else False if other > 12 else days_first
        if order is not None:
            yield m.start(), m.end(), _day(year, *((other, one) if order else (one, other)))


def _day(year: int, number: int, day: int) -> str:
    """The day in ISO 8601; empty when there is none such, or when it is of another calendar."""
    year -= _BEHIND if year in _BUDDHIST else 0
    try:
        return date(year, number, day).isoformat() if year in _YEARS else ""
    except ValueError:
        return ""
