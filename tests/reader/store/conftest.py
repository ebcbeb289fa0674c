"""A library with one article, and the article's parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.model.articles import Article, Block, BlockKind, LeftOut, Metadata, Revision, fingerprint
from reader.model.pages import Original
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library

TITLE = "Menteri bantah impor garam 🧂"
BODY = ["Menteri Kelautan Rauf Sembada membantah kabar impor garam.", "Juru bicara itu menyebut stok cukup."]


def make_article(title: str = TITLE, body: list[str] | None = None) -> tuple[Article, Revision]:
    blocks, lines, position = [], [title, *(body or BODY)], 0
    for n, line in enumerate(lines):
        kind = BlockKind.TITLE if n == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(position, position + len(line)), kind))
        position += len(line) + 1
    text = "\n".join(lines)
    article_id, revision_id = new_id(), new_id()
    revision = Revision(
        revision_id, article_id, text, tuple(blocks), Metadata(title=title, language="id"), now(),
        left_out=(LeftOut("Baca juga: Harga garam naik", "read also", 2), LeftOut("Komentar", "comments", 3)),
        fingerprint=fingerprint(text),
    )  # fmt: skip
    return Article(article_id, revision_id, title, now(), site="Kabar Pesisir", words=18), revision


def add(library: Library, title: str = TITLE, body: list[str] | None = None) -> tuple[Article, Revision]:
    article, revision = make_article(title, body)
    original = Original.of(f"<p>{title}</p>".encode(), "text/html", "halaman.html", "utf-8")
    revision = replace(revision, original_id=original.id)
    library.apply(edits.add_article(article, revision, original))
    return article, revision


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "library.tilik"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as found:
        yield found
