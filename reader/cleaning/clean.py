"""The front of the cleaner: which way a page goes, by its media type."""

from __future__ import annotations

from reader.cleaning.decode import decode, refuse_binary
from reader.errors import CleaningError
from reader.memory import gc_paused
from reader.model.pages import Cleaned, Page


def clean(page: Page) -> Cleaned:
    """Return the article of a page of `text/html`, `text/markdown` or `text/plain`.

    A pure function of the page, without time or memory limits (`Worker` has those). Raises
    `CleaningError`, naming the source, when the page is empty, binary or holds no article.
    """
    if not page.data.strip():
        raise CleaningError("{0}: the file is empty", page.address)
    refuse_binary(page)
    kind = page.media_type.partition(";")[0].strip().lower()
    decoded = decode(page.data, page.encoding, markup=kind in ("text/html", "application/xhtml+xml"))
    if kind == "text/markdown":
        from reader.cleaning.markdown import clean_markdown

        return clean_markdown(page, decoded)
    if kind == "text/plain":
        from reader.cleaning.dump import clean_dump

        return clean_dump(page, decoded)
    from reader.cleaning.html import clean_html

    with gc_paused():  # tens of thousands of small values a page, hardly a cycle among them
        return clean_html(page, decoded)
