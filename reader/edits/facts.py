"""What a person corrects of an article's facts: title, byline, day of publishing, address. The publisher's stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from reader.credentials import without_credentials
from reader.edits.edit import Edit, Swap
from reader.errors import FactError
from reader.model.articles import Article

FACTS = ("title", "byline", "published", "url")
BASIS, CORRECTED = "published_basis", "corrected"  # on what a date stands


def publisher_value(article: Article, name: str) -> str:
    """Return what the publisher says there, whether it was corrected or not."""
    return article.as_published.get(name, str(getattr(article, name)))


def correct_facts(article: Article, values: Mapping[str, str]) -> Edit:
    """Set the facts that `values` names; one that is the publisher's again is no correction any more.

    A date comes as ISO 8601 (`reader.text.typed_date`). Raises `FactError` for an empty title, or an address that is
    none. The edit is empty when nothing changes.
    """
    after = article
    for name, value in values.items():
        after = _corrected(after, name, _checked(name, " ".join(value.split())))
    return Edit("Correct facts", (Swap(article, after),) if after != article else ())


def _corrected(article: Article, name: str, value: str) -> Article:
    said, kept = publisher_value(article, name), dict(article.as_published)
    kept.pop(name, None)
    changes: dict[str, Any] = {name: value}
    if value != said:
        kept[name] = said
    if name == "published":
        basis = kept.pop(BASIS, article.published_basis)
        changes[BASIS] = CORRECTED if value != said else basis
        if value != said and basis:
            kept[BASIS] = basis
    return replace(article, **changes, as_published=kept)


def _checked(name: str, value: str) -> str:
    if name not in FACTS:
        raise FactError("an article has no {0} to correct", name)
    if name == "title" and not value:
        raise FactError("an article needs a title")
    return _address(value) if name == "url" and value else value


def _address(text: str) -> str:
    whole = without_credentials(text if "://" in text else f"https://{text}")
    try:
        parts = urlsplit(whole)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in whole)
    except ValueError:
        sound = False
    if not sound:
        raise FactError("{0} is no address of a page", repr(text))
    return whole


def as_captured(article: Article, facts: Mapping[str, str]) -> Article:
    """Return the article with what a newer capture says of itself; what a person corrected stays corrected.

    An empty fact says nothing. The publisher's newer value is what a correction stands beside from then on.
    """
    said = {name: value for name, value in facts.items() if value}
    kept = {name: said.get(name, value) for name, value in article.as_published.items()}
    changes: dict[str, Any] = {name: value for name, value in said.items() if name not in kept and name != BASIS}
    if "published" in said and "published" not in kept:
        changes[BASIS] = facts.get(BASIS, "")
    return replace(article, **changes, as_published=kept)
