"""Some words of an article, to be copied elsewhere: their text, and their structure as HTML without any looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.exchange.exporters.blocks_html import Looks, blocks_html
from reader.exchange.exporters.inline_html import InlineHtml
from reader.exchange.exporters.runs import Cutter
from reader.exchange.exporters.sections import sections
from reader.exchange.exporters.struck import struck_pieces
from reader.model.articles import Block, BlockKind, Revision
from reader.model.spans import Span
from reader.model.struck_places import struck_places, struck_within

_TAGS = {BlockKind.TITLE: "h1", BlockKind.CODE: "pre"}
_OF_COLUMNS = frozenset({"spans", "headers"})
BETWEEN = " … "  # stands between pieces that are not next to each other
STRUCK = "[struck out: {0}]"  # where there is no other way to show it


def excerpt_text(revision: Revision, spans: Sequence[Span], struck: str = STRUCK) -> str:
    """Return the words of `spans` (half-open code points), pieces joined by an ellipsis. Words that the publisher has
    struck out among them are told by `struck`."""
    places = struck_places(revision)
    parts = (
        "".join(
            struck.format(words) if is_struck else words for words, is_struck in struck_pieces(revision, span, places)
        )
        for span in spans
    )
    return BETWEEN.join(part.strip() for part in parts)


def excerpt_html(revision: Revision, spans: Sequence[Span]) -> str:
    """Return the same words as HTML: their blocks and the publisher's own markup, and nothing else."""
    inline = InlineHtml(bare=True)

    looks, places = Looks(_TAGS, inline, inline.runs, between=""), struck_places(revision)
    cutters = (Cutter(_clipped(revision, span), (), struck_within(places, span)) for span in spans)
    return "".join(
        element for cutter in cutters for element in blocks_html(sections(cutter.blocks()), revision.text, looks)
    )


def _clipped(revision: Revision, span: Span) -> Revision:
    blocks = [block for block in revision.blocks if block.span.start < span.end and block.span.end > span.start]
    return replace(revision, blocks=tuple(_cut(block, span) for block in blocks))


def _cut(block: Block, span: Span) -> Block:
    """The part of a block in `span`. A row that begins further on has other columns than it says."""
    start, attrs = max(block.span.start, span.start), block.attrs
    if start > block.span.start and block.kind is BlockKind.TABLE_ROW:
        attrs = {name: value for name, value in attrs.items() if name not in _OF_COLUMNS}
    return replace(block, span=Span(start, min(block.span.end, span.end)), attrs=attrs)
