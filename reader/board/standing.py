"""What a newer capture did to the words of a mark: whether they still are the publisher's words."""

from __future__ import annotations

from collections.abc import Iterable

from reader.anchoring import Outcome
from reader.model.annotations import Annotation
from reader.model.articles import Article

CHANGED, REMOVED, UNCONFIRMED = "changed", "removed", "unconfirmed"
STANDINGS = (REMOVED, CHANGED, UNCONFIRMED)  # the worst first


def standing(mark: Annotation, article: Article | None) -> str:
    """Return `removed`, `changed` or `unconfirmed`; empty for words that stand as they were marked, or were confirmed.

    A mark that a person confirmed, or put on other words, is one that was made there: it has no origin. One that was
    left on the older text stands on words that the publisher has taken back. The same words in another place are
    unconfirmed, not changed.
    """
    outcome = mark.origin.outcome if mark.origin is not None else ""
    if outcome == Outcome.REMOVED or (article is not None and mark.anchor.revision_id != article.revision_id):
        return REMOVED
    if outcome == Outcome.CHANGED and mark.origin is not None and mark.origin.quote != mark.anchor.quote:
        return CHANGED
    asks = mark.origin is not None and mark.origin.needs_review
    return UNCONFIRMED if asks or outcome == Outcome.CHANGED else ""


def worst(standings: Iterable[str]) -> str:
    """Return the one of them that says the most; empty when all words stand."""
    return min((one for one in standings if one), key=STANDINGS.index, default="")
