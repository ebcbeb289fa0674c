"""Saved pages with the text of their article, and the publisher of each."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from reader.model.pages import Page
from tests.reader.cleaning.gold_pages import read_pages

_SECOND = {"co", "com", "org", "net", "ac", "gov", "go", "or", "ne"}  # as in `co.uk`


@dataclass(frozen=True, slots=True)
class Example:
    """A page and what should come out. `publisher` is its registered domain: the unit that splits never cut."""

    id: str
    page: Page
    text: str
    publisher: str
    told: dict[str, Any] = field(default_factory=dict, repr=False)  # all that the gold file says

    @property
    def collection(self) -> str:
        """The part of the id that names the set."""
        return self.id.partition("__")[0]


def examples(corpus: Path) -> Iterator[Example]:
    """Every page of the corpus that has a gold text, by id."""
    for file in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        saved = corpus / "pages" / f"{file.stem}.html.gz"
        page = Page(
            file.stem, f"{file.stem}.html", gzip.decompress(saved.read_bytes()), "text/html", url=gold.get("url") or ""
        )
        yield Example(file.stem, page, gold["text"], publisher(gold.get("url") or "", file.stem), gold)


def own() -> Iterator[Example]:
    """Our own pages that anybody may read, many of them Indonesian; those kept unread are never trained on."""
    for page in read_pages():
        if page.media_type == "text/html":
            source = Page(page.name, page.path.name, page.path.read_bytes(), page.media_type)
            text = "\n".join(entry["text"] for entry in page.gold["body"])
            yield Example(f"own__{page.name}", source, text, page.name, page.gold)


def publisher(url: str, otherwise: str) -> str:
    """The registered domain of an address; pages of test hosts are each their own publisher."""
    host = (urlsplit(url).hostname or "").lower()
    parts = host.split(".")
    if len(parts) < 2:
        return otherwise
    long = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND
    return ".".join(parts[-3:] if long else parts[-2:])
