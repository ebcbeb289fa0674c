"""The expressions that are asked in the place of trafilatura's own find what those find, on every page of ours."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest
import trafilatura
from lxml.etree import XPath
from lxml.html import HtmlElement, document_fromstring

from reader.cleaning.html import parse, walk
from reader.cleaning.quick_trafilatura import (
    LISTS,
    SINGLE,
    QuickExpression,
    QuickUnion,
    UnknownShape,
    quick,
    quicken_trafilatura,
)
from reader.cleaning.witnesses import _NEVER_TAKEN as NEVER_TAKEN
from reader.cleaning.witnesses import _trafilatura as text_of_trafilatura
from tests.reader.cleaning.gold_pages import PAGES, UNREAD
from tests.sample_set import SEEDS

quicken_trafilatura()
xpaths: Any = import_module("trafilatura.xpaths")
FILES = sorted(file for folder in (PAGES, UNREAD, SEEDS) for file in folder.glob("*.html"))
BASELINE: Any = import_module("trafilatura.baseline")
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


@pytest.mark.parametrize("name", [name for name in LISTS if name != "BODY_XPATH"])
def test_each_is_read_and_finds_the_same_names(name: str) -> None:
    for expression in getattr(xpaths, name):
        assert isinstance(expression, QuickExpression)
        for tree in TREES:
            assert expression(tree) == expression.theirs(tree)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_they_find_the_same_on_our_pages(file: Path) -> None:
    tree = document_fromstring("".join(walk(parse(file.read_text(encoding="utf-8")), "").copy))
    for expression in (one for name in LISTS if name != "BODY_XPATH" for one in getattr(xpaths, name)):
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


def test_what_trafilatura_takes_out_first_is_read() -> None:
    theirs = getattr(BASELINE, SINGLE)
    assert isinstance(theirs, QuickUnion), "trafilatura writes it in another way now: see `QuickUnion`"
    for tree in TREES:
        assert theirs(tree) == theirs.theirs(tree)


def again(monkeypatch: pytest.MonkeyPatch, version: str) -> list[object]:
    """What stands in one of the lists when expressions are replaced in a trafilatura of that version."""
    own = [one.theirs for one in xpaths.OVERALL_DISCARD_XPATH]
    monkeypatch.setattr(xpaths, "OVERALL_DISCARD_XPATH", own)
    monkeypatch.setattr(trafilatura, "__version__", version)
    quicken_trafilatura.__wrapped__()
    return own


def test_another_trafilatura_keeps_its_own_expressions(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(isinstance(one, XPath) for one in again(monkeypatch, "3.0.0"))


def test_where_a_list_or_the_expression_is_gone_the_others_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(xpaths, "BODY_XPATH")
    monkeypatch.setattr(xpaths, "TEASER_DISCARD_XPATH", None)
    monkeypatch.delattr(BASELINE, SINGLE)
    assert all(isinstance(one, QuickExpression) for one in again(monkeypatch, "2.9.0"))


def test_it_is_asked_as_its_fast_mode_asks_itself() -> None:
    for file in FILES[:12]:
        copy = "".join(walk(parse(file.read_text(encoding="utf-8")), "").copy)
        ours, theirs = document_fromstring(copy), cast("HtmlElement", document_fromstring(copy))
        for element in list(theirs.iter(*NEVER_TAKEN)):
            element.drop_tree()
        found = trafilatura.bare_extraction(theirs, fast=True, include_comments=False)
        assert text_of_trafilatura(ours) == str(getattr(found, "text", None) or "") != ""
