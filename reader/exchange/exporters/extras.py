"""What other programs said of a set, told as lost by formats that give back their own values alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.exchange.exporters.features import Feature as F
from reader.model.dataset import Document


def others_values(document: Document, format: str) -> Iterator[tuple[str, str]]:
    """Yield the article, marks and links of which anything but what `format` gives back is kept."""
    if _has_more(document.article.extra, format):
        yield F.ARTICLE_EXTRA, document.article.id
    yield from ((F.EXTRA, mark.id) for mark in document.annotations if _has_more(mark.extra, format))
    yield from ((F.LINK_EXTRA, link.id) for link in document.relations if _has_more(link.extra, format))


def _has_more(extra: Mapping[str, Any], format: str) -> bool:
    return bool(extra) and any(name != format for name in extra)
