"""Articles with marks as PDF and as Word documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reader.exchange.exporters.codes import Codes
from reader.exchange.exporters.exporter import Exporter, Profile, all_but
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.marked.paper import MarkedArticle, legend
from reader.exchange.exporters.options import choice
from reader.exchange.exporters.paper.opening import ARTICLES, WORD, opens_pdf, opens_word
from reader.exchange.exporters.paper.parts import EPOCH, Paper
from reader.exchange.exporters.paper.words import Language, language_option
from reader.exchange.exporters.paper.writers import PaperWriter, docx_writer, pdf_writer
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

_LACKS = frozenset(
    {
        F.ORIGINALS, F.PICTURES, F.REVISIONS, F.STRUCTURE, F.SPANNED_CELLS, F.LEFT_OUT, F.CAPTURE, F.METADATA, F.STATES,
        F.ARTICLE_EXTRA, F.PLACES, F.TIMES, F.ABOUT, F.EXTRA, F.ORIGINS, F.LINK_TIMES, F.LINK_EXTRA, F.CLAIMS,
        F.SOURCES, F.EVIDENCE, F.REVIEWS, F.LABELS, F.NOTICES,
    }
)  # fmt: skip
_INSTEAD = {
    str(F.PLACES): Message("they stand on their words"),
    str(F.STRUCTURE): Message("headings, lists, tables, emphasis and links are written"),
    str(F.SPANNED_CELLS): Message("each cell stands in its column"),
    str(F.CAPTURE): Message("when the text was captured is written"),
    str(F.TIMES): Message("the day is written"),
    str(F.NOTICES): Message("those that warn are written"),
    str(F.LABELS): Message("their names are written"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for articles on paper."""

    texts: bool = choice(True, Message("Texts of the articles"), Message("Write each article before its marks."))
    language: str = language_option()


def _writer(write: PaperWriter, *, comments: bool) -> Callable[[Dataset, BinaryIO, Options], Iterator[Progress]]:
    def whole(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
        say = Language(options.language)
        codes = Codes(dataset, say)
        sections, as_of, last = [], EPOCH, Progress(0, dataset.count, "")
        for done, document in enumerate(dataset.documents(), 1):
            article = MarkedArticle(document, codes, say, texts=options.texts, comments=comments)
            sections.append(article.section())
            as_of = max(as_of, document.revision.captured, *(m.modified for m in document.marks))
            last = Progress(done, dataset.count, document.article.title)
            yield last
        contents = say("contents") if len(sections) > 1 else ""
        paper = Paper(
            dataset.name, say.id, ARTICLES, tuple(sections), (legend(codes, say),), contents, say("page"), as_of
        )
        for _ in write(paper, out):
            yield last

    return whole


def _holds(options: Options) -> frozenset[F]:
    return all_but(*(_LACKS if options.texts else _LACKS | {F.TEXTS}))


def losses(_document: Document, _options: Options) -> Iterator[tuple[str, str]]:
    """Yield nothing that the profile does not say."""
    return iter(())


EXPORTERS = (
    Exporter(
        "pdf", Message("Articles with marks (PDF)"), ".pdf", "application/pdf",
        Message("For printing and reading aloud: each article with its marks in place, then their list."),
        Options, Profile(all_but(*_LACKS), offset_unit="none", instead=_INSTEAD), _writer(pdf_writer, comments=False),
        losses, opens=opens_pdf(ARTICLES), holds=_holds,
    ),
    Exporter(
        "docx", Message("Articles with marks (Word)"), ".docx", WORD,
        Message("For editors and lawyers: each article with a comment of Word's own on every marked word."),
        Options, Profile(all_but(*_LACKS), offset_unit="none", instead=_INSTEAD), _writer(docx_writer, comments=True),
        losses, opens=opens_word(ARTICLES), holds=_holds,
    ),
)  # fmt: skip
