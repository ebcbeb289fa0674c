"""Which entities are written short: as a list of their values, because they come by the thousand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T", bound=type)

# With the number of values that are always there.
SHORT: dict[type, int] = {}


def written_short(least: int) -> Callable[[T], T]:
    """Write the entities of a class as lists of their values, at least so many of them (`reader.model.codec`)."""

    def keep(kind: T) -> T:
        SHORT[kind] = least
        return kind

    return keep
