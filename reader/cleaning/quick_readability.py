"""readability-lxml on our own copy of a page, with the same answer in half the time.

The copy holds no scripts, comments or addresses, so that nothing of it has to be cleaned before. What readability
computes over and over (the length of a link's words, whether class names are unlikely ones, what stands inside a `div`)
is answered once. The answers are those of its own methods, which tests compare page by page.
Source: readability-lxml (Apache-2.0, a port of Arc90's Readability). Import this module where it is used, not at the
top of another: it loads lxml and readability.
"""

from __future__ import annotations

import copy
import re
from functools import lru_cache
from typing import Any

from lxml.etree import LxmlError, tostring
from lxml.html import HtmlElement
from readability.readability import REGEXES, Document, Unparseable, clean

_BLANKS = re.compile(r"\t|[ \t]{2,}")
_MOST_SPACES = 255  # in a row, of which `clean` spares no more
_INSIDE = ("a", "blockquote", "dl", "div", "img", "ol", "p", "table", "ul")  # what keeps a `div` from being a `p`


def kept_elements(tree: HtmlElement, name: str) -> frozenset[int]:
    """Return the numbers in the attribute `name` of all elements that readability keeps; empty when it finds no
    article."""
    document = QuickDocument(tree)
    try:
        document.summary(html_partial=True)
    except (Unparseable, LxmlError, ValueError):
        return frozenset()
    return frozenset(int(number) for number in document.html.xpath(f"descendant-or-self::*/@{name}"))


class QuickDocument(Document):
    """One page being read by readability, from a tree that `walk` copied; seven methods answer as theirs, sooner."""

    html: HtmlElement

    def __init__(self, tree: HtmlElement) -> None:
        super().__init__(tree)
        self._held: list[HtmlElement] = []
        self._lengths: dict[HtmlElement, int] | None = None

    def _parse(self, input: HtmlElement) -> HtmlElement:
        """A fresh copy, as each attempt needs. Its elements are held, or lxml would make them again and again."""
        tree = copy.deepcopy(input)
        self._held = list(tree.iter())
        for element in self._held:
            if element.get("style") is not None:
                del element.attrib["style"]
        return tree

    def remove_unlikely_candidates(self) -> None:
        """Take out elements by their names, of which many are the same."""
        for element in self.html.findall(".//*"):
            names = f"{element.get('class', '')} {element.get('id', '')}"
            if len(names) >= 2 and _is_unlikely(names) and element.tag not in ("html", "body"):
                element.drop_tree()

    def transform_misused_divs_into_paragraphs(self) -> None:
        """Make paragraphs of `div`s, without writing out what each of them holds to look for certain tags."""
        holding = _holding(self.html)
        for div in self.html.findall(".//div"):
            if div not in holding:
                div.tag = "p"
        for div in self.html.findall(".//div"):
            _wrap_words(div)

    def score_paragraphs(self) -> dict[HtmlElement, dict[str, Any]]:
        """Count; meanwhile the page stays as it is, and so do the lengths of its links."""
        self._lengths = {}
        candidates: dict[HtmlElement, dict[str, Any]] = {}
        for element in self.tags(self.html, "p", "pre", "td"):
            parent = element.getparent()
            words = _cleaned(element.text_content()) if parent is not None else ""
            if parent is None or len(words) < self.min_text_length:
                continue
            score = 2 + words.count(",") + min(len(words) / 100, 3)
            for above, worth in ((parent, score), (parent.getparent(), score / 2.0)):
                if above is not None:
                    if above not in candidates:
                        candidates[above] = self.score_node(above)
                    candidates[above]["content_score"] += worth
        for element, candidate in candidates.items():
            candidate["content_score"] *= 1 - self.get_link_density(element)
        self._lengths = None
        return candidates

    def class_weight(self, e: HtmlElement) -> int:
        """Return what an element's names say of it. No keywords are ever given here."""
        return sum(_weight(names) for names in (e.get("class"), e.get("id")) if names)

    def get_link_density(self, elem: HtmlElement) -> float:
        """Return the share of an element's characters that stand in links."""
        links = sum(self._length(link) for link in elem.findall(".//a"))
        return links / max(_length(elem), 1)

    def get_clean_html(self) -> str:
        """Return the article's markup, without taking out attributes that the copy never had."""
        return str(tostring(self.html, encoding="unicode", method="html"))

    def _length(self, link: HtmlElement) -> int:
        if self._lengths is None:
            return _length(link)
        known = self._lengths.get(link)
        if known is None:
            known = self._lengths[link] = _length(link)
        return known


@lru_cache(maxsize=8192)
def _is_unlikely(names: str) -> bool:
    return _stands_in(names, "unlikelyCandidatesRe") and not _stands_in(names, "okMaybeItsACandidateRe")


@lru_cache(maxsize=8192)
def _weight(names: str) -> int:
    return 25 * _stands_in(names, "positiveRe") - 25 * _stands_in(names, "negativeRe")


_ASKED = ("unlikelyCandidatesRe", "okMaybeItsACandidateRe", "positiveRe", "negativeRe")
_SMALL = {name: re.compile(REGEXES[name].pattern.lower()) for name in _ASKED}


def _stands_in(names: str, pattern: str) -> bool:
    """Search for one of readability's patterns, all of which take capitals as small letters. Small letters are
    searched through in a quarter of the time; beyond ASCII the two are not the same."""
    if names.isascii():
        return _SMALL[pattern].search(names.lower()) is not None
    return REGEXES[pattern].search(names) is not None


def _cleaned(text: str) -> str:
    """`clean`, without three patterns where they would change nothing."""
    if len(text) - len("".join(text.split())) >= _MOST_SPACES:
        return str(clean(text))
    if "\n" in text:
        text = "\n".join(filter(None, map(str.strip, text.split("\n"))))
    if "\t" in text or "  " in text:
        text = _BLANKS.sub(" ", text)
    return text.strip()


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
