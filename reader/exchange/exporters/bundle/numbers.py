"""Plain numbers in place of ids: whoever reads a bundle meets article 3, claim 2 and mark 41."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Numbers:
    """Numbers things from 1 in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def of(self, id: str) -> int:
        """Return the number of a thing, a new one when it was not met before."""
        return self._known.setdefault(id, len(self._known) + 1)

    def known(self, id: str) -> str:
        """Return the number of a thing as a cell has it; empty when it was never met."""
        return str(self._known.get(id, ""))

    def cell(self, ids: Iterable[str]) -> str:
        """Return the numbers of things that were met, each once, in their order."""
        return ", ".join(map(str, sorted({self._known[id] for id in ids if id in self._known})))
