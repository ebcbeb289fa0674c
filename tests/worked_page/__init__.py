"""An article of our own with every difficulty of an attribution page, and what a fact-checker makes of it.

16 attributions and one inner, 9 claims, 2 denials: in the standfirst, nested, without a source, in several pieces, by
an anaphor. `batch.jsonl` is what `tilik annotate --batch` reads; the spans are code points of the article's one text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.model.articles import Article, Block, BlockKind, Metadata, Revision, fingerprint
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.text.invariants import count_words

FOLDER = Path(__file__).parent
BATCH = FOLDER / "batch.jsonl"


def article() -> tuple[Article, Revision]:
    """The article and its text: title, standfirst, nine paragraphs."""
    text = (FOLDER / "article.txt").read_text(encoding="utf-8").rstrip("\n")
    told = Metadata(title=text.split("\n", 1)[0], site="Lintas Kabar", language="id")
    revision = Revision(new_id(), new_id(), text, _blocks(text), told, now(), fingerprint=fingerprint(text))
    made = Article(
        revision.article_id, revision.id, told.title, now(), site=told.site, language="id", words=count_words(text)
    )
    return made, revision


def _blocks(text: str) -> tuple[Block, ...]:
    made: list[Block] = []
    position = 0
    for line in text.split("\n"):
        kind = (BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH)[min(len(made), 2)]
        made.append(Block(Span(position, position + len(line)), kind))
        position += len(line) + 1
    return tuple(made)


def requests() -> list[dict[str, Any]]:
    """The lines of the batch, in order."""
    return [json.loads(line) for line in BATCH.read_text(encoding="utf-8").splitlines()]


def of(op: str) -> dict[str, dict[str, Any]]:
    """The requests of one kind (`claim`, `source`, `mark`, `attribution`) by their reference."""
    return {line["ref"]: line for line in requests() if line["op"] == op}
