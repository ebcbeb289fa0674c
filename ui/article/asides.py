"""What the markup of a page says beside its words: an abbreviation in full, a reading, a date, a note, struck words.

It is seen as a tooltip, and beside what is chosen, so that the keyboard comes to it too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from reader.model.articles import Block, InlineKind, InlineMark, Revision
from reader.model.spans import Span
from reader.model.struck_places import StruckPlace, struck_over, struck_places
from ui.language.struck import short, struck_name, struck_told

translate = QCoreApplication.translate
_MOST = 4  # asides beside what is chosen
# What is said of a mark of each kind, by the attribute that holds it.
_SAID = {
    InlineKind.ABBREVIATION: "title", InlineKind.RUBY: "reading", InlineKind.TIME: "datetime",
    InlineKind.INSERTION: "datetime", InlineKind.MATH: "tex",
}  # fmt: skip


class Asides:
    """The asides of one revision, and its notes."""

    def __init__(self, revision: Revision) -> None:
        self._revision = revision

    @cached_property
    def notes(self) -> dict[str, Block]:
        """The notes of the article by their names."""
        return {
            block.attrs["note"]: block
            for block in self._revision.blocks
            if block.attrs and block.attrs.get("role") == "note" and block.attrs.get("note")
        }

    @cached_property
    def references(self) -> list[InlineMark]:
        """The references to notes, in the order of the text."""
        found = [mark for mark in self._revision.inline if mark.kind is InlineKind.NOTE and mark.target in self.notes]
        return sorted(found, key=lambda mark: mark.span.start)

    @cached_property
    def struck(self) -> list[StruckPlace]:
        """Where words were struck out."""
        return struck_places(self._revision)

    @cached_property
    def _marks(self) -> list[InlineMark]:
        told = (m for m in self._revision.inline if m.attrs and m.attrs.get(_SAID.get(m.kind, ""), ""))
        return sorted([*told, *self.references], key=lambda mark: mark.span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [mark.span.start for mark in self._marks]

    @cached_property
    def _longest(self) -> int:
        return max((mark.span.end - mark.span.start for mark in self._marks), default=0)

    def _over(self, span: Span) -> list[InlineMark]:
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [mark for mark in self._marks[first:last] if mark.span.end > span.start]

    def at(self, position: int) -> str:
        """Return what is said of the letter at a code point; empty for nothing."""
        return "\n".join(self._words(mark) for mark in self._over(Span(position, position + 1)))

    def of(self, spans: Sequence[Span]) -> str:
        """Return what is said of words: of the first few of them that something is said of, a line each."""
        lines = list(self._lines(spans))
        more = ["…"] if len(lines) > _MOST else []
        return "\n".join([*lines[:_MOST], *more])

    def _lines(self, spans: Sequence[Span]) -> Iterator[str]:
        if places := struck_over(self.struck, spans):
            yield f"{struck_name()}: {struck_told(places[:_MOST])}"
        for mark in (mark for span in spans for mark in self._over(span)):
            said, words = self._words(mark), mark.span.of(self._revision.text)
            if said != words:
                yield f"{short(words)}: {said}"

    def _words(self, mark: InlineMark) -> str:
        if mark.kind is InlineKind.NOTE:
            return short(self.notes[mark.target].span.of(self._revision.text))
        said = short(mark.attrs[_SAID[mark.kind]])
        return translate("Asides", "added {0}").format(said) if mark.kind is InlineKind.INSERTION else said

    # -- from a reference to its note and back -----------------------------------------------------------------------

    def reference_at(self, position: int) -> InlineMark | None:
        """Return the reference to a note at a code point."""
        return next(iter(self._references_in(Span(position, position + 1))), None)

    def other_end(self, spans: Iterable[Span]) -> Span | None:
        """Return where the words lead to: the note that the first reference in them is to; from a note the first
        reference to it. None where there is neither."""
        for span in spans:
            for mark in self._references_in(span):
                return self.notes[mark.target].span
            for name, block in self.notes.items():
                if block.span.start <= span.start and span.end <= block.span.end:
                    return next((mark.span for mark in self.references if mark.target == name), None)
        return None

    def _references_in(self, span: Span) -> list[InlineMark]:
        first = bisect_right(self.references, span.start, key=lambda mark: mark.span.end)
        found = []
        for mark in self.references[first:]:
            if mark.span.start >= span.end:
                break
            found.append(mark)
        return found
