"""An article's pictures stay with their captions, wherever the page hides their address; teasers do not."""

from __future__ import annotations

import pytest

from reader.cleaning import clean
from reader.cleaning.images import widest
from reader.model.articles import BlockKind
from reader.model.pages import Cleaned, Page

FIRST = (
    "The night ferry from Lembayung lost its way for two hours on Sunday, the harbour office says; nobody was hurt. "
)
SECOND = "Its captain, who has sailed the strait for thirty years, told the office that the buoy lights had been dark. "
THIRD = "The buoys were lit again on Monday, after a crew from the mainland had changed every lamp on that side. "


def ferry(pictures: str = "", top: str = "", after: str = "") -> Cleaned:
    body = f"<h1>Ferry lost for two hours</h1><p>{FIRST * 2}</p>{pictures}<p>{SECOND * 2}</p><p>{THIRD * 2}</p>"
    html = f"<html><title>Ferry lost for two hours</title><body>{top}<article>{body}</article>{after}</body></html>"
    return clean(Page("f.html", "f.html", html.encode(), "text/html", url="https://selat.example/news/ferry"))


def shown(result: Cleaned) -> list[str]:
    """The addresses of the kept pictures."""
    return [block.attrs["src"] for block in result.blocks if block.kind is BlockKind.FIGURE]


def captions(result: Cleaned) -> list[str]:
    return [block.span.of(result.text) for block in result.blocks if block.kind is BlockKind.CAPTION]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/big.jpg">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-lazy-src="https://selat.example/big.jpg">',
        '<img data-srcset="/small.jpg 320w, /big.jpg 1200w, /middle.jpg 800w">',
        '<img src="/small.jpg" srcset="/small.jpg 1x, /big.jpg 2x">',
        '<picture><source srcset="/small.jpg 320w, /big.jpg 960w"><img src="data:image/svg+xml,x"></picture>',
        '<noscript><img src="/big.jpg"></noscript>',
        '<amp-img src="/big.jpg" width="16" height="9" srcset="/big.jpg 900w"></amp-img>',
        '<a href="/big.jpg?full"><img src="/big.jpg"></a>',
    ],
)
def test_the_best_address_of_a_picture_is_found(markup: str) -> None:
    assert shown(ferry(f"<figure>{markup}</figure>")) == ["https://selat.example/big.jpg"]


def test_a_picture_and_its_copy_for_pages_without_scripts_are_one() -> None:
    result = ferry('<figure><img data-src="/big.jpg"><noscript><img src="/big.jpg"></noscript></figure>')
    assert shown(result) == ["https://selat.example/big.jpg"]


def test_words_with_commas_in_their_addresses_do_not_break_a_choice() -> None:
    assert widest("/c_fill,w_320/a.jpg 320w, /c_fill,w_900/a.jpg 900w") == "/c_fill,w_900/a.jpg"
    assert widest("/a.jpg, /b.jpg") == "/a.jpg"
    assert widest("") == ""


def test_a_gallery_keeps_every_picture_with_its_caption() -> None:
    figure = '<figure><img src="/{0}.jpg"><figcaption>Buoy number {0} after the new lamp.</figcaption></figure>'
    result = ferry("".join(figure.format(n) for n in range(9)))
    assert len(shown(result)) == 9
    assert captions(result) == [f"Buoy number {n} after the new lamp." for n in range(9)]


def test_a_box_named_as_a_picture_gives_its_words_as_caption() -> None:
    result = ferry(
        '<div class="media-image"><div><img src="/b.jpg"></div><div><span>The quay at dawn.</span></div></div>'
    )
    assert captions(result) == ["The quay at dawn."]


def test_the_opening_picture_above_the_headline_is_kept() -> None:
    result = ferry(top='<figure><img src="/top.jpg"><figcaption>The ferry on Sunday.</figcaption></figure>')
    assert shown(result) == ["https://selat.example/top.jpg"]
    assert "The ferry on Sunday." in captions(result)


def test_a_teaser_s_picture_is_left_out() -> None:
    teaser = '<a href="/news/bridge"><img src="/bridge.jpg"></a><a href="/news/bridge">Bridge opens</a>'
    teaser = f'<div class="card">{teaser}</div>'
    assert shown(ferry(teaser)) == []
    assert shown(ferry(after=f"<aside>{teaser * 3}</aside>")) == []
