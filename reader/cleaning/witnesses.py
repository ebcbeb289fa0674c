"""What two extractors take for the article: readability-lxml by its elements, trafilatura by its words.

Both see our plain copy of the page, parsed once. Sources: readability-lxml (Apache-2.0, a port of Arc90's
Readability) and trafilatura 2 (Apache-2.0), this one in its fast mode, which asks no other extractor.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from reader.cleaning.dateless import load_trafilatura
from reader.cleaning.raw import letters_and_digits

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser
    from trafilatura.settings import Extractor

_NUMBER = "data-b"  # the attribute by which the copy's elements are known again
# It takes these out itself, after it has copied the page and looked through it several times.
_NEVER_TAKEN = ("aside", "button", "footer", "nav")
_PIECE = 24  # characters; a shorter block must be a whole line of the witness


@dataclass(frozen=True, slots=True)
class Witnesses:
    """`elements` are the numbers of the elements that readability-lxml keeps, `text` is trafilatura's article."""

    elements: frozenset[int] = field(default_factory=frozenset)
    text: str = ""


def run_extractors(copy: str) -> Witnesses:
    """Return what both extractors say of a copied page; nothing where one finds no article."""
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    try:
        tree = document_fromstring(copy, parser=_parser())
    except (LxmlError, ValueError):
        return Witnesses()
    return Witnesses(elements=_readability(tree), text=_trafilatura(tree))  # in this order: the second changes the tree


@cache
def _parser() -> HTMLParser:
    """lxml's parser, without the kinds of element that it has for forms: it asks for them in Python at each element
    that is touched, again and again."""
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction

    kinds = ElementDefaultClassLookup(HtmlElement, HtmlComment, HtmlProcessingInstruction, HtmlEntity)
    parser = HTMLParser()
    parser.set_element_class_lookup(kinds)
    return parser


def _readability(tree: HtmlElement) -> frozenset[int]:
    from reader.cleaning.quick_readability import kept_elements

    logging.getLogger("readability").setLevel(logging.CRITICAL)  # it logs pieces of the page
    return kept_elements(tree, _NUMBER)


def _trafilatura(tree: HtmlElement) -> str:
    from lxml.etree import LxmlError

    load_trafilatura()
    from trafilatura import bare_extraction

    from reader.cleaning.quick_trafilatura import quicken_trafilatura

    quicken_trafilatura()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for element in list(tree.iter(*_NEVER_TAKEN)):
        element.drop_tree()
    try:
        found = bare_extraction(tree, options=_options())
    except (LxmlError, ValueError, TypeError, AttributeError):  # it meets odd trees with each of these
        return ""
    return str(getattr(found, "text", None) or "")


@cache
def _options() -> Extractor:
    """trafilatura's fast mode, without comments. It would read its settings from a file's lines at each page."""
    from trafilatura.settings import DEFAULT_CONFIG, Extractor

    return Extractor(config=DEFAULT_CONFIG, output_format="python", fast=True, comments=False)


class ExtractedText:
    """A text that somebody took for the article's; says how much of a block stands in it."""

    def __init__(self, text: str) -> None:
        lines = [letters_and_digits(line) for line in text.splitlines()]
        self._whole, self._lines = "".join(lines), frozenset(lines)

    def __len__(self) -> int:
        return len(self._whole)

    def share(self, words: str) -> float:
        """Return the share of `words`, letters and digits alone, that stands there; -1 when the statement is empty."""
        if not self._whole:
            return -1.0
        if len(words) < _PIECE:
            return float(bool(words) and words in self._lines)
        if words in self._whole:
            return 1.0
        pieces = [words[at : at + _PIECE] for at in range(0, len(words) - _PIECE + 1, _PIECE)]
        return sum(piece in self._whole for piece in pieces) / len(pieces)
