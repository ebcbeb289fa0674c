"""What strangers say of a text that is no mark on words of it: kept with the article as it came, and given back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.model.articles import Article

KEPT = "kept"  # in a record, and in `Article.extra` under the format: whole annotations without words of the text
HOLDERS = "holders"  # likewise: what a collection or page of annotations says of itself
_LISTS = (KEPT, HOLDERS)


def kept_of(extra: Mapping[str, Any], format: str, name: str = KEPT) -> Iterator[dict[str, Any]]:
    """Yield what is kept of a format in the `extra` of an article."""
    theirs = extra.get(format)
    some = theirs.get(name) if isinstance(theirs, Mapping) else None
    yield from (one for one in some if isinstance(one, dict)) if isinstance(some, list | tuple) else ()


def with_kept(article: Article, record: Mapping[str, Any], format: str) -> Mapping[str, Any]:
    """Return the `extra` of an article with what a stranger's record keeps, each thing once."""
    theirs = article.extra.get(format)
    values = dict(theirs) if isinstance(theirs, Mapping) else {}
    for name in _LISTS:
        here = list(kept_of(article.extra, format, name))
        more = [one for one in record.get(name) or () if isinstance(one, dict) and one not in here]
        if more:
            values[name] = here + more
    return {**article.extra, format: values} if values else article.extra
