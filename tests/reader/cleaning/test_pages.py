"""Our own pages in the shapes of news sites: the gold is sound, and the cleaner comes near it.

A page's gold may name under `known` what the cleaner does not get right there, with the reason: the title, the
byline, the date, or single lines of debris. It is held to the rest. The pages in `unread` are checked for their
gold only and cleaned by nobody but the scorer.
"""

from __future__ import annotations

from statistics import mean

import pytest

from tests.reader.cleaning.gold_pages import PAGES, UNREAD, GoldPage, level, read_pages, score_of, squeezed

READ = read_pages(PAGES)
ALL = READ + read_pages(UNREAD)
KINDS = {"paragraph", "heading", "quote", "list_item", "table_row"}
FIELDS = {"title", "standfirst", "byline", "date", "language", "body", "captions", "left_out"}
KNOWN = {"title", "byline", "date", "left_out"}
MEAN = 0.96
FLOOR = 0.6
KINDS_RIGHT = 0.9

every = pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
read = pytest.mark.parametrize("page", READ, ids=lambda page: page.name)


@every
def test_the_gold_is_made_of_the_page(page: GoldPage) -> None:
    words, gold = squeezed(page.words()), page.gold
    parts = [entry["text"] for entry in gold["body"]] + gold["captions"] + gold["left_out"] + [gold["title"]]
    assert [text for text in parts if squeezed(text) not in words] == []
    assert all(squeezed(name) in squeezed(page.path.read_text("utf-8")) for name in gold["byline"].split(", "))


@every
def test_the_gold_is_well_formed(page: GoldPage) -> None:
    gold = page.gold
    assert set(gold) - {"known"} == FIELDS
    assert {entry["kind"] for entry in gold["body"]} <= KINDS
    assert set(gold.get("known", {})) <= KNOWN and all(gold.get("known", {}).values())
    assert set(page.known("left_out")) <= set(gold["left_out"])
    body = [level(entry["text"]) for entry in gold["body"]]
    assert body and all(body)
    assert not set(map(level, gold["left_out"])) & set(body)


def test_a_third_of_the_pages_is_held_out() -> None:
    assert len(ALL) >= 42
    assert 3 * len(read_pages(UNREAD)) >= len(ALL)
    assert {page.gold["language"] for page in ALL} == {"id", "en", "ar", "ja", "ms"}


@read
def test_debris_is_in_the_drawer_and_not_in_the_article(page: GoldPage) -> None:
    result, known = page.clean(), page.known("left_out")
    inside, drawer = squeezed(result.text), squeezed(" ".join(x.text for x in result.left_out))
    for line in page.gold["left_out"]:
        assert squeezed(line) in inside + drawer, f"lost: {line}"
        assert line in known or (squeezed(line) not in inside and squeezed(line) in drawer), line


@read
@pytest.mark.parametrize("part", ["title", "byline", "date"])
def test_a_page_says_who_wrote_what_and_when(page: GoldPage, part: str) -> None:
    assert getattr(score_of(page), part) or page.known(part)


@read
def test_no_page_comes_out_far_from_its_gold(page: GoldPage) -> None:
    assert score_of(page).f1 >= FLOOR, score_of(page).faults


def test_the_pages_together_come_near_their_gold() -> None:
    assert mean(score_of(page).f1 for page in READ) >= MEAN


def test_most_lines_come_out_as_what_they_are() -> None:
    assert mean(score_of(page).kinds for page in READ) >= KINDS_RIGHT
