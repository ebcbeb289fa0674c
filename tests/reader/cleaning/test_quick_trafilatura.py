"""The expressions that are asked in the place of trafilatura's own find what those find, on every page of ours."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from lxml.etree import XPath
from lxml.html import HtmlElement, document_fromstring

from reader.cleaning.html import parse, walk
from reader.cleaning.quick_trafilatura import QuickExpression, QuickUnion, UnknownShape, quick, quicken_trafilatura
from tests.reader.cleaning.gold_pages import PAGES, UNREAD
from tests.sample_set import SEEDS

quicken_trafilatura()
xpaths: Any = import_module("trafilatura.xpaths")
FILES = sorted(file for folder in (PAGES, UNREAD, SEEDS) for file in folder.glob("*.html"))
LISTS = ("OVERALL_DISCARD_XPATH", "TEASER_DISCARD_XPATH", "DISCARD_IMAGE_ELEMENTS", "RAW_TREE_PRUNE_XPATH",
         "REMOVE_COMMENTS_AND_LISTS_XPATH")  # fmt: skip
FIRST = [one for one in xpaths.BODY_XPATH if isinstance(one, QuickExpression)]
UNION = quick(XPath(".//aside|.//div[contains(@class|@id, 'foot')]|.//*[re:test(@class, 'cook.e', 'i')]",
                    namespaces={"re": "http://exslt.org/regular-expressions"}))  # fmt: skip
NAMES = ["", "comment", "comment-list", "nav Nav", "x ad-box", "article-body", "related", "post", "hide-print",
         "cookie", "infinite-scroll", "Teaser", "main-Content", "image caption", "commentary", "footer"]  # fmt: skip


def made(order: str) -> HtmlElement:
    """Every tag and name in turn, with the attributes that a copy has, some missing."""
    pieces = []
    for tag in ("div", "section", "p", "span", "ul", "details", "article", "list", "item"):
        for number, name in enumerate(NAMES):
            other = NAMES[number * 7 % len(NAMES)]
            pieces += [f'<{tag} class="{name}" id="{other}">w<b id="{name}">x</b></{tag}>', f'<{tag} class="{name}">']
            pieces += [f'<h1>y</h1></{tag}><{tag} id="{name}" {order} itemprop="articleBody">z</{tag}>']
    return document_fromstring(f"<body>{''.join(pieces)}</body>")


TREES = [made('style="display:none"'), made('hidden="" style="color: red"')]


def first(expression: Any, tree: HtmlElement) -> list[HtmlElement]:
    """All that is used of an expression that looks for one element."""
    found: list[HtmlElement] = expression(tree)
    return found[:1]


@pytest.mark.parametrize("name", LISTS)
def test_each_is_read_and_finds_the_same_names(name: str) -> None:
    for expression in getattr(xpaths, name):
        assert isinstance(expression, QuickExpression)
        for tree in TREES:
            assert expression(tree) == expression.theirs(tree)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_they_find_the_same_on_our_pages(file: Path) -> None:
    tree = document_fromstring("".join(walk(parse(file.read_text(encoding="utf-8")), "").copy))
    for expression in (one for name in LISTS for one in getattr(xpaths, name)):
        assert expression(tree) == expression.theirs(tree)
    for expression in FIRST:
        assert expression(tree) == first(expression.theirs, tree)


def test_a_union_comes_in_the_order_of_the_page() -> None:
    tree = document_fromstring(
        "<body><div id=foot>1</div><p class=COOKIES>2<aside>3</aside></p><div class=a id=foot>4</div><div class=foot>5"
        "</div><section>6</section></body>"
    )
    assert isinstance(UNION, QuickUnion)
    assert UNION(tree) == UNION.theirs(tree)
    assert [element.text for element in UNION(tree)] == ["1", "2", "3", "5"]


def test_the_ways_to_the_article_are_read() -> None:
    assert len(FIRST) == 3
    for expression in FIRST:
        for tree in TREES:
            assert expression(tree) == first(expression.theirs, tree)


@pytest.mark.parametrize("path", ["//div", ".//div[position() = 2]", ".//*[self::div][@hidden]", ".//div[text()='a']"])
def test_what_it_cannot_read_stays(path: str) -> None:
    own = XPath(path)
    with pytest.raises(UnknownShape):
        QuickExpression(own)
    assert quick(own) is own
