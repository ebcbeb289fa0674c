"""Pages made to break a parser: words are kept, or the cut is said."""

import pytest

from reader.cleaning import clean
from reader.cleaning.html import parse, walk
from reader.cleaning.tame import DEEPEST, MOST_TAGS, tamed
from reader.cleaning.walk import MOST_BLOCKS, MOST_NODES
from reader.model.articles import BlockKind
from reader.model.pages import Cleaned
from reader.notices import TOO_LONG

from .test_html import LAST, LONG, OTHER, article, page

TAIL = "This is the last line of the whole report."


def hostile(inside: str) -> Cleaned:
    return clean(
        page(
            f"<article><h1>Board denies warning</h1><p>{LONG}</p>{inside}"
            f"<p>{OTHER}</p><p>{LAST}</p><p>{TAIL}</p></article>"
        )
    )


def words(result: Cleaned) -> str:
    return " ".join([result.text, *(x.text for x in result.left_out)])


@pytest.mark.parametrize(
    "inside",
    [
        "<svg><g>",
        "<math><mtext>",
        "<form><select>",
        "<noscript>",
        "<object><video>",
        "<button>",
        "<math><mtext><mglyph><style></math>",
        "<style>" * 3,
        "<b><i><u><a href=x>" * 30,
    ],
)
def test_unclosed_elements_swallow_nothing(inside: str) -> None:
    assert TAIL in words(hostile(inside))


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "table><tr><td"])
def test_deep_nesting_keeps_every_word(tag: str) -> None:
    result = hostile(f"<{tag}>" * 5000 + "deepest words" + f"</{tag.split('>')[0]}>" * 5000)
    assert "deepest words" in words(result)
    assert TAIL in words(result)
    assert any("deep" in notice for notice in result.notices)


def test_an_unclosed_script_is_said() -> None:
    result = hostile("<script>")
    assert any("hides" in notice for notice in result.notices)


def test_a_node_over_ten_megabytes_is_whole() -> None:
    result = hostile("<p>" + "word " * 2_200_000 + "end of it.</p>")
    assert "word end of it." in words(result)
    assert TAIL in result.text


def test_many_attributes_are_dropped_and_said() -> None:
    result = hostile("<p " + " ".join(f"a{n}=1" for n in range(30_000)) + ">words under them</p>")
    assert "words under them" in words(result)
    assert any("attributes" in notice for notice in result.notices)


def test_too_many_cells_become_paragraphs() -> None:
    result = hostile("<table>" + "<tr><td>left<td>right" * 11_000 + "<tr><td>very last cell</table>")
    assert "very last cell" in words(result)
    assert any("cells" in notice for notice in result.notices)
    assert sum(b.span.of(result.text).count("\t") + 1 for b in result.blocks if b.kind is BlockKind.TABLE_ROW) <= 20_000


def test_json_ld_too_deep_to_read_is_passed_over() -> None:
    result = article(head='<script type="application/ld+json">' + "[" * 100_000 + "</script>")
    assert result.metadata.title == "Board denies warning"


def test_a_page_of_too_many_blocks_is_cut_and_says_so() -> None:
    result = hostile("<div>some words</div>" * (MOST_BLOCKS + 10))
    assert TOO_LONG in result.notices
    assert len(result.blocks) + len(result.left_out) <= MOST_BLOCKS
    assert LONG in result.text


def test_a_page_of_too_many_elements_is_cut_and_says_so() -> None:
    result = hostile("<span></span>" * (MOST_NODES + 10))
    assert TOO_LONG in result.notices
    assert LONG in result.text


def test_what_follows_too_many_tags_is_not_parsed() -> None:
    text, told = tamed("<i></i>" * (MOST_TAGS // 2) + "<p>after them</p>")
    assert told == [TOO_LONG]
    assert "after them" not in text


def test_stray_closing_tags_do_not_hide_nesting() -> None:
    result = hostile("<div></stray>" * 5000 + "deepest words")
    assert "deepest words" in words(result)
    assert any("deep" in notice for notice in result.notices)


def test_unclosed_spans_in_many_parts_are_no_nesting() -> None:
    text = "".join(f"<div><span>part {n}</div>" for n in range(3000))
    assert tamed(text) == (text, [])


def test_unclosed_formatting_is_not_opened_again_without_end() -> None:
    walked = walk(parse(tamed("".join(f"<p><font color={n}>line {n}</p>" for n in range(6000)))[0]), "")
    assert not walked.cut or len(walked.blocks) > 1000
    assert walked.depth <= 1000


def test_a_closing_tag_goes_with_the_one_it_closes() -> None:
    text, _ = tamed("<div>" * (DEEPEST + 1) + "deep" + "</div>" + "after" + "</div>" * DEEPEST)
    assert text == "<div>" * DEEPEST + "deep" + "after" + "</div>" * DEEPEST
