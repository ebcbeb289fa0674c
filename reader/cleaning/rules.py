"""Breaks between the sections of an article: rules, lines of stars; and the captions of its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.raw import RawBlock, enclosing
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind

_HEAD = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.DATELINE})
_STARS = re.compile(r"(?:[*∗＊⁂⁎※❦❧◆◇•·~#=_.…—–-]\s*){1,12}")
_NOTHING = frozenset({reasons.NOT_ARTICLE, reasons.NAVIGATION, reasons.COUNTER, reasons.REPEATED})


def with_rules(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the blocks with a rule wherever the page sets one between two kept ones of the text.

    Two rules with something left out between them are the frame of that.
    """
    found: list[RawBlock] = []
    after, rules, framed = False, 0, False  # since the last kept block
    for block in blocks:
        framed = framed or bool(rules and block.ruled)
        rules += block.ruled
        if not block.reason:
            after = after and block.kind not in _HEAD
            if rules and after and not framed:
                found.append(RawBlock("", BlockKind.RULE))
            after, rules, framed = block.kind not in _HEAD, 0, False
        found.append(block)
    return found


def keep_breaks(blocks: Sequence[RawBlock]) -> None:
    """Keep a line of stars or the like that stands right between two kept paragraphs."""
    worded = [block for block in blocks if block.text]
    for before, block, after in zip(worded, worded[1:], worded[2:], strict=False):
        between = block.reason in _NOTHING and not (before.reason or after.reason)
        if between and block.kind is BlockKind.PARAGRAPH and len(block.text) <= 24 and _STARS.fullmatch(block.text):
            block.reason = ""


def keep_table_captions(blocks: Sequence[RawBlock]) -> None:
    """Keep the caption of each table of which rows are kept, and say that it is a table's."""
    kept: set[int] = set()
    for block in blocks:
        if not block.reason and block.kind is BlockKind.TABLE_ROW:
            kept.update(one.number for tag in ("table", "figure") if (one := enclosing(block.place, tag)))
    pictured = {one.number for b in blocks if b.kind is BlockKind.FIGURE and (one := enclosing(b.place, "figure"))}
    for block in blocks if kept else ():
        if block.kind is not BlockKind.CAPTION or not block.text:
            continue
        table = enclosing(block.place, "table" if "of" in block.attrs else "figure")
        if table is not None and table.number in kept and table.number not in pictured:
            block.attrs, block.reason = {**block.attrs, "of": "table"}, ""
