"""Web archives of many pages: WARC, plain or packed, and WACZ. Each page that a server answered with, complete and
without an error, is an article of its own with its address and the day of its capture."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.cleaning.documents.unzipped import Unzipped
from reader.cleaning.held.entries import address
from reader.cleaning.saved import moments
from reader.errors import CleaningError
from reader.messages import Message
from reader.model.held import Held, Listed
from reader.model.pages import Page
from reader.text.document_formats import WACZ

_PAGES = ("text/html", "application/xhtml+xml")
_MOST = 96 * 1024 * 1024  # bytes of all pages of one archive
_LARGEST = 32 * 1024 * 1024  # bytes of one page
_MOST_PAGES = 20_000
_MOST_RECORDS = 2_000_000


def pages_in(page: Page, kind: str) -> Held:
    """Return the pages of an archive. What is cut off or broken is told with its place; what stands before it is
    there. Raises `CleaningError`, naming the file, when no page is in it."""
    found = _Found(page)
    if kind == WACZ:
        archive = Unzipped(page)
        for path in sorted(archive.paths):
            if path.startswith("archive/") and path.endswith((".warc", ".warc.gz")):
                found.read(f"{page.address}, {path}", archive.read(path) or b"")
    else:
        found.read(page.address, page.data)
    if not found.entries:
        raise found.nothing()
    return Held("WACZ" if kind == WACZ else "WARC", tuple(found.entries.values()), tuple(found.problems))


@dataclass(slots=True)
class _Found:
    page: Page
    entries: dict[tuple[str, str], Listed] = field(default_factory=dict)
    problems: list[Message] = field(default_factory=list)
    room: int = _MOST
    full: bool = False

    def read(self, where: str, data: bytes) -> None:
        """Take the pages of one file."""
        from warcio.exceptions import ArchiveLoadFailed

        at = 0
        try:
            for at, record in enumerate(_records(data), 1):
                if self.full or at > _MOST_RECORDS:
                    break
                self._take(where, at, record)
        except (ArchiveLoadFailed, ValueError, EOFError, OSError, KeyError, AttributeError, TypeError) as error:
            why = str(error).strip().partition("\n")[0][:200] or type(error).__name__
            self.problems.append(Message("{0}: broken after record {1} ({2})", where, at, why))

    def _take(self, where: str, number: int, record: Any) -> None:
        url, told = _target(record)
        if not told:
            return
        stamp = record.rec_headers.get_header("WARC-Date") or ""
        if (url, stamp) in self.entries:
            return
        data = _body(record, min(_LARGEST, self.room))
        if data is None:
            self.problems.append(Message("{0}, record {1}: {2} is cut off or broken", where, number, url))
        elif len(data) > min(_LARGEST, self.room) or len(self.entries) >= _MOST_PAGES:
            self.full = self.room < _LARGEST or len(self.entries) >= _MOST_PAGES
            why = Message("{0}, record {1}: {2} is too large, or too much is before it", where, number, url)
            self.problems.append(why)
        elif data.strip():
            self.room -= len(data)
            taken = Page(
                url, url.rstrip("/").rpartition("/")[2] or url, data, "text/html", _charset(record), url,
                moments.moment(stamp), self.page.written,
            )  # fmt: skip
            self.entries[url, stamp] = Listed(url, page=taken)

    def nothing(self) -> CleaningError:
        """Why there is no page."""
        if self.problems:
            broken = self.problems[0]
            return CleaningError("{0}: no page could be read in this web archive ({1})", self.page.address, broken)
        return CleaningError("{0}: no page of text is in this web archive", self.page.address)


def _records(data: bytes) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    return iter(ArchiveIterator(io.BytesIO(data), no_record_parse=False, verify_http=False))


def _target(record: Any) -> tuple[str, bool]:
    """The address of a record, and whether it is a page: an answer with 200, or the page itself as a resource."""
    url = address((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>"))
    if not url or record.rec_type not in ("response", "resource"):
        return url, False
    headers = record.http_headers
    if record.rec_type == "response" and (headers is None or headers.get_statuscode() != "200"):
        return url, False
    if record.rec_headers.get_header("WARC-Truncated"):
        return url, False
    return url, _content_type(record).partition(";")[0].strip().casefold() in _PAGES


def _content_type(record: Any) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return headers.get_header("Content-Type") or ""


def _charset(record: Any) -> str:
    _, _, rest = _content_type(record).casefold().partition("charset=")
    return rest.partition(";")[0].strip().strip("\"'")[:40]


def _body(record: Any, most: int) -> bytes | None:
    """The page without the packing of its transfer, at most one byte more than `most`; None when it is damaged."""
    parts, size = [], 0
    stream = record.content_stream()
    while size <= most:
        piece = stream.read(1 << 16)
        if not piece:
            break
        parts.append(piece)
        size += len(piece)
    whole = record.raw_stream
    left = getattr(whole, "limit", 0)  # what the record says that it has and the file does not
    return b"".join(parts)[: most + 1] if size > most or not left else None
