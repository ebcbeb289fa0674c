"""Elements of a publisher's own making (`<story-par>`): those that stand as boxes are paragraphs of their own.

Nothing in the page says that such an element is a box. It is taken for one where it holds words but no box, and where
no words and no element of a line stand beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.cleaning.elements import BLOCKS, INLINE, names
from reader.cleaning.tree import children

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NAMED = re.compile(r"<([a-z][a-z0-9]*-[a-z0-9-]*)[\s>]")
_NOT_OWN = frozenset({"annotation-xml", "color-profile", "font-face", "missing-glyph", "amp-img"})
_IN_LINES = frozenset(INLINE) | names(
    "span small big font abbr label time q s u del ins strike mark sub sup bdi bdo data var ruby wbr slot"
)
_LINES = _IN_LINES | names("p h1 h2 h3 h4 h5 h6 li td th dt dd figcaption caption summary button pre option")
_BOXES = ", ".join(sorted(BLOCKS - {"option", "svg", "canvas"}))
_MOST_NAMES, _MOST = 60, 5_000


def box_custom_elements(tree: LexborHTMLParser, text: str) -> None:
    """Put a box into each element of the publisher's own that stands as one; `text` is the page's source."""
    found = sorted(set(_NAMED.findall(text)) - _NOT_OWN)[:_MOST_NAMES]
    if not found:
        return
    apart: dict[int, bool] = {}
    boxes = [node for node in tree.css(", ".join(found))[:_MOST] if _is_box(node, apart)]
    for node in boxes:
        box = tree.create_node("div")
        for child in children(node):
            box.insert_child(child)
            child.remove()
        node.insert_child(box)


def _is_box(node: LexborNode, apart: dict[int, bool]) -> bool:
    """`apart` remembers, by parent, whether its children stand apart: there may be thousands of them."""
    parent = node.parent
    if parent is None or parent.tag in _LINES or not (node.text() or "").strip() or not _holds_words(node):
        return False
    if parent.mem_id not in apart:
        apart[parent.mem_id] = all(_is_apart(one) for one in children(parent))
    return apart[parent.mem_id]


def _holds_words(node: LexborNode) -> bool:
    """Words of its own, and nothing in it that is a box already."""
    return node.css_first(_BOXES) is None and not any((one.tag or "").find("-") > 0 for one in node.iter())


def _is_apart(node: LexborNode) -> bool:
    if node.tag == "-text":
        return not (node.text_content or "").strip()
    return node.tag not in _IN_LINES
