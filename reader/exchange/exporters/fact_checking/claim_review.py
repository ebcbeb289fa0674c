"""ClaimReview of schema.org as JSON-LD: one object a review, ready for the page on which it is published.

Who publishes and how ratings are called are settings of the library (`reader.model.publisher`). Where a claim stands,
who says it and when come from the marks. Google's list of what must be there: claimReviewed, url and
reviewRating.alternateName (developers.google.com/search/docs/appearance/structured-data/factcheck); what of it is
lacking is told beforehand, and the object is written without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from reader.exchange.exporters.claim_files import ClaimFile, Said, Words, reasons
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.fact_checking.gathered import (
    INSTEAD,
    gathered,
    is_organisation,
    judged,
    publisher_of,
    write_array,
)
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.losses import NO_PUBLISHER, NO_REVIEW_ADDRESS, NOT_JUDGED
from reader.exchange.exporters.options import language
from reader.messages import Message
from reader.model.articles import Article
from reader.model.claims import Review
from reader.model.dataset import Dataset, Document
from reader.model.publisher import Publisher
from reader.progress import Progress

CONTEXT = "https://schema.org"
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ].*)?)?)?")
Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for ClaimReview."""

    language: str = language()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one article after the other; the reviews are written when all have gone by."""
    found = yield from gathered(dataset)
    publisher = publisher_of(dataset)
    reviews = ((one, review) for one in found.files() for review in one.reviews if judged(review))
    write_array(out, (claim_review(one, review, publisher, options.language) for one, review in reviews))


def claim_review(one: ClaimFile, review: Review, publisher: Publisher, language: str) -> Object:
    """Return a review as schema.org has it; what is not known is left out."""
    return _filled({
        "@context": CONTEXT, "@type": "ClaimReview", "url": _address(review.address),
        "datePublished": _day(review.date), "inLanguage": language, "claimReviewed": one.claim.text,
        "reviewBody": reasons(review), "author": _publisher(publisher),
        "reviewRating": _rating(judged(review), publisher, language), "itemReviewed": _claim(one),
    })  # fmt: skip


def _publisher(publisher: Publisher) -> Object | None:
    if not publisher.name:
        return None
    known = {"name": publisher.name, "url": _address(publisher.address), "logo": _address(publisher.logo)}
    return _filled({"@type": "Organization", **known})


def _rating(key: str, publisher: Publisher, language: str) -> Object:
    value = publisher.grade(key).value
    scale = {"bestRating": publisher.best, "ratingValue": value, "worstRating": publisher.worst}
    named = {"@type": "Rating", "alternateName": publisher.named(key, language) or key}
    return {**named, **(scale if value is not None else {})}


def _claim(one: ClaimFile) -> Object:
    said = next((said for said in one.speakers if said.name), None)
    places = [place for place in _articles(one.places) if _address(place.url)]
    first = _work(places[0]) if places and places[0].published else None
    return _filled({
        "@type": "Claim", "author": _author(said), "datePublished": _day(places[0].published) if places else "",
        "firstAppearance": first, "appearance": [_work(place) for place in places],
    })  # fmt: skip


def _articles(places: tuple[Words, ...]) -> list[Article]:
    """The articles in which a claim stands, each once, the first of them first."""
    return [*{place.article.id: place.article for place in places}.values()]


def _work(article: Article) -> Object:
    of = {"@type": "Organization", "name": article.site} if article.site else None
    return _filled({
        "@type": "CreativeWork", "url": _address(article.url), "headline": article.title,
        "datePublished": _day(article.published), "inLanguage": article.language, "publisher": of,
    })  # fmt: skip


def _author(said: Said | None) -> Object | None:
    if said is None:
        return None
    source = said.source
    if is_organisation(source):
        return {"@type": "Organization", "name": said.name}
    of = {"@type": "Organization", "name": source.affiliation} if source is not None and source.affiliation else None
    return _filled(
        {"@type": "Person", "name": said.name, "jobTitle": source.role if source is not None else "", "affiliation": of}
    )


def _filled(record: Object) -> Object:
    return {name: value for name, value in record.items() if value not in ("", None, [], {})}


def _address(address: str) -> str:
    """An address of the web; nothing for a file or for what is none."""
    return address if _WEB.fullmatch(address) else ""


def _day(value: str) -> str:
    return value if _DAY.fullmatch(value) else ""


def losses(document: Document, _options: Options) -> Iterator[tuple[str, str]]:
    """Yield the reviews that say too little."""
    for thing in document.known:
        if isinstance(thing, Review):
            if not judged(thing):
                yield NOT_JUDGED, thing.id
            elif not _address(thing.address):
                yield NO_REVIEW_ADDRESS, thing.id


def set_losses(dataset: Dataset, _options: Options) -> Iterator[tuple[str, str]]:
    """Yield that nobody is named as who publishes."""
    publisher = publisher_of(dataset)
    yield from ((NO_PUBLISHER, name) for name in ("name", "address", "logo") if not getattr(publisher, name))


_INSTEAD: Mapping[str, Message] = {
    **INSTEAD,
    F.REVIEWS: Message("rating, reasons, date and address are written"),
}
EXPORTER = Exporter(
    "claimreview",
    "ClaimReview (schema.org)",
    ".jsonld",
    "application/ld+json",
    Message("For your own site and for what reads it: Fact Check Explorer, archives, other fact-checkers."),
    Options,
    Profile(frozenset(), instead=_INSTEAD),
    write,
    losses,
    opens=rb'\[\]\n$|\[\n\{"@context":"https://schema\.org","@type":"ClaimReview"',
    set_losses=set_losses,
)
