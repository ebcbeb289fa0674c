"""The claims report in its four formats: one paper, four writers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.paper.opening import REPORT, WORD, opens_html, opens_markdown, opens_pdf, opens_word
from reader.exchange.exporters.paper.words import Language, language_option
from reader.exchange.exporters.paper.writers import (
    PaperWriter,
    docx_writer,
    html_writer,
    markdown_writer,
    pdf_writer,
)
from reader.exchange.exporters.report.paper import report
from reader.exchange.exporters.report.story import Story, gather
from reader.messages import Message, Words
from reader.model.dataset import Dataset
from reader.progress import Progress

# What the report says of a set; the rest is what the articles say themselves, or how they were marked.
HOLDS = frozenset({
    F.ARTICLES, F.CLAIMS, F.SOURCES, F.EVIDENCE, F.REVIEWS, F.ABOUT, F.ZERO_WIDTH, F.OVERLAP, F.PIECES, F.CAPTURE,
    F.UNMARKED, F.ORPHANS, F.NOTES, F.TAGS, F.ATTRIBUTES, F.MANY_ENDED, F.CROSS_LINKS, F.NESTING, F.LINK_ATTRIBUTES,
})  # fmt: skip
INSTEAD: Mapping[str, Message] = {
    F.TEXTS: Message("the words that were marked are quoted"),
    F.PLACES: Message("their words are written"),
    F.LINKS: Message("who stands to a claim, how, and through whom is written"),
    F.ORIGINALS: Message("when they were captured and their SHA-256 are written"),
}
_USERS = Message("For editors and lawyers: what is open, then each claim with who says and who denies it.")


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for the claims report."""

    language: str = language_option()


def writer(write: PaperWriter) -> Callable[[Dataset, BinaryIO, Options], Iterator[Progress]]:
    """Return the writer of one format."""

    def whole(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
        say = Language(options.language)
        story = Story(dataset.name, labels={label.id: say.label(label) for label in dataset.labels})
        last = Progress(0, dataset.count, "")
        for last in gather(dataset, story):
            yield last
        for _ in write(report(story, options.language), out):
            yield last

    return whole


def _exporter(id: str, name: Words, suffix: str, media_type: str, write: PaperWriter, opens: bytes) -> Exporter:
    return Exporter(
        id, name, suffix, media_type, _USERS, Options, Profile(HOLDS, offset_unit="none", instead=INSTEAD),
        writer(write), opens=opens,
    )  # fmt: skip


EXPORTERS = (
    _exporter("report-html", Message("Claims report (HTML)"), ".html", "text/html", html_writer, opens_html(REPORT)),
    _exporter("report-pdf", Message("Claims report (PDF)"), ".pdf", "application/pdf", pdf_writer, opens_pdf(REPORT)),
    _exporter("report-docx", Message("Claims report (Word)"), ".docx", WORD, docx_writer, opens_word(REPORT)),
    _exporter(
        "report-markdown",
        Message("Claims report (Markdown)"),
        ".md",
        "text/markdown",
        markdown_writer,
        opens_markdown(REPORT),
    ),
)
