"""Rows that keep their place: what is edited moves away from under the eyes only when it is asked to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from reader.board.values import Row

T = TypeVar("T")


def in_place(
    before: Sequence[Row], now: Sequence[T], row: Callable[[T], Row], again: Callable[[Row], Row | None]
) -> list[T]:
    """Return `now` in the order of `before`; what is new stands behind what stands before it in `now`.

    `again` finds the row that one of before is now: marks that became a claim keep their place.
    """
    place: dict[str, int] = {}
    for number, old in enumerate(before):
        if (found := again(old)) is not None:
            place.setdefault(found.id, number)
    kept = sorted((one for one in now if row(one).id in place), key=lambda one: place[row(one).id])
    behind: dict[str, list[T]] = {}
    last = ""
    for one in now:
        if row(one).id in place:
            last = row(one).id
        else:
            behind.setdefault(last, []).append(one)
    found_ = list(behind.get("", ()))
    for one in kept:
        found_ += [one, *behind.get(row(one).id, ())]
    return found_
