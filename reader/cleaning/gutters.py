"""Listings of programs without the numbers of their lines, which a copy would take for a part of the code.

Tools set the numbers in a table's first column, in a box of their own, or before each line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cleaning.tree import ancestors, children

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_GUTTERS = (
    ".lineno, .linenos, .line-number, .line-numbers, .line_number, .line_numbers, .linenum, .linenums, .gutter, "
    ".blob-num, .hljs-ln-numbers, .crayon-nums, .rouge-gutter, .linenodiv, .lineNumber, .line-numbers-rows"
)
_NUMBERS = re.compile(r"[\s\d.:|]*")
_CODE = re.compile(r"(?:^|[\s_-])(?:code|source|listing)(?=$|[\s_-])")
_MOST = 2_000


def take_out_line_numbers(tree: LexborHTMLParser) -> None:
    """Make one `<pre>` of each table of numbered lines; take out the gutters of all other listings."""
    if tree.css_first("pre, code, td.blob-code, td.hljs-ln-code") is None:
        return
    seen: set[int] = set()
    for cell in tree.css("td pre, td code, td.code, td.blob-code, td.hljs-ln-code")[:_MOST]:
        table = next((one for one in ancestors(cell) if one.tag == "table"), None)
        if table is not None and table.mem_id not in seen:
            seen.add(table.mem_id)
            _rewrite(tree, table)
    for gutter in tree.css(_GUTTERS)[:_MOST]:
        if _NUMBERS.fullmatch(gutter.text() or "") and _stands_by_code(gutter):
            gutter.remove()


def _rewrite(tree: LexborHTMLParser, table: LexborNode) -> None:
    lines: list[str] = []
    numbered = False
    for row in table.css("tr"):
        cells = [cell for cell in children(row) if cell.is_element_node]
        if not 0 < len(cells) <= 2 or any(cell.tag != "td" for cell in cells) or not _is_code(cells[-1]):
            return
        if len(cells) == 2 and not _NUMBERS.fullmatch(cells[0].text() or ""):
            return
        numbered = numbered or len(cells) == 2
        lines += _lines(cells[-1])
    if not numbered or len(lines) < 2:
        return
    listing = tree.create_node("pre")
    listing.insert_child("\n".join(["", *lines]))
    table.insert_before(listing)
    table.remove()


def _is_code(cell: LexborNode) -> bool:
    named = _CODE.search(cell.attributes.get("class") or "") is not None
    return named or cell.css_first("pre, code") is not None


def _lines(cell: LexborNode) -> Iterator[str]:
    """The lines of a cell: boxes of a line each, or what stands between line ends."""
    boxes = cell.css("div.line, span.line")
    if boxes:
        yield from ((box.text() or "").rstrip("\n").replace("\xa0", " ") for box in boxes)
    else:
        yield from (cell.text() or "").strip("\n").split("\n")


def _stands_by_code(gutter: LexborNode) -> bool:
    """True in a listing, or where one stands in the box round it."""
    near = [gutter, *(one for one, _ in zip(ancestors(gutter), range(4), strict=False))]
    return any(one.tag in ("pre", "code") for one in near) or any(
        one.css_first("pre, code") is not None for one in near[1:3] if one.tag != "body"
    )
