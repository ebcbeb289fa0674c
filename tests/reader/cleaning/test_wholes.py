"""Lists, tables, sections, code and quoted posts stay whole; teasers and what is said twice are left out."""

from __future__ import annotations

import pytest

from reader.cleaning import clean
from reader.cleaning.raw import Element, RawBlock
from reader.cleaning.wholes import complete
from reader.model.articles import BlockKind, InlineKind
from reader.model.pages import Cleaned, Page

LEAD = (
    "The water board of Pandanwangi has closed three of its nine wells since April, its minutes show, and plans more. "
)
WHY = "Salt was found in all three, in amounts that double each year, says a report that it has not published. "
NEXT = "A new pipe from the hills is to be dug before the dry season, if the council votes for it on the ninth of May. "
UNDECIDED = "not part of the article"


def wells(inside: str = "", base: str = "https://koran.example/warta/wells") -> Cleaned:
    body = f"<h1>Three wells closed for salt</h1><p>{LEAD * 2}</p>{inside}<p>{WHY * 2}</p><p>{NEXT * 2}</p>"
    html = f"<html><title>Three wells closed for salt</title><body><article>{body}</article></body></html>"
    return clean(Page("w.html", "w.html", html.encode(), "text/html", url=base))


def of_kind(result: Cleaned, kind: BlockKind) -> list[str]:
    return [block.span.of(result.text) for block in result.blocks if block.kind is kind]


def reasons(result: Cleaned) -> dict[str, str]:
    return {item.text: item.reason for item in result.left_out}


def judged(kind: BlockKind, tag: str, kept: list[bool], sure: float = 0.3) -> tuple[list[RawBlock], list[str]]:
    """Blocks in one element, of which some are kept; what of them is kept once the whole is completed."""
    around = Element(number=7, tag=tag, depth=2)
    blocks = [
        RawBlock(f"Well number {n} of the board.", kind, place=around, reason="" if keep else UNDECIDED)
        for n, keep in enumerate(kept)
    ]
    complete([RawBlock(LEAD * 3), RawBlock(WHY, reason=UNDECIDED), *blocks], dict.fromkeys(blocks, sure))
    return blocks, [block.text for block in blocks if not block.reason]


@pytest.mark.parametrize(("kind", "tag"), [(BlockKind.LIST_ITEM, "ul"), (BlockKind.TABLE_ROW, "table")])
def test_a_list_or_table_of_which_most_is_kept_is_kept_whole(kind: BlockKind, tag: str) -> None:
    assert len(judged(kind, tag, [True, True, False, True, False])[1]) == 5
    assert len(judged(kind, tag, [False, False, False, True])[1]) == 0


def test_a_heading_is_kept_with_the_words_under_it_and_without_them_is_not() -> None:
    lead, text, other = RawBlock(LEAD), RawBlock(WHY), RawBlock(NEXT, reason=UNDECIDED)
    kept = RawBlock("What the minutes say", BlockKind.HEADING, 2, reason=UNDECIDED)
    lost = RawBlock("Other news", BlockKind.HEADING, 2, reason=UNDECIDED)
    blocks = [lead, kept, text, lost, other]
    complete(blocks, dict.fromkeys(blocks, 0.3))
    assert [kept.reason, lost.reason] == ["", UNDECIDED]


def test_a_quoted_post_is_kept_as_a_quote() -> None:
    words = "<p>Wells 2, 5 and 6 are shut. Boil nothing, drink bottled.</p>&mdash; Water Board"
    post = f'<div class="social-share"><blockquote class="twitter-tweet">{words}</blockquote></div>'
    result = wells(post)
    assert "Wells 2, 5 and 6 are shut. Boil nothing, drink bottled." in of_kind(result, BlockKind.QUOTE)


def test_a_table_with_pictures_and_lists_in_its_cells_stays_a_table() -> None:
    rows = "".join(f"<tr><td>Well {n}</td><td><ul><li>{n} mg</li></ul></td></tr>" for n in (2, 5, 6))
    result = wells(f"<table><tr><th>Well</th><th>Salt <img src=/salt.png></th></tr>{rows}</table>")
    assert of_kind(result, BlockKind.TABLE_ROW) == ["Well\tSalt", "Well 2\t2 mg", "Well 5\t5 mg", "Well 6\t6 mg"]


def test_a_table_inside_a_quote_stays_a_table() -> None:
    rows = "".join(f"<tr><td>Well {n}</td><td>{n} mg</td></tr>" for n in (2, 5, 6))
    result = wells(f"<blockquote><table>{rows}</table></blockquote>")
    assert of_kind(result, BlockKind.TABLE_ROW) == ["Well 2\t2 mg", "Well 5\t5 mg", "Well 6\t6 mg"]


def test_coloured_code_keeps_its_lines_and_its_links() -> None:
    code = (
        '<pre><b>read</b> wells <span class="k">where</span>\n  salt &gt; 5 <a href="/salt">see salt</a><br>end</pre>'
    )
    result = wells(code)
    assert of_kind(result, BlockKind.CODE) == ["read wells where", "  salt > 5 see salt", "end"]
    links = [(m.span.of(result.text), m.target) for m in result.inline if m.kind is InlineKind.LINK]
    assert links == [("see salt", "https://koran.example/salt")]


def test_the_reading_of_a_rare_character_stands_beside_the_text() -> None:
    ruby = f"<p>{WHY}<ruby>井戸<rp>(</rp><rt>いど</rt><rp>)</rp></ruby> is what they call a well.</p>"
    result = wells(ruby)
    assert "井戸 is what" in result.text
    assert [(m.span.of(result.text), m.attrs) for m in result.inline] == [("井戸", {"reading": "いど"})]


def test_a_line_that_is_all_link_to_the_same_site_is_a_teaser() -> None:
    result = wells('<p><a href="/warta/bridge">Bridge to Pandanwangi reopens after a year</a></p>')
    assert reasons(result)["Bridge to Pandanwangi reopens after a year"] == "read also"
    kept = wells(f'<p>{NEXT}<a href="https://airtanah.example/report">The report on all nine wells</a> names them.</p>')
    assert "The report on all nine wells" in kept.text


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Brücke wieder offen",
        "Lire aussi : Le pont rouvre",
        "Lea también: Reabre el puente",
        "Les også: Broen åpner igjen",
        "Leggi anche: Riapre il ponte",
        "Читайте также: Мост открыт",
        "あわせて読みたい",
    ],
)
def test_read_also_is_known_in_many_languages(line: str) -> None:
    assert reasons(wells(f'<p><a href="https://other.example/b">{line}</a></p>'))[line] == "read also"


@pytest.mark.parametrize(
    "line",
    [
        "Like this story? Subscribe to our newsletter for more of them every week.",
        "Please consider donating to the board's legal fund today.",
        "Email us at desk@koran.example.",
        "Want more on water? Sign up for our free weekly letter here.",
        "Abonnez-vous pour lire la suite de nos articles",
    ],
)
def test_calls_are_left_out_wherever_they_start(line: str) -> None:
    assert line not in wells(f"<p>{line}</p>").text


def test_a_sentence_pulled_out_of_its_paragraph_is_left_out_and_a_quote_stays() -> None:
    pulled = "Salt was found in all three, in amounts that double each year"
    assert pulled in reasons(wells(f"<p>{pulled}</p>"))
    assert wells(f"<blockquote>{pulled}</blockquote>").text.count(pulled) == 3


def test_a_paragraph_that_comes_back_is_left_out_and_a_refrain_stays() -> None:
    whole = wells(f"<p>{NEXT * 2}</p>" + "".join(f"<p>{n} {LEAD}{WHY}</p>" for n in range(4)))
    assert whole.text.count(NEXT.strip()) == 2
    refrain = wells("<p>So says the board.</p>" + f"<p>{NEXT}</p><p>So says the board.</p>")
    assert refrain.text.count("So says the board.") == 2


def test_a_table_between_kept_words_is_kept_with_its_heading() -> None:
    head = RawBlock("Salt by well", BlockKind.HEADING, 2, reason=UNDECIDED)
    rows = [RawBlock(f"Well {n}\t{n} mg", BlockKind.TABLE_ROW, reason=UNDECIDED) for n in range(3)]
    blocks = [RawBlock(LEAD), head, *rows, RawBlock(WHY)]
    complete(blocks, dict.fromkeys(blocks, 0.0))
    assert not any(block.reason for block in blocks)


def test_the_next_article_on_the_page_is_left_out() -> None:
    body = f"<h1>Three wells closed for salt</h1><p>{LEAD * 3}</p><p>{WHY * 3}</p><p>{NEXT * 3}</p>"
    other = "".join(f"<p>The bridge {n} of Pandanwangi was painted blue, as its mayor said. {LEAD}</p>" for n in "abc")
    both = f"<article>{body}</article><article><h1>Bridge painted</h1>{other}</article>"
    html = f"<html><title>Three wells closed for salt</title><body>{both}</body></html>"
    found = clean(Page("w.html", "w.html", html.encode(), "text/html"))
    assert "painted blue" not in found.text
    assert found.text.count("Salt was found") == 3


def test_a_copy_of_the_article_for_machines_is_left_out() -> None:
    copied = "\n\n".join((LEAD * 2, WHY * 2, NEXT * 2))
    assert wells(f"<pre>{copied}</pre>").text.count("Salt was found") == 2


@pytest.mark.parametrize(
    "line",
    [
        "Empfohlener redaktioneller Inhalt",
        "Ich bin damit einverstanden, dass mir der externe Inhalt angezeigt wird und Daten an Drittplattformen gehen.",
        "Hat Ihnen dieser Artikel gefallen? Dann unterstützen Sie uns bitte mit einer Spende.",
        "To view this content, please update your cookie settings",
    ],
)
def test_what_stands_in_place_of_a_post_and_asks_for_consent_or_money_is_left_out(line: str) -> None:
    assert line not in wells(f"<p>{line}</p>").text


def test_the_author_s_name_far_from_the_headline_is_no_paragraph() -> None:
    head = '<meta name="author" content="Ratri Wulan">'
    body = (
        f"<h1>Three wells closed for salt</h1><p>{LEAD * 2}</p><p>{WHY * 2}</p><p>{NEXT * 2}</p><p>By Ratri Wulan</p>"
    )
    html = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    found = clean(Page("w.html", "w.html", html.encode(), "text/html"))
    assert "By Ratri Wulan" not in found.text
    assert found.metadata.byline == "Ratri Wulan"


def test_a_page_set_twice_is_read_once() -> None:
    part = "<h2>Well {0} and its salt</h2><p>Well {0} was dug in the year 19{0}0 and fed a village of {0} hills. "
    part += "Its salt was measured twice in the past year, by two offices that do not talk to each other.</p>"
    whole = "".join(part.format(n) for n in range(1, 10))
    assert of_kind(wells(whole + whole), BlockKind.HEADING) == [f"Well {n} and its salt" for n in range(1, 10)]
