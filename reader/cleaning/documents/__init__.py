"""Documents that are no web pages and hold an article all the same: books, Word, PDF, subtitles.

Nothing of them is judged: what stands in a document is its text, but for what only the paper needs (page numbers,
running heads). Each is opened in the process that cleans, within bounds.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.model.pages import Cleaned, Page
from reader.text import document_formats as formats

Reader = Callable[[Page], Cleaned]

__all__ = ["reader_of"]


def reader_of(page: Page) -> Reader | None:
    """Return what reads the document that the bytes of `page` are; None when they are none."""
    return _READERS.get(formats.document_of(page.data))


def _epub(page: Page) -> Cleaned:
    from reader.cleaning.documents.epub import read_epub

    return read_epub(page)


def _word(page: Page) -> Cleaned:
    from reader.cleaning.documents.word import read_word

    return read_word(page)


def _pdf(page: Page) -> Cleaned:
    from reader.cleaning.documents.pdf import read_pdf

    return read_pdf(page)


def _subtitles(page: Page) -> Cleaned:
    from reader.cleaning.documents.subtitles import read_subtitles

    return read_subtitles(page)


_READERS: dict[str, Reader] = {
    formats.EPUB: _epub,
    formats.WORD: _word,
    formats.PDF: _pdf,
    formats.SUBRIP: _subtitles,
    formats.WEBVTT: _subtitles,
}
