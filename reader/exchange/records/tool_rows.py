"""Rows of doccano and Prodigy: which of their columns are what, and by what a mark is known that has no lasting id."""

from __future__ import annotations

from collections import Counter

DOCCANO, PRODIGY = "doccano", "prodigy"
TILIK = "tilik"  # the column of what a format has no place for


class PlaceKeys:
    """Keys of marks by their place and label; equal ones are told apart by their turn."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, *parts: object) -> str:
        key = " ".join(map(str, parts))
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key} #{self._seen[key]}"
