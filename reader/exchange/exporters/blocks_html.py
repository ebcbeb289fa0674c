"""Sections of an article as HTML elements, for every format that is HTML: report, cleaned page, clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from reader.exchange.exporters.inline_html import InlineHtml
from reader.exchange.exporters.runs import Run, Shown
from reader.exchange.exporters.sections import (
    CODE,
    DEFINITIONS,
    FIGURE,
    LIST,
    QUOTE,
    TABLE,
    VERSE,
    Section,
    is_table_caption,
)
from reader.model.articles import Block, BlockKind
from reader.model.table_spans import Cell, cells_of

K = BlockKind
_TYPES = ("a", "A", "i", "I")


@dataclass(frozen=True, slots=True)
class Looks:
    """How a format writes blocks: `tags` what stands in the opening tag of a kind (`p` for others), `shift` the levels
    that headings go down, `words` the runs of a block, `around` the attributes of every block, `figure` a picture."""

    tags: Mapping[BlockKind, str]
    inline: InlineHtml
    words: Callable[[Sequence[Run]], str]
    around: Callable[[Block], str] = lambda _block: ""
    figure: Callable[[Block], str] = lambda _block: ""
    shift: int = 0
    grouped: bool = False  # pictures stand in figures with their captions
    roles: str = ""  # how classes of roles begin; empty for none
    between: str = "\n"  # rows, items and what else stands beside each other


def blocks_html(found: Iterable[Section], text: str, looks: Looks) -> Iterator[str]:
    """Yield the elements from front to back."""
    for section in found:
        match section.kind:
            case k if k == TABLE:
                yield "".join(_table(section.blocks, text, looks))
            case k if k == LIST:
                yield "".join(_list(section.blocks, looks))
            case k if k == DEFINITIONS:
                yield f"<dl>{looks.between.join(_definition(shown, looks) for shown in section.blocks)}</dl>"
            case k if k == QUOTE:
                yield _quote(section.blocks, looks)
            case k if k == VERSE:
                yield _verse(section.blocks, looks)
            case k if k == CODE:
                lines = "\n".join(looks.inline.code(shown.cells[0]) for shown in section.blocks)
                yield f"<pre{looks.around(section.blocks[0].block)}>{lines}</pre>"
            case k if k == FIGURE and looks.grouped:
                yield f"<figure>{looks.between.join(_single(shown, looks) for shown in section.blocks)}</figure>"
            case _:
                yield from (_single(shown, looks) for shown in section.blocks)


def _single(shown: Shown, looks: Looks) -> str:
    block = shown.block
    if block.kind is K.RULE:
        return "<hr>"
    if block.kind is K.FIGURE:
        return looks.figure(block)
    words, names = _worded(shown, looks)
    opening = looks.tags.get(block.kind, "p")
    if block.kind is K.HEADING:
        opening = f"h{min(max(block.level, 2) + looks.shift, 6)}"
    tag = opening.partition(" ")[0]
    return f"<{_classed(opening, block, looks)}{names}{looks.around(block)}>{words}</{tag}>"


def _classed(opening: str, block: Block, looks: Looks) -> str:
    role = block.attrs.get("role", "")
    if not looks.roles or role not in ("note", "verse", "entry"):
        return opening
    return f'{opening.partition(" ")[0]} class="{looks.roles}{role}"'


def _worded(shown: Shown, looks: Looks) -> tuple[str, str]:
    """The words of a block, and the attribute that names it as a note."""
    block = shown.block
    words = looks.words(shown.cells[0])
    if block.attrs.get("role") != "note" or not block.attrs.get("note"):
        return words, ""
    name, back = looks.inline.note(block.attrs["note"])
    return words + back, name


def _quote(blocks: Sequence[Shown], looks: Looks) -> str:
    block, parts = blocks[0].block, []
    for shown in blocks:
        words, names = _worded(shown, looks)
        if shown.block.attrs.get("role") == "attribution":
            words = f"<footer>{words}</footer>"
        elif names:
            words = f"<p{names}>{words}</p>"
        parts.append(words)
    return _in_quotes(looks.between.join(parts), block, looks)


def _verse(blocks: Sequence[Shown], looks: Looks) -> str:
    block, lines = blocks[0].block, [_worded(shown, looks)[0] for shown in blocks]
    words = "<br>\n".join(lines)
    inside = f"<{_classed('p', block, looks)}{looks.around(block)}>{words}</p>"
    return _in_quotes(inside, block, looks) if block.kind is K.QUOTE else inside


def _in_quotes(inside: str, block: Block, looks: Looks) -> str:
    for depth in range(max(1, min(6, block.level)), 0, -1):
        inside = f"<blockquote{looks.around(block) if depth == 1 else ''}>{inside}</blockquote>"
    return inside


def _definition(shown: Shown, looks: Looks) -> str:
    tag = "dt" if shown.block.attrs.get("role") == "term" else "dd"
    return f"<{tag}{looks.around(shown.block)}>{_worded(shown, looks)[0]}</{tag}>"


# -- lists -------------------------------------------------------------------------------------------------------------


def _list(blocks: Sequence[Shown], looks: Looks) -> Iterator[str]:
    """Lists within lists by their levels; each item says its number, so that none is counted anew."""
    open_: list[tuple[int, str]] = []  # level and tag of the lists that are open, each with an open item
    for shown in blocks:
        level, opening = max(1, shown.block.level), _list_tag(shown.block)
        while open_ and (open_[-1][0] > level or (open_[-1][0] == level and open_[-1][1] != opening)):
            yield f"</li></{open_.pop()[1][:2]}>"
        if open_ and open_[-1][0] == level:
            yield f"</li>{looks.between}"
        else:
            open_.append((level, opening))
            yield f"{looks.between if len(open_) > 1 else ''}<{opening}{looks.around(shown.block)}>"
        words, names = _worded(shown, looks)
        yield f"<li{names}{looks.around(shown.block)}{_value(shown.block)}>{words}"
    while open_:
        yield f"</li></{open_.pop()[1][:2]}>"


def _list_tag(block: Block) -> str:
    if not block.attrs.get("ordered"):
        return "ul"
    type = block.attrs.get("type", "")
    return f'ol type="{type}"' if type in _TYPES else "ol"


def _value(block: Block) -> str:
    number = block.attrs.get("number", "")
    whole = number.removeprefix("-").isdecimal() and number.isascii()
    return f' value="{number}"' if block.attrs.get("ordered") and whole else ""


# -- tables ------------------------------------------------------------------------------------------------------------


def _table(blocks: Sequence[Shown], text: str, looks: Looks) -> Iterator[str]:
    captions = [shown for shown in blocks if is_table_caption(shown.block)]
    rows = [shown for shown in blocks if shown.block.kind is K.TABLE_ROW]
    if not rows:
        yield from (_single(shown, looks) for shown in captions)
        return
    yield f"<table{looks.around(rows[0].block)}>"
    if captions:
        yield f"<caption>{'<br>'.join(looks.words(shown.cells[0]) for shown in captions)}</caption>"
    for shown, cells in zip(rows, cells_of([row.block for row in rows], text), strict=True):
        yield f"{looks.between}<tr>{''.join(_cell(shown, cell, looks) for cell in cells)}</tr>"
    yield "</table>"


def _cell(shown: Shown, cell: Cell, looks: Looks) -> str:
    tag, whole = "th" if cell.heads else "td", bool(shown.block.attrs.get("header"))
    scope = ' scope="row"' if cell.heads and not whole else ""
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
        f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    )
    words = looks.words(shown.cells[cell.column])
    return f"<{tag}{scope}{spans}{looks.around(shown.block)}>{words}</{tag}>"


def escaped_alt(block: Block, otherwise: str = "") -> str:
    """Return what a picture shows in words."""
    return escape(block.attrs.get("alt") or otherwise, quote=False)
