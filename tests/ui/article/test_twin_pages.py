"""Twin pages: one with an element that changes what its words mean, one without. From the page to the screen and to
each export the two differ, or what differs lies among what was left out."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from PySide6.QtWidgets import QApplication

from reader.commands.plain_html import plain_html
from reader.exchange.exporters import exporter
from reader.exchange.exporters.excerpt import excerpt_html
from reader.model.articles import Article, Revision
from reader.model.dataset import Document
from reader.model.left_out_reasons import STRUCK
from reader.model.pages import Cleaned
from reader.model.spans import Span
from tests.reader.cleaning.test_markup_words import cleaned
from tests.reader.exchange.exporters import made
from tests.ui.article.test_forms import drawn

FORMATS = ("markdown", "html", "jsonl", "w3c", "plain", "clipboard")
_IN = "<p>The oldest keeper, who has served for thirty years, wrote {0} and nobody in the tower doubted any of it.</p>"
WITHIN = {  # elements within a sentence
    "sup": "that 10<sup>6</sup> lamps burned", "sub": "that CO<sub>2</sub> rose",
    "sup letters": "on the 1<sup>st</sup>",
    "del": "that it <del>never</del> burned", "s": "that it <s>never</s> burned",
    "strike": "that it <strike>never</strike> burned", "del in a word": "that it burn<del>t</del>ed",
    "ins": "that it <ins>often</ins> burned", "ins datetime": "it <ins datetime=2026-03-03>often</ins> burned",
    "q": "<q>it burned</q>", "q in q": "<q>he said <q>no</q></q>", "cite": "in <cite>The Tower</cite>",
    "abbr": "to the <abbr title='World Health Organization'>WHO</abbr>",
    "ruby": "in <ruby>東京<rt>とうきょう</rt></ruby>",
    "code": "of <code>lamp_on</code>", "kbd": "of <kbd>Ctrl+C</kbd>", "samp": "of <samp>done</samp>",
    "mark": "that it <mark>often</mark> burned", "time": "on <time datetime=2026-03-02>Monday</time>",
    "em": "that it <em>never</em> burned", "strong": "that it <strong>never</strong> burned",
    "i": "that it <i>never</i> burned", "b": "that it <b>never</b> burned", "dfn": "of a <dfn>weir</dfn>",
    "a": "of <a href='https://bay.example/log'>the log</a>", "math": "<math><mi>e</mi><mo>=</mo><mi>m</mi></math>",
}  # fmt: skip
BETWEEN = {  # elements that are blocks, and the same words in plain ones
    "hr": ("<hr>" + _IN.format("so"), _IN.format("so")),
    "ol start": ("<ol start=7><li>The lamp was lit at nine.<li>It went out at ten.</ol>",) * 2,
    "ol reversed": ("<ol reversed><li>The lamp was lit at nine.<li>It went out at ten.</ol>",) * 2,
    "ol type": ("<ol type=a><li>The lamp was lit at nine.<li>It went out at ten.</ol>",) * 2,
    "li value": ("<ol><li>The lamp was lit at nine.<li value=5>It went out at ten.</ol>",) * 2,
    "dl": (
        "<dl><dt>Lamp</dt><dd>What burns in the tower at night.</dd></dl>",
        "<p>Lamp</p><p>What burns in the tower at night.</p>",
    ),
    "blockquote footer": (
        "<blockquote><p>The lamp never went out in my time.</p><footer>Ona Birch</footer></blockquote>",
        "<p>The lamp never went out in my time.</p><p>Ona Birch</p>",
    ),
    "table": (
        "<table><caption>Nights</caption><tr><th rowspan=2>Month<th colspan=2>Nights<tr><th>dark<th>lit"
        "<tr><th>April<td>2<td>28<tr><th>May<td>0<td>31</table>",
        "<table><caption>Nights</caption><tr><td>Month<td>Nights<tr><td>dark<td>lit"
        "<tr><td>April<td>2<td>28<tr><td>May<td>0<td>31</table>",
    ),
    "footnote": (
        _IN.format("of 4.2 million<sup><a href='#n4' id=r4>4</a></sup>")
        + "<section class=footnotes><ol start=4><li id=n4>The log of the tower, page 4.</ol></section>",
        _IN.format("of 4.2 million4"),
    ),
    "del of a block": ("<p><del>Nobody had ever seen the lamp go out in April.</del></p>", ""),
}  # fmt: skip
PLAIN = {"ol start": "<ol>", "ol reversed": "<ol>", "ol type": "<ol>", "li value": "<li>"}


def twin(name: str) -> str:
    """The page without the element."""
    if name in WITHIN:
        bare = re.sub(r"<rt>.*?</rt>", "", WITHIN[name])
        return _IN.format(re.sub(r"<[^>]+>", "", bare))
    inside = BETWEEN[name][1]
    return re.sub(r"<ol [^>]*>|<li [^>]*>", PLAIN[name], inside) if name in PLAIN else inside


@cache
def said(inside: str) -> Document:
    """What the cleaner makes of a page, as an article."""
    found = cleaned(inside)
    revision = Revision(
        "r", "a", found.text, found.blocks, found.metadata, made.WHEN, found.inline, found.left_out, found.notices
    )
    return Document(Article("a", "r", found.metadata.title, made.WHEN), revision)


def written(document: Document, format: str) -> str:
    revision = document.revision
    if format == "clipboard":
        return excerpt_html(revision, [Span(0, len(revision.text))])
    if format == "plain":
        made_of = Cleaned(revision.metadata, revision.text, revision.blocks, revision.inline, revision.left_out)
        return plain_html(made_of)
    out, found = io.BytesIO(), exporter(format)
    list(found.write(made.dataset(document), out, found.options()))
    return out.getvalue().decode("utf-8")


NAMES = (*WITHIN, *BETWEEN)


def page(name: str) -> str:
    return _IN.format(WITHIN[name]) if name in WITHIN else BETWEEN[name][0]


@pytest.mark.parametrize("name", NAMES)
def test_the_screen_shows_what_the_element_says(name: str, qapp: QApplication) -> None:
    one, other = said(page(name)), said(twin(name))
    shown = drawn(one.revision) != drawn(other.revision)
    told = [(m.kind, m.attrs) for m in one.revision.inline] != [(m.kind, m.attrs) for m in other.revision.inline]
    assert shown or (name == "time" and told)  # a time is told beside its sentence and drawn as its words


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_each_export_says_what_the_element_says(name: str, format: str) -> None:
    assert written(said(page(name)), format) != written(said(twin(name)), format)


@pytest.mark.parametrize("name", ["del", "s", "strike", "del of a block"])
def test_struck_words_are_struck_wherever_they_are_shown(name: str) -> None:
    document = said(page(name))
    (words,) = [item.text for item in document.revision.left_out if item.reason == STRUCK]
    assert words not in document.revision.text
    for format in ("html", "plain", "clipboard"):
        assert f"<del>{words}</del>" in written(document, format)
    assert any(sign in written(document, "markdown") for sign in (f"~~{words}~~", f"<del>{words}</del>"))
