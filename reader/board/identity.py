"""Who a source is, as far as the desk has said it, and by which names an outlet or a source goes."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from reader.model.articles import Article
from reader.model.claims import Source

IDENTIFIED = frozenset({"named_person", "named_organisation", "document", "media_outlet"})


def is_identified(source: Source | None) -> bool:
    """Return whether it is said who this is: a kind of source that has a name, or that it is named.

    A name alone says nothing: whoever gives an attribution its source makes one named "a fisherman".
    """
    if source is None:
        return False
    return source.kind in IDENTIFIED or (not source.kind and source.identification == "named")


def names_of_source(source: Source | None, words: str) -> frozenset[str]:
    """Return all names of a source, or of one that only `words` name, in the form in which names are compared."""
    if source is None:
        return frozenset(_forms(words))
    return frozenset(form for name in (source.name, *source.aliases, _host(source.address)) for form in _forms(name))


def names_of_outlet(article: Article | None) -> frozenset[str]:
    """Return the names that the article's outlet goes by: that of its site and that of its address."""
    if article is None:
        return frozenset()
    return frozenset(form for name in (article.site, _host(article.url)) for form in _forms(name))


def _forms(name: str) -> Iterator[str]:
    """Letters and digits alone; of an address also without what stands after its first dot."""
    plain = name.casefold().strip().removeprefix("www.").removeprefix("the ")
    for words in (plain, plain.split(".")[0] if " " not in plain else ""):
        if squeezed := "".join(c for c in words if c.isalnum()):
            yield squeezed


def _host(address: str) -> str:
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:  # a source's address is typed by hand
        return ""
