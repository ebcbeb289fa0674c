"""A date as a person types it, to ISO 8601. What could be read in two ways is refused with what to write instead."""

from __future__ import annotations

import re
from datetime import date, datetime

from reader.errors import FactError

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?")
_NUMBERS = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+\d{4}")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?!\d|[./-])")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# No relative words, no numbers of seconds, and no part that is not written.
_SETTINGS = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RETURN_AS_TIMEZONE_AWARE": False}


def typed_date(words: str, language: str = "en") -> str:
    """Return `words` as ISO 8601, as precise as they are: ISO itself always, else a day in `language` (ISO 639).

    Empty words are no date. Raises `FactError` for what is no date, or not clearly one.
    """
    text = " ".join(words.split())
    if not text:
        return ""
    if _ISO.fullmatch(text):
        return _checked(text)
    numbers = _NUMBERS.fullmatch(text)
    if numbers and int(numbers[1]) <= 12 and int(numbers[2]) <= 12 and int(numbers[1]) != int(numbers[2]):
        raise FactError("{0} can be read in two ways; write the month as a word, or 2026-02-16", repr(words))
    if _TIME.search(text):
        raise FactError("{0}: write a date with its time as 2026-02-16T10:05+07:00", repr(words))
    if not _YEAR.search(text):
        raise FactError("{0} names no year of four digits", repr(words))
    return _parsed(text, language)


def _checked(text: str) -> str:
    """ISO 8601 that stands in the calendar. A year or a month alone is as good as a day."""
    try:
        if len(text) <= 10:
            date.fromisoformat(f"{text}{'-01-01'[len(text) - 4 :] if len(text) < 10 else ''}")
        else:
            datetime.fromisoformat(text)
    except ValueError:
        raise FactError("{0} is no date of the calendar", repr(text)) from None
    return text.replace(" ", "T")


def _parsed(text: str, language: str) -> str:
    import dateparser  # late: it is large, and nothing else here needs it

    found = dateparser.parse(text, languages=[language], settings=_SETTINGS)
    if found is None:
        raise FactError("{0} is no date; write it as 2026-02-16, or with the month as a word", repr(text))
    return str(found.date().isoformat())
