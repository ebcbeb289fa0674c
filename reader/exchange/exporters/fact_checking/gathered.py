"""The claims of a set for a format that is about claims: all documents go by first, then the claims are written."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from typing import BinaryIO

from reader.exchange.exporters.claim_files import ClaimFiles
from reader.exchange.exporters.features import Feature as F
from reader.exchange.records import plain_json
from reader.messages import Message
from reader.model.claims import Review, Source
from reader.model.dataset import Dataset, Document
from reader.model.publisher import Publisher
from reader.progress import Progress

# What stands there instead, in each format that is about claims.
INSTEAD: Mapping[str, Message] = {
    F.ARTICLES: Message("articles in which a claim stands are named with it"),
    F.TEXTS: Message("only the words of claims are written"),
    F.CLAIMS: Message("their wording is written"),
    F.SOURCES: Message("who says a claim is written"),
}
Each = Callable[[Document], None]


def gathered(dataset: Dataset, each: Each | None = None) -> Generator[Progress, None, ClaimFiles]:
    """Yield one article after the other, of which `each` is told; return the claims."""
    found = ClaimFiles()
    for done, document in enumerate(dataset.documents(), 1):
        found.add(document)
        if each is not None:
            each(document)
        yield Progress(done, dataset.count, document.article.title)
    found.find(dataset)
    return found


def publisher_of(dataset: Dataset) -> Publisher:
    """Return who publishes the reviews of the library that a set comes from."""
    return dataset.facts.publisher() if dataset.facts is not None else Publisher()


def judged(review: Review | None) -> str:
    """Return how a claim was judged: the rating of the house, else the verdict; empty for neither."""
    return (review.rating or review.verdict) if review is not None else ""


def is_organisation(source: Source | None) -> bool:
    """Return whether a source is known to be no person."""
    return source is not None and source.kind in ("named_organisation", "unnamed_organisation", "media_outlet")


def write_array(out: BinaryIO, objects: Iterator[object]) -> None:
    """Write JSON objects as one array, each on a line of its own.

    Newsrooms put them into their own pages, within a script, which no word of a stranger may end: `<` is an escape.
    """
    joint = b"["
    for one in objects:
        out.write(joint + b"\n" + plain_json(one).replace("<", "\\u003c").encode("utf-8", "backslashreplace"))
        joint = b","
    out.write(b"[]\n" if joint == b"[" else b"\n]\n")
