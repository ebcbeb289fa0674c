"""The workbook of a desk (XLSX): claims with their verdicts, who stands where, evidence, right of reply, sources,
marks, links and articles, a sheet each; what is corrected in it comes home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO

from reader.edits.attribution import KIND
from reader.exchange.exporters.exporter import Exporter, Profile, all_but
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.losses import LONG_CELLS
from reader.exchange.exporters.package import package
from reader.exchange.exporters.paper.opening import opens_word
from reader.exchange.exporters.paper.words import Language, language_option
from reader.exchange.exporters.tables.comma_separated import joined
from reader.exchange.exporters.tables.document_rows import DocumentRows, are_here, marks_of
from reader.exchange.exporters.tables.record_rows import Known
from reader.exchange.exporters.tables.spreadsheet import KIND as SHEETS_OF_OURS
from reader.exchange.exporters.tables.spreadsheet import Grid, book
from reader.exchange.records.plain_values import json_text
from reader.exchange.records.sheets import SHEETS
from reader.exchange.records.table_cells import too_long
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import ClaimRecord, Evidence, Review
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for a workbook."""

    language: str = language_option()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Write the workbook; rows of marks and links as their articles go by, those of claims at the end."""
    with book(SHEETS, options.language) as made, package(out, is_packed=True) as whole:
        writing = _Writing(dataset, made.grids, Language(options.language))
        for done, document in enumerate(dataset.documents(), 1):
            writing.take(document)
            yield Progress(done, dataset.count, document.article.title)
        writing.end()
        made.end(whole, writing.newest)


@dataclass
class _Writing:
    dataset: Dataset
    grids: Mapping[str, Grid]
    say: Language
    newest: datetime = _EPOCH
    _known: Known = field(default_factory=Known)
    _kept: dict[str, Annotation] = field(default_factory=dict)
    _waiting: list[tuple[Article, Relation]] = field(default_factory=list)

    def __post_init__(self) -> None:
        labels = {label.id: self.say.label(label) for label in self.dataset.labels}
        self._rows = DocumentRows(self.say, labels, self._known.names)
        self._wanted = _wanted(self.dataset)
        for id, name in labels.items():
            self.grids["labels"].add([id, name])

    def take(self, document: Document) -> None:
        """Write what stands in one article."""
        self._known.take(document.known)
        for row in self._rows.marks(document):
            self.grids["marks"].add(row)
        marks = marks_of(document, self._wanted, self._kept)
        for relation in document.relations:
            if are_here(relation, marks):
                self._link(document.article, relation, marks)
            else:
                self._waiting.append((document.article, relation))
        self.grids["articles"].add(self._rows.article(document))
        times = [document.revision.captured, *(m.modified for m in document.marks)]
        self.newest = max(self.newest, *times, *(r.created for r in document.relations))

    def _link(self, article: Article, relation: Relation, marks: Mapping[str, Annotation]) -> None:
        if relation.kind != KIND:
            self.grids["links"].add(self._rows.link(article, relation, marks))
            return
        side, reply = self._rows.side(article, relation, marks)
        self.grids["sides"].add(side)
        if reply:
            self.grids["reply"].add(reply)

    def end(self) -> None:
        """Write what is known only at the end."""
        for article, relation in self._waiting:
            self._link(article, relation, self._kept)
        quotes = {id: mark.anchor.quote for id, mark in self._kept.items()}
        rows = {
            "claims": self._known.claim_rows(self.say), "evidence": self._known.evidence_rows(self.say, quotes),
            "sources": self._known.source_rows(self.say),
        }  # fmt: skip
        for key, some in rows.items():
            for row in some:
                self.grids[key].add(row)


def _wanted(dataset: Dataset) -> frozenset[str]:
    """The marks that rows of other articles speak of; of what the facts say, ids alone."""
    if dataset.facts is None:
        return frozenset()
    spans = {e.target for e in dataset.facts.claims() if isinstance(e, Evidence) and e.form == "span"}
    return dataset.facts.elsewhere() | spans


def losses(document: Document, _options: Options) -> Iterator[tuple[str, str]]:
    """Yield what has texts that a cell of Excel cannot hold."""
    for thing in (document.article, *document.marks, *document.relations, *document.known):
        if any(too_long(value) for value in _texts(thing)):
            yield LONG_CELLS, thing.id


def _texts(thing: Article | Annotation | Relation | ClaimRecord) -> Iterator[str]:
    """The texts of a thing that stand in cells and may be long."""
    if isinstance(thing, Article):
        yield from (thing.title, thing.byline, thing.site, thing.url, joined(thing.tags))
    elif isinstance(thing, Annotation):
        yield from (thing.note, thing.anchor.quote, joined(thing.tags) if thing.tags else "")
    elif isinstance(thing, Relation):
        yield thing.note
    else:
        yield from (value for name in thing.__slots__ if isinstance(value := getattr(thing, name), str))
        yield json_text(thing.extra)
    if isinstance(thing, Annotation | Relation) and thing.attributes:
        yield json_text(thing.attributes)
    if isinstance(thing, Review):
        yield "\n".join(sentence.text for sentence in thing.justification)


_HOLDS = all_but(
    *(F.ORIGINALS, F.PICTURES, F.REVISIONS, F.TEXTS, F.STRUCTURE, F.STRUCK, F.LEFT_OUT, F.CAPTURE, F.METADATA),
    *(F.PUBLISHER_VALUES, F.ARTICLE_EXTRA, F.EXTRA, F.ORIGINS, F.LINK_EXTRA, F.LABELS),
)
EXPORTER = Exporter(
    "workbook",
    Message("Workbook"),
    ".xlsx",
    WORKBOOK,
    Message("For desks with Excel or LibreOffice: claims, sides, evidence, marks; what is corrected there comes back."),
    Options,
    Profile(
        _HOLDS,
        instead={
            F.TEXTS: Message("only the marked quotes are written"),
            F.METADATA: Message("title, site, byline, date, language and address are written"),
            F.CAPTURE: Message("when the text was captured is written"),
            F.PUBLISHER_VALUES: Message("the corrected values are written"),
            F.STRUCK: Message("the text never held them"),
            F.LABELS: Message("their names are written"),
        },
    ),
    write,
    losses,
    opens=opens_word(SHEETS_OF_OURS),
)
