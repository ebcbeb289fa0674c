"""Marks and links as they stand on paper: with short names, `C1`, `S2`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.model.annotations import Annotation
from reader.model.labels import Label


@dataclass(frozen=True, slots=True)
class Coded:
    """A mark with its short name, its label, and the lane in which its line is drawn (0 is next to the words)."""

    code: str
    label: Label
    annotation: Annotation
    lane: int
    is_placed: bool = True

    @property
    def anchor(self) -> str:
        """What an address within the file calls it."""
        return f"m-{self.annotation.id}"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a link: its role, the mark's short name and, when that is in another article, its title."""

    role: str
    code: str
    anchor: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as one reads it."""

    kind: str
    ends: tuple[End, ...]
    note: str
    annotator: str
    directed: bool
    said: tuple[str, ...] = ()  # how it is said: stance, certainty and the like, and in what it is nested


def pieces(marks: Iterable[Coded]) -> Iterator[tuple[int, int, Coded]]:
    """Yield every piece of every mark: start, end, mark."""
    return ((s.start, s.end, mark) for mark in marks if mark.is_placed for s in mark.annotation.anchor.spans)
