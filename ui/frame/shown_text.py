"""Which stretches of a text stood on the screen long enough to be read, and what share of the text that is."""

from __future__ import annotations

import json
from collections.abc import Iterable

Stretches = tuple[tuple[int, int], ...]  # code points `[start, end)`, in order, none touching the next
_NEAR = 2  # code points between two stretches that are one: the end of a paragraph is no text to read


def with_stretch(shown: Stretches, start: int, end: int) -> Stretches:
    """Return `shown` with `[start, end)` too."""
    found: list[tuple[int, int]] = []
    for low, high in sorted([*shown, *([(start, end)] if end > start else [])]):
        if found and low <= found[-1][1] + _NEAR:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return tuple(found)


def share(shown: Stretches, length: int) -> float:
    """Return which share of a text of `length` code points `shown` is, 0 to 1."""
    return min(1.0, sum(high - low for low, high in shown) / length) if length else 0.0


def kept(revision_id: str, shown: Stretches) -> str:
    """Return `shown` as a small value to be kept with the library."""
    return json.dumps({"revision": revision_id, "shown": shown})


def from_kept(value: str, revision_id: str) -> Stretches | None:
    """Return what `kept` made; None when it is of another text or no such value."""
    try:
        read = json.loads(value or "{}")
        if read.get("revision") != revision_id:
            return None
        return _in_order((int(low), int(high)) for low, high in read["shown"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _in_order(pairs: Iterable[tuple[int, int]]) -> Stretches:
    found: Stretches = ()
    for low, high in pairs:
        found = with_stretch(found, low, high)
    return found
