"""Which marks say the same: links of two and more join them, however many lie between."""

from __future__ import annotations

from collections.abc import Sequence


class Joined:
    """Which ids belong together (union-find)."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def first(self, id: str) -> str:
        while (up := self._up.get(id, id)) != id:
            id = up
        return id

    def join(self, ids: Sequence[str]) -> None:
        for id in ids[1:]:
            one, two = self.first(ids[0]), self.first(id)
            if one != two:
                self._up[max(one, two)] = min(one, two)
