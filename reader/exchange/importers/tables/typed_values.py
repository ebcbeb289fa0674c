"""What a person or a spreadsheet put into a cell, as the value that its column takes: dates in either language and
order, words of a vocabulary in either language, numbers for texts. What cannot be understood is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache

from reader.errors import FactError
from reader.exchange.importers.tables.spreadsheet import Unread, Value, day, moment
from reader.exchange.records.fields import RecordError, time_of
from reader.exchange.records.plain_values import time_out
from reader.exchange.records.values_in_words import VALUES
from reader.messages import Message
from reader.text.typed_date import typed_date

_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})")
_YEARS = range(1500, 3000)  # a number in a column of days that is a year by itself


class UnclearError(Exception):
    """A cell cannot be understood; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def text_in(value: Value) -> str:
    """Return the words of a cell; a number or a date that a spreadsheet made of them as it shows them."""
    if isinstance(value, str):
        return value
    if isinstance(value, Unread):
        raise UnclearError(value.reason)
    if isinstance(value, datetime):
        return day(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return repr(value)


def number_in(value: Value) -> int | None:
    """Return a whole number; None for an empty cell."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    words = text_in(value).strip()
    if not words:
        return None
    if not words.isdecimal() or len(words) > 15:
        raise UnclearError(Message("{0} is not a whole number", f"{words!r:.60}"))
    return int(words)


def day_in(value: Value, language: str) -> str:
    """Return a day as ISO 8601, as precise as it is said; a number is a day that lost its look."""
    if isinstance(value, datetime):
        return day(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value in _YEARS:
            return str(int(value))
        if (when := moment(float(value))) is None:
            raise UnclearError(Message("{0} is no date", repr(value)))
        return day(when)
    return _day_said(text_in(value), language)


@lru_cache(maxsize=512)
def _day_said(words: str, language: str) -> str:
    if found := _NUMBERS.fullmatch(words.strip()):
        return _day_of_numbers(words, int(found[1]), int(found[2]), int(found[3]), language)
    reason: Message | None = None
    for one in (language, "en" if language == "id" else "id"):
        try:
            return typed_date(words, one)
        except FactError as error:
            reason = reason or error.message
    assert reason is not None
    raise UnclearError(reason)


def _day_of_numbers(words: str, first: int, second: int, year: int, language: str) -> str:
    """Day and month in the order of Indonesia; in English only where no other is possible."""
    if language != "id" and first <= 12 and second <= 12 and first != second:
        raise UnclearError(Message("{0} can be read in two ways; write it as 2026-02-16", repr(words)))
    month, day_ = (second, first) if second <= 12 else (first, second)
    try:
        return date(year, month, day_).isoformat()
    except ValueError:
        raise UnclearError(Message("{0} is no date of the calendar", repr(words))) from None


def time_in(value: Value, language: str) -> str:
    """Return a moment in UTC as records have it."""
    if isinstance(value, int | float) and not isinstance(value, bool) and (when := moment(float(value))):
        value = when
    if isinstance(value, datetime):
        return time_out(value)
    words = text_in(value).strip()
    if not words:
        return ""
    try:
        return time_out(time_of(words))
    except RecordError:
        said = _day_said(words, language)
        return time_out(datetime.fromisoformat(said).replace(tzinfo=UTC)) if len(said) == 10 else said


def value_in(among: str, value: Value) -> str:
    """Return the value of a vocabulary that a cell names, in either language or as the vocabulary has it."""
    words = " ".join(text_in(value).split())
    if not words:
        return ""
    found = _known(among).get(words.casefold())
    if found is None:
        some = ", ".join(pair[0] for pair in VALUES.get(among, {}).values())
        raise UnclearError(Message("{0} is none of {1}", f"{words!r:.60}", some))
    return found


@lru_cache(maxsize=64)
def _known(among: str) -> Mapping[str, str]:
    found = {value.casefold(): value for value in VALUES.get(among, {})}
    for value, pair in VALUES.get(among, {}).items():
        for words in pair:
            found.setdefault(words.casefold(), value)
    if among == "stance":
        found |= dict.fromkeys(("silent", "says nothing", "diam"), "silent")
    return found
