"""Articles added and moved between states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.edits.edit import Edit, Entity, Swap
from reader.model.articles import Article, Revision, State
from reader.model.pages import Original, Picture


def add_article(
    article: Article, revision: Revision, original: Original | None = None, pictures: Iterable[Picture] = ()
) -> Edit:
    """Put a new article on the desk, with its first revision and the bytes it came from."""
    kept: list[Entity] = [*([original] if original else []), *pictures, article, revision]
    return Edit("Add article", tuple(Swap(None, thing) for thing in kept))


def set_state(articles: Sequence[Article], state: State) -> Edit:
    """Move articles to inbox, reading, done, archive or trash, as one step."""
    return Edit(f"Move to {state.value}", tuple(Swap(a, replace(a, state=state)) for a in articles if a.state != state))
