"""Rows of the article list and of a search: what is needed to draw them, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.model.articles import State


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of the article list: what is needed to draw it, and nothing more."""

    id: str
    title: str
    site: str
    published: str
    published_basis: str
    language: str
    state: State
    words: int
    progress: float
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer to a search: where, and a snippet whose matches stand between U+E000 and U+E001."""

    article_id: str
    title: str
    site: str
    field: str
    snippet: str
    annotation_id: str = ""
