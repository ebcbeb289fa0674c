"""The reading cursor: the sentence that a key would mark. Moves by sentence and may stretch over several."""

from __future__ import annotations

from reader.model.articles import Revision
from reader.model.spans import Span


class ReadingCursor:
    """Where J and K are in one revision. Sentences are cut block by block, when they are come to."""

    def __init__(self, revision: Revision) -> None:
        self._revision = revision
        self._blocks = [block.span for block in revision.blocks] or [Span(0, len(revision.text))]
        self._cut: dict[int, list[Span]] = {}
        self._anchor: tuple[int, int] | None = None
        self._head: tuple[int, int] | None = None

    @property
    def span(self) -> Span | None:
        """From the first to the last chosen sentence, half-open in code points; None when it was put away."""
        if self._anchor is None or self._head is None:
            return None
        first, last = sorted((self._anchor, self._head))
        return Span(self._sentence(first).start, self._sentence(last).end)

    @property
    def head(self) -> Span | None:
        """The sentence that moves."""
        return self._sentence(self._head) if self._head is not None else None

    def clear(self) -> None:
        """Put it away."""
        self._anchor = self._head = None

    def put(self, position: int) -> Span | None:
        """Choose the sentence at a code point, or the first one behind it."""
        found = self._at(position)
        self._anchor = self._head = found
        return self.span

    def put_over(self, span: Span | None) -> None:
        """Choose the sentences that `span` goes over; none of None."""
        found = self.put(span.start) if span is not None else None
        while span is not None and found is not None and found.end < span.end:
            before, found = found, self.move(1, extend=True)
            if found == before:
                return

    def move(self, direction: int, extend: bool = False) -> Span | None:
        """Return one sentence on (1) or back (-1); `extend` keeps the other end. At the ends of the text it stays."""
        if self._head is None:
            return None
        found = self._next(self._head, direction)
        if found is not None:
            self._head = found
            if not extend:
                self._anchor = found
        elif not extend:
            self._anchor = self._head
        return self.span

    def _in_block(self, index: int) -> list[Span]:
        found = self._cut.get(index)
        if found is None:
            span, text = self._blocks[index], self._revision.text
            from reader.text.sentences import sentences  # no first paint needs its rules

            cut = sentences(span.of(text), self._revision.metadata.language)
            found = self._cut[index] = [Span(s.start + span.start, s.end + span.start) for s in cut]
        return found

    def _sentence(self, place: tuple[int, int]) -> Span:
        return self._in_block(place[0])[place[1]]

    def _at(self, position: int) -> tuple[int, int] | None:
        low, high = 0, len(self._blocks)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._blocks[middle].end < position else (low, middle)
        for index in range(low, len(self._blocks)):
            for n, span in enumerate(self._in_block(index)):
                if position < span.end:
                    return index, n
        return self._last()

    def _last(self) -> tuple[int, int] | None:
        for index in range(len(self._blocks) - 1, -1, -1):
            if found := self._in_block(index):
                return index, len(found) - 1
        return None

    def _next(self, place: tuple[int, int], direction: int) -> tuple[int, int] | None:
        index, n = place
        if 0 <= n + direction < len(self._in_block(index)):
            return index, n + direction
        index += direction
        while 0 <= index < len(self._blocks):
            if found := self._in_block(index):
                return index, 0 if direction > 0 else len(found) - 1
            index += direction
        return None
