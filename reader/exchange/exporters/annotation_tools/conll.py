"""CoNLL columns in IOB2: a token a line with its tag, a blank line between lines of the text, `-DOCSTART-` before each
article with what it is, as JSON.

A token has one tag: of marks that overlap one is kept, and the others are counted as lost. Tokens are cut wherever a
mark begins or ends, so that no other is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.options import one_of
from reader.exchange.records import plain_json
from reader.messages import Message
from reader.model.annotations import Annotation
from reader.model.dataset import Dataset, Document
from reader.model.spans import Span
from reader.progress import Progress

LONGEST, FIRST = "longest", "first"
# Words with the accents and vowel signs that stand on their letters; else what stands together between blanks.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903"
)
_MARKS += "\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u20d0-\u20f0\ufe20-\ufe2f"
_TOKEN = re.compile(rf"\w[\w{_MARKS}]*|[^\w\s]+")
_FACTS = ("id", "title", "url", "site", "byline", "published", "language")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for CoNLL."""

    keep: str = one_of(
        LONGEST,
        {LONGEST: Message("the longest"), FIRST: Message("the one that begins first")},
        Message("Of marks that overlap"),
        Message("A token can have one tag only. The other marks are not written; they are counted as lost."),
    )


class Chunk(NamedTuple):
    """Words with one label."""

    start: int
    end: int
    label: str


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Write one article after the other."""
    for done, document in enumerate(dataset.documents(), 1):
        kept, _ = chosen(document, options.keep)
        lines = "".join(_lines(document.revision.text, kept))
        out.write(f"{_start(document)}\n\n{lines}\n".encode("utf-8", "replace"))
        yield Progress(done, dataset.count, document.article.title)


def _start(document: Document) -> str:
    article = document.article
    record = {name: getattr(article, name) for name in _FACTS if getattr(article, name)}
    record |= {"as_published": dict(article.as_published)} if article.as_published else {}
    record |= {"notices": list(document.revision.notices)} if document.revision.notices else {}
    return f"-DOCSTART-\t{plain_json(record)}\tO"


def chosen(document: Document, keep: str) -> tuple[list[Chunk], list[Annotation]]:
    """Return the pieces of the marks that are kept, by place, and the marks that are not."""
    taken: list[tuple[int, int, str]] = []
    lost: list[Annotation] = []
    order = _by_length if keep == LONGEST else _by_start
    for mark in sorted(document.annotations, key=order):
        pieces = [piece for piece in mark.anchor.spans if piece.of(document.revision.text).strip()]
        if pieces and not any(_is_taken(piece, taken) for piece in pieces):
            for piece in pieces:
                insort(taken, (piece.start, piece.end, mark.label))
        else:
            lost.append(mark)
    return [Chunk(*one) for one in taken], lost


def _by_length(mark: Annotation) -> tuple[int, int, str]:
    return -sum(span.end - span.start for span in mark.anchor.spans), mark.anchor.start, mark.id


def _by_start(mark: Annotation) -> tuple[int, int, str]:
    return mark.anchor.start, -mark.anchor.end, mark.id


def _is_taken(piece: Span, taken: Sequence[tuple[int, int, str]]) -> bool:
    """Whether it runs into one of `taken`, which are in order and apart."""
    at = bisect_left(taken, (piece.start, piece.start, ""))
    return (at > 0 and taken[at - 1][1] > piece.start) or (at < len(taken) and taken[at][0] < piece.end)


def _lines(text: str, chunks: Sequence[Chunk]) -> Iterator[str]:
    edges = sorted({edge for chunk in chunks for edge in (chunk.start, chunk.end)})
    last, n, inside = 0, 0, False
    for start, end in _tokens(text, edges):
        while n < len(chunks) and chunks[n].end <= start:
            n, inside = n + 1, False
        within = n < len(chunks) and chunks[n].start <= start
        if last and not (within and inside) and "\n" in text[last:start]:
            yield "\n"
        tag = "O" if not within else f"{'I' if inside else 'B'}-{_tag(chunks[n].label)}"
        yield f"{text[start:end]}\t{tag}\n"
        last, inside = end, within


def _tokens(text: str, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of the tokens, cut at `edges`."""
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        for edge in edges[bisect_right(edges, start) : bisect_left(edges, end)]:
            yield start, edge
            start = edge
        yield start, end


def _tag(label: str) -> str:
    return _BLANK.sub("_", label)


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield the marks that are not written, since their words have another tag or there are none."""
    for mark in chosen(document, options.keep)[1]:
        if any(span.start == span.end for span in mark.anchor.spans):
            continue  # told by the core
        has_words = any(span.of(document.revision.text).strip() for span in mark.anchor.spans)
        yield (F.OVERLAP if has_words else F.ZERO_WIDTH), mark.id


EXPORTER = Exporter(
    "conll",
    "CoNLL (IOB2)",
    ".conll",
    "text/plain",
    Message("To train programs that find names and claims: spaCy, Flair, seqeval and others that read columns."),
    Options,
    Profile(
        # Which marks are lost by overlapping is told here: it depends on what is kept.
        frozenset({F.ARTICLES, F.UNMARKED, F.OVERLAP, F.NOTICES, F.PUBLISHER_VALUES}),
        offset_unit="tokens",
        instead={
            F.TEXTS: Message("their words are written, without the blanks between them"),
            F.PLACES: Message("the tokens of each mark are written"),
            F.PIECES: Message("each piece is a chunk of its own"),
            F.LABELS: Message("labels are written as tags"),
            F.ORIGINALS: Message("the cleaned text is written"),
        },
    ),
    write,
    losses,
    opens=rb"-DOCSTART-\t\{",
)
