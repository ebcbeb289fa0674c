"""What a page says by form, put into its words before it is walked: opened roots, quotation marks, raised signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cleaning import own_elements, quotation, raised, shadow_roots, struck

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MOST = 2_000


def settle_forms(tree: LexborHTMLParser, text: str) -> list[str]:
    """Change the tree of a page whose source is `text`; the words struck out in it, for `struck.take_struck`.

    A page without such elements costs a few searches of its source.
    """
    if "<picture" in text:
        _with_images(tree)
    if shadow_roots.DECLARED.search(text):
        shadow_roots.opened(tree)
    own_elements.boxed(tree, text)
    if "<q" in text or "<Q" in text:
        quotation.quoted(tree)
    if raised.WRITTEN.search(text):
        raised.settle_raised(tree)
    return struck.strike(tree) if struck.WRITTEN.search(text) else []


def _with_images(tree: LexborHTMLParser) -> None:
    """A `<picture>` that only names sources shows one of them all the same."""
    for node in tree.css("picture")[:_MOST]:
        if node.css_first("img, amp-img") is None and node.css_first("source") is not None:
            node.insert_child(tree.create_node("img"))
