"""The moment in which a page was saved, in the ways that programs write it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_EARLIEST = 1991  # the first page of the web
# As JavaScript writes a date: Tue Mar 03 2020 08:15:00 GMT+0100 (Central European Standard Time)
_SCRIPT = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d{4})(?: (\d\d:\d\d:\d\d) GMT([+-]\d{4}))?", re.ASCII)
_DIGITS = re.compile(r"(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:\d{3})?", re.ASCII)


def moment(written: str) -> datetime | None:
    """Return the time that is written so, in UTC; None for what is no time of a saved page. A time without a zone is
    UTC's."""
    found = _script(written) or _iso(written.strip()) or _mail(written)
    return sane(found) if found is not None else None


def of_digits(stamp: str) -> datetime | None:
    """Return the time of `20200303081500` (and of shorter ones, down to a year), which is UTC's; None for none."""
    shape = _DIGITS.fullmatch(stamp)
    if shape is None:
        return None
    year, month, day, hour, minute, second = (int(number) if number else None for number in shape.groups())
    try:
        return sane(datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=UTC))
    except ValueError:
        return None


def sane(found: datetime) -> datetime | None:
    """Return the time in UTC unless no page can have been saved then: before there were any, or in the future."""
    try:
        found = (found if found.tzinfo is not None else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return found if found.year >= _EARLIEST and found <= datetime.now(UTC) + timedelta(days=1) else None


def _script(written: str) -> datetime | None:
    shape = _SCRIPT.search(written)
    if shape is None:
        return None
    month, day, year, clock, zone = shape.groups()
    return _mail(f"{day} {month} {year} {clock or '00:00:00'} {zone or '+0000'}")


def _iso(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def _mail(written: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):  # the library raises each of these on odd headers
        return None
