"""What a page says by form is in its words: raised signs, notes, quotation marks, struck words, boxes of its own."""

import pytest

from reader.cleaning import clean
from reader.cleaning.html import _printable, parse
from reader.cleaning.markup_words import put_markup_into_words
from reader.cleaning.quotation import marks_of
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, InlineKind
from reader.model.pages import Cleaned, Page
from tests.reader.cleaning.lamp import FIRST, LAST, SECOND


def cleaned(inside: str, lang: str = "en") -> Cleaned:
    body = f"<h1>Lamp went out twice</h1><p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{LAST}</p>"
    html = f"<!doctype html><html lang={lang}><title>Lamp went out twice</title><body><article>{body}</article>"
    return clean(Page("lamp.html", "lamp.html", html.encode(), "text/html", url="https://bay.example/lamp"))


def line(inside: str, lang: str = "en") -> str:
    """The paragraph that the cleaner makes of `inside`, between words that make it one of the article's."""
    before, after = (
        "The oldest keeper, who has served for thirty years, wrote that",
        "and nobody in the tower doubted it.",
    )
    result = cleaned(f"<p>{before} {inside} {after}</p>", lang)
    found = next(text for text in result.text.split("\n") if text.startswith(before))
    return found.removeprefix(before).removesuffix(after).strip()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("7 × 10<sup>12</sup> drops", "7 × 10¹² drops"),
        ("90 m<sup>2</sup> of SO<sub>4</sub><sup>2−</sup>", "90 m² of SO₄²⁻"),
        ("two to the 2<sup>k+1</sup> of a<sub>max</sub>", "two to the 2^(k+1) of a_(max)"),
        ("the 23<sup>rd</sup> lamp by Glow<sup>TM</sup>", "the 23rd lamp by Glow™"),
        ("<sup>14</sup>C and <sup>3</sup>/<sub>4</sub>", "¹⁴C and ³/₄"),
        ("priced 5<sup>99</sup> <sub>at the quay only</sub>", "priced 5⁹⁹ at the quay only"),
    ],
)
def test_raised_and_lowered_signs_read_right_alone(written: str, read: str) -> None:
    assert line(written) == read


@pytest.mark.parametrize(
    "reference",
    [
        "<sup id=r3><a href='#n3'>3</a></sup>",
        "<a href='#n3'><sup>3</sup></a>",
        "<a role=doc-noteref href='#n3'>3</a>",
        "<sup class=footnote-ref>3</sup>",
        "<sup><a href='#n3'>[3]</a></sup>",
    ],
)
def test_a_reference_to_a_note_stands_off_the_word(reference: str) -> None:
    assert line(f"there were 57{reference}, no fewer") == "there were 57 [3], no fewer"


def test_a_reference_leads_to_its_note_which_stays_in_the_article() -> None:
    note = "<section class=footnotes><ol><li id=n3><p>Without the two in repair. <a href='#r3'>↩</a></ol></section>"
    result = cleaned(f"<p>{SECOND[:-1]}<sup id=r3><a href='#n3'>3</a></sup>.</p>{note}")
    mark = next(m for m in result.inline if m.kind is InlineKind.NOTE)
    assert (mark.span.of(result.text), mark.target, mark.attrs) == ("[3]", "n3", {})
    kept = next(b for b in result.blocks if b.attrs.get("note") == "n3")
    assert kept.attrs["role"] == "note" and kept.span.of(result.text) == "Without the two in repair."


@pytest.mark.parametrize(
    ("written", "read", "lang"),
    [
        ("it was <q>dark as <q>the pit</q></q>", "it was “dark as ‘the pit’”", "en"),
        ("es war <q>ganz <b>dunkel</b></q>", "es war „ganz dunkel“", "de"),
        ("c'était <q>noir</q> et <q lang=en>dark</q>", "c'était «noir» et “dark”", "fr"),
        ("it was <q>“dark”</q> and “<q>cold</q>”", "it was “dark” and “cold”", "en"),
        ("<span lang=ja>灯は<q>消えた</q></span>", "灯は「消えた」", "en"),
    ],
)
def test_a_quote_in_a_line_has_the_marks_of_its_language(written: str, read: str, lang: str) -> None:
    assert line(written, lang) == read


def test_a_language_without_marks_of_its_own_has_english_ones() -> None:
    assert marks_of("id") == marks_of("xx-YY") == "“”‘’"
    assert marks_of("de_AT") == marks_of("de")
    assert marks_of("zh-TW") != marks_of("zh")


def test_what_cannot_be_seen_goes_and_what_carries_meaning_stays() -> None:
    assert line("the light&shy;house\u200b was\u2060 shut\ufeff") == "the lighthouse was shut"
    assert line("five&nbsp;lamps&thinsp;and 12\u202f400 drops") == "five lamps and 12 400 drops"
    assert line("نمی\u200cخواهم \u200fو 👩\u200d🚀") == "نمی\u200cخواهم \u200fو 👩\u200d🚀"
    result = cleaned("<pre>lamp\u00a0--on\u00ad\n  log</pre>")
    assert "lamp --on\n  log" in result.text


def test_words_struck_out_leave_the_line_for_the_drawer() -> None:
    result = cleaned(f"<p>{SECOND[:-1]}; the keeper <s>denied</s> <ins>admitted</ins> it <del>at once</del>.</p>")
    assert "; the keeper admitted it." in result.text
    assert [x.text for x in result.left_out if x.reason == reasons.STRUCK] == ["denied", "at once"]
    assert any(notice.endswith(": 2.") for notice in result.notices)


def test_marks_close_over_words_struck_out_before_them() -> None:
    result = cleaned(f"<p>It was <strike>Anna</strike> <b>Berta</b> who wrote it. {SECOND}</p>")
    assert [m.span.of(result.text) for m in result.inline if m.kind is InlineKind.STRONG] == ["Berta"]


def test_a_struck_paragraph_stands_in_the_drawer_after_the_one_before_it() -> None:
    result = cleaned(f"<del><p>{LAST} Struck.</p><p>And this too.</p></del>")
    struck = [x for x in result.left_out if x.reason == reasons.STRUCK]
    assert [x.text for x in struck] == [f"{LAST} Struck.", "And this too."]
    assert {x.after for x in struck} == {2}  # after the headline and the first paragraph
    assert "And this too" not in result.text


def test_a_strike_that_nobody_closed_strikes_nothing() -> None:
    result = cleaned("<p>An odd tag: <s></p>")
    assert SECOND in result.text
    assert not [x for x in result.left_out if x.reason == reasons.STRUCK]


def test_an_open_shadow_root_is_read_in_its_hosts_place_with_its_slots_filled() -> None:
    inner = (
        f"<p>{SECOND} Shadowed.</p><p>Said by <slot name=who>nobody</slot>, the eldest of all the keepers there.</p>"
    )
    inner += "<small-note><template shadowrootmode=open><p>A root in a root.</p></template></small-note><slot></slot>"
    host = f"<tower-text><template shadowrootmode=open>{inner}</template><b slot=who>Mira</b><p>Light.</p></tower-text>"
    texts = cleaned(host).text.split("\n")
    at = texts.index(f"{SECOND} Shadowed.")
    assert texts[at + 1 : at + 4] == [
        "Said by Mira, the eldest of all the keepers there.",
        "A root in a root.",
        "Light.",
    ]


def test_elements_of_the_publishers_own_are_paragraphs_where_they_stand_as_boxes() -> None:
    words = [f"Paragraph number {n} of the story. {SECOND}" for n in range(3)]
    result = cleaned("<lamp-story>" + "".join(f"<lamp-par>{text}</lamp-par>" for text in words) + "</lamp-story>")
    assert [b.span.of(result.text) for b in result.blocks if b.kind is BlockKind.PARAGRAPH][1:4] == words


def test_an_element_of_the_publishers_own_in_a_line_breaks_nothing() -> None:
    assert line("the <lamp-word>bright</lamp-word> light") == "the bright light"


def test_a_note_that_is_referred_to_says_so_whatever_its_list_is_called() -> None:
    html = "<p>fifty-seven<sup><a href='#n3'>3</a></sup></p><ol><li id=n3>Without two.<li id=n4>Never named.</ol>"
    tree = parse(html)
    put_markup_into_words(tree, html)
    assert [one.attributes.get("role") for one in tree.css("li")] == ["doc-endnote", None]


def test_a_strike_round_a_picture_strikes_nothing() -> None:
    result = cleaned(f"<del><p>{LAST} Not struck.</p><p><img width=600 height=400 src=/lamp.jpg></p></del>")
    assert "Not struck." in result.text


def test_a_name_struck_out_of_the_byline_is_no_author() -> None:
    shown = "<div class=byline>By <span class=author>Mara Lind <s>Otto Brandt</s></span></div>"
    byline = cleaned(shown).metadata.byline
    assert byline.isprintable() and byline == "Mara Lind"


def test_characters_that_xml_forbids_are_replaced_before_the_extractors_see_the_page() -> None:
    page = "<p>one\x08 two\x0cthree\ufffe four\uffff\x1f five\n\tsix</p>"
    assert _printable(page) == "<p>one\ufffd two three\ufffd four\ufffd\ufffd five\n\tsix</p>"
    assert _printable("<p>é 一 \ud83d\n</p>") == "<p>é 一 \ud83d\n</p>"
