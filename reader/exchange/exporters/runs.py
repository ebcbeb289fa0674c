"""An article cut into runs for a page: pieces of text that carry the same marks and the same markup."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from reader.exchange.exporters.coded import Coded, pieces
from reader.model.articles import Block, BlockKind, InlineMark
from reader.model.spans import Span
from reader.model.struck_places import StruckPlace, Worded, pieces_at

Piece = tuple[int, int, Coded]


@dataclass(frozen=True, slots=True)
class Run:
    """Some text from the code point `start`, the marks over it (the widest first), the marks that begin here, and the
    publisher's markup (the widest first).

    With `struck` it holds words that the publisher struck out here, which are no part of the text: `text` is empty.
    """

    text: str
    start: int = 0
    marks: tuple[Coded, ...] = ()
    begins: tuple[Coded, ...] = ()
    inline: tuple[InlineMark, ...] = ()
    struck: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Shown:
    """One block: its cells (all but table rows have one), each a list of runs."""

    block: Block
    cells: tuple[tuple[Run, ...], ...]


class Cutter:
    """Cuts the text of `worded` into runs; `struck` are the places whose words are shown in them."""

    def __init__(self, worded: Worded, marks: Iterable[Coded] = (), struck: Sequence[StruckPlace] = ()) -> None:
        self._worded, self._text = worded, worded.text
        self._waiting = sorted(pieces(marks), key=lambda p: (p[0], -p[1]))
        self._inline = sorted(worded.inline, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._inline]
        self._longest = max((m.span.end - m.span.start for m in self._inline), default=0)
        self._struck, self._places = struck, [place.at for place in struck]
        self._named = set[int]()

    def blocks(self) -> Iterator[Shown]:
        """Yield each block with the marks over it, and after it what stood struck behind it; a mark is looked at only
        while it is open."""
        open_, next_ = list[Piece](), 0
        for block in self._worded.blocks:
            while next_ < len(self._waiting) and self._waiting[next_][0] <= block.span.end:
                open_.append(self._waiting[next_])
                next_ += 1
            open_ = [p for p in open_ if p[1] > block.span.start or p[0] >= block.span.start]
            here = self._struck_in(block.span)
            grouped = block.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM)
            yield Shown(block, tuple(self._cells(block, open_, [x for x in here if grouped or not x.alone])))
            for place in here:
                if place.alone and not grouped:
                    yield Shown(Block(Span(place.at, place.at)), ((Run("", place.at, struck=place.words),),))

    def _struck_in(self, span: Span) -> Sequence[StruckPlace]:
        if not self._struck:
            return ()
        return self._struck[bisect_left(self._places, span.start) : bisect_right(self._places, span.end)]

    def _cells(self, block: Block, over: Sequence[Piece], struck: Sequence[StruckPlace]) -> Iterator[tuple[Run, ...]]:
        start = block.span.start
        words = self._text[start : block.span.end]
        cells = words.split("\t") if block.kind == BlockKind.TABLE_ROW else [words]
        for cell in cells:
            end = start + len(cell)
            inside = [x for x in struck if start <= x.at <= end] if struck else ()
            yield tuple(self.runs(Span(start, end), over, inside))
            if inside:
                struck = [x for x in struck if x not in inside]
            start += len(cell) + 1

    def runs(self, span: Span, over: Sequence[Piece] = (), struck: Sequence[StruckPlace] = ()) -> Iterator[Run]:
        """Yield the runs of some of the text, with what was struck in it."""
        inline = self._over(span)
        if not over and not inline and not struck:
            yield from [Run(span.of(self._text), span.start)] if span.start < span.end else ()
            return
        cuts = self._cuts(span, over, inline, struck)
        for first, last in zip(cuts, [*cuts[1:], span.end], strict=True):
            for place in struck:
                if place.at == first:
                    yield from self._struck_runs(place, over, inline)
            begins, covering = self._marks_at(first, last, over)
            if first < last or begins:
                kinds = tuple(m for m in inline if m.span.start <= first and last <= m.span.end)
                yield Run(self._text[first:last], first, covering, begins, kinds)

    def _marks_at(self, first: int, last: int, over: Sequence[Piece]) -> tuple[tuple[Coded, ...], tuple[Coded, ...]]:
        """The marks that are first met in a run, and those over it."""
        begins, covering = list[Coded](), list[Coded]()
        for piece in over:
            start, end, mark = piece
            if start > first:
                continue
            if id(mark) not in self._named and _meets(piece, first, last):
                begins.append(mark)
                self._named.add(id(mark))
            if last <= end and first < last:
                covering.append(mark)
        return tuple(begins), tuple(covering)

    def _over(self, span: Span) -> list[InlineMark]:
        """The publisher's marks over some of the text, without looking at all the others."""
        if not self._inline:
            return []
        first = bisect_left(self._starts, span.start - self._longest)
        found = self._inline[first : bisect_left(self._starts, span.end)]
        return [m for m in found if m.span.overlaps(span)]

    @staticmethod
    def _cuts(
        span: Span, over: Sequence[Piece], inline: Sequence[InlineMark], struck: Sequence[StruckPlace]
    ) -> list[int]:
        places = {span.start, span.end, *(p[0] for p in over), *(p[1] for p in over), *map(attrgetter("at"), struck)}
        places |= {m.span.start for m in inline} | {m.span.end for m in inline}
        return sorted(x for x in places if span.start <= x <= span.end)

    def _struck_runs(self, place: StruckPlace, over: Sequence[Piece], inline: Sequence[InlineMark]) -> Iterator[Run]:
        at = place.at
        marks = tuple(p[2] for p in over if p[0] < at < p[1])
        kinds = tuple(m for m in inline if m.span.start < at < m.span.end)
        shown = pieces_at(self._text, at, place.words)
        if shown.before:
            yield Run(shown.before, at, marks, inline=kinds)
        yield Run("", at, marks, inline=kinds, struck=shown.words)
        if shown.after:
            yield Run(shown.after, at, marks, inline=kinds)


def _meets(piece: Piece, first: int, last: int) -> bool:
    """True when `piece` covers the run, or is a place without words where the run begins."""
    start, end, _ = piece
    return start == end == first or (first < last and start <= first and last <= end)
