"""Pictures that cannot be kept are told, never dropped in silence."""

from __future__ import annotations

from reader.cleaning import clean
from reader.model.articles import BlockKind
from reader.model.pages import Page

WORDS = "The harbour office of Lembayung says that the night ferry never sailed, and that nobody had been hurt. " * 2


def left_out(picture: str) -> list[tuple[str, str]]:
    """Text and reason of the pictures of an article that were left out."""
    page = f"<html><body><article><h1>Ferry</h1><p>{WORDS}</p>{picture}<p>{WORDS} Again.</p></article></body></html>"
    found = clean(Page("a.html", "a.html", page.encode(), "text/html"))
    assert "never sailed" in found.text
    return [(item.text, item.reason) for item in found.left_out if item.kind is BlockKind.FIGURE]


def test_a_broken_picture_is_left_out_with_its_reason() -> None:
    ((text, reason),) = left_out('<img src="data:image/png;base64,AAAA" alt="The ferry at night">')
    assert text == "The ferry at night" and "broken" in reason


def test_a_picture_of_another_place_on_the_disk_is_left_out() -> None:
    ((text, reason),) = left_out('<img src="file:///etc/ferry.png" alt="The quay">')
    assert text == "The quay" and reason == "picture without an address"


def test_a_picture_without_words_is_told_too() -> None:
    assert left_out('<img src="data:image/svg+xml,<svg/>">')[0][0] == ""
