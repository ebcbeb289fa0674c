"""Which backups stay: by their numbers, whatever the clock said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reader.store.backups.keeping import DAYS, MONTHS, NEWEST, WEEKS, kept

START = datetime(2026, 1, 5, 12, tzinfo=UTC)


def half_hours(count: int, start: datetime = START, first: int = 1) -> list[tuple[int, datetime]]:
    return [(first + n, start + timedelta(minutes=30 * n)) for n in range(count)]


def daily(count: int, start: datetime = START, first: int = 1) -> list[tuple[int, datetime]]:
    return [(first + n, start + timedelta(days=n)) for n in range(count)]


def gone_through(backups: list[tuple[int, datetime]]) -> dict[int, datetime]:
    """What is left when each backup was made, and thinned after it."""
    left = dict[int, datetime]()
    for number, at in backups:
        left[number] = at
        stay = kept(left.items())
        left = {n: t for n, t in left.items() if n in stay}
    return left


def test_the_newest_always_stays() -> None:
    for offset in (timedelta(days=-3000), timedelta(0), timedelta(days=3000)):
        backups = [*daily(60), (61, START + offset)]
        assert 61 in kept(backups)


def test_days_weeks_and_months_stay_and_the_rest_makes_room() -> None:
    left = gone_through(daily(500))
    newest = max(left.values())
    ages = sorted((newest - at).days for at in left.values())
    assert set(range(DAYS)) <= set(ages)
    assert len({at.isocalendar()[:2] for at in left.values()}) >= WEEKS
    assert len({(at.year, at.month) for at in left.values()}) >= MONTHS
    assert ages[-1] >= 7 * 30 and len(left) <= NEWEST + DAYS + WEEKS + MONTHS


def test_many_of_one_day_push_out_no_other_day() -> None:
    left = gone_through([*daily(10), *half_hours(70, START + timedelta(days=9, hours=3), first=11)])
    assert set(range(1, 10)) <= left.keys() and len(left) < 60


def test_a_clock_that_was_ahead_pushes_nothing_out() -> None:
    sound = daily(10)
    wrong = half_hours(30, START + timedelta(days=1500), first=11)
    after = daily(2, START + timedelta(days=10), first=41)
    left = gone_through([*sound, *wrong, *after])
    assert {n for n, _ in sound} | {n for n, _ in after} <= left.keys()


def test_a_clock_that_is_behind_loses_none_of_before() -> None:
    sound = daily(10)
    behind = half_hours(40, START - timedelta(days=730), first=11)
    left = gone_through([*sound, *behind])
    assert {n for n, _ in sound} <= left.keys() and 50 in left
