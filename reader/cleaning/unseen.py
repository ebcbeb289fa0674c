"""Words in the file that no browser shows: templates, what stands in frames and the like for old browsers.

They are never the article's, so no model is asked of them: they go to the drawer as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cleaning.elements import BLOCKS
from reader.cleaning.raw import Cut, RawBlock
from reader.cleaning.runs import squeezed
from reader.model import left_out_reasons as reasons

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

WHY = {
    "template": reasons.HIDDEN,
    "iframe": reasons.FALLBACK,
    "noembed": reasons.FALLBACK,
    "noframes": reasons.FALLBACK,
    "datalist": reasons.FORM,
}
_MOST = 10_000  # entries of a page; past it an element's words are one
_RAW = frozenset({"iframe", "noembed", "noframes"})
_UNREAD = frozenset({"script", "style", "template", "head"})
_SHELVED = "data-tilik-template"
_DEEPEST = 20
_WORD = re.compile(r"\w")


class Aside:
    """Words for the drawer alone. `last` is the block behind which they stand."""

    def __init__(self) -> None:
        self.last: RawBlock | None = None
        self._early: list[Cut] = []
        self._waiting: list[Cut] = []  # behind `last`
        self._count = 0

    def add(self, cuts: list[Cut]) -> None:
        """Take words in."""
        if len(cuts) > 1 and self._count + len(cuts) > _MOST:
            cuts = [Cut(" ".join(cut.text for cut in cuts), cuts[0].reason)]
        self._count += len(cuts)
        (self._early if self.last is None else self._waiting).extend(cuts)

    def step(self, block: RawBlock | None) -> None:
        """Go on to the next block."""
        if self._waiting and self.last is not None:
            self.last.cut = (*self.last.cut, *self._waiting)
            self._waiting = []
        self.last = block

    def finish(self, blocks: list[RawBlock]) -> None:
        """Give the last block what stood behind it, the first what stood before any."""
        self.step(None)
        if self._early and blocks:
            blocks[0].cut = (*self._early, *blocks[0].cut)


def shelve_templates(tree: LexborHTMLParser, root: LexborNode) -> None:
    """Put the source of each template below `root` into an element that can be moved: lexbor copies what it moves, and
    a template without what is in it. Those that are shadow roots stay."""
    for template in root.css("template:not([shadowrootmode]):not([shadowroot])"):
        shelf = tree.create_node("noembed")
        shelf.attrs[_SHELVED] = ""
        shelf.insert_child("".join(content.html or "" for content in template.template_fragments()))
        first = tree.body.first_child if tree.body is not None and template.css_matches("head *") else None
        (first or template).insert_before(shelf)
        template.remove()


def unseen_words(node: LexborNode, tag: str) -> list[Cut]:
    """Return the paragraphs of such an element, each with the reason."""
    reason = reasons.HIDDEN if tag == "noembed" and _SHELVED in node.attributes else WHY[tag]
    return [Cut(text, reason) for text in _paragraphs(_content(node, tag), 0)]


def _content(node: LexborNode, tag: str) -> LexborNode | None:
    if tag == "template":
        return next(iter(node.template_fragments()), None)
    if tag not in _RAW:
        return node
    from selectolax.lexbor import LexborHTMLParser

    text = node.text() or ""
    return LexborHTMLParser(f"<body>{text}").body if _WORD.search(text) else None


def _paragraphs(node: LexborNode | None, depth: int) -> Iterator[str]:
    """The words below a node, by its boxes and line ends; templates in it too."""
    pieces: list[str] = []
    for child in node.traverse(include_text=True) if node is not None and depth < _DEEPEST else ():
        if child.tag == "-text":
            if child.parent is None or child.parent.tag not in _UNREAD:
                pieces.append(child.text_content or "")
            continue
        if child.tag in BLOCKS or child.tag in ("br", "template", "img"):
            yield from _closed(pieces)
        if child.tag == "template":
            for content in child.template_fragments():
                yield from _paragraphs(content, depth + 1)
        elif child.tag == "img":
            yield from _closed([child.attributes.get("alt") or ""])
    yield from _closed(pieces)


def _closed(pieces: list[str]) -> Iterator[str]:
    text = squeezed("".join(pieces))
    pieces.clear()
    if _WORD.search(text):
        yield text
