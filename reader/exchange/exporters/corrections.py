"""What was corrected here, said in formats to read: a text made by hand, and facts beside what the publisher has."""

from __future__ import annotations

from reader.edits.facts import BASIS
from reader.exchange.exporters.paper.words import Language
from reader.model.articles import Article
from reader.model.captures import BY_HAND, is_correction
from reader.model.dataset import Document

_NAMES = ("title", "byline", "published", "url")


def corrections(document: Document, say: Language) -> list[str]:
    """Return a sentence for the text when it is a correction, and one for the corrected facts."""
    found, revision = [], document.revision
    if is_correction(revision):
        key = "corrected_by_hand" if revision.origin in BY_HAND else "cleaned_again"
        made = say.moment(revision.corrected) if revision.corrected is not None else ""
        found.append(say("text_made", say(key, say.moment(revision.captured), made).rstrip()))
    given = document.article.as_published
    said = [say(f"publisher_{k}", given[k] or say("publisher_none")) for k in _NAMES if k in given and k != BASIS]
    if said:
        found.append(say("as_published", "; ".join(said)))
    return found


def basis_words(article: Article, say: Language) -> str:
    """Return on what the date stands, in brackets, where it is not the page's own word."""
    basis = article.published_basis
    return f" ({say(f'basis_{basis}')})" if basis in ("inferred", "corrected") else ""
