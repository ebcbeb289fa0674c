"""One address in its spellings is one; addresses of other pages are others."""

from __future__ import annotations

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.addresses import plain_address, spellings

STORY = "https://gazette.example/news/granary"
SAME = (
    "http://www.gazette.example/news/granary/", "HTTPS://Gazette.example:443/news/granary",
    "//gazette.example/news/granary",
    f"{STORY}?utm_source=tw&utm_medium=social", f"{STORY}?fbclid=7&gclid=3", f"{STORY}?ref=rss", f"{STORY}#comments",
    f"{STORY}/amp", f"{STORY}/amp/", f"{STORY}.amp", f"{STORY}?amp", f"{STORY}?outputType=amp", f"{STORY}/amp.html",
    "https://amp.gazette.example/news/granary", "https://gazette.example/amp/news/granary", f"{STORY}/print",
    f"{STORY}?print=1", "https://m.gazette.example/news/granary", "https://mobile.gazette.example/news/granary?m=1",
    f"{STORY}?page=all", f"{STORY}//", f"{STORY}/index.html", f"{STORY};jsessionid=A1",
    "https://www.google.com/amp/s/www.gazette.example/news/granary",
    "https://gazette-example.cdn.ampproject.org/c/s/gazette.example/news/granary",
)  # fmt: skip
FOUND = [one for one in SAME if not one.startswith("//") and "ampproject" not in one and "jsession" not in one
         and "443" not in one and not one.endswith("//") and "Gazette" not in one]  # fmt: skip
OTHERS = (
    f"{STORY}-2", f"{STORY}?id=2", f"{STORY}?page=2", f"{STORY}?eid=5", f"{STORY}?gallery=3", f"{STORY}/more", "https://gazette.example/",
    "https://gazette.example:8080/news/granary", "https://sport.gazette.example/news/granary", f"{STORY}#!/two",
    "https://gazette.example/news/Granary", "https://gazette.example/news/granary.html",
)  # fmt: skip


@pytest.mark.parametrize("address", SAME[:2] + SAME[3:])
def test_spellings_of_one_address_are_one(address: str) -> None:
    assert plain_address(address) == plain_address(STORY)


@pytest.mark.parametrize("address", OTHERS)
def test_other_addresses_are_others(address: str) -> None:
    assert plain_address(address) != plain_address(STORY)


def lies_within(address: str, other: str) -> bool:
    return any(first <= address < last for first, last in spellings(other))


@pytest.mark.parametrize("address", FOUND)
def test_every_spelling_is_looked_up_from_every_other(address: str) -> None:
    assert lies_within(address, STORY) and lies_within(STORY, address)
    assert all(lies_within(address, other) for other in FOUND)


def test_what_tells_which_page_it_is_is_looked_up_first() -> None:
    page = "https://gazette.example/story.php?id=5&utm_source=a"
    for same in ("http://www.gazette.example/story.php?id=5", "https://gazette.example/story.php?utm_medium=x&id=5"):
        assert plain_address(same) == plain_address(page) and lies_within(same, page)
    assert not lies_within("https://gazette.example/story.php?id=6", page)


def test_pages_in_other_letters_and_behind_languages() -> None:
    assert plain_address("https://id.m.wiki.example/wiki/A%C3%A9") == plain_address("https://id.wiki.example/wiki/Aé")
    assert plain_address("https://xn--bcher-kva.example/a") == plain_address("https://bücher.example/a")


def test_front_pages_and_what_is_no_address() -> None:
    assert plain_address("https://www.gazette.example/?utm_source=a").is_front_page
    assert not plain_address(STORY).is_front_page and not plain_address("granary").is_front_page
    assert spellings("file:///tmp/a.html") == spellings("granary") == spellings("http://[") == []


@given(st.text(max_size=60))
def test_any_words_have_a_plain_address_that_they_share_with_themselves(words: str) -> None:
    for address in (words, f"https://{words}", f"https://gazette.example/{words}"):
        assert plain_address(address) == plain_address(address)
        ranges = spellings(address)
        assert all(first < last for first, last in ranges)
        if plain_address(address).host == "gazette.example" and "\\" not in words and address == address.strip():
            assert bisect_left(sorted(first for first, _ in ranges), "https") >= 0
