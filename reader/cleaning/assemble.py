"""Kept blocks to one text with spans; the rest to `LeftOut`. What every way of cleaning ends with."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.raw import Cut, RawBlock
from reader.cleaning.version import CLEANER
from reader.model.articles import Block, BlockKind, InlineMark, LeftOut, Metadata
from reader.model.pages import Cleaned, Picture
from reader.model.spans import Span
from reader.text.invariants import frozen

EMPTY_KINDS = frozenset({BlockKind.FIGURE, BlockKind.RULE})


def assemble(
    blocks: Sequence[RawBlock],
    metadata: Metadata,
    *,
    encoding: str,
    notices: Sequence[str] = (),
    pictures: Sequence[Picture] = (),
) -> Cleaned:
    """Return the article of `blocks` in their order: those with a reason are left out, the others make the text."""
    texts: list[str] = []
    kept: list[Block] = []
    marks: list[InlineMark] = []
    left: list[LeftOut] = []
    start = 0
    for raw in blocks:
        text = frozen(raw.text).replace("\n", " ") if "\n" in raw.text else frozen(raw.text)
        if raw.reason:
            if raw.kind is BlockKind.FIGURE:
                text = frozen(raw.attrs.get("alt") or raw.attrs.get("src") or "")
            if text.strip() or raw.kind is BlockKind.FIGURE:
                left.append(LeftOut(text, raw.reason, len(kept), raw.kind, raw.level, raw.attrs))
            left += [LeftOut(cut.text, cut.reason, len(kept)) for cut in raw.cut]
            continue
        texts.append(text)
        kept.append(Block(Span(start, start + len(text)), raw.kind, raw.level, raw.attrs))
        marks += [InlineMark(Span(start + s, start + e), kind, to, attrs) for s, e, kind, to, attrs in raw.marks]
        left += [LeftOut(cut.text, cut.reason, len(kept), attrs=_place(cut, text)) for cut in raw.cut]
        start += len(text) + 1
    return Cleaned(
        metadata,
        "\n".join(texts),
        tuple(kept),
        tuple(marks),
        tuple(left),
        tuple(pictures),
        tuple(notices),
        CLEANER,
        encoding,
    )


def _place(cut: Cut, text: str) -> dict[str, str]:
    """Where words stood in the text that closed over them."""
    return {"at": str(min(cut.at, len(text)))} if cut.at >= 0 else {}
