"""A paper as Markdown: CommonMark with the tables that GitHub, Obsidian and pandoc read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reader.exchange.exporters.inline_markdown import escaped
from reader.exchange.exporters.paper.opening import front_matter
from reader.exchange.exporters.paper.parts import (
    Bullets,
    Code,
    Grid,
    Heading,
    Paper,
    Paragraph,
    Part,
    Piece,
    Quotation,
    Rule,
    Words,
    is_link,
)

_AROUND = (("bold", "**"), ("italic", "*"), ("struck", "~~"))


def markdown(paper: Paper) -> Iterator[bytes]:
    """Yield the file, a part at a time."""
    yield _bytes(front_matter(paper.kind))
    yield _bytes(f"# {_line((Piece(paper.title),))}\n\n")
    for part in (*paper.lead, *(part for section in paper.sections for part in section.parts)):
        yield _bytes(_part(part) + "\n\n")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _part(part: Part) -> str:
    write: Callable[[Any], str] = _WRITERS[type(part)]
    return write(part)


def _heading(part: Heading) -> str:
    name = f'<a id="{part.anchor}"></a>' if part.anchor else ""
    return f"{'#' * min(6, part.level + 1)} {name}{_line(part.words)}"


def _paragraph(part: Paragraph) -> str:
    said = _lines(part.words)
    return f"> {said}".replace("\n", "\n> ") if part.look in ("result", "notice") else said


def _quotation(part: Quotation) -> str:
    depth = "> " * max(1, min(6, part.depth))
    lines = _lines(part.words).split("\n") or [""]
    if part.by:
        lines += ["", f"— {_line(part.by)}"]
    return "\n".join((depth + line).rstrip() for line in lines)


def _bullets(part: Bullets) -> str:
    return "\n".join(
        f"{'  ' * (item.level - 1)}- {escaped(item.sign) + ' ' if item.sign else ''}{_line(item.words)}"
        for item in part.items
    )


def _code(part: Code) -> str:
    fence = "```"
    while fence in part.text:
        fence += "`"
    return f"{fence}\n{part.text}\n{fence}"


def _grid(part: Grid) -> str:
    head = part.head if any(part.head) else tuple(() for _ in (part.rows or ((),))[0])
    rows = [_row(head), "|" + " --- |" * len(head), *map(_row, part.rows)]
    caption = [f"**{_line((Piece(part.caption),))}**", ""] if part.caption else []
    return "\n".join([*caption, *rows])


def _row(cells: Iterable[Words]) -> str:
    return "| " + " | ".join(map(_line, cells)) + " |"


def _line(words: Words) -> str:
    return " ".join("".join(map(_piece, words)).split("\n"))


def _lines(words: Words) -> str:
    return "".join(map(_piece, words)).replace("\n", "\\\n")


def _piece(piece: Piece) -> str:
    """Some words; the blanks at their ends stand outside of what is around them, or it would be none."""
    said, bare = piece.text, piece.text.strip(" \t\n")
    if bare:
        before, after = said[: said.index(bare)], said[said.index(bare) + len(bare) :]
        bare = escaped(bare)
        for name, sign in _AROUND:
            if getattr(piece, name) and "\n" not in bare:
                bare = sign + bare + sign
        if piece.link and is_link(piece.link):
            bare = f"[{bare}](<{piece.link.replace('<', '%3C').replace('>', '%3E')}>)"
        said = before + bare + after
    return "".join(f"<sup>{sign.code}</sup>" for sign in piece.begins) + said


_WRITERS: dict[type[Any], Callable[[Any], str]] = {
    Heading: _heading, Paragraph: _paragraph, Quotation: _quotation, Bullets: _bullets, Code: _code,
    Rule: lambda _part: "***", Grid: _grid,
}  # fmt: skip
