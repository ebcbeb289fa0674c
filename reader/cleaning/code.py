"""Preformatted words as they come in: line by line, each with its links; other marks say nothing there."""

from __future__ import annotations

from bisect import bisect_right

from reader.cleaning.invisible import visible
from reader.cleaning.raw import NO_ATTRS, Ink
from reader.model.articles import InlineKind
from reader.text.invariants import frozen


class Lines:
    """The preformatted text being read, over the ends of the inline elements in it; `take` gives it away."""

    def __init__(self) -> None:
        self.length = 0  # of what has come in
        self._pieces: list[str] = []
        self._open: list[tuple[int, str, int]] = []  # element, target, start
        self._links: list[tuple[int, int, str]] = []

    def add(self, text: str) -> None:
        """Words of a text node, or the line end of a `<br>`."""
        piece = frozen(visible(text))
        self._pieces.append(piece)
        self.length += len(piece)

    def open(self, element: int, target: str) -> None:
        """A link begins here."""
        self._open.append((element, target, self.length))

    def close(self, element: int) -> None:
        """The link ends here."""
        if self._open and self._open[-1][0] == element:
            _, target, start = self._open.pop()
            if target and self.length > start:
                self._links.append((start, self.length, target))

    def take(self) -> list[tuple[str, list[Ink], int]]:
        """Return the lines without the empty ones around them: text, marks, and characters inside links."""
        whole = "".join(self._pieces)
        starts = [0]
        for at, character in enumerate(whole):
            if character == "\n":
                starts.append(at + 1)
        texts = [line.rstrip() for line in whole.split("\n")]
        marks: list[list[Ink]] = [[] for _ in texts]
        for start, end, target in self._links:
            line = bisect_right(starts, start) - 1
            begin, stop = start - starts[line], min(end - starts[line], len(texts[line]))
            if begin < stop:
                marks[line].append((begin, stop, InlineKind.LINK, target, NO_ATTRS))
        self._pieces, self._links, self.length = [], [], 0
        self._open = [(element, target, 0) for element, target, _ in self._open]
        lines = [(text, ink, sum(mark[1] - mark[0] for mark in ink)) for text, ink in zip(texts, marks, strict=True)]
        while lines and not lines[0][0]:
            lines.pop(0)
        while lines and not lines[-1][0]:
            lines.pop()
        return lines
