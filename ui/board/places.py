"""Rows that keep their place: what is edited moves away from under the eyes only when it is asked to."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping

_FEW = 100  # rows that come or go: each is put in its place by itself, however many there are


def in_place(
    before: array[int], now: array[int], removed: Collection[int], added: Collection[int], moved: Mapping[int, int]
) -> array[int]:
    """Return the keys `now` in the order of `before`; what is new stands behind what stands before it in `now`.

    `removed` were there before and are not now, `added` the other way round. `moved` says what those that went are now:
    marks that became a claim keep their place.
    """
    if not removed and not added:
        return before
    found = before[:] if len(removed) + len(added) <= _FEW else None
    return _each(found, now, removed, added, moved) if found is not None else _all(before, now, moved)


def _each(
    found: array[int], now: array[int], removed: Collection[int], added: Collection[int], moved: Mapping[int, int]
) -> array[int]:
    """Take rows out, and put others in, one by one."""
    at = {found.index(key): key for key in removed}
    fresh = set(added)
    for place in sorted(at):
        new = moved.get(at[place], 0)
        if new in fresh:
            found[place] = new
            fresh.discard(new)
            del at[place]
        elif new and place < (other := found.index(new)):
            found[place], found[other] = new, at[place]
            at[other] = at.pop(place)
    for place in sorted(at, reverse=True):
        found.pop(place)
    places = sorted((now.index(key), key) for key in fresh)
    last: dict[int, int] = {}
    for place, key in places:
        while place and now[place - 1] in fresh:
            place -= 1
        before = now[place - 1] if place else 0
        behind = last.get(before, before)
        found.insert(found.index(behind) + 1 if behind else 0, key)
        last[before] = key
    return found


def _all(before: array[int], now: array[int], moved: Mapping[int, int]) -> array[int]:
    """Put all rows in order anew."""
    here = set(now)
    place: dict[int, int] = {}
    for number, old in enumerate(before):
        key = old if old in here else moved.get(old, 0)
        if key in here:
            place.setdefault(key, number)
    behind: dict[int, list[int]] = {}
    last = 0
    for key in now:
        if key in place:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    found = array("q", behind.get(0, ()))
    for key in sorted(place, key=place.__getitem__):
        found.append(key)
        found.extend(behind.get(key, ()))
    return found
