"""A table with the fields of Meedan's Check: one row a claim, with the fact-check where there is one.

Check (help.checkmedia.org, "Claim and fact-check panel") has a claim with its description and context, and a fact-check
with title, summary, rating, address and language; both have tags. A claim that is only marked, and is no claim of the
board yet, is a row without a fact-check: an item that waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO

from reader.exchange.exporters.claim_files import ClaimFile, reasons
from reader.exchange.exporters.csv_rows import MARK, encoded_rows
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.fact_checking.gathered import INSTEAD, gathered, judged, publisher_of
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.options import language
from reader.messages import Message
from reader.model.annotations import Annotation
from reader.model.articles import Article
from reader.model.dataset import Dataset, Document
from reader.model.labels import CLAIM
from reader.model.publisher import Publisher
from reader.progress import Progress

COLUMNS = (
    "claim_description", "claim_context", "claim_url", "fact_check_title", "fact_check_summary", "fact_check_rating",
    "fact_check_url", "fact_check_date", "language", "tags",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for Meedan Check."""

    language: str = language()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one article after the other; claims that are only marked wait in a passing file behind the others."""
    with TemporaryFile() as waiting:
        tags: dict[str, set[str]] = {}

        def each(document: Document) -> None:
            rows = []
            for mark in document.marks:
                if mark.about and mark.tags:
                    tags.setdefault(mark.about, set()).update(mark.tags)
                elif mark.label == CLAIM.id and not mark.about:
                    rows.append(_marked(mark, document.article))
            waiting.write(encoded_rows(rows))

        found = yield from gathered(dataset, each)
        publisher = publisher_of(dataset)
        out.write(MARK + encoded_rows([COLUMNS]))
        for one in found.files():
            row = _row(one, sorted(tags.get(one.claim.id, ())), publisher, options.language)
            out.write(encoded_rows([row]))
        waiting.seek(0)
        copyfileobj(waiting, out)


def _row(one: ClaimFile, tags: Sequence[str], publisher: Publisher, language: str) -> Sequence[str]:
    review, place = one.review, one.places[0] if one.places else None
    rating = publisher.named(judged(review), language) if judged(review) else ""
    return (
        one.claim.text, _context(one), place.article.url if place else "",
        f"{rating}: {one.claim.text}" if rating else "", reasons(review) if review else "", rating,
        review.address if review else "", review.date if review else "", language, _joined(tags),
    )  # fmt: skip


def _context(one: ClaimFile) -> str:
    """Who says it, and where it stands."""
    names = dict.fromkeys(said.name for said in one.speakers if said.name)
    places = dict.fromkeys(_named(place.article) for place in one.places)
    return "\n".join(("; ".join(names), *places)).strip()


def _marked(mark: Annotation, article: Article) -> Sequence[str]:
    row = (mark.anchor.quote, _named(article), article.url, "", "", "", "", "", article.language)
    return (*row, _joined(mark.tags))


def _named(article: Article) -> str:
    return ", ".join(part for part in (article.title, article.site, article.published) if part)


def _joined(tags: Sequence[str]) -> str:
    """Tags with commas between them, as Check has them; a comma in one is a blank."""
    return ", ".join(dict.fromkeys(" ".join(tag.replace(",", " ").split()) for tag in tags))


_INSTEAD: Mapping[str, Message] = {
    **INSTEAD,
    F.ARTICLES: Message("articles in which a claim stands are named with it"),
    F.REVIEWS: Message("rating, reasons, date and address are written"),
    F.TAGS: Message("those of claims are written"),
}
EXPORTER = Exporter(
    "meedan-check",
    "Meedan Check",
    ".csv",
    "text/csv",
    Message("For desks that work in Check: claims that wait, and fact-checks with title, summary and rating."),
    Options,
    Profile(frozenset(), instead=_INSTEAD),
    write,
    opens=b"(?:\xef\xbb\xbf)?claim_description,claim_context,",
)
