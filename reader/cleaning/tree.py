"""Small questions about a page's tree that the rules on what it says by form have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cleaning.elements import BLOCKS

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HIGHEST = 12  # elements round one that are looked at
_UNREAD = frozenset({"script", "style", "template", "-comment", "-text"})


def text_nodes(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the text nodes below `node`, in order, without those of scripts; the tree must not be changed meanwhile."""
    for child in node.traverse(include_text=True):
        if child.tag == "-text" and (child.parent is None or child.parent.tag not in _UNREAD):
            yield child


def char_before(node: LexborNode) -> str:
    """Return the character that stands before `node` in its block; empty at the block's beginning."""
    step: LexborNode | None = node
    for _ in range(_HIGHEST):
        if step is None:
            return ""
        sibling = step.prev
        while sibling is not None:
            if sibling.tag in BLOCKS or sibling.tag == "br":
                return ""
            words = (sibling.text_content or "") if sibling.tag == "-text" else ""
            words = words or ("" if sibling.tag in _UNREAD else sibling.text() or "")
            if words:
                return words[-1]
            sibling = sibling.prev
        step = step.parent
        if step is None or step.tag in BLOCKS:
            return ""
    return ""


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements round `node`, the nearest first, up to the page itself."""
    step = node.parent
    while step is not None and step.is_element_node:
        yield step
        step = step.parent


def children(node: LexborNode) -> list[LexborNode]:
    """Return the children of `node`, words among them; the tree may be changed meanwhile."""
    found, child = [], node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found
