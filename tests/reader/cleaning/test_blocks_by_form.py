"""Block elements keep what they say: numbers of lists, columns of tables, who is quoted, rules, listings, verse."""

from __future__ import annotations

import pytest

from reader.cleaning.grid import Cell, Row, placed
from reader.cleaning.raw import RawBlock
from reader.model.articles import BlockKind
from reader.model.pages import Cleaned
from tests.reader.cleaning.lamp import FIRST, SECOND, blocks, lamp, words

SAID = "We have known of it since the first of the two nights, and nobody has ever asked us about them."


def numbers(result: Cleaned) -> list[tuple[str, str]]:
    items = blocks(result, BlockKind.LIST_ITEM)
    return [(item.attrs.get("number", ""), item.attrs.get("type", "")) for item in items]


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ("", [("1", ""), ("2", ""), ("9", "")]),
        ("start=4", [("4", ""), ("5", ""), ("9", "")]),
        ("reversed", [("3", ""), ("2", ""), ("9", "")]),
        ("reversed start=11", [("11", ""), ("10", ""), ("9", "")]),
        ("type=a", [("1", "a"), ("2", "a"), ("9", "a")]),
        ("style='list-style-type:upper-roman'", [("1", "I"), ("2", "I"), ("9", "I")]),
    ],
)
def test_a_list_keeps_the_publishers_numbers(attributes: str, found: list[tuple[str, str]]) -> None:
    items = "<li>The lamp was lit at dusk.</li><li>The log was signed.</li><li value=9>The boats were warned.</li>"
    assert numbers(lamp(f"<ol {attributes}>{items}</ol>")) == found


def test_a_list_in_a_list_has_its_own_numbers_and_goes_on_behind_it() -> None:
    inner = "<ol type=i><li>It was dark.</li><li>It was cold.</li></ol>"
    result = lamp(f"<ol type=a><li>The lamp went out, say the keepers. {inner}</li><li>The log says nothing.</li></ol>")
    assert numbers(result) == [("1", "a"), ("1", "i"), ("2", "i"), ("2", "a")]


def row(*cells: tuple[str, int, int], group: int = 0, head: bool = False) -> Row:
    return Row(
        0, group, head, [Cell([RawBlock(text)] if text else [], wide, high, False) for text, wide, high in cells]
    )


def columns(rows: list[Row]) -> list[tuple[list[tuple[int, str]], int, str]]:
    found = []
    for one in placed(rows):
        cells = [(at, cell.blocks[0].text if cell.blocks else "") for at, cell in one.cells]
        found.append((cells, one.width, one.spans()))
    return found


def test_cells_stand_in_their_columns_whatever_spans_them() -> None:
    rows = [
        row(("Bridge", 1, 2), ("Cost", 2, 1)),
        row(("planned", 1, 1), ("paid", 1, 1)),
        row(("North", 1, 1), ("120", 1, 9), ("340", 1, 1)),
        row(("", 1, 1)),
        row(("South", 1, 1), ("80", 1, 1)),
    ]
    assert columns(rows) == [
        ([(0, "Bridge"), (1, "Cost")], 3, "0:1x2 1:2x1"),
        ([(1, "planned"), (2, "paid")], 3, ""),
        ([(0, "North"), (1, "120"), (2, "340")], 3, "1:1x2"),
        ([(0, "South"), (2, "80")], 3, ""),
    ]


def test_a_cell_spans_no_further_than_its_part_of_the_table() -> None:
    rows = [row(("Shore", 1, 0), ("May", 1, 1)), row(("1", 1, 1), group=1), row(("x", 1, 5), ("2", 1, 1), group=1)]
    assert [one[0] for one in columns(rows)] == [[(0, "Shore"), (1, "May")], [(0, "1")], [(0, "x"), (1, "2")]]
    assert [one[2] for one in columns(rows)] == ["", "", ""]


def test_a_table_that_spans_without_end_takes_no_place_without_end() -> None:
    rows = [Row(0, 0, False, [Cell([RawBlock("x")], 50, 60_000, False) for _ in range(400)])]
    rows += [row(("y", 1, 1)) for _ in range(3000)]
    found = placed(rows)
    assert len(found) == 3001 and sum(one.width for one in found) < 4_000_000


def test_a_table_keeps_heads_spans_and_its_caption() -> None:
    head = "<caption>Hours of darkness</caption><thead><tr><th rowspan=2>Shore<th colspan=2>Nights<tr><th>May<th>June"
    body = "</thead><tr><th>North<td>12<td>31<tr><th>South<td colspan=2>8"
    result = lamp(f"<table>{head}{body}</table>")
    assert words(result, BlockKind.TABLE_ROW) == ["Shore\tNights\t", "\tMay\tJune", "North\t12\t31", "South\t8\t"]
    assert [dict(one.attrs) for one in blocks(result, BlockKind.TABLE_ROW)] == [
        {"header": "1", "spans": "0:1x2 1:2x1"}, {"header": "1"}, {"headers": "0"}, {"headers": "0", "spans": "1:2x1"},
    ]  # fmt: skip
    (caption,) = blocks(result, BlockKind.CAPTION)
    assert (caption.span.of(result.text), caption.attrs) == ("Hours of darkness", {"of": "table"})
    at = result.blocks.index(caption)
    assert result.blocks[at + 1].kind is BlockKind.TABLE_ROW


@pytest.mark.parametrize(
    "named",
    [
        "<blockquote><p>{said}</p><footer>— Ada Marl</footer></blockquote>",
        "<blockquote><p>{said}</p><p>— Ada Marl</p></blockquote>",
        "<blockquote><p>{said}</p><cite>— Ada Marl</cite></blockquote>",
        "<figure><blockquote><p>{said}</p></blockquote><figcaption>— Ada Marl</figcaption></figure>",
        "<div><blockquote><p>{said}</p></blockquote><cite>— Ada Marl</cite></div>",
    ],
)
def test_who_is_quoted_stays_with_the_quotation(named: str) -> None:
    quotes = blocks(result := lamp(named.format(said=SAID)), BlockKind.QUOTE)
    assert [(one.span.of(result.text), one.attrs.get("role", "")) for one in quotes] == [
        (SAID, ""), ("— Ada Marl", "attribution"),
    ]  # fmt: skip


def test_a_rule_stands_between_paragraphs_and_nowhere_else() -> None:
    kinds = [one.kind for one in lamp(f"<hr><p>{SAID}</p><hr>", after="<hr><p>All rights reserved</p>").blocks]
    text, rule = BlockKind.PARAGRAPH, BlockKind.RULE
    assert kinds == [BlockKind.TITLE, text, rule, text, rule, text, text]
    assert lamp("<hr>").text.split("\n")[1:4] == [FIRST, "", SECOND]


def test_rules_round_something_left_out_are_its_frame() -> None:
    result = lamp("<hr><div class=related><p>Read also: <a href=/x>Ten lamps of the north</a></p></div><hr>")
    assert not blocks(result, BlockKind.RULE)


def test_a_line_of_stars_stays_the_words_that_it_is() -> None:
    assert "\n* * *\n" in lamp("<p>* * *</p>").text


LISTINGS = [
    "<table><tr><td class='blob-num'>1</td><td class='blob-code'>if lit:</td></tr>"
    "<tr><td class='blob-num'>2</td><td class='blob-code'>    ring()</td></tr></table>",
    "<table class=highlighttable><tr><td class=linenos><pre>1\n2</pre></td>"
    "<td class=code><pre>if lit:\n    ring()</pre></td></tr></table>",
    "<pre><span class=lineno>1 </span>if lit:\n<span class=lineno>2 </span>    ring()</pre>",
    "<pre class=linenums><ol><li>if lit:</li><li>    ring()</li></ol></pre>",
    "<div class=listing><div class=gutter>1<br>2</div><pre><code>if lit:\n    ring()</code></pre></div>",
]  # fmt: skip


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_listing_keeps_its_lines_without_the_numbers_beside_them(listing: str) -> None:
    result = lamp(listing)
    assert words(result, BlockKind.CODE) == ["if lit:", "    ring()"]
    assert not any("number" in one.attrs for one in result.blocks)
    assert not any(part.text in "12" for part in result.left_out)


VERSE = ["O lamp that burns above the bay", "and never sleeps until the day,", "the keeper climbs the stair at night",
         "to trim the wick and feed the light."]  # fmt: skip


@pytest.mark.parametrize(
    "poem",
    [
        f"<p>{'<br>'.join(VERSE)}<br><br>{'<br>'.join(VERSE).upper()}</p>",
        "<pre class=wp-block-verse>" + "\n".join(VERSE) + "\n\n" + "\n".join(VERSE).upper() + "</pre>",
    ],
)
def test_a_poem_keeps_its_lines_and_stanzas(poem: str) -> None:
    result = lamp(poem)
    lines = [one for one in result.blocks if one.attrs.get("role") == "verse"]
    assert [one.span.of(result.text) for one in lines] == [*VERSE, *(line.upper() for line in VERSE)]
    assert [one.attrs.get("stanza", "") for one in lines] == ["", "", "", "", "1", "", "", ""]


@pytest.mark.parametrize(
    "lines",
    [
        f"{SECOND}<br><br>{SAID}<br><br>{FIRST}<br><br>{SAID}",
        "Open: all days<br>Closed: never<br>Price: none<br>Address: the quay",
        "- a lamp<br>- a log<br>- a boat<br>- a reef",
    ],
)
def test_lines_that_are_no_poem_are_none(lines: str) -> None:
    assert not any(one.attrs.get("role") == "verse" for one in lamp(f"<p>{lines}</p>").blocks)


def test_terms_and_what_they_mean_say_so() -> None:
    result = lamp(f"<dl><dt>Lamp hour</dt><dd>{SAID}</dd><dt>Reef</dt><dd>{SECOND}!</dd></dl>")
    roles = [(one.attrs["role"], one.span.of(result.text)) for one in result.blocks if "role" in one.attrs]
    assert roles == [("term", "Lamp hour"), ("definition", SAID), ("term", "Reef"), ("definition", f"{SECOND}!")]
