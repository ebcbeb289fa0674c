"""Marks by place: which of 100,000 stand between two characters, and the how-manieth of its label each is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from typing import NamedTuple

from reader.model import Highlight

_SHORT = 2048  # code points; longer pieces are few and kept apart, so that a look-up reaches back no further


class Piece(NamedTuple):
    """One span of a mark, `[start, end)` in code points. Sorted by place."""

    start: int
    end: int
    id: str


class MarkIndex:
    """The marks of one revision. Adding or removing one costs the same however many there are (but a memory move)."""

    def __init__(self, marks: Iterable[Highlight] = ()) -> None:
        self.marks: dict[str, Highlight] = {}
        self._short: list[Piece] = []
        self._long: list[Piece] = []
        self._order: dict[str, list[Piece]] = {}
        self._fill(marks)

    def _fill(self, marks: Iterable[Highlight]) -> None:
        self.marks = {mark.id: mark for mark in marks}
        every: list[Piece] = []
        for mark in self.marks.values():
            key = _key(mark)
            self._order.setdefault(mark.label, []).append(key)
            if len(mark.spans) == 1:
                every.append(key)  # nearly all are: one object for both lists
            else:
                every += [Piece(s.start, s.end, mark.id) for s in mark.spans]
        every.sort()
        self._long = [piece for piece in every if piece.end - piece.start > _SHORT]
        self._short = [piece for piece in every if piece.end - piece.start <= _SHORT] if self._long else every
        for order in self._order.values():
            order.sort()

    def __len__(self) -> int:
        return len(self.marks)

    def __contains__(self, id: str) -> bool:
        return id in self.marks

    def add(self, mark: Highlight) -> None:
        """Take a mark in; one of the same id is replaced."""
        if mark.id in self.marks:
            self.remove(mark.id)
        self.marks[mark.id] = mark
        for span in mark.spans:
            insort(self._list(span.end - span.start), Piece(span.start, span.end, mark.id))
        insort(self._order.setdefault(mark.label, []), _key(mark))

    def remove(self, id: str) -> Highlight | None:
        """Take a mark out; what it was, or None when it was not there."""
        mark = self.marks.pop(id, None)
        if mark is None:
            return None
        for span in mark.spans:
            _drop(self._list(span.end - span.start), Piece(span.start, span.end, id))
        _drop(self._order[mark.label], _key(mark))
        return mark

    def _list(self, length: int) -> list[Piece]:
        return self._long if length > _SHORT else self._short

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that share a character with `[start, end)`, by place, the longer first where two begin as one."""
        low = bisect_left(self._short, (start - _SHORT,))
        high = bisect_left(self._short, (end,))
        found = [piece for piece in self._short[low:high] if piece.end > start]
        high = bisect_left(self._long, (end,))
        found += [piece for piece in self._long[:high] if piece.end > start]
        found.sort(key=lambda piece: (piece.start, -piece.end, piece.id))
        return found

    def at(self, position: int) -> list[str]:
        """The ids of the marks on the character at `position`, the shortest first."""
        found = sorted(self.between(position, position + 1), key=lambda piece: piece.end - piece.start)
        return list(dict.fromkeys(piece.id for piece in found))

    def number(self, id: str) -> int:
        """Which of its label a mark is in text order, from 1."""
        mark = self.marks[id]
        return bisect_left(self._order[mark.label], _key(mark)) + 1

    def beside(self, position: tuple[int, int, str], direction: int) -> str:
        """The id of the first mark after `position` (a start, an end, an id), or of the last before it; or empty."""
        keys = []
        for order in self._order.values():
            at = bisect_right(order, position) if direction > 0 else bisect_left(order, position) - 1
            if 0 <= at < len(order):
                keys.append(order[at])
        if not keys:
            return ""
        return (min(keys) if direction > 0 else max(keys))[2]

    def place(self, id: str) -> tuple[int, int, str]:
        """What `beside` counts from for this mark."""
        return _key(self.marks[id])

    def labels(self) -> Iterable[str]:
        """The labels that marks carry or carried."""
        return self._order.keys()

    def first_start(self, label: str, position: int) -> int:
        """Where the first mark of `label` begins that begins at `position` or behind it; -1 when there is none."""
        order = self._order.get(label, [])
        at = bisect_left(order, (position,))
        return order[at].start if at < len(order) else -1


def _key(mark: Highlight) -> Piece:
    """From a mark's first character to its last, whatever lies between."""
    return Piece(mark.spans[0].start, mark.spans[-1].end, mark.id)


def _drop(sorted_list: list[Piece], item: Piece) -> None:
    at = bisect_left(sorted_list, item)
    if at < len(sorted_list) and sorted_list[at] == item:
        del sorted_list[at]
