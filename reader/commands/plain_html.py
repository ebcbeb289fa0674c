"""A cleaned page as plain HTML: our own blocks, escaped, with http, https and mailto links and nothing that loads."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from reader.model.articles import Block, BlockKind, InlineKind, InlineMark
from reader.model.pages import Cleaned

_TAGS = {
    BlockKind.TITLE: "h1", BlockKind.BYLINE: "address", BlockKind.DATELINE: "p", BlockKind.STANDFIRST: "p",
    BlockKind.PARAGRAPH: "p", BlockKind.QUOTE: "blockquote", BlockKind.CAPTION: "figcaption", BlockKind.CODE: "pre",
}  # fmt: skip
_INLINE = {InlineKind.EMPHASIS: "em", InlineKind.STRONG: "strong", InlineKind.CODE: "code"}
_GROUPS = {
    BlockKind.LIST_ITEM: "ul", BlockKind.TABLE_ROW: "table", BlockKind.FIGURE: "figure", BlockKind.CAPTION: "figure",
}  # fmt: skip


def plain_html(cleaned: Cleaned) -> str:
    """Return A whole document; needs no other file."""
    head = f'<meta charset="utf-8"><title>{escape(cleaned.metadata.title)}</title>'
    language = f' lang="{escape(cleaned.metadata.language)}"' if cleaned.metadata.language else ""
    return (
        f"<!doctype html>\n<html{language}>\n<head>{head}</head>\n<body>\n"
        + "\n".join(_body(cleaned))
        + "\n</body>\n</html>"
    )


def _body(cleaned: Cleaned) -> Iterator[str]:
    group, before = "", BlockKind.PARAGRAPH
    for block in cleaned.blocks:
        wanted = _group(block)
        # A figure holds one picture and one caption, and a caption closes it.
        next_figure = wanted == "figure" and (block.kind is BlockKind.FIGURE or before is BlockKind.CAPTION)
        if wanted != group or next_figure:
            if group:
                yield f"</{group}>"
            if wanted:
                yield f"<{wanted}>"
            group = wanted
        before = block.kind
        yield _block(block, cleaned)
    if group:
        yield f"</{group}>"


def _group(block: Block) -> str:
    return "ol" if block.kind is BlockKind.LIST_ITEM and block.attrs.get("ordered") else _GROUPS.get(block.kind, "")


def _block(block: Block, cleaned: Cleaned) -> str:
    direction = ' dir="rtl"' if block.attrs.get("dir") == "rtl" else ""
    if block.kind is BlockKind.RULE:
        return "<hr>"
    if block.kind is BlockKind.FIGURE:
        return f"<p>{escape(block.attrs.get('alt', ''))}</p>"
    if block.kind is BlockKind.TABLE_ROW:
        cell = "th" if block.attrs.get("header") else "td"
        cells = (f"<{cell}>{escape(c)}</{cell}>" for c in block.span.of(cleaned.text).split("\t"))
        return f"<tr{direction}>{''.join(cells)}</tr>"
    tag = _tag(block)
    return f"<{tag}{direction}>{_words(block, cleaned)}</{tag}>"


def _tag(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return f"h{min(6, max(2, block.level))}"
    return "li" if block.kind is BlockKind.LIST_ITEM else _TAGS[block.kind]


def _words(block: Block, cleaned: Cleaned) -> str:
    """The block's words with its inline marks; marks that cross are cut into pieces that nest."""
    span, text = block.span, cleaned.text
    marks = [m for m in cleaned.inline if m.span.overlaps(span)]
    edges = sorted(
        {span.start, span.end, *(e for m in marks for e in (m.span.start, m.span.end) if span.start < e < span.end)}
    )
    pieces = []
    for start, end in pairwise(edges):
        piece = escape(text[start:end])
        for mark in marks:
            if mark.span.start <= start and end <= mark.span.end:
                piece = _wrapped(piece, mark)
        pieces.append(piece)
    return "".join(pieces)


def _wrapped(piece: str, mark: InlineMark) -> str:
    if mark.kind is InlineKind.LINK:
        safe = mark.target.startswith(("http://", "https://", "mailto:"))
        return f'<a href="{escape(mark.target)}" rel="noreferrer">{piece}</a>' if safe else piece
    return f"<{_INLINE[mark.kind]}>{piece}</{_INLINE[mark.kind]}>"
