"""What a change of articles does to a list of them: nothing, other words in a row, or another list."""

from __future__ import annotations

from dataclasses import replace

from reader.model.articles import Article, State
from reader.model.listing import Summary
from reader.query import Query

_FIELDS = {"site": ("site",), "language": ("language",), "tag": ("tags",), "words": ("title", "revision_id")}


def stays(query: Query, before: object, after: object) -> bool:
    """Return whether an article is found by `query` after a change as it was before, and in the same row."""
    if not isinstance(before, Article) or not isinstance(after, Article):
        return False
    asked = {query.order, *(name for field, names in _FIELDS.items() if getattr(query, field) for name in names)}
    if any(getattr(before, name) != getattr(after, name) for name in asked):
        return False
    return _has(query, before.state) == _has(query, after.state)


def _has(query: Query, state: State) -> bool:
    return state == query.state if query.state else state is not State.TRASHED


def retold(known: Summary, article: Article) -> Summary:
    """Return what a row says of an article that was changed."""
    return replace(
        known, title=article.title, site=article.site, published=article.published,
        published_basis=article.published_basis, language=article.language, state=article.state, words=article.words,
    )  # fmt: skip
