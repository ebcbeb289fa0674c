"""Moments in the time zone of this machine: the only place that asks the system for it."""

from __future__ import annotations

from datetime import UTC, datetime


def local_time(moment: datetime) -> datetime:
    """`moment`, which knows its zone, in this machine's zone; in UTC where the machine cannot convert it.

    Windows converts nothing before 1970, and no system a moment that its zone moves out of the years 1 to 9999.
    """
    try:
        return moment.astimezone()
    except (OverflowError, OSError, ValueError):
        return _in_utc(moment)


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment
