"""The rows of the board that were read: those on the screen and some around, however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reader.board.changes import IndexChange
from reader.board.values import Row
from reader.model.annotations import Annotation
from ui.board.line import Line

MOST = 1500  # rows that are kept; a few screens of the largest window


class RowsRead:
    """Lines by the keys of their rows; `keys` tells the key by the row's id, or by that of its first mark.

    `cited` are the marks that reviews of these rows rest on.
    """

    def __init__(self) -> None:
        self.lines: dict[int, Line] = {}
        self.keys: dict[str, int] = {}
        self.cited: dict[str, Annotation] = {}

    def clear(self) -> None:
        for held in (self.lines, self.keys, self.cited):
            held.clear()

    def put(self, lines: Mapping[int, Line], kept: Collection[int] = ()) -> None:
        """Keep these; of those of before the oldest go when there are too many, but never the `kept`."""
        for key, line in lines.items():
            self.lines.pop(key, None)
            self.lines[key] = line
            self.keys |= dict.fromkeys(_names(line.row), key)
        over = len(self.lines) - MOST
        if over > 0:
            held = {*lines, *kept}
            for key in [key for key in self.lines if key not in held][: over + MOST // 3]:
                self._let_go(key)

    def _let_go(self, key: int) -> None:
        for name in _names(self.lines.pop(key).row):
            self.keys.pop(name, None)

    def follow(self, change: IndexChange) -> None:
        """Forget the rows that may be others now; of those that became others their keys are still known."""
        stale = change.removed | (self.lines.keys() if change.stale is None else change.stale & self.lines.keys())
        for key in stale & self.lines.keys():
            del self.lines[key]
        self.keys = {
            name: now for name, key in self.keys.items() if (now := change.moved.get(key, key)) not in change.removed
        }

    def missing(self, keys: Iterable[int]) -> list[int]:
        """Return which of these rows were not read."""
        return [key for key in keys if key not in self.lines]

    def again(self, row: Row) -> Row | None:
        """The row as it is in this moment: of the same claim, or of the claim that its marks became since."""
        found = (self.keys.get(name, 0) for name in _names(row))
        return next((self.lines[key].row for key in found if key in self.lines), None)


def _names(row: Row) -> tuple[str, ...]:
    return (row.id, row.mentions[0].id) if row.mentions else (row.id,)
