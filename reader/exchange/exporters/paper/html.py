"""A paper as one HTML file: no script, nothing loaded, the style allowed by its hash alone."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from reader.exchange.exporters.paper.opening import generator
from reader.exchange.exporters.paper.parts import (
    Bullets,
    Code,
    Grid,
    Heading,
    Item,
    Paper,
    Paragraph,
    Part,
    Piece,
    Quotation,
    Rule,
    Section,
    Sign,
    Words,
    contents_of,
    is_link,
)

_TAGS = (("bold", "strong"), ("italic", "em"), ("struck", "del"), ("code", "code"))


def html(paper: Paper) -> Iterator[bytes]:
    """Yield the file, a section at a time."""
    yield _bytes(_head(paper))
    if paper.contents:
        yield _bytes(_contents(paper))
    yield b"<main>\n"
    for section in paper.sections:
        yield _bytes(_section(section))
    yield b"</main>\n</body>\n</html>\n"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


@cache
def colours() -> str:
    """Return the colours and fonts of all our HTML files, light and dark."""
    return files("reader.exchange.exporters").joinpath("templates", "colours.css").read_text("utf-8")


@cache
def _style() -> str:
    return colours() + files(__package__).joinpath("paper.css").read_text("utf-8")


def _head(paper: Paper) -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{paper.language}">\n<head>\n<meta charset="utf-8">\n{generator(paper.kind)}\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(paper.title)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        f'<header>\n<h1 dir="auto">{escape(paper.title, quote=False)}</h1>\n'
        f"{''.join(map(_part, paper.lead))}</header>\n"
    )


def _contents(paper: Paper) -> str:
    """The headings of the first two levels, each with its way there."""
    found = contents_of(paper)
    rows = "".join(
        f'<li class="to-{h.level}"><a href="#{escape(h.anchor)}" dir="auto">{_words(_bare(h.words))}</a></li>\n'
        for h in found
    )
    return f'<nav aria-labelledby="contents"><h2 id="contents">{escape(paper.contents)}</h2>\n<ul>\n{rows}</ul></nav>\n'


def _bare(words: Words) -> Words:
    return tuple(Piece(piece.text) for piece in words)


def _section(section: Section) -> str:
    language = f' lang="{escape(section.language)}"' if section.language else ""
    return f"<section{language}>\n{''.join(map(_part, section.parts))}</section>\n"


def _part(part: Part) -> str:
    write: Callable[[Any], str] = _WRITERS[type(part)]
    return write(part) + "\n"


def _heading(part: Heading) -> str:
    tag, name = f"h{min(6, part.level + 1)}", f' id="{escape(part.anchor)}"' if part.anchor else ""
    return f'<{tag}{name} dir="auto">{_words(part.words)}</{tag}>'


def _paragraph(part: Paragraph) -> str:
    look = f' class="{part.look}"' if part.look else ""
    return f'<p{look} dir="auto">{_words(part.words)}</p>'


def _quotation(part: Quotation) -> str:
    by = f'<footer dir="auto">{_words(part.by)}</footer>' if part.by else ""
    inside = f'<p dir="auto">{_words(part.words)}</p>{by}'
    for _ in range(max(1, min(6, part.depth))):
        inside = f"<blockquote>{inside}</blockquote>"
    return inside


def _bullets(part: Bullets) -> str:
    return f"<ul>\n{''.join(map(_item, part.items))}</ul>"


def _item(item: Item) -> str:
    sign = f'<span class="sign">{escape(item.sign)}</span> ' if item.sign else ""
    kind = f"in-{min(4, item.level)}" + (" signed" if item.sign else "")
    return f'<li class="{kind}" dir="auto">{sign}{_words(item.words)}</li>\n'


def _code(part: Code) -> str:
    return f"<pre>{escape(part.text, quote=False)}</pre>"


def _grid(part: Grid) -> str:
    """A table that scrolls for itself where it is wide, also by key."""
    head = "".join(f'<th scope="col" dir="auto">{_words(cell)}</th>' for cell in part.head)
    rows = "".join(f"<tr>{_cells(row, part.row_heads)}</tr>\n" for row in part.rows)
    caption = f'<caption dir="auto">{escape(part.caption, quote=False)}</caption>' if part.caption else ""
    name = f' aria-label="{escape(part.caption)}"' if part.caption else ""
    top = f"<thead><tr>{head}</tr></thead>\n" if any(part.head) else ""
    return (
        f'<div class="wide" role="region" tabindex="0"{name}><table>{caption}\n{top}'
        f"<tbody>\n{rows}</tbody></table></div>"
    )


def _cells(row: Iterable[Words], row_heads: bool) -> str:
    said = []
    for n, cell in enumerate(row):
        tag, scope = ("th", ' scope="row"') if row_heads and n == 0 else ("td", "")
        said.append(f'<{tag}{scope} dir="auto">{_words(cell)}</{tag}>')
    return "".join(said)


# -- words -------------------------------------------------------------------------------------------------------------


def _words(words: Words) -> str:
    return "".join(map(_piece, words))


def _piece(piece: Piece) -> str:
    said = escape(piece.text, quote=False).replace("\n", "<br>\n")
    for name, tag in _TAGS:
        if getattr(piece, name) and said:
            said = f"<{tag}>{said}</{tag}>"
    if piece.raised:
        tag = "sup" if piece.raised > 0 else "sub"
        said = f"<{tag}>{said}</{tag}>"
    if piece.muted:
        said = f'<span class="muted">{said}</span>'
    if piece.link and is_link(piece.link):
        rel = "" if piece.link.startswith("#") else ' rel="noreferrer"'
        said = f'<a href="{escape(piece.link)}"{rel}>{said}</a>'
    for sign in reversed(piece.signs):
        said = f'<span class="mark c-{escape(sign.colour)} u-{escape(sign.underline)}">{said}</span>'
    return "".join(map(_sign, piece.begins)) + said


def _sign(sign: Sign) -> str:
    return f'<sup class="code c-{escape(sign.colour)}" title="{escape(sign.name)}">{escape(sign.code)}</sup>'


_WRITERS: dict[type[Any], Callable[[Any], str]] = {
    Heading: _heading, Paragraph: _paragraph, Quotation: _quotation, Bullets: _bullets, Code: _code,
    Rule: lambda _part: "<hr>", Grid: _grid,
}  # fmt: skip
