"""Words of one block as they come in, white space collapsed as HTML does it, with their inline marks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.cleaning.invisible import visible
from reader.cleaning.raw import NO_ATTRS, Ink
from reader.model.articles import InlineKind
from reader.text.invariants import frozen

# The vertical ones would be line ends in our text.
_SPACES = " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_SPACE = re.compile(f"[{_SPACES}]+")
_MOST_OPEN = 64  # inline elements open at a time that can still become marks
_LINKS = frozenset({InlineKind.LINK, InlineKind.NOTE})
_EMPTY = frozenset({InlineKind.LINK, InlineKind.RUBY})  # kinds that say nothing without a target or attributes
_RAISED = frozenset({InlineKind.SUPERSCRIPT, InlineKind.SUBSCRIPT})
# Words that say by themselves that they are raised or lowered, or are a reference to a note.
_WRITTEN = re.compile(r"[\[⁰¹²³⁴-ⁿ₀-₎™℠ªº]|[\^_]\(")


class Run:
    """The run of words being read; `take` gives it away and starts the next one.

    Inline elements stay open over the end of a run, so that a link round three paragraphs marks each.
    """

    def __init__(self) -> None:
        self.length = 0  # of the words that have come in
        self._pieces: list[str] = []
        self._spaced = True
        self._open: list[
            tuple[int, InlineKind, str, int, Mapping[str, str]]
        ] = []  # element, kind, target, start, attrs
        self._links_open = 0
        self._marks: list[Ink] = []
        self._links = 0

    def add(self, text: str) -> None:
        """Words of a text node."""
        if "  " in text or not text.isprintable():
            if not text.strip(_SPACES):  # half of a page's pieces of text, between its elements
                if self._spaced:
                    return
                text = " "
            else:
                text = _SPACE.sub(" ", visible(text))
        if self._spaced and text.startswith(" "):
            text = text[1:]
        if not text:
            return
        self._spaced = text.endswith(" ")
        self._pieces.append(text)
        self.length += len(text)
        if self._links_open:
            self._links += len(text)

    @property
    def target(self) -> str:
        """Where the innermost open link leads; empty outside of links."""
        return next((target for _, kind, target, _, _ in reversed(self._open) if kind is InlineKind.LINK), "")

    def open(self, element: int, kind: InlineKind, target: str, attrs: Mapping[str, str] = NO_ATTRS) -> None:
        """An inline element begins here."""
        if len(self._open) < _MOST_OPEN:
            self._open.append((element, kind, target, self.length, attrs))
            self._links_open += kind in _LINKS

    def close(self, element: int) -> None:
        """The inline element ends here."""
        if self._open and self._open[-1][0] == element:
            _, kind, target, start, attrs = self._open.pop()
            self._links_open -= kind in _LINKS
            self._mark(start, kind, target, attrs)

    def read(self, reading: str) -> None:
        """The words since the open ruby text began, or its last reading, are read so."""
        if not reading or not self._open or self._open[-1][1] is not InlineKind.RUBY:
            return
        element, kind, target, start, _ = self._open[-1]
        if self.length > start:
            self._mark(start, kind, target, {"reading": reading})
            self._open[-1] = (element, kind, target, self.length, NO_ATTRS)
        elif self._marks and self._marks[-1][2] is kind and self._marks[-1][1] == start:
            first, end, _, _, attrs = self._marks[-1]
            self._marks[-1] = (first, end, kind, target, {"reading": attrs["reading"] + reading})

    def _mark(self, start: int, kind: InlineKind, target: str, attrs: Mapping[str, str]) -> None:
        if self.length > start and (target or attrs or kind not in _EMPTY):
            self._marks.append((start, self.length, kind, target, attrs))

    def take(self) -> tuple[str, list[Ink], int]:
        """Return the run's words (stripped of white space at both ends), marks, and characters inside links."""
        for _, kind, target, start, attrs in self._open:
            self._mark(start, kind, target, attrs)
        whole = "".join(self._pieces)
        text = whole.strip(" ")
        marks = self._marks
        if marks and len(text) < len(whole):
            shift = len(whole) - len(whole.lstrip(" "))
            marks = [cut for mark in marks if (cut := _within(mark, shift, len(text)))]
        if marks and any(mark[2] in _RAISED for mark in marks):
            marks = [m for m in marks if m[2] not in _RAISED or not _WRITTEN.match(text[m[0] : m[1]])]
        links = min(self._links, len(text))
        self._pieces, self._marks = [], []
        self.length = self._links = 0
        self._spaced = True
        if self._open:
            self._open = [(element, kind, target, 0, attrs) for element, kind, target, _, attrs in self._open]
        return frozen(text), marks, links


def _within(mark: Ink, shift: int, length: int) -> Ink | None:
    start, end = max(0, mark[0] - shift), min(length, mark[1] - shift)
    return (start, end, *mark[2:]) if start < end else None


def squeezed(text: str) -> str:
    """Return `text` with white space collapsed as HTML does it and none at the ends, and nothing that cannot be
    seen."""
    return " ".join(text.split()) if text.isascii() else _SPACE.sub(" ", visible(text)).strip(" ")
