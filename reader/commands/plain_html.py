"""A cleaned page as plain HTML: our own blocks, escaped, with http, https and mailto links and nothing that loads."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reader.exchange.exporters.blocks_html import Looks, blocks_html, escaped_alt
from reader.exchange.exporters.inline_html import InlineHtml
from reader.exchange.exporters.runs import Cutter
from reader.exchange.exporters.sections import sections
from reader.exchange.exporters.struck import struck_notice
from reader.model.articles import Block, BlockKind
from reader.model.pages import Cleaned
from reader.model.struck_places import struck_places

_TAGS = {
    BlockKind.TITLE: "h1", BlockKind.BYLINE: "address", BlockKind.CAPTION: "figcaption", BlockKind.CODE: "pre",
}  # fmt: skip
# The quotation marks of the page stand in the text: a browser brings no others.
_STYLE = "<style>q { quotes: none } dt { font-weight: bold }</style>"


def plain_html(cleaned: Cleaned) -> str:
    """Return A whole document; needs no other file."""
    head = f'<meta charset="utf-8"><title>{escape(cleaned.metadata.title)}</title>{_STYLE}'
    language = f' lang="{escape(cleaned.metadata.language)}"' if cleaned.metadata.language else ""
    return (
        f"<!doctype html>\n<html{language}>\n<head>{head}</head>\n<body>\n"
        + "\n".join(_body(cleaned))
        + "\n</body>\n</html>"
    )


def _body(cleaned: Cleaned) -> Iterator[str]:
    inline = InlineHtml("", ("http://", "https://", "mailto:"), "noreferrer")

    looks, struck = Looks(_TAGS, inline, inline.runs, _direction, _figure, grouped=True), struck_places(cleaned)
    yield from (f"<p>{escape(told)}</p>" for told in struck_notice(struck))
    yield from blocks_html(sections(Cutter(cleaned, (), struck).blocks()), cleaned.text, looks)


def _direction(block: Block) -> str:
    return ' dir="rtl"' if block.attrs.get("dir") == "rtl" else ""


def _figure(block: Block) -> str:
    return f"<p>{escaped_alt(block)}</p>"
