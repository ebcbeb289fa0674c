"""Which backups stay: the newest, and of older ones 12 days, 10 weeks, 9 months.

They are gone through in the order in which they were made, which their numbers tell; the clock only says where a day
begins. One that says to be younger than a later one was made by a wrong clock, or before one: such are counted apart,
so that neither pushes the other out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from reader.local_time import local_time

NEWEST, DAYS, WEEKS, MONTHS = 24, 12, 10, 9
Moment = tuple[int, datetime]  # number and time of a backup

_SPANS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (DAYS, lambda at: at.date()),
    (WEEKS, lambda at: at.isocalendar()[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)


def kept(backups: Iterable[Moment]) -> set[int]:
    """Return the numbers of the backups that stay, of all that a library has."""
    newest_first = sorted(backups, reverse=True)
    stay = {number for number, _ in newest_first[:NEWEST]}
    for some in _apart(newest_first):
        for most, span in _SPANS:
            stay |= _one_each(some, most, span)
    return stay


def _apart(newest_first: Sequence[Moment]) -> tuple[list[Moment], list[Moment]]:
    """Those whose times go up with their numbers, and the others."""
    right, wrong, earliest = list[Moment](), list[Moment](), None
    for number, at in newest_first:
        if earliest is None or at <= earliest:
            right.append((number, at))
            earliest = at
        else:
            wrong.append((number, at))
    return right, wrong


def _one_each(newest_first: Sequence[Moment], most: int, span: Callable[[datetime], object]) -> set[int]:
    """The newest of each run of backups in the same span of time."""
    found, last = list[int](), None
    for number, at in newest_first:
        if (here := span(local_time(at))) != last:
            found.append(number)
            last = here
    return set(found[:most])
