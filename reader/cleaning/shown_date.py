"""A date line as pages show it ("Senin, 12 Juni 2023 | 10:05 WIB"), to ISO 8601. Doubtful ones stay unread."""

from __future__ import annotations

import re
from datetime import datetime

_NAMES = (
    "jan", "feb|peb", "mar", "apr", "mei|may", "jun", "jul", "agu|aug|ags", "sep", "okt|oct", "nov|nop", "des|dec",
)  # fmt: skip
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([a-z]{3,9})\.?[\s,./-]*(\d{4})", re.I)
_AMERICAN = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(\d{4})", re.I)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"\b(\d{1,2})[.:](\d{2})\s*(WIB|WITA|WIT|GMT|UTC)\b")
_ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "GMT": "+00:00", "UTC": "+00:00"}


def shown_date(line: str) -> str:
    """Return the date of a line in Indonesian or English, with the time where a zone stands by it; else empty.

    `3/4/2024` is read by nobody in the same way, so it is left unread; `23/4/2024` is the 23rd of April.
    """
    day = _day(line)
    time = _TIME.search(line)
    if day and time and int(time[1]) < 24 and int(time[2]) < 60:
        return f"{day}T{int(time[1]):02}:{time[2]}:00{_ZONES[time[3]]}"
    return day


def _day(line: str) -> str:
    if found := _ISO.search(line):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.search(line):
        return _checked(int(found[3]), _month(found[2]), int(found[1]))
    if found := _AMERICAN.search(line):
        return _checked(int(found[3]), _month(found[1]), int(found[2]))
    if (found := _NUMBERS.search(line)) and int(found[1]) > 12:
        return _checked(int(found[3]), int(found[2]), int(found[1]))
    return ""


def _month(name: str) -> int:
    return next((n for n, names in enumerate(_NAMES, 1) if re.match(names, name, re.I)), 0)


def _checked(year: int, month: int, day: int) -> str:
    try:
        return datetime(year, month, day).date().isoformat()
    except ValueError:
        return ""
