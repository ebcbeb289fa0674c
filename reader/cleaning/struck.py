"""Words that the publisher has struck out: no part of what is said, so they leave the running text for the drawer.

In the tree each struck run becomes a placeholder, noncharacters that hold its number; once the page is walked, these
are taken out of the blocks, which know from then on what was struck in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reader.cleaning.elements import BLOCKS
from reader.cleaning.raw import Cut, Ink, RawBlock
from reader.cleaning.tree import ancestors, text_nodes
from reader.model import left_out_reasons as reasons

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_ELEMENTS = "del, s, strike, span[style*='line-through'], font[style*='line-through'], p[style*='line-through']"
_NAMES = frozenset({"del", "s", "strike"})
_MOST = 5_000
_SHARE = 0.4  # of a page's words; more is a tag that nobody closed, or a whole page that was withdrawn
_START, _END, _ZERO = "\ufdd0", "\ufdd1", 0xFDD2
_DIGITS = str.maketrans({chr(_ZERO + n): str(n) for n in range(10)})
_PLACEHOLDER = re.compile(f"{_START}([\ufdd2-\ufddb]+){_END}")
_WITH_BLANKS = re.compile(f"( ?){_START}([\ufdd2-\ufddb]+){_END}( ?)")
_CLOSES, _OPENS = "\t,.;:!?)]}»”’…", "\t([{«“‘"


def put_placeholders(tree: LexborHTMLParser, back: Sequence[LexborNode] = ()) -> list[Cut]:
    """Put a placeholder in place of every struck run, and of what leads `back` from notes. Return their words, by
    number."""
    taken: list[Cut] = []
    found = [run for node in tree.css(_ELEMENTS)[:_MOST] if _is_outermost(node) for run in _runs(node)]
    body = tree.body
    if found and body is not None and sum(len(_words(run)) for run in found) <= _SHARE * len(_said(body)):
        for run in found:
            taken.append(Cut(_words(run), reasons.STRUCK))
            _hold(run, len(taken) - 1)
    for node in back:
        for run in _runs(node):
            taken.append(Cut(without_placeholders(_words(run)), reasons.NAVIGATION))
            _hold(run, len(taken) - 1)
    return taken


def take_out_struck(blocks: list[RawBlock], words: list[Cut]) -> list[RawBlock]:
    """Return the blocks without placeholders; what is struck in one is its own, a block of nothing else the last's."""
    if not words:
        return blocks
    kept: list[RawBlock] = []
    early: tuple[Cut, ...] = ()
    ruled = False
    for block in blocks:
        holds = _START in block.text
        found = _take(block, words) if holds else ()
        if holds and not block.text.strip():
            whole = tuple(one._replace(at=-1) for one in (*found, *block.cut))
            if kept:
                kept[-1].cut += whole
            else:
                early += whole
            ruled = ruled or block.ruled
            continue
        block.cut, early = (*early, *found, *block.cut), ()
        block.ruled, ruled = block.ruled or ruled, False
        kept.append(block)
    return kept


def without_placeholders(text: str) -> str:
    """Return `text` without the placeholders of struck words."""
    return " ".join(_PLACEHOLDER.sub(" ", text).split()) if _START in text else text


def _words(run: Sequence[LexborNode]) -> str:
    return " ".join("".join(one.text_content or "" for one in run).split())


def _hold(run: Sequence[LexborNode], number: int) -> None:
    """Put the placeholder of that number in place of a run's first piece of text, nothing in place of the others."""
    for index, one in enumerate(run):
        held = _edge(one, before=True) + _placeholder(number) + _edge(one, before=False)
        one.replace_with(held if not index else "")


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


def _take(block: RawBlock, words: list[Cut]) -> tuple[Cut, ...]:
    """The words struck in a block, each with its place in the text, which closes over them as the marks do."""
    found: list[Cut] = []
    text, marks = block.text, block.marks
    while (mark := _WITH_BLANKS.search(text)) is not None:
        number = int(mark[2].translate(_DIGITS))
        after = text[mark.end() : mark.end() + 1]
        lone = mark.start() == 0 or (after or "	") in _CLOSES or text[mark.start() - 1] in _OPENS
        blank = " " if (mark[1] or mark[3]) and not lone else ""
        at = mark.start() + len(blank)
        found += [one._replace(at=at if one.reason == reasons.STRUCK else -1) for one in words[number : number + 1]]
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
    return (first, last, *ink[2:]) if first < last else None
