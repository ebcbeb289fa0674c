"""How a file would begin, made of the first article alone: as the page that it opens with, as rows, or as text."""

from __future__ import annotations

import csv
import io
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from reader.exchange.exporters import EXPORTERS, Exporter, Release
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

CHARACTERS, ROWS, COLUMNS = 4000, 40, 30
_WIDTH = 1240  # pixels of a page: sharp on a screen that draws two for one
_PDFIUM = threading.Lock()  # it is not made for two threads, and another page may be asked for meanwhile
_PAPERS = (".pdf", ".docx", ".html")
_TABLES = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Beginning:
    """One of three: `text`, `rows` of cells, or `page`, a PNG. `is_exact` is false where the page is that of a PDF
    with the same words, because the file itself is laid out by the program that opens it. The text of a package, which
    `is_package`, are the names of what is in it."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    page: bytes = b""
    is_exact: bool = True
    is_package: bool = False


def is_drawn(exporter: Exporter) -> bool:
    """Return whether a format is shown as a page, which takes a moment: not on the window's thread."""
    return exporter.suffix in _PAPERS


def drawn(exporter: Exporter, dataset: Dataset, options: Any, release: Release) -> Iterator[Progress]:
    """Make the beginning as a job does: the last `Progress` has it as its result."""
    yield Progress(1, 1, "", beginning(exporter, dataset, options, release))


def beginning(exporter: Exporter, dataset: Dataset, options: Any, release: Release) -> Beginning:
    """Return how the file would begin. Raises `TilikError` when it cannot be written."""
    with dataset.still() as whole:
        first = list(_first(whole))
        one = replace(whole, documents=lambda: iter(first), count=len(first), snapshot=None)
        if is_drawn(exporter):
            return _page(exporter, one, options, release)
        data = _written(exporter, one, options, release)
    if exporter.suffix in _TABLES:
        return Beginning(rows=_sheet(data) if data.startswith(b"PK") else _cells(data))
    if data.startswith(b"PK"):
        return Beginning("\n".join(_members(data)), is_package=True)
    return Beginning(data[: CHARACTERS * 4].decode("utf-8-sig", "ignore")[:CHARACTERS])


def _written(exporter: Exporter, dataset: Dataset, options: Any, release: Release) -> bytes:
    out = io.BytesIO()
    for _step in exporter.write(dataset, out, options, release=release):
        pass
    return out.getvalue()


def _first(dataset: Dataset) -> Iterator[Document]:
    for document in dataset.documents():
        yield document
        return


def _page(exporter: Exporter, dataset: Dataset, options: Any, release: Release) -> Beginning:
    """The first page of the PDF that says the same: a format's own, or that of the format's sibling."""
    import pypdfium2  # late: only this needs it

    id = exporter.id.replace("docx", "pdf").replace("html", "pdf")
    paper = next(form for form in EXPORTERS if form.id == id)
    chosen = {f.name: getattr(options, f.name) for f in fields(paper.options) if hasattr(options, f.name)}
    data = _written(paper, dataset, paper.options(**chosen), release)
    with _PDFIUM:
        found = pypdfium2.PdfDocument(data)
        try:
            page = found[0]
            picture = io.BytesIO()
            page.render(scale=_WIDTH / page.get_width()).to_pil().save(picture, "PNG")
            page.close()
        finally:
            found.close()
    return Beginning(page=picture.getvalue(), is_exact=paper is exporter)


def _cells(data: bytes) -> tuple[tuple[str, ...], ...]:
    text = data[: CHARACTERS * 40].decode("utf-8-sig", "ignore")
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return tuple(tuple(row[:COLUMNS]) for _, row in zip(range(ROWS), rows, strict=False))


def _sheet(data: bytes) -> tuple[tuple[str, ...], ...]:
    """The first sheet of a workbook that has a row below its head, else the first; hidden columns stay hidden."""
    import openpyxl  # late: only this needs it

    book = openpyxl.load_workbook(io.BytesIO(data))
    sheets = [tuple(_rows(sheet)) for sheet in book.worksheets]
    return next((rows for rows in sheets if len(rows) > 1), sheets[0])


def _rows(sheet: Any) -> Iterator[tuple[str, ...]]:
    groups = [group for group in sheet.column_dimensions.values() if group.hidden]
    hidden = {n for group in groups for n in range(group.min, group.max + 1)}
    for row in sheet.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True):
        yield tuple("" if value is None else str(value) for n, value in enumerate(row, 1) if n not in hidden)


def _members(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        for info in found.infolist():
            yield info.filename
