"""The claims report in its four formats: one paper, four writers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.losses import OTHER_MARKS
from reader.exchange.exporters.paper.opening import HTML_OPENS, PDF_OPENS, WORD, WORD_OPENS
from reader.exchange.exporters.paper.words import language_option
from reader.exchange.exporters.paper.writers import (
    PaperWriter,
    docx_writer,
    html_writer,
    markdown_writer,
    pdf_writer,
)
from reader.exchange.exporters.report.paper import report
from reader.exchange.exporters.report.story import ABOUT_CLAIMS, Story, gather
from reader.messages import Message, Words
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

# What the report says of a set; the rest is what the articles say themselves, or how they were marked.
HOLDS = frozenset({F.CLAIMS, F.SOURCES, F.EVIDENCE, F.REVIEWS, F.ABOUT, F.ZERO_WIDTH, F.OVERLAP, F.PIECES, F.CAPTURE,
                   F.UNMARKED, F.ORPHANS, F.MANY_ENDED, F.CROSS_LINKS, F.NESTING, F.LINK_ATTRIBUTES})  # fmt: skip
INSTEAD: Mapping[str, Message] = {
    F.TEXTS: Message("the words that were marked are quoted"),
    F.PLACES: Message("their words are written"),
    F.NOTES: Message("those of who speaks on a claim are written"),
    F.LINKS: Message("who stands to a claim, how, and through whom is written"),
    F.ORIGINALS: Message("when they were captured and their SHA-256 are written"),
}
_USERS = Message("For editors and lawyers: what is open, then each claim with who says and who denies it.")


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for the claims report."""

    language: str = language_option()


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield the marks that are no part of a claim."""
    joined = {m.annotation_id for r in document.relations for m in r.members}
    for mark in document.marks:
        if mark.label not in ABOUT_CLAIMS and not mark.about and mark.id not in joined:
            yield OTHER_MARKS, mark.id


def writer(write: PaperWriter) -> Callable[[Dataset, BinaryIO, Options], Iterator[Progress]]:
    """Return the writer of one format."""

    def whole(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
        story = Story(dataset.name)
        last = Progress(0, dataset.count, "")
        for last in gather(dataset, story):
            yield last
        for _ in write(report(story, options.language), out):
            yield last

    return whole


def _exporter(id: str, name: Words, suffix: str, media_type: str, write: PaperWriter, opens: bytes) -> Exporter:
    return Exporter(
        id, name, suffix, media_type, _USERS, Options, Profile(HOLDS, offset_unit="none", instead=INSTEAD),
        writer(write), losses, opens=opens,
    )  # fmt: skip


EXPORTERS = (
    _exporter("report-html", Message("Claims report (HTML)"), ".html", "text/html", html_writer, HTML_OPENS),
    _exporter("report-pdf", Message("Claims report (PDF)"), ".pdf", "application/pdf", pdf_writer, PDF_OPENS),
    _exporter("report-docx", Message("Claims report (Word)"), ".docx", WORD, docx_writer, WORD_OPENS),
    _exporter("report-markdown", Message("Claims report (Markdown)"), ".md", "text/markdown", markdown_writer, rb"# "),
)
