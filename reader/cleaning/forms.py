"""What a page says by form, put into its words before it is walked: opened roots, quotation marks, raised signs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.cleaning import own_elements, quotation, raised, shadow_roots, struck

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MOST = 2_000


def settle_forms(tree: LexborHTMLParser, text: str) -> list[str]:
    """Change the tree of a page whose source is `text`; the words struck out in it, for `struck.take_struck`.

    A page without such elements costs a few searches of its source for fixed words.
    """
    if _has(text, ("<picture", "<PICTURE")):
        _with_images(tree)
    if _has(text, shadow_roots.DECLARED):
        shadow_roots.opened(tree)
    own_elements.boxed(tree, text)
    if _has(text, ("<q", "<Q")):
        quotation.quoted(tree)
    if _has(text, raised.WRITTEN):
        raised.settle_raised(tree)
    written = _has(text, struck.WRITTEN) or struck.STYLED.search(text) is not None
    return struck.strike(tree) if written else []


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _with_images(tree: LexborHTMLParser) -> None:
    """A `<picture>` that only names sources shows one of them all the same."""
    for node in tree.css("picture")[:_MOST]:
        if node.css_first("img, amp-img") is None and node.css_first("source") is not None:
            node.insert_child(tree.create_node("img"))
