"""The card of a dataset: the `README.md` by which Hugging Face's hub and `datasets` know what lies beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model.dataset import Document
from reader.model.labels import Label

DATA = "data/train-00000-of-00001.parquet"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_HEAD = """---
pretty_name: "Annotated news articles"
language: {languages}
license: "unknown"
task_categories: ["token-classification"]
tags: ["fact-checking", "attribution", "news", "annotation"]
size_categories: ["{size}"]
configs:
  - config_name: "default"
    data_files:
      - split: "train"
        path: "data/*.parquet"
---
"""
_BODY = """
# Annotated news articles

{articles} articles with {marks} marks and {links} links between them, written by Tilik. One row an article.

The texts belong to their publishers: ask them before you publish this set. Names and details of protected sources stay
with the desk unless somebody let them out; such a source is called “Source 1”.

## Columns

- `text`: the one text of the article, with line feeds between its blocks
- `annotations`: marks, with `label`, `begin` and `end` (code points, half-open), `quote`, and `spans` where one has
  several pieces
- `relations`: links between marks, with `type`, `from`, `to`, and all ends in `members`
- `claims`, `sources`, `evidence`, `reviews`: what lives across articles, each once, with the first that mentions it
- `labels`: the definitions of the labels, all of them with the first article
- `blocks`, `marks`, `left_out`, `metadata`: structure of the text, the publisher's own marks within blocks, what was
  left out of the text, what the page says of itself
- `revision`, `revisions`, `orphans`: the capture, older texts, marks that the newest text does not have
- `attributes`, `extra`, `attrs`, `as_published`: JSON text, empty for none

`text[begin:end]` in Python is `quote`.

## Labels

| label | name | marks |
|---|---|---|
{labels}
"""


@dataclass(slots=True)
class Card:
    """Counts what goes by and says it."""

    articles: int = 0
    marks: Counter[str] = field(default_factory=Counter)
    links: int = 0
    languages: set[str] = field(default_factory=set)

    def add(self, document: Document) -> None:
        """Count an article."""
        self.articles += 1
        self.marks.update(mark.label for mark in document.marks)
        self.links += len(document.relations)
        if document.article.language:
            self.languages.add(document.article.language.split("-")[0].lower())

    def text(self, labels: Sequence[Label]) -> str:
        """Return the card."""
        size = next((name for most, name in _SIZES if self.articles < most), "n>1M")
        names = {label.id: label.name for label in labels}
        rows = [f"| `{_cell(id)}` | {_cell(names.get(id, id))} | {self.marks[id]} |" for id in sorted(self.marks)]
        counts = {"articles": self.articles, "marks": self.marks.total(), "links": self.links}
        head = _HEAD.format(languages=json.dumps(sorted(self.languages)), size=size)
        return head + _BODY.format(**counts, labels="\n".join(rows))


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "/").replace("`", "'").replace("<", "&lt;").split())
