"""Marks by place: which of 100,000 stand between two characters, and the how-manieth of its label each is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from reader.model.annotations import PageAnnotation

_SHORT = 2048  # code points; longer pieces are few and kept apart, so that a look-up reaches back no further


class Part(NamedTuple):
    """One span of a mark, `[start, end)` in code points. Sorted by place."""

    start: int
    end: int
    id: str


_Item = TypeVar("_Item", PageAnnotation, "Piece")
# A mark of one span, as nearly all are, is its own piece: both begin with a start, an end and an id.
Piece = PageAnnotation | Part


class MarkIndex:
    """The marks of one revision. Adding or removing one costs the same however many there are (but a memory move)."""

    def __init__(self, marks: Sequence[PageAnnotation] = ()) -> None:
        """`marks`: by place."""
        self.marks: dict[str, PageAnnotation] = {mark.id: mark for mark in marks}
        self._short: list[Piece] = list(marks)
        self._long: list[Piece] = []
        self._order: dict[str, list[PageAnnotation]] = {}
        self.shows: Callable[[PageAnnotation], bool] | None = None  # what is on the page; None for all
        for mark in marks:
            self._order.setdefault(mark.label, []).append(mark)
        special = [mark for mark in marks if mark.pieces or mark.end - mark.start > _SHORT]
        if special:
            self._sort_out(special)

    def _sort_out(self, special: list[PageAnnotation]) -> None:
        """Keep long pieces apart, and the pieces of a mark instead of itself."""
        known = {mark.id for mark in special}
        self._short = [piece for piece in self._short if piece.id not in known]
        for mark in special:
            for piece in _pieces(mark):
                self._list(piece).append(piece)
        self._short.sort()
        self._long.sort()

    def __len__(self) -> int:
        return len(self.marks)

    def __contains__(self, id: str) -> bool:
        return id in self.marks

    def add(self, mark: PageAnnotation) -> None:
        """Take a mark in; one of the same id is replaced."""
        if mark.id in self.marks:
            self.remove(mark.id)
        self.marks[mark.id] = mark
        for piece in _pieces(mark):
            insort(self._list(piece), piece)
        insort(self._order.setdefault(mark.label, []), mark)

    def remove(self, id: str) -> PageAnnotation | None:
        """Take a mark out; what it was, or None when it was not there."""
        mark = self.marks.pop(id, None)
        if mark is None:
            return None
        for piece in _pieces(mark):
            _drop(self._list(piece), piece)
        _drop(self._order[mark.label], mark)
        return mark

    def _list(self, piece: Piece) -> list[Piece]:
        return self._long if piece.end - piece.start > _SHORT else self._short

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that share a character with `[start, end)`, by place, the longer first where two begin as one."""
        low = bisect_left(self._short, (start - _SHORT,))
        high = bisect_left(self._short, (end,))
        found = [piece for piece in self._short[low:high] if piece.end > start]
        high = bisect_left(self._long, (end,))
        found += [piece for piece in self._long[:high] if piece.end > start]
        found.sort(key=lambda piece: (piece.start, -piece.end, piece.id))
        return found

    def shown(self, id: str) -> bool:
        """Whether a mark is on the page."""
        return self.shows is None or self.shows(self.marks[id])

    def shown_between(self, start: int, end: int) -> list[Piece]:
        """As `between`, of the marks that are on the page."""
        found = self.between(start, end)
        return found if self.shows is None else [piece for piece in found if self.shown(piece.id)]

    def at(self, position: int) -> list[str]:
        """The ids of the marks on the character at `position`, the shortest first."""
        found = sorted(self.between(position, position + 1), key=lambda piece: piece.end - piece.start)
        return list(dict.fromkeys(piece.id for piece in found))

    def number(self, id: str) -> int:
        """Which of its label a mark is in text order, from 1."""
        mark = self.marks[id]
        return bisect_left(self._order[mark.label], mark) + 1

    def beside(self, position: Piece, direction: int) -> str:
        """The id of the first mark on the page after `position`, or of the last before it; or empty."""
        keys = []
        for order in self._order.values():
            at = bisect_right(order, position) if direction > 0 else bisect_left(order, position) - 1
            while 0 <= at < len(order) and not self.shown(order[at].id):
                at += 1 if direction > 0 else -1
            if 0 <= at < len(order):
                keys.append(order[at])
        if not keys:
            return ""
        return (min(keys) if direction > 0 else max(keys)).id

    def labels(self) -> Iterable[str]:
        """The labels that marks carry or carried."""
        return self._order.keys()

    def first_start(self, label: str, position: int) -> int:
        """Where the first shown mark of `label` begins, at `position` or behind it; -1 when there is none."""
        order = self._order.get(label, [])
        at = bisect_left(order, (position,))
        while at < len(order) and not self.shown(order[at].id):
            at += 1
        return order[at].start if at < len(order) else -1


def _pieces(mark: PageAnnotation) -> Sequence[Piece]:
    return [Part(span.start, span.end, mark.id) for span in mark.pieces] if mark.pieces else (mark,)


def _drop(sorted_list: list[_Item], item: _Item) -> None:
    at = bisect_left(sorted_list, item)
    if at < len(sorted_list) and sorted_list[at] == item:
        del sorted_list[at]
