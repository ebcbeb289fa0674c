"""What pages leave round and between an article's words goes: offers, players, initials, walls, a second article."""

import pytest

from reader.cleaning import clean
from reader.cleaning.emptiness import is_empty
from reader.cleaning.leftovers import leave_out_leftovers, leftover_reason
from reader.cleaning.notes import keep_notes
from reader.cleaning.raw import Element, Hint, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind
from reader.model.pages import Cleaned, Page
from reader.notices import ANOTHER, EMPTY

FIRST = (
    "The ferry company of Port Amsel said on Monday that its oldest ship would sail for one more winter, although "
    "the inspectors had asked twice for a new hull, and that no passenger had been in danger at any time."
)
SECOND = (
    "Two sailors, who left the company in spring, remember it otherwise: water stood in the engine room for a week, "
    "they say, and the captain had written about it in the log, which was then lost."
)
LAST = (
    "The company answered on Thursday that the log is in its office and may be read there by anyone who asks, "
    "between nine and noon, as it has been for as long as the company has had an office."
)
HEAD = "<!doctype html><html lang=en><title>One more winter for the ferry</title>"


def cleaned(body: str) -> Cleaned:
    return clean(Page("ferry.html", "ferry.html", f"{HEAD}<body>{body}".encode(), "text/html"))


def story(inside: str = "", end: str = "") -> str:
    body = f"<p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{LAST}</p>{end}"
    return f"<article><h1>One more winter for the ferry</h1>{body}</article>"


@pytest.mark.parametrize(
    "line",
    [
        "You have 4 free stories remaining this week. Become a reader for 3 euros.",
        "Not a member? Join here",
        "To keep reading, please sign in.",
        "Anda punya 3 artikel gratis tersisa bulan ini.",
        "Sudah punya akun? Masuk",
        "Untuk melanjutkan membaca, silakan berlangganan.",
        "Loading more articles...",
        "Tonton Video: Kapal tua di dermaga",
        "[Foto: kapal feri]",
        "(abc/wrt)",
        "Reporting by Ann Lee; Editing by Tom Ray",
        "Republish this article for free under our licence.",
        "Artikel ini diterbitkan ulang dari laman mitra kami.",
    ],
)
def test_a_leftover_between_the_paragraphs_goes_to_the_drawer(line: str) -> None:
    result = cleaned(story(f"<p>{line}</p>"))
    assert result.text.split("\n")[1:] == [FIRST, SECOND, LAST]
    assert line in [x.text for x in result.left_out]


@pytest.mark.parametrize(
    "line",
    [
        "You have to read the log twice before you understand who wrote it, the sailors say.",
        "“Already in May,” she said, “we knew.”",
        "Lihat foto itu baik-baik, kata pelaut tua kepada wartawan.",
        "Scroll down the quay and you will see how the rust has grown.",
        "(He laughs.)",
        "The agency (AP) was told first.",
    ],
)
def test_a_sentence_about_such_things_is_none(line: str) -> None:
    assert leftover_reason(line) == ""


def test_initials_behind_the_last_sentence_go_and_leave_a_trace() -> None:
    result = cleaned(story(end=f"<p>{SECOND[:60]}, they add. (rtn/okl)</p>"))
    assert result.text.endswith("they add.")
    assert [x.text for x in result.left_out] == ["(rtn/okl)"]


def test_a_field_to_copy_the_article_from_is_left_out_beside_it_only() -> None:
    field = f"<textarea>{FIRST}\n{SECOND}\n{LAST}\nPlease name the author.</textarea>"
    assert "Please name the author" not in cleaned(story(end=field)).text


def test_a_wall_of_consent_before_a_short_article_goes() -> None:
    asked = "We and our 41 partners store cookies on your device and process personal data to measure our advertising."
    wall = (
        f"<div class=modal><h2>We value you</h2>{''.join(f'<p>{asked} Purpose {n} of 6.</p>' for n in range(6))}</div>"
    )
    result = cleaned(f"{wall}<article><h1>One more winter for the ferry</h1><p>{FIRST}</p></article>")
    assert "partners" not in result.text
    assert FIRST in result.text


def test_an_article_about_cookies_keeps_its_words() -> None:
    told = "We store cookies, the firm wrote, and our partners process personal data on your device for advertising."
    body = f"<article><h1>Firm fined over cookies</h1><p>{FIRST}</p><p>{told}</p></article>"
    html = f"<!doctype html><title>Firm fined over cookies</title>{body}"
    result = clean(Page("c.html", "c.html", html.encode(), "text/html"))
    assert told in result.text


@pytest.mark.parametrize("boxes", [("<article>", "</article>"), ("<div class=post>", "</div>")])
def test_the_article_that_scrolling_appends_is_left_out_and_said(boxes: tuple[str, str]) -> None:
    start, end = boxes
    other = "The market of Lund has new roofs, and the sellers, who had waited eleven years for them, are not pleased."
    first = f"{start}<h1>One more winter for the ferry</h1><p>{FIRST}</p><p>{SECOND}</p>{end}"
    second = f"{start}<h1>Market has roofs</h1>{''.join(f'<p>{other} Day {n}.</p>' for n in range(4))}{end}"
    result = cleaned(f"<main>{first}{second}</main>")
    assert result.text.split("\n") == ["One more winter for the ferry", FIRST, SECOND]
    assert ANOTHER in result.notices


def test_sections_under_headings_of_the_first_rank_are_one_article() -> None:
    part = f"<h1>What the sailors say</h1><p>{SECOND}</p><p>{LAST}</p>"
    result = cleaned(f"<article><h1>One more winter for the ferry</h1><p>{FIRST}</p>{part}</article>")
    assert SECOND in result.text
    assert ANOTHER not in result.notices


def test_a_page_that_scripts_would_fill_says_that_it_holds_no_article() -> None:
    links = "".join(f"<li><a href=/{n}>Another ship leaves the port of Amsel</a>" for n in range(4))
    assert EMPTY in cleaned(f"<div id=root></div><ul>{links}</ul><script>run()</script>").notices
    assert EMPTY not in cleaned(story()).notices
    assert EMPTY not in cleaned(f"<article><h1>One more winter for the ferry</h1><p>{FIRST}</p></article>").notices


@pytest.mark.parametrize(
    "picture",
    [
        "<picture><source srcset='https://p.example/a-300.jpg 300w, https://p.example/a-900.jpg 900w'></picture>",
        "<picture><source srcset='https://p.example/a-900.jpg'><img alt=Ship></picture>",
        "<img width=1 height=1 src=data:image/gif;base64,AA data-src=https://p.example/a-900.jpg>",
    ],
)
def test_a_picture_that_comes_late_or_only_in_sources_has_its_address(picture: str) -> None:
    result = cleaned(story(f"<figure>{picture}</figure>"))
    assert [b.attrs.get("src") for b in result.blocks if b.kind is BlockKind.FIGURE] == ["https://p.example/a-900.jpg"]


def block(text: str, tag: str = "p", hints: int = 0, reason: str = "") -> RawBlock:
    return RawBlock(text, hints=hints, reason=reason, place=Element(tag=tag))


def test_a_field_to_copy_words_from_stays_where_the_words_stand_nowhere_else() -> None:
    copied = [block(FIRST), block(SECOND), block(f"{FIRST} {SECOND}", "textarea")]
    alone = [block("A form."), block(f"{FIRST} {SECOND}", "textarea")]
    leave_out_leftovers(copied)
    leave_out_leftovers(alone)
    assert [one.reason for one in copied] == ["", "", reasons.FORM]
    assert [one.reason for one in alone] == ["", ""]


@pytest.mark.parametrize(
    ("said", "note", "hints", "kept"),
    [
        ("The hull leaked [1], they say.", "1. By the log of March.", Hint.NOTE, True),
        ("The hull leaked¹, they say.", "1. By the log of March.", Hint.NOTE, True),
        ("The hull leaked, they say.", "1. By the log of March.", Hint.NOTE, False),
        ("The hull leaked [1], they say.", "1. By the log of March.", 0, False),
        ("The hull leaked [1], they say.", "1. By the log of March.", Hint.NOTE | Hint.COMMENTS, False),
        ("The hull leaked [1], they say.", "Read also: The log of March", Hint.NOTE, False),
    ],
)
def test_a_note_stays_below_words_that_refer_to_it(said: str, note: str, hints: int, kept: bool) -> None:
    blocks = [block(said), block(note, "li", hints, reasons.FOOTER)]
    keep_notes(blocks)
    assert (blocks[1].reason == "") is kept


def market(number: int = 4) -> str:
    told = "The market of Lund has new roofs, and the sellers, who had waited eleven years for them, are not pleased."
    return f"<h1>Market has roofs</h1>{''.join(f'<p>{told} Day {n}.</p>' for n in range(number))}"


def test_another_article_element_is_another_article_however_it_is_set() -> None:
    first = f"<article class=lead><h1>One more winter for the ferry</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    result = cleaned(f"<main>{first}<article class=next>{market()}</article></main>")
    assert result.text.split("\n") == ["One more winter for the ferry", FIRST, SECOND]
    assert ANOTHER in result.notices


def test_what_stands_in_the_first_articles_own_element_below_the_other_one_stays() -> None:
    first = f"<div class=post><h1>One more winter for the ferry</h1><p>{FIRST}</p><p>{SECOND}</p></div>"
    result = cleaned(f"<article>{first}<div class=post>{market()}</div><p>{LAST}</p></article>")
    assert LAST in result.text
    assert "Market has roofs" not in result.text


def test_a_headline_right_below_the_first_one_begins_no_other_article() -> None:
    first = "<div class=post><h1>One more winter for the ferry</h1></div>"
    part = f"<h1>Inspectors asked twice</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
    result = cleaned(f"<main>{first}<div class=post>{part}</div></main>")
    assert SECOND in result.text
    assert ANOTHER not in result.notices


@pytest.mark.parametrize(
    ("source", "empty"), [("<div id=root></div>", True), ("<p>Winter ferry times</p>", False), ("", False)]
)
def test_a_few_words_without_a_sentence_are_no_article_where_scripts_fill_the_page(source: str, empty: bool) -> None:
    times = [block(f"Amsel {hour}:15, Lund {hour}:40, Amsel {hour}:55") for hour in range(10, 14)]
    assert is_empty(times, source) is empty


def test_a_note_in_the_pages_foot_stays_with_the_article_that_refers_to_it() -> None:
    note = "<footer><ol><li id=n1>The log of March, which lies in the office.<li id=n2>The log of May.</ol></footer>"
    said = f"<p>{SECOND[:-1]}<sup><a href='#n1'>1</a></sup>.</p>"
    result = cleaned(story(inside=said) + note)
    assert "The log of March, which lies in the office." in result.text
    assert "The log of May." not in result.text


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("COPYRIGHT © KABAR 2026", True),
        ("Hak cipta © 2026 Kabar Muara. Dilarang menyalin.", True),
        ("© 2020–2026 The Harbour Press", True),
        ("Copyright law of 1976 lets a library copy a page that nobody else keeps, the court said on Monday.", False),
        ("The copyright of 2026 is ours", False),
        ("Copyright Act of 1976", False),
    ],
)
def test_who_owns_the_words_is_no_part_of_them(line: str, left: bool) -> None:
    assert bool(leftover_reason(line)) is left
