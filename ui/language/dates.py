"""Dates in words of the language of the window."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def day(iso: str, locale: QLocale) -> str:
    """Return an ISO 8601 date in words of the reader's language, as precise as it is; other texts as they are."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return locale.toString(QDate(found.year, found.month, found.day), "d MMMM yyyy")
