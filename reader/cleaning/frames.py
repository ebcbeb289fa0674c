"""Frames whose page stands in their own tag (`srcdoc`, `data:`): a browser shows it in the frame's place.

Tools that save a page write the frames of others into it so.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from reader.cleaning.shadow_roots import open_below

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DATA = re.compile(r"data:text/html\s*((?:;[^,;]*)*),", re.I)
_MOST, _DEEPEST = 200, 3
_LONGEST = 5_000_000  # characters of one frame


def open_frames(tree: LexborHTMLParser) -> str:
    """Put the page of every such frame in the frame's place. Return the sources of these pages."""
    sources: list[str] = []
    for frame in tree.css("iframe[srcdoc], iframe[src^='data:text/html'], frame[src^='data:text/html']")[:_MOST]:
        _open(tree, frame, sources, 0)
    return "\n".join(sources)


def _open(tree: LexborHTMLParser, frame: LexborNode, sources: list[str], depth: int) -> None:
    from selectolax.lexbor import LexborHTMLParser

    source = _source(frame)[:_LONGEST]
    page = LexborHTMLParser(source) if source.strip() else None
    if page is None or page.body is None or len(sources) >= _MOST:
        return
    sources.append(source)
    box = tree.create_node("div")
    for name in ("class", "id", "hidden", "style"):
        if name in frame.attributes:
            box.attrs[name] = frame.attributes[name] or ""
    early = page.head.css("template") if page.head is not None else []
    box.inner_html = "".join(template.html or "" for template in early) + (page.body.inner_html or "")
    open_below(tree, box)
    for inner in box.css("iframe[srcdoc], iframe[src^='data:text/html']") if depth < _DEEPEST else ():
        _open(tree, inner, sources, depth + 1)
    frame.insert_before(box)
    frame.remove()


def _source(frame: LexborNode) -> str:
    """The page in a frame's tag: `srcdoc` goes before an address."""
    written = frame.attributes.get("srcdoc")
    if written is not None:
        return written
    address = frame.attributes.get("src") or ""
    head = _DATA.match(address[:200])
    if head is None:
        return ""
    rest = address[head.end() :]
    try:
        data = base64.b64decode(rest) if "base64" in head[1].lower() else unquote_to_bytes(rest)
    except (binascii.Error, ValueError):  # it is broken, and no browser shows anything of it
        return ""
    return data.decode("utf-8", "replace")
