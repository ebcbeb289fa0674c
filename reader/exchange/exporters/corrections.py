"""What was corrected here, said in formats to read: a text made by hand, and facts beside what the publisher has."""

from __future__ import annotations

from reader.edits.facts import BASIS
from reader.model.articles import Article
from reader.model.captures import is_correction, made_words
from reader.model.dataset import Document

_NAMES = {"title": "title", "byline": "byline", "published": "date", "url": "address"}


def corrections(document: Document) -> list[str]:
    """Return a sentence for the text when it is a correction, and one for the corrected facts."""
    found = []
    if is_correction(document.revision):
        found.append(f"Text {made_words(document.revision)}.")
    said = [f"{_NAMES.get(k, k)}: {v or 'none'}" for k, v in document.article.as_published.items() if k != BASIS]
    if said:
        found.append(f"Corrected here; the publisher has {'; '.join(said)}.")
    return found


def basis_words(article: Article) -> str:
    """Return on what the date stands, in brackets, where it is not the page's own word."""
    return f" ({article.published_basis})" if article.published_basis in ("inferred", "corrected") else ""
