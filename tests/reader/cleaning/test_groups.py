"""Repeated structures are kept or left as wholes: cards, bullets in boxes, entries, questions and answers, results."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.cleaning.enclosed import settle_lists
from reader.cleaning.raw import Element, Hint, Ink, RawBlock
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind, InlineKind
from reader.model.pages import Cleaned
from tests.reader.cleaning.lamp import FIRST, LAST, SECOND, TITLE, lamp

NAMES = ["Ada Marl", "Bo Tern", "Cy Gull", "Di Reef", "Ed Foam", "Flo Kelp"]
SHORT = ["Boat in.", "Boat out.", "Lamp lit.", "Fog.", "Wind from the west.", "All quiet."]
ANSWERS = [
    ("Was it dark?", "Yes."),
    ("For how long?", "All night, both times."),
    ("Was it logged?", "No."),
    ("Who saw it?", "Two boats and the keeper's wife, who wrote to the board."),
    ("And then?", "Ask them."),
]
POINTS = ["Two nights dark", "Three keepers", "One log", "No complaint on paper", "Two boats warned"]
DAYS = [
    ("3 April", "First night."),
    ("5 April", "Wick changed."),
    ("17 April", "Second night."),
    ("18 April", "Letter."),
]


KEEPERS = [(name, str(2010 + n), SHORT[n]) for n, name in enumerate(NAMES)]
HOURS = [(name, str(n), SHORT[n]) for n, name in enumerate(NAMES)]
SCORES = [(name, f"{n}–0", NAMES[5 - n]) for n, name in enumerate(NAMES)]


def each(template: str, rows: Sequence[tuple[str, ...]]) -> str:
    return "".join(template.format(*row) for row in rows)


CARD = "<div class=card><h3>{0}</h3><p>Keeper since {1}. Lives at the quay and climbs the tower at night.</p></div>"
PICTURED = "<div class=card><img src=/{1}.jpg alt=Keeper><div><div class=t>{0}</div><div>Since {1}.</div></div></div>"
ENTRY = "<div class=live-entry><time>1{1}:05</time> <b class=author>{0}</b><p>{2}</p></div>"
HEADED = "<article class=post><time>1{1}.1{1} WIB</time><div class=byline>Oleh {0}</div><p>{2}</p></article>"
RESULT = "<div class=match><span>{0}</span> <span>{1}</span> <span>{2}</span></div>"
DAY = "<div class=row><div class=date>{0}</div><div class=event>{1}</div></div>"
NIGHTS = "<tr><th>Night<th>From<th>To<tr><td>3 April<td>21:10<td>04:40<tr><td>17 April<td>22:00<td>05:05"
PANCAKES = "<h2>Ingredients</h2><ul><li>2 eggs<li>100 g flour<li>Salt<li>1 l milk</ul><h2>Method</h2>"
GROUPS = {
    "cards": each(CARD, KEEPERS),
    "pictured cards": each(PICTURED, KEEPERS),
    "bullets": each("<div class=bullet>• {0}</div>", [(point,) for point in POINTS]),
    "dashes": each("<div><span>–</span> <span>{0}</span></div>", [(point,) for point in POINTS]),
    "small table": f"<table>{NIGHTS}</table>",
    "table of two rows": "<table><tr><td>Tower<td>42 m<tr><td>Lamp<td>1893</table>",
    "entries": each(ENTRY, HOURS),
    "entries with heads": each(HEADED, HOURS),
    "questions": each("<div class=qa><p class=q><strong>{0}</strong></p><p class=a>{1}</p></div>", ANSWERS),
    "folded questions": each("<details><summary>{0}</summary><p>{1}</p></details>", ANSWERS),
    "results": each(RESULT, SCORES),
    "list of results": f"<ul>{each('<li>{0} {1} {2}', SCORES)}</ul>",
    "recipe": f"{PANCAKES}<ol><li>Beat the eggs.<li>Add flour and salt.<li>Bake until brown.</ol>",
    "terms": f"<dl>{each('<dt>{0}<dd>{1}', ANSWERS)}</dl>",
    "days": f"<div class=timeline>{each(DAY, DAYS)}</div>",
}
STORY = {TITLE, FIRST, SECOND, LAST, ""}


def parts(result: Cleaned) -> tuple[list[str], list[str]]:
    """What is kept and what is left of all that is not the story itself."""
    kept = [text for text in result.text.split("\n") if text not in STORY]
    return kept, [part.text for part in result.left_out if part.text]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_between_the_articles_paragraphs_is_kept_whole(group: str) -> None:
    kept, left = parts(lamp(GROUPS[group]))
    assert kept and not left


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_behind_the_article_is_not_torn(group: str) -> None:
    kept, left = parts(lamp("", after=GROUPS[group]))
    assert not kept or not left


def test_teasers_of_the_same_site_between_paragraphs_are_left_whole() -> None:
    links = each("<li><a href='/news/{0}'>{0} is new keeper of the tower</a>", [(name,) for name in NAMES])
    kept, left = parts(lamp(f"<ul>{links}</ul>"))
    assert not kept and len(left) == len(NAMES)


@pytest.mark.parametrize("group", ["entries", "entries with heads"])
def test_an_entry_of_a_live_page_has_its_time_and_author_as_its_head(group: str) -> None:
    result = lamp(GROUPS[group])
    heads = [block.span.of(result.text) for block in result.blocks if block.attrs.get("role") == "entry"]
    for name in NAMES:
        assert any(name in head for head in heads)
    assert not set(SHORT) & set(heads)
    assert {b.kind for b in result.blocks if b.attrs.get("role") == "entry"} == {BlockKind.PARAGRAPH}


def listed(sure: float, *, nav: bool = False, target: str = "") -> list[str]:
    """What is kept of a list of which the model is so sure, between two kept paragraphs."""
    around = Element(number=7, tag="ul", depth=2)
    marks: list[Ink] = [(0, 9, InlineKind.LINK, target, {})] if target else []
    items = [
        RawBlock(f"Keeper number {n}", BlockKind.LIST_ITEM, place=around, marks=list(marks), reason=reasons.NAVIGATION)
        for n in range(4)
    ]
    items[0].reason = ""
    items[1].hints = Hint.RELATED if nav else 0
    blocks = [RawBlock(FIRST), *items, RawBlock(SECOND)]
    settle_lists(blocks, dict.fromkeys(items, sure), "https://bay.example/lamp")
    return [item.text for item in items if not item.reason]


def test_a_list_is_judged_by_all_of_it() -> None:
    assert len(listed(0.3)) == 4
    assert listed(0.1) == []
    assert listed(0.3, target="https://bay.example/lamp#two") == []
    assert listed(0.3, target="https://bay.example/other") == []
    assert len(listed(0.3, target="https://law.example/one")) == 4
    assert len(listed(0.3, nav=True)) == 1  # what is named as something else is nobody's whole


def test_a_group_that_may_be_the_article_itself_is_never_left() -> None:
    around = Element(number=7, tag="ul", depth=2)
    items = [RawBlock(f"{SECOND} {n}", BlockKind.LIST_ITEM, place=around, reason=reasons.NOT_ARTICLE) for n in range(9)]
    items[4].reason = ""
    settle_lists(items, dict.fromkeys(items, 0.05), "")
    assert [item.reason for item in items].count("") == 1
    settle_lists([RawBlock(SECOND * 6), *items], dict.fromkeys(items, 0.05), "")
    assert all(item.reason for item in items)
