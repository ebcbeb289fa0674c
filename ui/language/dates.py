"""Dates in words of the language of the window."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


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
