"""Text and left out together hold everything with words in the file."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from reader.cleaning import clean
from reader.cleaning.decode import decode
from reader.errors import CleaningError
from reader.model import left_out_reasons as reasons
from reader.model.pages import Page
from tests.reader.cleaning.gold_pages import PAGES, read_pages
from tests.reader.cleaning.lamp import FIRST, LAST, SECOND, lamp, line
from tests.reader.cleaning.source_words import lost_words, source_words

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "extraction" / "pages"  # not on every machine
MOST_LOST = 0.005  # of the words of all its pages: readings of formulas, labels of the way back from notes


def left(inside: str, **more: str) -> list[tuple[str, str]]:
    return [(part.text, part.reason) for part in lamp(inside, **more).left_out]


@pytest.mark.parametrize(
    ("hidden", "reason"),
    [
        ("<template><p>Wick of brass</p></template>", reasons.HIDDEN),
        ("<div><template><template><b>Wick</b> of brass</template></template></div>", reasons.HIDDEN),
        ("<iframe src=/x>Wick of <b>brass</b></iframe>", reasons.FALLBACK),
        ("<noembed><p>Wick of brass</noembed>", reasons.FALLBACK),
        ("<datalist><option>Wick of brass</datalist>", reasons.FORM),
        ("<img src=/i.png width=16 alt='Wick of brass'>", reasons.NOT_ARTICLE),
    ],
)
def test_words_that_nobody_sees_are_in_the_drawer_with_a_reason(hidden: str, reason: str) -> None:
    assert ("Wick of brass", reason) in left(f"<p>{LAST} Twice.</p>{hidden}")
    assert ("Wick of brass", reason) in left("", after=hidden)
    assert "Wick of brass" not in lamp(f"<p>{LAST} Twice.</p>{hidden}").text


def test_a_frame_that_holds_its_page_is_read_in_its_place() -> None:
    inner = f"<style>p {{}}</style><p>{LAST} So says the minister.</p><iframe srcdoc='<p>And his wife.</p>'></iframe>"
    result = lamp(f'<iframe srcdoc="{escape(inner)}"></iframe>')
    texts = result.text.split("\n")
    assert texts.index(f"{LAST} So says the minister.") == texts.index(SECOND) - 1 - ("And his wife." in texts)
    assert "And his wife." in result.text or "And his wife." in [part.text for part in result.left_out]


def test_a_frame_whose_address_is_its_page_is_read_too() -> None:
    result = lamp(f'<iframe src="data:text/html,<p>{escape(LAST)} So says the minister.</p>"></iframe>')
    assert f"{LAST} So says the minister." in result.text


def test_words_beside_a_shadow_root_that_no_slot_shows_are_hidden_ones() -> None:
    host = f"<x-box><template shadowrootmode=open><p>{LAST} Shown.</p></template><p>Wick of brass</p></x-box>"
    result = lamp(host)
    assert f"{LAST} Shown." in result.text
    assert ("Wick of brass", reasons.HIDDEN) in [(part.text, part.reason) for part in result.left_out]


def test_a_template_in_the_head_of_the_page_is_in_the_drawer() -> None:
    assert ("Wick of brass", reasons.HIDDEN) in left("", head="<template><p>Wick of brass</p></template>")


def test_templates_in_what_is_moved_come_along() -> None:
    inner = f"<x-card>{LAST} Moved.<template><p>Wick of brass</p></template></x-card>"
    assert ("Wick of brass", reasons.HIDDEN) in left(inner)
    assert ("Wick of brass", reasons.HIDDEN) in left(f'<iframe srcdoc="{escape(inner)}"></iframe>')
    assert ("Wick of brass", reasons.HIDDEN) in left(f"<x-box><template shadowrootmode=open>{inner}</template></x-box>")


def data(body: str) -> str:
    stated = {"@type": "NewsArticle", "headline": "Lamp went out twice", "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(stated)}</script>'


LONGER = "The keepers will be heard in May, and the board has asked for the log of the year before, page by page. "


def test_text_that_the_pages_data_alone_hold_is_in_the_drawer_and_said() -> None:
    result = lamp("", head=data(f"{FIRST} {SECOND} {LONGER * 3}{LAST}"))
    assert [part.text for part in result.left_out if part.reason == reasons.DATA_ONLY] == [(LONGER * 3).strip()]
    assert any("does not show" in notice for notice in result.notices)
    assert "heard in May" not in result.text


@pytest.mark.parametrize("body", [f"{FIRST}\n{SECOND}", f"&lt;p&gt;{FIRST}&lt;/p&gt;<p>{SECOND}</p>", "", FIRST[:90]])
def test_data_that_say_no_more_than_the_page_say_nothing_new(body: str) -> None:
    result = lamp("", head=data(body))
    assert not [part for part in result.left_out if part.reason == reasons.DATA_ONLY] and not result.notices


BOXES = ["div", "p", "section", "aside", "li", "blockquote", "td", "figure", "details", "summary", "pre", "h3", "dd",
         "textarea", "button", "select", "noscript", "footer", "nav", "dt", "caption", "ul", "ol", "table", "template",
         "svg", "object", "video", "form", "label", "x-card", "figcaption", "option", "address"]  # fmt: skip
LINES = ["b", "i", "a", "span", "em", "strong", "code", "q", "mark", "cite", "abbr", "s", "del", "ins", "sup", "sub",
         "ruby", "time", "kbd", "small", "font", "u", "x-word"]  # fmt: skip


class Story:
    """A page of random elements in which no word comes twice."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._count = 0

    def _words(self, most: int) -> str:
        letters = "bcdfghklmnprstvz"
        found = []
        for _ in range(self._random.randint(1, most)):
            self._count, rest = self._count + 1, self._count + 1
            word = ""
            while rest:
                rest, digit = divmod(rest, len(letters))
                word = f"{letters[digit]}a{word}"
            found.append(f"xo{word}")
        return " ".join(found) + self._random.choice([".", ",", "", "!"])

    def _line(self) -> str:
        pieces = []
        for _ in range(self._random.randint(1, 4)):
            pieces.append(self._words(12))
            tag = self._random.choice(LINES)
            attributes = self._random.choice(["", " class=lead", " href=/x", " title='Full'", " datetime=2026"])
            pieces.append(f"<{tag}{attributes}>{self._words(4)}</{tag}>")
            if self._random.random() < 0.1:
                pieces.append(self._random.choice(["<br>", "<hr>", f"<img src=/p.jpg alt='{self._words(3)}'>"]))
        return " ".join(pieces)

    def _box(self, depth: int) -> str:
        tag = self._random.choice(BOXES)
        attributes = self._random.choice(["", "", " hidden", " class=related", " id=n1", " role=note", " class=card"])
        inside = [self._line() if depth > 2 or self._random.random() < 0.6 else self._box(depth + 1)
                  for _ in range(self._random.randint(1, 3))]  # fmt: skip
        return f"<{tag}{attributes}>{' '.join(inside)}</{tag}>"

    def page(self) -> str:
        body = "\n".join(self._box(0) for _ in range(self._random.randint(2, 12)))
        if self._random.random() < 0.3:
            body += f'<iframe srcdoc="{escape(self._box(2))}"></iframe>'
        return f"<!doctype html><title>x</title><body><article><p>{self._words(40)}</p>{body}</article></body>"


@pytest.mark.parametrize("seed", range(80))
def test_a_page_of_any_elements_loses_no_word(seed: int) -> None:
    source = Story(seed).page()
    result = clean(Page("x.html", "x.html", source.encode(), "text/html", url="https://bay.example/x"))
    assert not lost_words(source, result)


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.html")), ids=lambda path: path.stem)
def test_our_own_pages_lose_no_word(path: Path) -> None:
    source = decode(path.read_bytes(), "", markup=True).text
    assert not lost_words(source, clean(Page(path.stem, path.name, path.read_bytes(), "text/html")))


def saved() -> Iterator[bytes]:
    yield from (page.path.read_bytes() for page in read_pages() if page.media_type == "text/html")
    yield from (gzip.decompress(path.read_bytes()) for path in sorted(CORPUS.glob("*.html.gz"))[::6])


def test_saved_pages_lose_next_to_no_word() -> None:
    lost, whole = Counter[str](), 0
    for content in saved():
        source = decode(content, "", markup=True).text
        try:
            result = clean(Page("x", "x.html", content, "text/html", url="https://bay.example/x"))
        except CleaningError:
            continue
        lost += lost_words(source, result)
        whole += source_words(source).total()
    assert lost.total() <= MOST_LOST * whole


def test_a_line_keeps_what_stands_in_it() -> None:
    assert not lost_words(line("a <b>wick</b>"), lamp(line("a <b>wick</b>")))
