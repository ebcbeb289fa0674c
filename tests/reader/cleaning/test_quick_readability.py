"""The quickened witness says what the library itself says, page by page."""

import re

import pytest
from lxml.html import document_fromstring
from readability.readability import Document

from reader.cleaning.html import parse, walk
from reader.cleaning.quick_readability import kept_elements

from .gold_pages import GoldPage, read_pages

PAGES = [page for page in read_pages() if page.path.suffix == ".html"]
TAGGED = (
    "<body><div data-b=1 class='comment'><p data-b=2>A reader's words that are long enough, as ever, to be counted.</p>"
    "</div><div data-b=3 style='color:red'>Loose words, before <br><b>bold</b> ones and after, with a comma, or two."
    "<div data-b=4><img><a data-b=5 href='#'>a link of some length</a></div>{words}</div></body>"
)


def library(copy: str) -> frozenset[int]:
    """What readability-lxml keeps, read off the article that it writes."""
    summary = Document(document_fromstring(copy)).summary(html_partial=True)
    return frozenset(int(number) for number in re.findall(r'data-b="(\d+)"', summary))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_it_keeps_the_same_elements(page: GoldPage) -> None:
    copy = "".join(walk(parse(page.path.read_text(encoding="utf-8")), "").copy)
    kept = kept_elements(document_fromstring(copy), "data-b")
    assert kept
    assert kept == library(copy)


@pytest.mark.parametrize("words", ["", "<p data-b=6>One, two, three, four, five, six, and the rest of it.</p>" * 9])
def test_it_keeps_the_same_of_loose_words_and_unlikely_names(words: str) -> None:
    copy = TAGGED.format(words=words)
    assert kept_elements(document_fromstring(copy), "data-b") == library(copy)
