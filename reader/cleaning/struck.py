"""Words that the publisher has struck out: no part of what is said, so they leave the running text for the drawer.

In the tree each struck run becomes a placeholder, noncharacters that hold its number; once the page is walked, these
are taken out of the blocks, which know from then on what was struck in them.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from reader.cleaning.elements import BLOCKS
from reader.cleaning.raw import RawBlock
from reader.cleaning.runs import Ink
from reader.cleaning.tree import ancestors, text_nodes
from reader.model import left_out_reasons as reasons

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

TAGS = ("<del", "<s>", "<s ", "<strike", "<DEL", "<S>", "<S ", "<STRIKE")
STYLED = re.compile(r"style=[\"'][^\"'<>]{0,200}line-through")
_ELEMENTS = "del, s, strike, span[style*='line-through'], font[style*='line-through'], p[style*='line-through']"
_NAMES = frozenset({"del", "s", "strike"})
_MOST = 5_000
_SHARE = 0.4  # of a page's words; more is a tag that nobody closed, or a whole page that was withdrawn
_START, _END, _ZERO = "\ufdd0", "\ufdd1", 0xFDD2
_DIGITS = str.maketrans({chr(_ZERO + n): str(n) for n in range(10)})
_PLACEHOLDER = re.compile(f"{_START}([\ufdd2-\ufddb]+){_END}")
_WITH_BLANKS = re.compile(f"( ?){_START}([\ufdd2-\ufddb]+){_END}( ?)")
_CLOSES, _OPENS = "\t,.;:!?)]}»”’…", "\t([{«“‘"


def put_placeholders(tree: LexborHTMLParser) -> list[str]:
    """Put a placeholder in place of every struck run. Return their words, by number."""
    runs = [run for node in tree.css(_ELEMENTS)[:_MOST] if _is_outermost(node) for run in _runs(node)]
    words = [" ".join("".join(one.text_content or "" for one in run).split()) for run in runs]
    body = tree.body
    if not runs or body is None or sum(map(len, words)) > _SHARE * len(_said(body)):
        return []
    for number, run in enumerate(runs):
        for index, one in enumerate(run):
            one.replace_with(
                _edge(one, before=True) + _placeholder(number) + _edge(one, before=False) if not index else ""
            )
    return words


def take_out_struck(blocks: list[RawBlock], words: list[str]) -> list[RawBlock]:
    """Return the blocks without placeholders; what is struck in one is its own, a block of nothing else the last's."""
    if not words:
        return blocks
    kept: list[RawBlock] = []
    early: tuple[tuple[str, str], ...] = ()
    for block in blocks:
        holds = _START in block.text
        found = tuple((one, reasons.STRUCK) for one in _take(block, words)) if holds else ()
        if holds and not block.text.strip():
            if kept:
                kept[-1].cut += found
            else:
                early += found
            continue
        block.cut, early = (*early, *found), ()
        kept.append(block)
    return kept


def without_placeholders(text: str) -> str:
    """Return `text` without the placeholders of struck words."""
    return " ".join(_PLACEHOLDER.sub(" ", text).split()) if _START in text else text


def _is_outermost(node: LexborNode) -> bool:
    inside = any(one.tag in _NAMES or "line-through" in (one.attributes.get("style") or "") for one in ancestors(node))
    return not inside and node.css_first("img, picture, video") is None


def _runs(node: LexborNode) -> list[list[LexborNode]]:
    """The text nodes of a struck element, those of one block together."""
    filled = [one for one in text_nodes(node) if (one.text_content or "").strip()]
    groups = groupby(filled, key=lambda one: next((above.mem_id for above in ancestors(one) if above.tag in BLOCKS), 0))
    return [list(group) for _, group in groups]


def _said(body: LexborNode) -> str:
    return " ".join("".join(one.text_content or "" for one in text_nodes(body)).split())


def _edge(node: LexborNode, *, before: bool) -> str:
    """The blank at one end of struck words stays between the words round them."""
    text = node.text_content or ""
    return " " if (text[:1] if before else text[-1:]).isspace() else ""


def _placeholder(number: int) -> str:
    return _START + "".join(chr(_ZERO + int(digit)) for digit in str(number)) + _END


def _take(block: RawBlock, words: list[str]) -> tuple[str, ...]:
    """The words struck in a block, whose text and marks close over them."""
    found: list[str] = []
    text, marks = block.text, block.marks
    while (mark := _WITH_BLANKS.search(text)) is not None:
        number = int(mark[2].translate(_DIGITS))
        found += words[number : number + 1]
        after = text[mark.end() : mark.end() + 1]
        lone = mark.start() == 0 or (after or "	") in _CLOSES or text[mark.start() - 1] in _OPENS
        blank = " " if (mark[1] or mark[3]) and not lone else ""
        text = text[: mark.start()] + blank + text[mark.end() :]
        marks = [ink for one in marks if (ink := _closed(one, mark.start(), mark.end(), len(blank)))]
    block.text, block.marks = text, marks
    block.link_length = min(block.link_length, len(text))
    return tuple(found)


def _closed(ink: Ink, start: int, end: int, blank: int) -> Ink | None:
    """An inline mark after the piece from `start` to `end` has shrunk to `blank` characters."""

    def moved(at: int) -> int:
        return at if at <= start else max(start + blank, at - (end - start) + blank) if at >= end else start

    first, last = moved(ink[0]), moved(ink[1])
    return (first, last, ink[2], ink[3]) if first < last else None
