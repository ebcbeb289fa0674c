"""Markdown files become articles as they are."""

from __future__ import annotations

import pytest

from reader.cleaning import clean
from reader.errors import CleaningError
from reader.model.articles import BlockKind, InlineKind
from reader.model.pages import Page

NOTE = """---
author: Rahma Suwito
date: 2026-03-02
lang: id
---
# Dermaga dibuka

Kepala pelabuhan *membantah* [laporan itu](https://a.example/x).

> Tidak ada retakan.

- satu
- dua

| Lokasi | Retak |
|---|---|
| Timur | 2 |

```
kode 1
```
"""


def page(text: str) -> Page:
    return Page("note.md", "note.md", text.encode(), "text/markdown")


def test_every_part_becomes_a_block_of_its_kind() -> None:
    found = clean(page(NOTE))
    kinds = [block.kind for block in found.blocks]
    assert kinds == [
        BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM,
        BlockKind.TABLE_ROW, BlockKind.TABLE_ROW, BlockKind.CODE,
    ]  # fmt: skip
    assert {(m.kind, m.span.of(found.text)) for m in found.inline} >= {
        (InlineKind.EMPHASIS, "membantah"), (InlineKind.LINK, "laporan itu"),
    }  # fmt: skip
    told = found.metadata
    assert (told.title, told.byline, told.published, told.language) == (
        "Dermaga dibuka", "Rahma Suwito", "2026-03-02", "id",
    )  # fmt: skip


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(CleaningError, match=r"note\.md"):
        clean(page("\n---\n\n"))


def test_rules_struck_words_and_the_numbers_of_lists_are_kept() -> None:
    text = (
        "# Lamp\n\nIt was ~~nineteen~~ eleven nights.\n\n---\n\n4. The lamp was lit.\n5. The log was signed.\n\n---\n"
    )
    result = clean(Page("lamp.md", "lamp.md", text.encode(), "text/markdown"))
    kinds = [block.kind for block in result.blocks]
    assert kinds == [
        BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.RULE, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM,
    ]  # fmt: skip
    assert [block.attrs.get("number") for block in result.blocks[-2:]] == ["4", "5"]
    assert "It was eleven nights." in result.text
    assert [(part.text, part.attrs) for part in result.left_out] == [("nineteen", {"at": "7"})]
