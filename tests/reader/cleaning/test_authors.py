"""Who wrote a page, by what it tells machines and what it shows."""

from __future__ import annotations

import json

import pytest

from reader.cleaning import clean
from reader.model.articles import Metadata
from reader.model.pages import Page

BODY = "<p>" + "Pelabuhan Amarin ditutup sejak Senin malam karena angin kencang, kata syahbandar. " * 6 + "</p>"


def metadata(head: str = "", top: str = "", bottom: str = "") -> Metadata:
    html = f"<!doctype html><html><head><title>Pelabuhan Amarin ditutup</title>{head}</head><body><main><h1>"
    html += f"Pelabuhan Amarin ditutup</h1>{top}{BODY}</main>{bottom}</body></html>"
    return clean(Page("page.html", "page.html", html.encode(), "text/html")).metadata


def linked(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


@pytest.mark.parametrize(
    ("head", "top", "names", "basis"),
    [
        (linked(author={"@type": "Person", "name": "By Rahma Suwito"}), "", "Rahma Suwito", "JSON-LD author"),
        (linked(author=[{"name": "A. Budi"}, {"name": "C. Dewi"}]), "", "A. Budi, C. Dewi", "JSON-LD author"),
        ('<meta name="author" content="Rahma Suwito">', "", "Rahma Suwito", "meta author"),
        ("", '<a rel="author" href="/p/1">Rahma Suwito</a>', "Rahma Suwito", "rel author"),
        (
            '<meta name="author" content="rsuwito99">',
            '<div class="byline">Oleh Rahma Suwito dan Tomas Iri</div>',
            "Rahma Suwito, Tomas Iri",
            "author element",
        ),
        (
            '<meta property="og:site_name" content="Kabar Pesisir">' + linked(author={"name": "Kabar Pesisir"}),
            '<span itemprop="author"><span itemprop="name">Rahma Suwito</span></span>',
            "Rahma Suwito",
            "itemprop author",
        ),
        ('<meta name="author" content="rsuwito">', "", "rsuwito", "meta author"),
    ],
)
def test_a_name_on_the_page_is_believed_before_a_login_or_the_publisher(
    head: str, top: str, names: str, basis: str
) -> None:
    found = metadata(head, top)
    assert (found.byline, found.basis["byline"]) == (names, basis)


@pytest.mark.parametrize(
    "bottom",
    [
        '<section class="comments"><span class="author">Orang Lain</span></section>',
        '<aside class="related"><a rel="author" href="/p/2">Orang Lain</a></aside>',
        '<ul><li class="author">A B</li>' + "<li><span class='author'>Orang Lain</span></li>" * 6 + "</ul>",
    ],
)
def test_names_under_comments_and_teasers_are_no_authors(bottom: str) -> None:
    assert metadata(bottom=bottom).byline == ""


def test_a_byline_that_holds_more_than_names_is_not_guessed_at() -> None:
    assert metadata(top='<div class="byline">Updated 3 min ago, share this</div>').byline == ""
