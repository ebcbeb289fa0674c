"""A PDF to an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.cleaning.assemble import assemble
from reader.cleaning.documents.pdf.facts import facts
from reader.cleaning.documents.pdf.furniture import furniture
from reader.cleaning.documents.pdf.lines import Line, Sheet, sheet_of
from reader.cleaning.documents.pdf.paragraphs import paragraphs
from reader.cleaning.raw import RawBlock
from reader.errors import CleaningError
from reader.model import left_out_reasons as reasons
from reader.model.articles import BlockKind
from reader.model.pages import Cleaned, Page
from reader.notices import PAGES_WITHOUT_TEXT, TOO_MANY_PAGES, notice

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 3000
_WORDS = 12  # letters; a page with fewer holds no text but perhaps a number


def read_pdf(page: Page) -> Cleaned:
    """Return the text of a PDF in reading order. Raises `CleaningError`, naming the file, when it is broken, locked,
    or holds pictures of pages and no text."""
    with _opened(page) as document:
        properties = document.get_metadata_dict(skip_empty=True)
        count = len(document)
        sheets = [sheet for index in range(min(count, MOST_PAGES)) if (sheet := _sheet(document, index)) is not None]
    empty = sum(sum(len(line.text) for line in sheet.lines) < _WORDS for sheet in sheets)
    if empty == len(sheets):
        raise CleaningError(
            "{0}: this PDF holds pictures of pages and no text; have its text recognised (OCR) and add that",
            page.address,
        )
    notices = [notice(PAGES_WITHOUT_TEXT, empty, len(sheets))] if empty else []
    if count > MOST_PAGES:
        notices.append(notice(TOO_MANY_PAGES, MOST_PAGES, count - MOST_PAGES))
    return _cleaned(sheets, properties, notices)


@contextmanager
def _opened(page: Page) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(page.data)
    except PdfiumError as error:
        if "password" in str(error).casefold():
            raise CleaningError("{0}: this PDF is locked by a password", page.address) from error
        raise CleaningError("{0}: this PDF is broken ({1})", page.address, str(error)) from error
    try:
        yield document
    finally:
        document.close()


def _sheet(document: PdfDocument, index: int) -> Sheet | None:
    """The lines of a page; one that is broken has none, as readers show it."""
    from pypdfium2 import PdfiumError

    try:
        return sheet_of(document, index)
    except PdfiumError:
        return Sheet(index + 1, 0.0, 0.0, ())


def _cleaned(sheets: Sequence[Sheet], properties: dict[str, str], notices: list[str]) -> Cleaned:
    around = furniture(sheets)
    inner = [replace(sheet, lines=tuple(one for one in sheet.lines if one not in around)) for sheet in sheets]
    blocks = paragraphs(inner)
    metadata = facts(blocks, properties)
    placed = _with_furniture(blocks, sorted(around, key=lambda line: (line.page, -line.top)))
    return assemble(placed, metadata, encoding="", notices=notices)


def _with_furniture(blocks: list[RawBlock], around: list[Line]) -> list[RawBlock]:
    """Heads, feet and numbers stand among what was left out, before the first block of the next page."""
    placed: list[RawBlock] = []
    left = list(reversed(around))
    for block in blocks:
        while left and left[-1].page < int(block.attrs["page"]):
            placed.append(_left_out(left.pop()))
        placed.append(block)
    return placed + [_left_out(line) for line in reversed(left)]


def _left_out(line: Line) -> RawBlock:
    return RawBlock(line.text, BlockKind.PARAGRAPH, attrs={"page": str(line.page)}, reason=reasons.PAGE_FURNITURE)
