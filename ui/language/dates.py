"""Dates in words of the language of the window."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from reader.local_time import local_time


def moment(at: datetime, locale: QLocale | None = None, *, year: bool = True) -> str:
    """Return day and time of a moment, here, in the reader's language; the year only where it is wanted."""
    here, words = local_time(at), locale or QLocale()
    form = "d MMM yyyy" if year else "d MMM"
    return f"{words.toString(QDate(here.year, here.month, here.day), form)} {here:%H:%M}"


def day(iso: str, locale: QLocale, form: str = "d MMMM yyyy") -> str:
    """Return an ISO 8601 date in words of the reader's language, as precise as it is; other texts as they are."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return locale.toString(QDate(found.year, found.month, found.day), form)


def short_day(iso: str, locale: QLocale) -> str:
    """Return the same with a short name of the month, for where there is little room."""
    return day(iso, locale, "d MMM yyyy")
