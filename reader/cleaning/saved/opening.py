"""A page out of what it was saved in: its main document, what came with it, its own address, the day of its saving."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from reader.cleaning.links import web
from reader.cleaning.saved import moments
from reader.cleaning.saved.frames import framed
from reader.cleaning.saved.opened import Opened
from reader.cleaning.saved.parts import Part, Parts
from reader.cleaning.saved.placing import Placing
from reader.cleaning.saved.signs import Told, told_by
from reader.cleaning.saved.web_archives import ARCHIVE, copy_at, copy_in, without_archive
from reader.model.captures import FETCHED, FILE_DATE
from reader.model.pages import Companion, Page
from reader.text.saved_formats import MIME, WEBARCHIVE, ZIP, container_of


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page ready to be cleaned: `text` is its markup, `pictures` are those that it is led to, by their number."""

    page: Page
    text: str
    pictures: list[tuple[Part, str]]
    captured: datetime | None
    basis: str


def opened(page: Page) -> Opened:
    """Return the page in a container, or the page itself. Raises `CleaningError`, naming the source, for a container
    that is broken, too large, or holds no page."""
    container = container_of(page.data)
    if container == MIME:
        from reader.cleaning.saved.mime import open_mime

        return open_mime(page)
    if container == ZIP:
        from reader.cleaning.saved.zipped import open_zip

        return open_zip(page) or _alone(page)
    if container == WEBARCHIVE:
        from reader.cleaning.saved.webarchive import open_webarchive

        return open_webarchive(page)
    return _alone(page)


def _alone(page: Page) -> Opened:
    return Opened(page, Parts.of(_beside(one) for one in page.beside))


def _beside(one: Companion) -> Part:
    return Part((one.name,), "", lambda: one.data, file=one.name)


def read_as_saved(found: Opened, text: str) -> SavedPage:
    """Return the page with its own address, with its frames in it, and with what leads to the pictures that it has
    with it."""
    copy = copy_at(found.page.url) or copy_at(found.told.url)
    told = Told() if copy is not None else told_by(text)
    copy = copy or copy_at(told.url) or copy_in(text)
    url = found.page.url or found.told.url or told.url
    if copy is not None:
        text, url = without_archive(text, copy), copy.url
        told = Told(copy.url, copy.moment, ARCHIVE)
    elif found.told.moment is not None:
        told = found.told
    base = found.path or url
    placing = Placing(found.parts)
    text = framed(text, found.parts, found.main, base, placing)
    page = replace(found.page, url=web(url, ""))
    return SavedPage(page, text, placing.found, *_captured(page, told))


def captured_of_text(found: Opened) -> tuple[datetime | None, str]:
    """Return when a page of plain text was captured, and who says so."""
    return _captured(found.page, found.told)


def _captured(page: Page, told: Told) -> tuple[datetime | None, str]:
    """What the page says itself counts, then when it was fetched, and only then the date of its file."""
    if told.moment is not None:
        return told.moment, told.basis
    if page.retrieved is not None:
        return page.retrieved, FETCHED
    written = moments.sane(page.written) if page.written is not None else None
    return written, FILE_DATE if written is not None else ""
