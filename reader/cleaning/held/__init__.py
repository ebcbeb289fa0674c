"""Files that hold not one article but several: web archives, and the lists of programs in which people keep what they
mean to read. Each is known by what is in it; nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.cleaning.decode import decode
from reader.cleaning.held.addresses import addresses_in
from reader.cleaning.held.entries import at_once
from reader.cleaning.held.html_lists import list_in_html
from reader.cleaning.held.json_lists import list_in_json
from reader.cleaning.held.tables import list_in_table
from reader.errors import CleaningError
from reader.model.held import Held, SeveralError
from reader.model.pages import Page
from reader.text.document_formats import WACZ, WARC, document_of

__all__ = ["held_in", "refuse_several"]

_LARGEST = 128 * 1024 * 1024  # bytes of a list
_LOOKS: tuple[Callable[[Page, str], Held | None], ...] = (list_in_json, list_in_html, list_in_table, addresses_in)


def refuse_several(page: Page) -> None:
    """Raise `SeveralError`, with all that is in it, when the bytes hold several pages or a list; `CleaningError`,
    naming the file and the place, when they are such a file that is broken."""
    found = held_in(page)
    if found is not None:
        raise SeveralError(page.address, found)


def held_in(page: Page) -> Held | None:
    """Return what a file holds that is not one article; None for a page or anything else."""
    kind = document_of(page.data)
    if kind in (WARC, WACZ):
        from reader.cleaning.held.web_archives import pages_in

        return pages_in(page, kind)
    if page.data.startswith(b"PK\x03\x04"):
        from reader.cleaning.held.zipped_lists import list_in_zip

        return None if kind else list_in_zip(page)
    if kind or len(page.data) > _LARGEST or _is_plainly_no_list(page.data):
        return None
    text = decode(page.data, page.encoding).text.lstrip("\ufeff")
    found = next(_found(page, text), None)
    if found is not None and not found.entries:
        raise CleaningError("{0}: there is no web address in this list ({1})", page.address, found.what)
    return at_once(found) if found is not None else None


def _found(page: Page, text: str) -> Iterator[Held]:
    for look in _LOOKS:
        if (found := look(page, text)) is not None:
            yield found


def _is_plainly_no_list(data: bytes) -> bool:
    """Pages by far are what comes in; they are not decoded here."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<", b"\xff\xfe", b"\xfe\xff")) and b"bookmark" not in start and not any(
        sign in start for sign in (b"pocket export", b"instapaper: export")
    )  # fmt: skip
