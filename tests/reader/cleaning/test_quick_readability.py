"""The quickened witness says what the library itself says, page by page."""

import inspect
import re
from pathlib import Path

import pytest
from lxml.html import document_fromstring
from readability.readability import Document

from reader.cleaning.html import parse, walk
from reader.cleaning.quick_readability import QuickDocument, kept_elements
from tests.reader.cleaning.gold_pages import PAGES, UNREAD
from tests.sample_set import SEEDS

FILES = sorted(file for folder in (PAGES, UNREAD, SEEDS) for file in folder.glob("*.html"))
REPLACED = [
    "_parse",
    "remove_unlikely_candidates",
    "transform_misused_divs_into_paragraphs",
    "score_paragraphs",
    "class_weight",
    "get_link_density",
    "get_clean_html",
]
TAGGED = (
    "<body><div data-b=1 class='comment'><p data-b=2>A reader's words that are long enough, as ever, to be counted.</p>"
    "</div><div data-b=3 style='color:red'>Loose words, before <br><b>bold</b> ones and after, with a comma, or two."
    "<div data-b=4><img><a data-b=5 href='#'>a link of some length</a></div>{words}</div></body>"
)


def library(copy: str) -> frozenset[int]:
    """What readability-lxml keeps, read off the article that it writes."""
    summary = Document(document_fromstring(copy)).summary(html_partial=True)
    return frozenset(int(number) for number in re.findall(r'data-b="(\d+)"', summary))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_keeps_the_same_elements(file: Path) -> None:
    copy = "".join(walk(parse(file.read_text(encoding="utf-8")), "").copy)
    kept = kept_elements(document_fromstring(copy), "data-b")
    assert kept
    assert kept == library(copy)


@pytest.mark.parametrize("words", ["", "<p data-b=6>One, two, three, four, five, six, and the rest of it.</p>" * 9])
def test_it_keeps_the_same_of_loose_words_and_unlikely_names(words: str) -> None:
    copy = TAGGED.format(words=words)
    assert kept_elements(document_fromstring(copy), "data-b") == library(copy)


def test_what_is_replaced_is_what_the_library_calls() -> None:
    own = {name for name in vars(QuickDocument) if callable(getattr(QuickDocument, name)) and hasattr(Document, name)}
    assert own - {"__init__"} == set(REPLACED)
    for name in REPLACED:
        theirs, ours = (inspect.signature(getattr(kind, name)) for kind in (Document, QuickDocument))
        assert list(theirs.parameters) == list(ours.parameters), name


def test_the_library_itself_is_left_as_it_is() -> None:
    assert all(getattr(Document, name).__module__.startswith("readability") for name in REPLACED)
