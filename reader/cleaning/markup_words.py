"""What a page says by its markup alone, put into its words before it is walked: shadow roots, custom elements,
quotation marks, raised signs, struck words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cleaning import custom_elements, formulas, frames, gutters, quotation, shadow_roots, struck, superscripts
from reader.cleaning.raw import Cut
from reader.cleaning.tree import children

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MOST = 2_000


def put_markup_into_words(tree: LexborHTMLParser, text: str) -> list[Cut]:
    """Change the tree of a page whose source is `text`. Return the words struck out in it, for `take_out_struck`.

    The tree is asked for each kind of element: lexbor looks through it for a selector several times as fast as Python
    through the source for one word.
    """
    _with_images(tree)
    text += frames.open_frames(tree)
    shadow_roots.open_shadow_roots(tree)
    custom_elements.box_custom_elements(tree, text)
    quotation.put_quotation_marks(tree)
    gutters.take_out_line_numbers(tree)
    _with_starts(tree)
    formulas.write_out_formulas(tree)
    return struck.put_placeholders(tree, superscripts.write_out_superscripts(tree))


def _with_starts(tree: LexborHTMLParser) -> None:
    """A list that counts down starts at the number of its items."""
    for node in tree.css("ol[reversed]")[:_MOST]:
        if node.attributes.get("start") is None:
            node.attrs["start"] = str(sum(child.tag == "li" for child in children(node)))


def _with_images(tree: LexborHTMLParser) -> None:
    """A `<picture>` that only names sources shows one of them all the same."""
    for node in tree.css("picture")[:_MOST]:
        if node.css_first("img, amp-img") is None and node.css_first("source") is not None:
            node.insert_child(tree.create_node("img"))
