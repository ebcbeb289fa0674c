"""Saved pages, text dumps and Markdown from the disk, known by what is in them rather than by their names."""

from __future__ import annotations

import mimetypes
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from reader.database_files import opened
from reader.errors import SourceError
from reader.model.pages import Page
from reader.sources.folder_beside import is_folder_beside, pictures_beside
from reader.system_reasons import reason_of
from reader.text.document_formats import document_of
from reader.text.invariants import frozen
from reader.text.saved_formats import container_of

LIMIT = 256 * 1024 * 1024  # bytes; the cleaner has its own, smaller limits of time and memory
SUFFIXES = (
    ".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml", ".htz", ".maff", ".webarchive", ".txt", ".text", ".md",
    ".markdown", ".pdf", ".docx", ".epub", ".srt", ".vtt", ".warc", ".warc.gz", ".wacz",
)  # fmt: skip
_MARKDOWN = (".md", ".markdown")
_MARKUP = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|title|meta|div|p|article|section|main|h[1-6]|table|ul|ol|br|a|img|span)[\s>/]",
    re.IGNORECASE,
)


# A line that markup begins, or that ends what it holds; a sentence goes on after the tag it begins with.
_LINE = re.compile(
    rb"\s*(?:</|<!|<[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>(?!\s+[a-z(,]))|.*</[a-z][a-z0-9]*>\s*$", re.IGNORECASE
)
_CLOSED = re.compile(rb"</(?:p|div|li|h[1-6]|td|tr|a)>", re.IGNORECASE)
_FEW, _MOSTLY = 4, 0.5
_TAG = re.compile(rb"<[a-z!?/]", re.IGNORECASE)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)


def page_of_file(path: Path, base_url: str = "") -> Page:
    """Return the page in one file. Raises `SourceError` naming the file when it is missing, no file, empty or
    unreadable."""
    try:
        if path.is_dir():
            raise SourceError("{0} is a folder", path)
        if not path.is_file():
            raise SourceError("{0}: there is no such file" if not path.exists() else "{0} is not a file", path)
        if path.stat().st_size > LIMIT:
            raise SourceError("{0} is larger than {1} MB; no page is", path, LIMIT // 2**20)
        with opened(path) as file:
            data = file.read()
        written = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    except (OSError, ValueError, OverflowError) as error:  # ValueError: a zero byte in the name, or a date past all
        raise SourceError("{0} cannot be read: {1}", path, reason_of(error)) from error
    page = page_of_bytes(data, str(path), path.name, url=base_url)
    return replace(page, written=written, beside=pictures_beside(path, data) if page.media_type == "text/html" else ())


def page_of_bytes(data: bytes, source: str, name: str, *, encoding: str = "", url: str = "") -> Page:
    """Return the page in `data`, its type read from its bytes (a name shows Markdown). Raises `SourceError` when
    empty."""
    if not data.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
        raise SourceError("{0} is empty", source)
    # A name that is not UTF-8 has halves of characters in it, which can be neither stored nor printed.
    source, name, url = frozen(source), frozen(name), frozen(url)
    return Page(source, name, data, _media_type(data, name), encoding, url)


def _media_type(data: bytes, name: str) -> str:
    if name.casefold().endswith(_MARKDOWN):
        return "text/markdown"
    if found := document_of(data) or container_of(data):
        return found
    start = data[: 1 << 16]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[2:].replace(b"\x00", b"")
    named = name.casefold().endswith((".html", ".htm", ".xhtml", ".shtml")) and _TAG.search(start) is not None
    return (
        "text/html"
        if named or _PAGE.match(start.removeprefix(b"\xef\xbb\xbf")) or _is_marked_up(start)
        else "text/plain"
    )


def _is_marked_up(start: bytes) -> bool:
    """Whether markup opens the text or comes often, and is what its lines are made of: one that speaks about tags, in
    sentences or by example, is still a text."""
    opens = _MARKUP.match(start.removeprefix(b"\xef\xbb\xbf").lstrip()) is not None
    if not opens and len(_MARKUP.findall(start)) <= _FEW:
        return False
    lines = [line for line in start.splitlines() if line.strip()]
    made = sum(len(line) for line in lines if _LINE.match(line) or len(_CLOSED.findall(line)) > 1)
    return made > _MOSTLY * sum(map(len, lines))


def folder_files(folder: Path) -> Iterator[Path]:
    """Yield the pages in `folder` and below, by name: files called like one, and others that open as a web page.

    Hidden folders, the folders of pictures that browsers save beside a page (`page_files`, in any language), and links
    that lead out of the folder are passed over. A folder below that cannot be read stands in its place, to fail by
    itself.
    Raises `SourceError` when `folder` cannot be read or there is no page in it.
    """
    root, found = os.path.realpath(folder), 0
    unread: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not is_folder_beside(f, names))
        for path in (Path(place, name) for name in sorted(names) if not name.startswith(".")):
            if _is_within(path, root) and (path.name.casefold().endswith(SUFFIXES) or _opens_as_page(path)):
                found += 1
                yield path
    for error in unread:
        if Path(error.filename) == folder:
            raise SourceError("{0} cannot be read: {1}", folder, reason_of(error)) from error
        found += 1
        yield Path(error.filename)
    if not found:
        raise SourceError("{0} holds no page (looked for {1})", folder, ", ".join(SUFFIXES))


def _is_within(path: Path, root: str) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(root)


def _opens_as_page(path: Path) -> bool:
    """Whether a file of any name is a web page. One that cannot be opened is none: its name does not promise a page."""
    if (mimetypes.guess_type(path.name)[0] or "").startswith(("image/", "audio/", "video/", "font/")):
        return False  # an error page that a browser saved in a picture's place is no article
    try:
        if not path.is_file():
            return False
        with opened(path) as file:
            return _PAGE.match(file.read(4096).removeprefix(b"\xef\xbb\xbf")) is not None
    except OSError:
        return False


def read_stdin(base_url: str = "") -> Page:
    """Return the page on standard input. Raises `SourceError` when it is empty or too large."""
    data = sys.stdin.buffer.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise SourceError("standard input is larger than {0} MB; no page is", LIMIT // 2**20)
    return page_of_bytes(data, "-", "standard input", url=base_url)
