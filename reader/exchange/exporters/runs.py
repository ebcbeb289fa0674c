"""An article cut into runs for a page: pieces of text that carry the same marks and the same emphasis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.exchange.exporters.codes import Coded, pieces
from reader.model.articles import Block, BlockKind, InlineKind, InlineMark, Revision

Piece = tuple[int, int, Coded]
_PLAIN: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """Some text, the marks over it (the widest first), the marks that begin here, and the publisher's emphasis."""

    text: str
    marks: tuple[Coded, ...]
    begins: tuple[Coded, ...]
    kinds: frozenset[str]
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One block: its cells (all but table rows have one), each a list of runs."""

    block: Block
    cells: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks in a row that belong together: the rows of a table, the items of a list, or one block."""

    kind: str
    blocks: tuple[Shown, ...]

    @property
    def ordered(self) -> bool:
        return any(b.block.attrs.get("ordered") for b in self.blocks)


def sections(revision: Revision, marks: Iterable[Coded]) -> Iterator[Section]:
    """Yield the article from front to back."""
    shown = _blocks(revision, sorted(pieces(marks), key=lambda p: (p[0], -p[1])))
    together = (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM)
    for (kind, _), group in groupby(
        enumerate(shown), key=lambda x: (x[1].block.kind, -1 if x[1].block.kind in together else x[0])
    ):
        yield Section(kind.value, tuple(block for _, block in group))


def _blocks(revision: Revision, waiting: Sequence[Piece]) -> Iterator[Shown]:
    """Each block with the pieces over it; a piece is looked at only while it is open."""
    inline = sorted(revision.inline, key=lambda m: m.span)
    open_, next_, named = list[Piece](), 0, set[int]()
    for block in revision.blocks:
        while next_ < len(waiting) and waiting[next_][0] <= block.span.end:
            open_.append(waiting[next_])
            next_ += 1
        open_ = [p for p in open_ if p[1] > block.span.start or p[0] >= block.span.start]
        over = [m for m in inline if m.span.overlaps(block.span)] if inline else []
        yield Shown(block, tuple(_cells(revision.text, block, open_, over, named)))


def _cells(
    text: str, block: Block, over: Sequence[Piece], inline: Sequence[InlineMark], named: set[int]
) -> Iterator[tuple[Run, ...]]:
    start = block.span.start
    words = text[start : block.span.end]
    for cell in words.split("\t") if block.kind == BlockKind.TABLE_ROW else [words]:
        yield tuple(_runs(text, start, start + len(cell), over, inline, named))
        start += len(cell) + 1


def _runs(
    text: str, start: int, end: int, over: Sequence[Piece], inline: Sequence[InlineMark], named: set[int]
) -> Iterator[Run]:
    if not over and not inline:
        yield from [Run(text[start:end], (), (), _PLAIN, "")] if start < end else ()
        return
    places = {start, end, *(p[0] for p in over), *(p[1] for p in over)}
    places |= {m.span.start for m in inline} | {m.span.end for m in inline}
    cuts = sorted(x for x in places if start <= x <= end)
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        begins = [p for p in over if p[0] <= first and id(p[2]) not in named and _meets(p, first, last)]
        named |= {id(p[2]) for p in begins}
        covering = tuple(p[2] for p in over if p[0] <= first and last <= p[1] and first < last)
        if first < last or begins:
            kinds = [m for m in inline if m.span.start <= first and last <= m.span.end]
            yield Run(
                text[first:last], covering, tuple(p[2] for p in begins), *(_emphasis(kinds) if kinds else (_PLAIN, ""))
            )


def _meets(piece: Piece, first: int, last: int) -> bool:
    """True when `piece` covers the run, or is a place without words where the run begins."""
    start, end, _ = piece
    return start == end == first or (first < last and start <= first and last <= end)


def _emphasis(kinds: Sequence[InlineMark]) -> tuple[frozenset[str], str]:
    links = [m.target for m in kinds if m.kind == InlineKind.LINK and m.target.startswith(("https://", "http://"))]
    return frozenset(m.kind.value for m in kinds if m.kind != InlineKind.LINK), links[0] if links else ""
