"""The report as a browser gets it: everything is there, and nothing in it can run or load."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace
from typing import Any

from lxml import html

from reader.exchange.exporters import exporter
from reader.model.articles import Block, BlockKind, InlineKind, InlineMark
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from tests.reader.exchange.exporters import made

HTML = exporter("html")
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def written(dataset: Dataset, **chosen: bool) -> str:
    out = io.BytesIO()
    list(HTML.write(dataset, out, HTML.options(**chosen)))
    return out.getvalue().decode("utf-8")


def page(dataset: Dataset, **chosen: bool) -> Any:
    """The parsed page (an lxml element; its paths give what each test asks for)."""
    return html.fromstring(written(dataset, **chosen))


def text_of(element: Any) -> str:
    for code in element.xpath('.//sup[@class and contains(@class, "code")]'):
        code.drop_tree()
    return str(element.text_content())


def test_each_article_s_text_is_whole_and_marks_are_listed() -> None:
    shown = page(made.whole())
    for document, article in zip(made.whole().documents(), shown.findall(".//article"), strict=True):
        cards = article.xpath('.//ol[@class="cards"]/li')
        assert [c.get("id") for c in cards] == [f"m-{a.id}" for a in made.canonical(document).annotations]
        for card, mark in zip(cards, made.canonical(document).annotations, strict=True):
            words = card.text_content()
            assert (mark.anchor.quote or "(no words)") in words and mark.note in words and mark.annotator in words
        blocks = article.xpath('.//h2[contains(@class, "b-title")] | .//p[starts-with(@class, "b-")]')
        assert "\n".join(text_of(b) for b in blocks) == document.revision.text


def test_a_mark_is_told_by_letter_and_line_not_by_colour_alone() -> None:
    shown = page(made.whole())
    marks = shown.xpath('//article//p//span[contains(@class, "lane")]')
    seen = {tuple(m.get("class").split()[1:3]) for m in marks}
    assert {("c-blue", "u-solid"), ("c-rose", "u-wavy"), ("c-amber", "u-dotted"), ("c-violet", "u-double")} <= seen
    codes = [c.text_content() for c in shown.findall(".//article")[0].xpath(".//sup")]
    assert codes == ["S1", "D1", "C1", "D2", "C2", "K1"]
    assert shown.xpath('//ul[@class="legend"]/li')[0].text_content().split() == ["C", "Claim", "5"]


def test_marks_that_cross_have_lines_of_their_own() -> None:
    article = page(made.dataset(made.indonesian())).find(".//article")
    lanes = {m.text_content(): m.get("class") for m in article.xpath('.//p//span[contains(@class, "lane")]')}
    assert "lane-1" in lanes["kabar "] or "lane-2" in lanes["kabar "]
    assert len({c.split()[-1] for c in lanes.values()}) >= 3


def test_links_lead_to_their_marks() -> None:
    shown = page(made.whole())
    ids = {e.get("id") for e in shown.xpath("//*[@id]")}
    targets = [a.get("href")[1:] for a in shown.xpath('//a[starts-with(@href, "#")]')]
    assert targets and set(targets) <= ids
    assert "S1 is the same claim as → C1 in “الوزير ينفي إغلاق الميناء”" in shown.text_content()


def test_nothing_in_it_can_run_or_load() -> None:
    document = evil()
    raw = written(replace(made.dataset(document), name=EVIL))
    assert not re.search(r"<script|<img|<link|<iframe|\son\w+\s*=\s*[\"']|javascript:|url\(|@import", raw)
    shown: Any = html.fromstring(raw)
    assert {e.tag for e in shown.iter() if isinstance(e.tag, str)} <= {
        "html", "head", "body", "meta", "title", "style", "header", "main", "h1", "h2", "h3", "p", "ul", "ol", "li",
        "span", "article", "sup", "a", "div", "q",
    }  # fmt: skip
    assert {href.split(":")[0] for href in shown.xpath("//a/@href") if not href.startswith("#")} == {"https"}
    assert EVIL in shown.text_content()


def evil() -> Document:
    """Markup in every place where a page or a person can put text."""
    article, revision = made.article(EVIL, [EVIL, f"kata {EVIL} menteri"], byline=EVIL, site=EVIL, language=EVIL)
    revision = replace(
        revision,
        inline=(
            InlineMark(Span(0, 4), InlineKind.LINK, "javascript:alert(1)"),
            InlineMark(Span(len(EVIL) + 1, len(EVIL) + 5), InlineKind.LINK, f"https://jahat.example/{EVIL}"),
        ),
    )
    mark = made.mark(revision, "claim", "menteri", note=EVIL, tags=(EVIL,), annotator=EVIL, attributes={EVIL: EVIL})
    return Document(replace(article, url="javascript:alert(1)"), revision, (mark,))


def test_the_policy_allows_the_style_by_its_hash_and_nothing_else() -> None:
    shown = page(made.whole())
    policy = shown.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
    digest = base64.b64encode(hashlib.sha256(shown.find(".//style").text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not shown.xpath("//*[@style]")


def test_blocks_keep_their_shape() -> None:
    words = ["Judul", "a\tb", "c\td", "satu", "dua", "kata", "", "gambar", "Bagian", "kode"]
    kinds = [
        BlockKind.TITLE, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM,
        BlockKind.QUOTE, BlockKind.RULE, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.CODE,
    ]  # fmt: skip
    article, revision = made.article("shape", words)
    attrs = {1: {"header": "1"}, 3: {"ordered": "1", "number": "3"}, 4: {"ordered": "1", "number": "4"}}
    blocks = tuple(Block(b.span, kinds[n], 1, attrs.get(n, {})) for n, b in enumerate(revision.blocks))
    revision = replace(revision, blocks=blocks)
    across = made.mark(revision, "claim", Span(6, 9))
    shown = page(made.dataset(Document(article, revision, (across,))))
    assert [[text_of(c) for c in row] for row in shown.xpath("//table//tr")] == [["a", "b"], ["c", "d"]]
    assert [c.tag for c in shown.xpath("//table//tr[1]/*")] == ["th", "th"]
    assert [(li.get("value"), li.text) for li in shown.xpath("//ol[not(@class)]/li")] == [("3", "satu"), ("4", "dua")]
    assert shown.find(".//blockquote").text == "kata" and shown.find(".//pre").text == "kode"
    assert [s.text for s in shown.xpath('//table//span[contains(@class, "mark")]')] == ["a", "b"]


def test_without_the_texts_only_marks_are_shown() -> None:
    shown = page(made.whole(), texts=False)
    assert "ujarnya" not in shown.text_content() and len(shown.xpath('//ol[@class="cards"]/li')) == 11
