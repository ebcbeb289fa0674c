"""Blocks in a row that belong together: the rows of a table with its caption, the items of a list, a quote and who is
quoted, the lines of a stanza or of code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.exchange.exporters.runs import Shown
from reader.model.articles import Block, BlockKind

TABLE, LIST, DEFINITIONS, QUOTE, VERSE, CODE, FIGURE, SINGLE = (
    "table", "list", "definitions", "quote", "verse", "code", "figure", "single",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """`kind` is one of the names above."""

    kind: str
    blocks: tuple[Shown, ...]


def sections(blocks: Iterable[Shown]) -> Iterator[Section]:
    """Yield the article from front to back."""
    kind, group = "", list[Shown]()
    for shown in blocks:
        found = section_kind(shown.block)
        if group and not (found == kind and _goes_on(kind, group[-1].block, shown.block)):
            yield Section(kind, tuple(group))
            group = []
        kind = found
        group.append(shown)
    if group:
        yield Section(kind, tuple(group))


def section_kind(block: Block) -> str:
    """Return with what a block belongs together."""
    role, kind = block.attrs.get("role", ""), block.kind
    if role in ("term", "definition"):
        return DEFINITIONS
    if role == "verse":
        return VERSE
    if role == "attribution" or kind is BlockKind.QUOTE:
        return QUOTE
    if kind is BlockKind.TABLE_ROW or is_table_caption(block):
        return TABLE
    if kind is BlockKind.LIST_ITEM:
        return LIST
    if kind is BlockKind.CODE:
        return CODE
    return FIGURE if kind in (BlockKind.FIGURE, BlockKind.CAPTION) else SINGLE


def is_table_caption(block: Block) -> bool:
    """Return whether a block is the caption of the table whose first row follows it."""
    return block.kind is BlockKind.CAPTION and block.attrs.get("of") == "table"


def _goes_on(kind: str, before: Block, block: Block) -> bool:
    if kind == QUOTE:  # who is quoted ends a quote; another quote begins one
        return block.attrs.get("role") == "attribution" and before.attrs.get("role") != "attribution"
    if kind == VERSE:
        return not block.attrs.get("stanza") and block.kind is before.kind
    if kind == FIGURE:  # a figure holds one picture and one caption
        return before.kind is BlockKind.FIGURE and block.kind is BlockKind.CAPTION
    if kind == TABLE:  # a caption begins a table, unless the table's own goes on over several blocks
        return not is_table_caption(block) or is_table_caption(before)
    return kind != SINGLE
