"""What is no page: annotated sets, links, feeds, tables, references. Each is refused with the
word for what it is and the way that it should go, and never becomes an article of its own syntax."""

from __future__ import annotations

from reader.cleaning.no_pages.documents import document
from reader.cleaning.no_pages.kinds import NoPage, Sample, refusal
from reader.cleaning.no_pages.lines import lines_of_something
from reader.cleaning.no_pages.links import link
from reader.cleaning.no_pages.parsed_json import json_data
from reader.cleaning.no_pages.xml import xml_data
from reader.model.pages import Page

__all__ = ["NoPage", "is_no_page", "refuse_no_page"]

_LOOKS = (document, link, xml_data, json_data, lines_of_something)


def is_no_page(page: Page) -> NoPage | None:
    """Return what the bytes are when they are no page."""
    sample = Sample.of(page)
    return next((found for look in _LOOKS if (found := look(sample)) is not None), None)


def refuse_no_page(page: Page) -> None:
    """Raise `CleaningError`, naming the source, what it is and what to do with it, when the bytes are no page."""
    found = is_no_page(page)
    if found is not None:
        raise refusal(page, found)
