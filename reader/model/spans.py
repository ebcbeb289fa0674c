"""A place in a text: half-open, in code points."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.short import written_short


@written_short(2)
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points of a revision's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """Return the words it covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end
