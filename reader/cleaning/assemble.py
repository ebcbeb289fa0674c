"""Kept blocks to one text with spans; the rest to `LeftOut`. What every way of cleaning ends with."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.raw import RawBlock
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
            left += [LeftOut(words, reason, len(kept)) for words, reason in raw.cut]
            continue
        texts.append(text)
        kept.append(Block(Span(start, start + len(text)), raw.kind, raw.level, raw.attrs))
        marks += [InlineMark(Span(start + s, start + e), kind, target) for s, e, kind, target in raw.marks]
        left += [LeftOut(words, reason, len(kept)) for words, reason in raw.cut]
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
