"""Inline elements keep what they say beside their words: titles, readings, times, notes, formulas."""

from __future__ import annotations

import pytest

from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, InlineKind
from tests.reader.cleaning.lamp import SECOND, blocks, lamp, line, marked


@pytest.mark.parametrize(
    ("written", "kind", "found"),
    [
        ("<abbr title='Harbour  Board'>HB</abbr>", InlineKind.ABBREVIATION, [("HB", "", {"title": "Harbour Board"})]),
        ("<abbr>HB</abbr> <time>noon</time>", InlineKind.ABBREVIATION, []),
        ("<time datetime=2026-04>then</time>", InlineKind.TIME, [("then", "", {"datetime": "2026-04"})]),
        ("<q cite=/log>lit</q>", InlineKind.QUOTATION, [("“lit”", "https://bay.example/log", {})]),
        ("<q cite='javascript:x'>lit</q>", InlineKind.QUOTATION, [("“lit”", "", {})]),
        ("<ins cite=/why datetime=2026>two</ins>", InlineKind.INSERTION,
         [("two", "https://bay.example/why", {"datetime": "2026"})]),
        ("<cite>The Dark <b>Sea</b></cite>", InlineKind.CITATION, [("The Dark Sea", "", {})]),
        ("<kbd>Esc</kbd><samp>ok</samp>", InlineKind.KEYBOARD, [("Esc", "", {})]),
        ("<mark>lit</mark>", InlineKind.HIGHLIGHT, [("lit", "", {})]),
        ("the 1<sup>st</sup>, 10<sup>6</sup>, 2<sup>n</sup>", InlineKind.SUPERSCRIPT, [("st", "", {})]),
    ],
)  # fmt: skip
def test_an_element_keeps_its_kind_and_what_it_says_beside(
    written: str, kind: InlineKind, found: list[tuple[str, str, dict[str, str]]]
) -> None:
    assert marked(lamp(line(written)), kind) == found


@pytest.mark.parametrize(
    ("written", "text", "readings"),
    [
        ("<ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></ruby>", "灯台", [("灯台", "とうだい")]),
        ("<ruby>灯<rt>とう</rt>台<rt>だい</rt></ruby>", "灯台", [("灯", "とう"), ("台", "だい")]),
        ("<ruby><rb>灯</rb><rb>台</rb><rt>とう</rt><rt>だい</rt></ruby>", "灯台", [("灯台", "とうだい")]),
        ("<ruby>灯台</ruby>", "灯台", []),
    ],
)
def test_the_reading_of_a_character_stands_beside_the_text(
    written: str, text: str, readings: list[tuple[str, str]]
) -> None:
    result = lamp(line(f"the {written} there"))
    assert f"the {text} there" in result.text
    assert [(base, attrs["reading"]) for base, _, attrs in marked(result, InlineKind.RUBY)] == readings


NOTE = "<p>It went out twice.{ref}</p><section class=footnotes><ol>{notes}</ol></section>"


@pytest.mark.parametrize(
    ("href", "note"),
    [
        ("#n3", "<li id=n3>{words} <a href='#r3'>↩︎</a></li>"),
        ("https://bay.example/lamp#n3", "<li id=n3>{words} <a href='#r3' role=doc-backlink>↑</a></li>"),
        ("#n3", "<li><p><a name=n3></a>{words}</p></li>"),
        ("#n3", "<li id=n3><span class=mw-cite-backlink>^ <a href='#r3'>a</a> <a href='#r4'>b</a></span> {words}</li>"),
    ],
)
def test_a_note_and_its_reference_are_linked_and_the_way_back_is_gone(href: str, note: str) -> None:
    words = "Without the two nights in repair, says the log of the year."
    result = lamp(NOTE.format(ref=f"<sup id=r3><a href='{href}'>3</a></sup>", notes=note.format(words=words)))
    assert marked(result, InlineKind.NOTE) == [("[3]", "n3", {})]
    (kept,) = [block for block in result.blocks if block.attrs.get("note")]
    assert (kept.span.of(result.text), kept.attrs["role"], kept.attrs["note"]) == (words, "note", "n3")


def test_a_reference_without_its_note_in_the_article_is_a_link() -> None:
    result = lamp(line("57<sup><a href='#gone'>3</a></sup>"))
    assert marked(result, InlineKind.NOTE) == []
    assert marked(result, InlineKind.LINK) == [("[3]", "https://bay.example/lamp#gone", {})]


def test_what_leads_back_in_words_is_in_the_drawer() -> None:
    note = "<li id=n3>Without the two in repair. <a class=footnote-backref href='#r3'>Return to text</a></li>"
    result = lamp(NOTE.format(ref="<sup id=r3><a href='#n3'>3</a></sup>", notes=note))
    assert "Return to text" not in result.text
    assert ("Return to text", reasons.NAVIGATION) in [(x.text, x.reason) for x in result.left_out]
    assert not any("struck" in notice for notice in result.notices)


TEX = r"E=mc^{2}"
KATEX = (
    f"<span class=katex><span class=katex-mathml><math><semantics><mi>E</mi><annotation encoding='application/x-tex'>"
    f"{TEX}</annotation></semantics></math></span><span class=katex-html aria-hidden=true>E=mc2</span></span>"
)
MATHJAX = (
    "<span class=MathJax_Preview>E</span><span class=MathJax>E=mc2<span class=MJX_Assistive_MathML><math><mi>E</mi>"
    f"</math></span></span><script type='math/tex'>{TEX}</script>"
)
WIKI = (
    f"<span class=mwe-math-element><span style='display:none'><math alttext='{{\\displaystyle {TEX}}}'><mi>E</mi>"
    f"</math></span><img alt='{{\\displaystyle {TEX}}}' src=/e.svg></span>"
)


@pytest.mark.parametrize(
    "formula",
    [KATEX, MATHJAX, WIKI, f"<img class=latex alt='{TEX}' src=/e.png>", f"<math alttext='{TEX}'><mi>E</mi></math>"],
)
def test_a_formula_stands_once_as_it_was_written(formula: str) -> None:
    result = lamp(line(f"that {formula} holds"))
    assert f"wrote of that {TEX} holds in his log" in result.text
    assert marked(result, InlineKind.MATH) == [(TEX, "", {"tex": TEX})]
    assert not blocks(result, BlockKind.FIGURE)


def test_a_formula_without_its_source_is_read_in_one_line() -> None:
    mathml = (
        "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac><mo>=</mo>"
        "<msup><mi>x</mi><mn>2</mn></msup><mo>&InvisibleTimes;</mo><msqrt><msub><mi>y</mi><mi>i</mi></msub></msqrt></math>"
    )
    assert marked(lamp(line(mathml)), InlineKind.MATH) == [("(a + 1)/b = x²√(y_(i))", "", {})]


def test_struck_words_know_their_place() -> None:
    result = lamp(f"<p><del>No.</del> {SECOND[:-1]} <s>denied</s> admitted <b>it</b> <del>at once</del>.</p>")
    at = result.text.split("\n").index(f"{SECOND[:-1]} admitted it.")
    struck = {x.text: (x.after - 1, x.attrs["at"]) for x in result.left_out if x.reason == reasons.STRUCK}
    words = result.text.split("\n")[at]
    assert struck == {
        "No.": (at, "0"),
        "denied": (at, str(words.index("admitted"))),
        "at once": (at, str(len(words) - 1)),
    }


def test_a_struck_block_has_no_place_in_another() -> None:
    result = lamp(f"<p><del>{SECOND} Not so.</del></p>")
    (struck,) = [x for x in result.left_out if x.reason == reasons.STRUCK]
    assert "at" not in struck.attrs


def test_words_struck_in_a_cell_know_their_place_in_the_row() -> None:
    rows = "<tr><td>North</td><td><s>12</s> 14</td></tr><tr><td>South</td><td>8</td></tr>"
    result = lamp(f"<table>{rows}</table>")
    (struck,) = [x for x in result.left_out if x.reason == reasons.STRUCK]
    row = next(block for block in blocks(result, BlockKind.TABLE_ROW))
    assert (row.span.of(result.text), struck.text, struck.attrs) == ("North\t14", "12", {"at": "6"})


def test_an_emoji_that_the_site_draws_is_a_sign_in_the_line() -> None:
    result = lamp(line("the <img class=emoji alt='🔥' src=/f.png width=72 height=72> lamp"))
    assert "wrote of the 🔥 lamp in his log" in result.text


def test_the_place_of_a_reference_is_no_note() -> None:
    note = "<p id=n3><sup><a href='#r3'>3</a></sup> Without the two nights in repair, says the log.</p>"
    result = lamp(f"<p>{SECOND[:-1]}<sup><a id=r3 href='#n3'>3</a></sup> in all.</p><div class=footnotes>{note}</div>")
    assert [(block.attrs["note"], block.attrs["role"]) for block in result.blocks if "note" in block.attrs] == [
        ("n3", "note")
    ]
    assert marked(result, InlineKind.NOTE) == [("[3]", "n3", {})]


def test_a_number_in_brackets_that_leads_to_a_note_is_a_reference() -> None:
    note = "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> Without the two nights in repair, says the log.</p>"
    body = f"<p>{SECOND[:-1]}<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> in all.</p>"
    result = lamp(f"{body}<div class=footnotes>{note}</div>")
    assert marked(result, InlineKind.NOTE) == [("[1]", "_ftn1", {})]
    assert f"{SECOND[:-1]} [1] in all." in result.text
    assert [block.attrs["note"] for block in result.blocks if "note" in block.attrs] == ["_ftn1"]
