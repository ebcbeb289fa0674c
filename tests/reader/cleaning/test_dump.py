"""Text dumps of pages come out as their gold says, and nothing of them is lost."""

import json
from collections import Counter
from pathlib import Path

import pytest

from reader.cleaning import clean
from reader.cleaning.lines import read_lines
from reader.errors import CleaningError
from reader.model.articles import BlockKind
from reader.model.pages import Cleaned, Page

DUMPS = Path(__file__).parent / "dumps"
BODY = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST_ITEM}


def cleaned(text: str) -> Cleaned:
    return clean(Page("dump.txt", "dump.txt", text.encode(), "text/plain"))


def texts(result: Cleaned, kinds: set[BlockKind]) -> list[str]:
    return [block.span.of(result.text) for block in result.blocks if block.kind in kinds]


@pytest.mark.parametrize("name", sorted(path.stem for path in DUMPS.glob("*.txt")))
def test_a_dump_comes_out_as_its_gold_says(name: str) -> None:
    gold = json.loads((DUMPS / f"{name}.json").read_text(encoding="utf-8"))
    result = cleaned((DUMPS / f"{name}.txt").read_text(encoding="utf-8"))
    assert texts(result, BODY) == gold["body"]
    assert texts(result, {BlockKind.TITLE}) == ([gold["title"]] if gold["title"] else [])
    assert texts(result, {BlockKind.STANDFIRST}) == ([gold["standfirst"]] if gold["standfirst"] else [])
    for field in ("title", "standfirst", "site", "editor", "published", "language"):
        assert getattr(result.metadata, field) == gold[field], field
    assert result.metadata.byline == gold.get("byline", "")
    assert result.metadata.published_basis == ("stated" if gold["published"] else "")


@pytest.mark.parametrize("name", sorted(path.stem for path in DUMPS.glob("*.txt")))
def test_every_line_is_kept_or_left_out_with_a_reason(name: str) -> None:
    text = (DUMPS / f"{name}.txt").read_text(encoding="utf-8")
    result = cleaned(text)
    found = Counter([b.span.of(result.text) for b in result.blocks] + [x.text for x in result.left_out])
    title = result.metadata.title
    lines = [b.text for b in read_lines(text)[0]]
    missing = Counter(lines) - found
    assert all(line.startswith(title) and title for line in missing), missing  # the headline without the site's name
    assert all(x.reason for x in result.left_out)


def test_a_pasted_article_without_debris_stays_whole() -> None:
    paragraphs = [f"Sentence number {n} of an article that was pasted by hand from a friend's mail." for n in range(20)]
    result = cleaned("\n\n".join(paragraphs))
    assert result.text == "\n".join(paragraphs)
    assert result.left_out == ()


def test_a_menu_alone_is_no_article() -> None:
    with pytest.raises(CleaningError, match=r"dump\.txt: no article"):
        cleaned("Home\nNews\nLogin\nShare\n0\n")


def test_lists_keep_their_numbers() -> None:
    result = cleaned(
        "The council made two promises on Monday evening.\n\n1. Clean water by May.\n2. A new bridge by June.\n"
    )
    items = [block for block in result.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(b.attrs["number"], b.span.of(result.text)) for b in items] == [
        ("1", "Clean water by May."),
        ("2", "A new bridge by June."),
    ]


PASTED = """The harbour board of Lembayung met on Monday in the new ad-
ministration building. It read the long-
awaited report of the divers to the end, and then a short-term
plan for the pier, which everybody called a short-
term plan, was then put to the vote by its own chair-
man."""


def test_words_that_a_pdf_broke_at_the_ends_of_its_lines_are_whole_again() -> None:
    (block,), _ = read_lines(PASTED)
    assert "new administration building" in block.text and block.text.endswith("by its own chairman.")
    assert "the long-awaited report" in block.text and block.text.count("short-term plan") == 2


def test_lines_that_are_no_paragraph_keep_their_hyphens() -> None:
    lines = ["Monday -", "opening hours", "Tuesday-", "closed"]
    assert [block.text for block in read_lines("\n".join(lines))[0]] == lines
