"""The front of the cleaner: which way a page goes, by its media type."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from reader.cleaning.decode import Decoded, decode, refuse_binary
from reader.cleaning.documents import reader_of
from reader.cleaning.held import refuse_several
from reader.cleaning.no_pages import refuse_no_page
from reader.cleaning.saved import Opened, captured_of_text, opened, read_as_saved, with_pictures
from reader.errors import CleaningError
from reader.memory import gc_paused
from reader.model.captures import FILE_DATE
from reader.model.pages import Cleaned, Page


def clean(page: Page) -> Cleaned:
    """Return the article of a page of `text/html`, `text/markdown` or `text/plain`, of one that was saved in a
    container (`reader.text.saved_formats`), or of a document (`reader.text.document_formats`).

    A pure function of the page, without time or memory limits (`Worker` has those). Raises
    `CleaningError`, naming the source, when the page is empty, binary, something else than a page, or holds no article,
    and `SeveralError` with what is in it when that is more than one.
    """
    if not page.data.strip():
        raise CleaningError("{0}: the file is empty", page.address)
    refuse_several(page)
    if (read := reader_of(page)) is not None:
        return _told(read(page), *captured_of_text(Opened(page)))
    found = opened(page)
    if found.main is None:
        refuse_no_page(page)
    page = found.page
    refuse_binary(page)
    kind = page.media_type.partition(";")[0].strip().lower()
    decoded = decode(page.data, page.encoding, markup=kind in ("text/html", "application/xhtml+xml"))
    if kind in ("text/plain", "text/markdown"):
        return _told(_clean_text(page, decoded, kind), *captured_of_text(found))
    from reader.cleaning.html import clean_html

    saved = read_as_saved(found, decoded.text)
    with gc_paused():  # tens of thousands of small values a page, hardly a cycle among them
        cleaned = clean_html(saved.page, replace(decoded, text=saved.text))
    return _told(with_pictures(cleaned, saved.pictures), saved.captured, saved.basis)


def _clean_text(page: Page, decoded: Decoded, kind: str) -> Cleaned:
    if kind == "text/markdown":
        from reader.cleaning.markdown import clean_markdown

        return clean_markdown(page, decoded)
    from reader.cleaning.documents.transcript import transcript
    from reader.cleaning.dump import clean_dump

    return transcript(page, decoded) or clean_dump(page, decoded)


def _told(cleaned: Cleaned, captured: datetime | None, basis: str) -> Cleaned:
    """The article with when its page was captured. A file that is older than the last change of what stands in it was
    dated by something else."""
    metadata = cleaned.metadata
    if captured is None or (
        basis == FILE_DATE and f"{captured:%Y-%m-%d}" < max(metadata.published, metadata.updated)[:10]
    ):
        return cleaned
    return replace(cleaned, captured=captured, metadata=replace(metadata, basis={**metadata.basis, "captured": basis}))
