"""The structure of a text as the command line's JSON gives it: blocks and inline marks; offsets are code points."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.model.articles import Block, InlineMark


def structure(blocks: Iterable[Block], inline: Iterable[InlineMark]) -> dict[str, Any]:
    """Return `blocks` and `inline` as JSON values, each with its place, half-open, and its attributes."""
    return {
        "blocks": [
            {"kind": b.kind.value, "start": b.span.start, "end": b.span.end, "level": b.level, "attrs": dict(b.attrs)}
            for b in blocks
        ],
        "inline": [
            {"kind": m.kind.value, "start": m.span.start, "end": m.span.end, "target": m.target, "attrs": dict(m.attrs)}
            for m in inline
        ],
    }
