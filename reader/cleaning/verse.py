"""Poems and songs: short lines that the publisher ends himself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from reader.cleaning.raw import RawBlock
from reader.model.articles import BlockKind

_FEWEST = 4
_LONGEST, _MEAN = 80, 55  # characters of a line
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LISTED = re.compile(r"\s*(?:[-–—•·*▪►✓]\s|\(?\d{1,3}[.):]|\(?[a-z][.)]\s)")
_FIELD = re.compile(r"[^:]{1,30}:\s|.*\d|.*@|.*https?:")
_WORDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


def settle_verse(blocks: list[RawBlock]) -> list[RawBlock]:
    """Return the blocks, the lines of verse among them marked as such."""
    if any(block.attrs.get("role") == "verse" for block in blocks):
        blocks = _without_gaps(blocks)
    if sum(block.broken for block in blocks) >= _FEWEST - 1:
        for _, some in groupby(blocks, key=lambda block: (block.owner, block.kind, bool(block.reason))):
            lines = list(some)
            if len(lines) >= _FEWEST and lines[0].kind in _WORDS and not lines[0].reason and _is_verse(lines):
                _mark(lines)
    return blocks


def _is_verse(lines: Sequence[RawBlock]) -> bool:
    """Lines like those of a poem: short, most of them broken once, no list and no address."""
    texts = [line.text for line in lines]
    lengths = [len(text) + 2 * len(_DENSE.findall(text)) for text in texts]
    single = sum(line.broken == 1 for line in lines[1:])
    listed = sum(_LISTED.match(text) is not None or _FIELD.match(text) is not None for text in texts)
    linked = any(line.linked > 0.5 or "role" in line.attrs for line in lines)
    short = max(lengths) <= _LONGEST and sum(lengths) <= _MEAN * len(lengths)
    return short and not linked and 2 * single >= len(lines) and 4 * listed < len(lines)


def _mark(lines: Sequence[RawBlock]) -> None:
    for index, line in enumerate(lines):
        stanza = {"stanza": "1"} if index and line.broken > 1 else {}
        line.attrs = {**line.attrs, "role": "verse", **stanza}


def _without_gaps(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Preformatted verse as lines of words; an empty line begins a stanza."""
    found, gap = list[RawBlock](), False
    for block in blocks:
        if block.kind is BlockKind.CODE and block.attrs.get("role") == "verse":
            if not block.text.strip() and not block.cut:
                gap = True
                continue
            block.kind, block.attrs = BlockKind.PARAGRAPH, {**block.attrs, **({"stanza": "1"} if gap else {})}
        found.append(block)
        gap = False
    return found
