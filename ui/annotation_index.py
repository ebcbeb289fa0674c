"""The open article's annotations by place: which of 100,000 stand between two characters, and each one's number.

The session owns the one index and changes it when the library has changed. Page, panel and cards read it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from reader.model.annotations import PageAnnotation

_SHORT = 2048  # code points; longer pieces are few and kept apart, so that a look-up reaches back no further


class Part(NamedTuple):
    """One span of an annotation, `[start, end)` in code points. Sorted by place."""

    start: int
    end: int
    id: str


_Item = TypeVar("_Item", PageAnnotation, Part)
# An annotation of one span, as nearly all are, is its own piece: both begin with a start, an end and an id.
Piece = PageAnnotation | Part


class AnnotationIndex:
    """The annotations of one revision. Adding or removing one costs the same however many there are, but a memory move.

    `shows` says which are on the page, None for all; nothing is left out of the index for it.
    """

    def __init__(self, annotations: Iterable[PageAnnotation] = ()) -> None:
        """`annotations`: by place."""
        self.shows: Callable[[PageAnnotation], bool] | None = None
        self.reset(annotations)

    # -- what is in it ---------------------------------------------------------------------------------------------

    @property
    def in_order(self) -> list[PageAnnotation]:
        """All by place: first character, last, id. Only to be read; it follows every change."""
        return self._in_order

    @property
    def marks(self) -> Mapping[str, PageAnnotation]:
        """All by id. Only to be read; it follows every change."""
        return self._by_id

    def __len__(self) -> int:
        return len(self._in_order)

    def __contains__(self, id: str) -> bool:
        return id in self._by_id

    @property
    def counts(self) -> dict[str, int]:
        """How many annotations carry each label, by label id; labels without any are left out."""
        return {label: len(found) for label, found in self._by_label.items() if found}

    @property
    def people(self) -> dict[str, int]:
        """How many annotations each person made; people without any are left out."""
        return {person: count for person, count in self._people.items() if count}

    @property
    def several(self) -> bool:
        """Whether more than one person made them."""
        return self._several

    # -- changes, for the session ------------------------------------------------------------------------------------

    def reset(self, annotations: Iterable[PageAnnotation]) -> None:
        """Hold these annotations, which come by place, and no others."""
        self._in_order = list(annotations)
        self._by_id = dict(zip(map(attrgetter("id"), self._in_order), self._in_order, strict=True))
        labels = list(map(attrgetter("label"), self._in_order))
        self._by_label = {
            wanted: [mark for mark, label in zip(self._in_order, labels, strict=True) if label == wanted]
            for wanted in dict.fromkeys(labels)
        }
        self._people = Counter(map(attrgetter("annotator"), self._in_order))
        self._several = len(self._people) > 1
        self._parts: list[Part] = []
        self._long: list[Part] = []
        for annotation in [one for one in self._in_order if one.pieces or one.end - one.start > _SHORT]:
            for part in _parts(annotation):
                self._list(part).append(part)
        self._parts.sort()
        self._long.sort()

    def add(self, annotation: PageAnnotation) -> None:
        """Take an annotation in; one of the same id is replaced."""
        self.remove(annotation.id)
        self._by_id[annotation.id] = annotation
        insort(self._in_order, annotation)
        insort(self._by_label.setdefault(annotation.label, []), annotation)
        self._people[annotation.annotator] += 1
        self._count_people()
        if not _is_short(annotation):
            for part in _parts(annotation):
                insort(self._list(part), part)

    def remove(self, id: str) -> None:
        """Take an annotation out; one that is not there is no error."""
        annotation = self._by_id.pop(id, None)
        if annotation is None:
            return
        _drop(self._in_order, annotation)
        _drop(self._by_label[annotation.label], annotation)
        self._people[annotation.annotator] -= 1
        self._count_people()
        if not _is_short(annotation):
            for part in _parts(annotation):
                _drop(self._list(part), part)

    def _count_people(self) -> None:
        """Asked for each mark of each frame; people are few, and changes fewer than frames."""
        self._several = sum(1 for count in self._people.values() if count) > 1

    def _list(self, part: Part) -> list[Part]:
        return self._long if part.end - part.start > _SHORT else self._parts

    # -- by place --------------------------------------------------------------------------------------------------

    def between(self, start: int, end: int) -> list[Piece]:
        """Return the pieces that share a character with `[start, end)`, by place, the longer first where two begin as
        one."""
        found: list[Piece] = [
            one
            for one in _window(self._in_order, start - _SHORT, end)
            if one.end > start and not one.pieces and one.end - one.start <= _SHORT  # as `_is_short`, without the call
        ]
        found += [part for part in _window(self._parts, start - _SHORT, end) if part.end > start]
        found += [part for part in _window(self._long, 0, end) if part.end > start]
        found.sort(key=lambda piece: (piece.start, -piece.end, piece.id))
        return found

    def shown(self, id: str) -> bool:
        """Return whether an annotation is on the page."""
        annotation = self._by_id.get(id)
        return annotation is not None and (self.shows is None or self.shows(annotation))

    def shown_between(self, start: int, end: int) -> list[Piece]:
        """Return as `between`, of the annotations that are on the page."""
        found = self.between(start, end)
        return found if self.shows is None else [piece for piece in found if self.shown(piece.id)]

    def at(self, position: int) -> list[str]:
        """Return the ids of the annotations on the character at `position`, the shortest first."""
        found = sorted(self.between(position, position + 1), key=lambda piece: piece.end - piece.start)
        return list(dict.fromkeys(piece.id for piece in found))

    def number(self, id: str) -> int:
        """Return which of its label an annotation is in text order, from 1; 0 for one that is not in the index."""
        annotation = self._by_id.get(id)
        return 0 if annotation is None else bisect_left(self._by_label[annotation.label], annotation) + 1

    def beside(self, position: Piece, direction: int) -> str:
        """Return the id of the first annotation on the page after `position`, or of the last before it; or empty."""
        order = self._in_order
        at = bisect_right(order, position) if direction > 0 else bisect_left(order, position) - 1
        while 0 <= at < len(order) and not self.shown(order[at].id):
            at += 1 if direction > 0 else -1
        return order[at].id if 0 <= at < len(order) else ""

    def labels(self) -> Iterable[str]:
        """Return the labels that annotations carry or carried."""
        return self._by_label.keys()

    def first_start(self, label: str, position: int) -> int:
        """Return where the first shown annotation of `label` begins, at `position` or behind it; -1 when there is
        none."""
        order = self._by_label.get(label, [])
        at = bisect_left(order, (position,))
        while at < len(order) and not self.shown(order[at].id):
            at += 1
        return order[at].start if at < len(order) else -1


def _is_short(annotation: PageAnnotation) -> bool:
    """Whether an annotation is one short piece, to be found by its own place."""
    return not annotation.pieces and annotation.end - annotation.start <= _SHORT


def _parts(annotation: PageAnnotation) -> Sequence[Part]:
    return [Part(span.start, span.end, annotation.id) for span in annotation.spans]


def _window(sorted_list: list[_Item], start: int, end: int) -> list[_Item]:
    """Those that begin in `[start, end)`."""
    return sorted_list[bisect_left(sorted_list, (start,)) : bisect_left(sorted_list, (end,))]


def _drop(sorted_list: list[_Item], item: _Item) -> None:
    at = bisect_left(sorted_list, item)
    if at < len(sorted_list) and sorted_list[at] == item:
        del sorted_list[at]
