"""readability-lxml on our own copy of a page, with the same answer in half the time.

The copy holds no scripts, comments or addresses, so that nothing of it has to be cleaned before. What readability
asks over and over (the length of a link's words, whether class names are unlikely ones, what stands inside a `div`)
is answered once. The answers are those of its own methods; where one is rewritten, it says which.
Source: readability-lxml (Apache-2.0, a port of Arc90's Readability).
"""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INSIDE = ("a", "blockquote", "dl", "div", "img", "ol", "p", "table", "ul")  # what keeps a `div` from being a `p`


def kept_elements(tree: HtmlElement, name: str) -> frozenset[int]:
    """The numbers in the attribute `name` of all elements that readability keeps; empty when it finds no article."""
    from lxml.etree import LxmlError
    from readability.readability import Unparseable

    reading = _Reading(tree)
    try:
        reading.document.summary(html_partial=True)
    except (Unparseable, LxmlError, ValueError):
        return frozenset()
    return frozenset(int(number) for number in reading.document.html.xpath(f"descendant-or-self::*/@{name}"))


class _Reading:
    """One page being read: readability's own document, some of whose methods are ours."""

    def __init__(self, tree: HtmlElement) -> None:
        from readability.readability import Document

        self.document = document = Document(tree)
        self._tree: HtmlElement = tree
        self._held: list[HtmlElement] = []
        self._lengths: dict[HtmlElement, int] | None = None
        self._score = document.score_paragraphs
        document._parse = self._copied
        document.remove_unlikely_candidates = self._remove_unlikely
        document.transform_misused_divs_into_paragraphs = self._divs_to_paragraphs
        document.score_paragraphs = self._scored
        document.get_link_density = self._link_density
        document.get_clean_html = self._written

    def _copied(self, _: object) -> HtmlElement:
        """A fresh copy, as each attempt needs. Its elements are held, or lxml would make them again and again."""
        tree = copy.deepcopy(self._tree)
        self._held = list(tree.iter())
        for element in self._held:
            element.attrib.pop("style", None)
        return tree

    def _remove_unlikely(self) -> None:
        """`remove_unlikely_candidates`."""
        for element in self.document.html.findall(".//*"):
            names = f"{element.get('class', '')} {element.get('id', '')}"
            if len(names) >= 2 and _is_unlikely(names) and element.tag not in ("html", "body"):
                element.drop_tree()

    def _divs_to_paragraphs(self) -> None:
        """`transform_misused_divs_into_paragraphs`, which writes out what each `div` holds to look for such tags."""
        html = self.document.html
        holding = _holding(html)
        for div in html.findall(".//div"):
            if div not in holding:
                div.tag = "p"
        for div in html.findall(".//div"):
            _wrap_words(div)

    def _scored(self) -> Any:
        """`score_paragraphs`; while it counts, the page stays as it is and so do the lengths of its links."""
        self._lengths = {}
        try:
            return self._score()
        finally:
            self._lengths = None

    def _link_density(self, element: HtmlElement) -> float:
        """`get_link_density`."""
        links = sum(self._length(link) for link in element.findall(".//a"))
        return links / max(_length(element), 1)

    def _length(self, link: HtmlElement) -> int:
        if self._lengths is None:
            return _length(link)
        known = self._lengths.get(link)
        if known is None:
            known = self._lengths[link] = _length(link)
        return known

    def _written(self) -> str:
        """`get_clean_html` without taking out attributes that the copy never had."""
        from lxml.etree import tostring

        return str(tostring(self.document.html, encoding="unicode", method="html"))


@lru_cache(maxsize=8192)
def _is_unlikely(names: str) -> bool:
    from readability.readability import REGEXES

    unlikely = REGEXES["unlikelyCandidatesRe"].search(names) is not None
    return unlikely and REGEXES["okMaybeItsACandidateRe"].search(names) is None


def _holding(html: HtmlElement) -> set[HtmlElement]:
    """All elements with one of the tags `_INSIDE` somewhere in them; as there, the beginning of a tag is enough."""
    found: set[HtmlElement] = set()
    for element in html.iter():
        if isinstance(element.tag, str) and element.tag.startswith(_INSIDE):
            above = element.getparent()
            while above is not None and above not in found:
                found.add(above)
                above = above.getparent()
    return found


def _wrap_words(div: HtmlElement) -> None:
    """The words right inside a `div` become paragraphs of their own, its line breaks go."""
    if div.text and div.text.strip():
        div.insert(0, _paragraph(div, div.text))
        div.text = None
    for position, child in reversed(list(enumerate(div))):
        if child.tail and child.tail.strip():
            div.insert(position + 1, _paragraph(div, child.tail))
            child.tail = None
        if child.tag == "br":
            child.drop_tree()


def _paragraph(div: HtmlElement, words: str) -> HtmlElement:
    made = div.makeelement("p")
    made.text = words
    return made


def _length(element: HtmlElement) -> int:
    """`text_length`, which takes out white space with three patterns; it spares some no-break spaces that this counts
    with the others."""
    return len(" ".join(str(element.text_content() or "").split()))
