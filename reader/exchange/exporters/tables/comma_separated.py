"""CSV: one row a marked piece, for spreadsheets; links in a second file beside it.

RFC 4180 with CR LF. For Excel: a byte order mark, so that it does not garble letters, an apostrophe before whatever
it would take for a formula (the OWASP list with the full-width forms), and no cell longer than it can hold.

No line `sep=;` is written: Excel then reads the letters in the code page of the computer in spite of the mark, and
every other program takes the line for the names of the columns. A file with semicolons opens in columns where the comma
is the sign of decimals, as in Indonesian.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from reader.exchange.exporters.exporter import Beside, Exporter, Profile, all_but
from reader.exchange.exporters.features import Feature as F
from reader.exchange.exporters.losses import LONG_CELLS
from reader.exchange.exporters.options import choice, one_of
from reader.exchange.records import json_text, time_out
from reader.exchange.records.csv_columns import COLUMNS, LINK_COLUMNS
from reader.exchange.records.table_cells import fitting, too_long
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}

# An apostrophe that was there already gets another, so that taking one off is always right.
_RISKY = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
Cell = str | int


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for CSV."""

    excel: bool = choice(
        True,
        Message("Safe to open in Excel"),
        Message(
            "Mark the file as UTF-8, put an apostrophe before what could run as a formula, cut cells Excel cannot hold."
        ),
    )
    relations: bool = choice(
        True, Message("Links"), Message("Write the links between marks to a second file, NAME.relations.csv.")
    )
    separator: str = one_of(
        "comma",
        {"comma": Message("Comma"), "semicolon": Message("Semicolon"), "tab": Message("Tabulator")},
        Message("Separator"),
        Message("What stands between two cells. Excel in Indonesian settings puts cells into columns at a semicolon."),
    )


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula."""
    return "'" + text if _RISKY.match(text) else text


def _cells(row: Sequence[Cell], excel: bool) -> list[Cell]:
    return [guarded(fitting(cell)) if excel and isinstance(cell, str) else cell for cell in row]


class _Sheet:
    """Rows to bytes."""

    def __init__(self, out: BinaryIO, columns: Sequence[str], options: Options) -> None:
        self._out, self._excel, self._separator = out, options.excel, SEPARATORS[options.separator]
        if options.excel:
            out.write(b"\xef\xbb\xbf")
        self.rows([columns])

    def rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        text = io.StringIO()
        rows = [_cells(row, self._excel) for row in rows]
        csv.writer(text, delimiter=self._separator, lineterminator="\r\n").writerows(rows)
        self._out.write(text.getvalue().encode("utf-8", "replace"))


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one row a piece; a mark in several pieces has as many rows, with one id.

    `standing` is `not found` for a mark that a newer capture did not find again: its place is none in today's text.
    """
    sheet, names = _Sheet(out, COLUMNS, options), {label.id: label.name for label in dataset.labels}
    for done, document in enumerate(dataset.documents(), 1):
        texts = {one.id: one.text for one in document.revisions} | {document.revision.id: document.revision.text}
        sheet.rows([row for a in document.marks for row in _rows(document, a, texts[a.anchor.revision_id], names)])
        yield Progress(done, dataset.count, document.article.title)


def _rows(document: Document, a: Annotation, text: str, names: Mapping[str, str]) -> Iterator[Sequence[Cell]]:
    article, pieces = document.article, a.anchor.spans
    values = (
        a.note, joined(a.tags), json_text(a.attributes), a.annotator, time_out(a.created), time_out(a.modified),
        article.title, article.site, article.byline, article.url, article.published, article.published_basis,
        article.language, " ".join(document.revision.notices),
        "" if a.anchor.revision_id == document.revision.id else "not found", names.get(a.label, a.label), a.about,
    )  # fmt: skip
    for n, span in enumerate(pieces, 1):
        where = (article.id, a.id, a.label, span.start, span.end, n, len(pieces), span.of(text))
        yield (*where, *values)


def joined(tags: Sequence[str]) -> str:
    """Return tags as one cell, from which they can be told again: `; ` stands between them, and one that holds a
    semicolon or begins with a quotation mark stands in quotation marks, those within it doubled."""
    return "; ".join('"' + t.replace('"', '""') + '"' if ";" in t or t.startswith('"') else t for t in tags)


def write_links(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one row a link. `from` and `to` are ids of marks; a link with other ends has them in `members`."""
    sheet = _Sheet(out, LINK_COLUMNS, options)
    for done, document in enumerate(dataset.documents(), 1):
        sheet.rows([_link_row(document, r) for r in document.relations])
        yield Progress(done, dataset.count, document.article.title)


def _link_row(document: Document, r: Relation) -> Sequence[Cell]:
    members = "; ".join(f"{m.role}: {m.annotation_id}" for m in r.members)
    ends = (document.article.id, r.id, r.kind, r.end("from"), r.end("to"), members)
    return (*ends, r.note, json_text(r.attributes), r.annotator, time_out(r.created), r.within)


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield what has a text that a cell of Excel cannot hold."""
    if not options.excel:
        return
    for a in document.marks:
        if too_long(a.note) or too_long(a.anchor.quote) or (a.tags and too_long(joined(a.tags))) or _is_long(a):
            yield LONG_CELLS, a.id
    for link in document.relations if options.relations else ():
        if too_long(link.note) or _is_long(link):
            yield LONG_CELLS, link.id
    article = document.article
    if any(too_long(words) for words in (article.title, article.site, article.byline, article.url)):
        yield LONG_CELLS, article.id


def _is_long(thing: Annotation | Relation) -> bool:
    return bool(thing.attributes) and too_long(json_text(thing.attributes))


_HOLDS = all_but(
    *(F.ORIGINALS, F.PICTURES, F.REVISIONS, F.TEXTS, F.STRUCTURE, F.STRUCK, F.LEFT_OUT, F.CAPTURE, F.METADATA),
    *(F.ARTICLE_TAGS, F.STATES, F.PUBLISHER_VALUES, F.ARTICLE_EXTRA, F.UNMARKED, F.EXTRA, F.ORIGINS, F.LINK_EXTRA),
    *(F.CLAIMS, F.SOURCES, F.EVIDENCE, F.REVIEWS, F.LABELS),
)


def _holds(options: Options) -> frozenset[F]:
    return _HOLDS if options.relations else _HOLDS - {F.LINKS}


def _opening(columns: Sequence[str]) -> bytes:
    return b"(?:\xef\xbb\xbf)?" + b"[,;\t]".join(column.encode() for column in columns) + b"\r\n"


EXPORTER = Exporter(
    "csv",
    Message("CSV table"),
    ".csv",
    "text/csv",
    Message("For Excel, LibreOffice and Google Sheets: one row a marked piece; what is corrected there comes back."),
    Options,
    Profile(
        _HOLDS,
        instead={
            F.TEXTS: Message("only the marked quotes are written"),
            F.METADATA: Message("title, site, byline, date, language and address are written"),
            F.PUBLISHER_VALUES: Message("the corrected values are written"),
            F.STRUCK: Message("the text never held them"),
        },
    ),
    write,
    losses,
    Beside(".relations.csv", lambda options: bool(options.relations), write_links, _opening(LINK_COLUMNS)),
    _opening(COLUMNS),
    _holds,
)
