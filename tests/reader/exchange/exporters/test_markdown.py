"""Markdown as a CommonMark reader reads it: letter for letter."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exchange.exporters import exporter
from reader.exchange.exporters.inline_markdown import escaped
from reader.exchange.exporters.markdown import quoted
from reader.model.articles import Block, BlockKind
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from tests.reader.exchange.exporters import made
from tests.reader.exchange.exporters.drawn import TRAPS

MARKDOWN = exporter("markdown")
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def text_of(markdown: str) -> str:
    """The words that a reader sees, with line breaks as line feeds."""
    out = []
    for token in READER.parse(markdown):
        if token.type == "inline":
            shown = (
                "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
            )
            out.append("".join(shown))
        elif token.type in ("fence", "code_block", "html_block"):
            out.append(token.content)
    return "\n".join(out)


def written(dataset: Dataset, **chosen: bool) -> str:
    out = io.BytesIO()
    list(MARKDOWN.write(dataset, out, MARKDOWN.options(**chosen)))
    return out.getvalue().decode("utf-8")


def test_every_quote_and_note_is_there_word_for_word() -> None:
    shown = text_of(written(made.whole()))
    for document in made.whole().documents():
        for mark in document.annotations:
            assert mark.anchor.quote in shown and mark.note in shown
            assert all(tag in shown for tag in mark.tags) and mark.annotator in shown
        assert document.article.title in shown
    assert "three ends" in shown and "attribution: said by S1, with the word C1, the words D1" in shown
    assert "S1 is the same claim as → C1 in “الوزير ينفي إغلاق الميناء”" in shown


SIGNS = "\\`*_[]<>#|~=!$^@{}&\"':+.-()1234567890 aé\n"
lines = st.one_of(st.text(SIGNS, max_size=30), st.lists(st.sampled_from(TRAPS), max_size=6).map("".join))


def plain(text: str) -> str:
    """What Markdown cannot keep is white space: at the ends of lines, and how many lines are empty."""
    kept = [line.strip() for line in re.split(r"[\n\r]+", text)]
    return "\n".join(line for line in kept if line)


@settings(deadline=None)
@given(lines)
def test_a_quote_reads_back_as_it_was(text: str) -> None:
    text = text.replace("\t", " ").replace("\r", "").replace("\ufeff", "")
    assert plain(text_of(quoted(text))) == plain(text)
    tokens = {token.type for token in READER.parse(quoted(text))}
    assert tokens <= {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [("1. satu", "1\\. satu"), ("- dua", "\\- dua"), ("a_b", "a\\_b"), (":smile:", "\\:smile:"),
     ("naik 3.5: a", "naik 3.5: a"), ("antar-pulau", "antar-pulau"),
     ("…--…", "…\\-\\-…"), ("&amp;", "\\&amp;"), ("[[x]]", "\\[\\[x\\]\\]")],
)  # fmt: skip
def test_only_what_is_markup_is_escaped(text: str, kept: str) -> None:
    assert escaped(text) == kept


def test_front_matter_is_quoted() -> None:
    evil = replace(made.english(), article=replace(made.english().article, title='a: "b"\n---\n- c', tags=("x: y",)))
    head = written(made.dataset(evil)).split("---\n")[1]
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    assert json.loads(fields["title"]) == 'a: "b"\n---\n- c' and json.loads(fields["tags"]) == ["x: y"]
    assert not written(made.dataset(evil), front_matter=False).startswith("---")


def test_blocks_keep_their_shape() -> None:
    words = ["Judul", "Bagian", "kata", "a\tb", "c\t|d", "satu", "dua", "x `y`\n```"]
    kinds = [
        BlockKind.TITLE, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW,
        BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.CODE,
    ]  # fmt: skip
    article, revision = made.article("shape", words)
    blocks, position = [], 0
    for word, kind in zip(words, kinds, strict=True):
        blocks.append(Block(Span(position, position + len(word)), kind, 2 if kind == BlockKind.HEADING else 1))
        position += len(word) + 1
    document = Document(article, replace(revision, blocks=tuple(blocks)))
    shown = written(made.dataset(document), front_matter=False)
    types = [t.type for t in READER.parse(shown) if t.type.endswith("_open") or t.type == "fence"]
    inside = ("paragraph_open", "tr_open", "th_open", "td_open", "thead_open", "tbody_open")
    assert [t for t in types if t not in inside] == [
        "heading_open", "heading_open", "blockquote_open", "table_open", "bullet_list_open", "list_item_open",
        "list_item_open", "fence",
    ]  # fmt: skip
    assert "|d" in text_of(shown).splitlines()


def test_without_the_texts_only_marks_are_written() -> None:
    shown = text_of(written(made.whole(), texts=False))
    assert "ujarnya" not in shown and "kabar impor garam" in shown
