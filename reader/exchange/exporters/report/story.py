"""What the claims of some articles are made of, gathered in one pass: their texts are not kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from reader.board.build import RowBuilder
from reader.board.values import Material, Row
from reader.edits.attribution import Attribution, attribution_of
from reader.exchange.exporters.paper.parts import EPOCH
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.dataset import Dataset, Document
from reader.notices import cautions
from reader.progress import Progress


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of the capture of an article: when, of which bytes, and what its text's digest is."""

    captured: datetime
    original: str
    fingerprint: str
    cautions: tuple[str, ...] = ()


@dataclass
class Story:
    """Claims, sources, marks and links of a set, and its articles without their texts, in the set's order."""

    name: str
    articles: dict[str, Article] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    marks: dict[str, Annotation] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    known: dict[str, ClaimRecord] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)  # names, in the language of the report
    as_of: datetime = EPOCH
    rows: list[Row] = field(default_factory=list)

    def sources(self) -> list[Source]:
        """Return the sources, by their names."""
        found = [k for k in self.known.values() if isinstance(k, Source)]
        return sorted(found, key=lambda s: (s.name.casefold(), s.id))

    def attribution(self, relation_id: str) -> Attribution | None:
        """Return an attribution by the id of its relation."""
        found = self.relations.get(relation_id)
        return attribution_of(found) if found is not None else None

    def article_at(self, address: str) -> Article | None:
        """Return the article of the set that was taken from an address."""
        plain = address.partition("#")[0].rstrip("/")
        return next((a for a in self.articles.values() if a.url and a.url.rstrip("/") == plain), None)


def gather(dataset: Dataset, story: Story) -> Iterator[Progress]:
    """Read the set into `story`, an article at a time; then build the rows of its claims."""
    for done, document in enumerate(dataset.documents(), 1):
        _take(document, story)
        yield Progress(done, dataset.count, document.article.title)
    story.rows = _rows(story)


def _take(document: Document, story: Story) -> None:
    article, revision = document.article, document.revision
    story.articles[article.id] = article
    story.kept[article.id] = Kept(
        revision.captured, revision.original_id, revision.fingerprint, cautions(revision.notices)
    )
    story.marks |= {mark.id: mark for mark in document.marks}
    story.relations |= {r.id: r for r in document.relations}
    story.known |= {k.id: k for k in document.known}
    times = [revision.captured, *(m.modified for m in document.marks), *(r.created for r in document.relations)]
    times += [k.created if isinstance(k, Evidence) else k.modified for k in document.known]
    story.as_of = max(story.as_of, *times)


def _rows(story: Story) -> list[Row]:
    order = {id: n for n, id in enumerate(story.articles)}
    marks = sorted(story.marks.values(), key=lambda m: (order[m.article_id], m.anchor.start, m.anchor.end, m.id))
    relations = sorted(story.relations.values(), key=lambda r: (r.created, r.id))
    known = [*story.known.values()]
    claims = sorted((k for k in known if isinstance(k, Claim)), key=lambda c: (c.created, c.id))
    evidence = sorted((k for k in known if isinstance(k, Evidence)), key=lambda e: (e.created, e.id))
    builder = RowBuilder(
        Material(
            story.articles, marks, relations, claims, story.sources(), evidence,
            [k for k in known if isinstance(k, Review)],
        )
    )  # fmt: skip
    return [builder.row(key, marks) for key, marks in builder.groups().items()]
