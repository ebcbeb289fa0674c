"""Articles of which only the address is here, as lists to read have them, and their text when it comes.

Pure functions that return an `Edit`, as in `reader.edits`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.anchoring import Locator
from reader.edits import Edit, Entity, Swap
from reader.edits.facts import as_captured, publisher_value
from reader.exchange.records.locating import looked_for_again
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision
from reader.model.pages import Original, Picture
from reader.text.invariants import count_words


def add_listed(articles: Sequence[tuple[Article, Revision]]) -> Edit:
    """Put all articles of a list on the desk, without their texts, as one step."""
    return Edit("Add list", tuple(Swap(None, thing) for pair in articles for thing in pair))


def fetch_text(
    article: Article, empty: Revision, made: Revision, original: Original | None, pictures: Iterable[Picture] = (),
    *, marks: Sequence[Annotation] = (),
) -> Edit:  # fmt: skip
    """Give an article to be fetched its text. What its page says of itself is known from then on; tags, state and the
    day on which it was put on the list stay. The empty text is there again when this is taken back.

    `original` is what it was made of, where that is at hand. `marks` wait for it with their words; those that are not
    in it go on waiting.
    """
    kept: list[Entity] = [*([original] if original else []), *pictures, made]
    told = Swap(article, told_by(article, made))
    locator = Locator(made.text)
    found = [(mark, looked_for_again(mark, made, locator)) for mark in marks]
    put = (Swap(before, after) for before, after in found if after is not before)
    return Edit("Fetch text", (*(Swap(None, thing) for thing in kept), told, Swap(empty, None), *put))


def told_by(article: Article, made: Revision) -> Article:
    """Return the article with what its first text says of itself."""
    facts = made.metadata
    said = {
        "title": facts.title, "byline": facts.byline, "published": facts.published,
        "published_basis": facts.published_basis, "url": "" if publisher_value(article, "url") else facts.url,
    }  # fmt: skip
    return replace(
        as_captured(article, said), revision_id=made.id, words=count_words(made.text),
        site=facts.site or article.site, language=facts.language or article.language,
    )  # fmt: skip
