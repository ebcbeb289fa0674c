"""Saved pages, text dumps and Markdown from the disk, known by what is in them rather than by their names."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.errors import SourceError
from reader.model import Page

LIMIT = 256 * 1024 * 1024  # bytes; the cleaner has its own, smaller limits of time and memory
SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".mht.html", ".txt", ".text", ".md", ".markdown")
_MARKDOWN = (".md", ".markdown")
_MARKUP = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|title|meta|div|p|article|section|main|h[1-6]|table|ul|ol|br|a|img|span)[\s>/]",
    re.IGNORECASE,
)


def page_of_file(path: Path, base_url: str = "") -> Page:
    """The page in one file. Raises `SourceError` naming the file when it is missing, no file, empty or unreadable."""
    try:
        if path.is_dir():
            raise SourceError(f"{path} is a folder")
        if not path.is_file():
            raise SourceError(f"{path}: there is no such file" if not path.exists() else f"{path} is not a file")
        if path.stat().st_size > LIMIT:
            raise SourceError(f"{path} is larger than {LIMIT // 2**20} MB; no page is")
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror or error}") from error
    return page_of_bytes(data, str(path), path.name, url=base_url)


def page_of_bytes(data: bytes, source: str, name: str, *, encoding: str = "", url: str = "") -> Page:
    """The page in `data`, its type read from its bytes (a name tells Markdown). Raises `SourceError` when empty."""
    if not data.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
        raise SourceError(f"{source} is empty")
    return Page(source, name, data, _media_type(data, name), encoding, url)


def _media_type(data: bytes, name: str) -> str:
    if name.casefold().endswith(_MARKDOWN):
        return "text/markdown"
    start = data[: 1 << 16]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[2:].replace(b"\x00", b"")
    # A text that speaks of a tag in passing is still a text: markup opens the file or comes often.
    tags = len(_MARKUP.findall(start))
    opens = _MARKUP.match(start.removeprefix(b"\xef\xbb\xbf").lstrip()) is not None
    named = name.casefold().endswith((".html", ".htm", ".xhtml", ".shtml"))
    return "text/html" if named or opens or tags > 4 else "text/plain"


def folder_files(folder: Path) -> Iterator[Path]:
    """The pages in `folder` and below, by name. Hidden folders, the `…_files` folders that browsers save beside a page,
    and links that lead out of the folder are passed over. Raises `SourceError` when there is no page."""
    root, found = folder.resolve(), 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not f.endswith("_files"))
        for name in sorted(names):
            path = Path(place, name)
            if name.casefold().endswith(SUFFIXES) and not name.startswith(".") and path.resolve().is_relative_to(root):
                found += 1
                yield path
    if not found:
        raise SourceError(f"{folder} holds no page (looked for {', '.join(SUFFIXES)})")


def read_stdin(base_url: str = "") -> Page:
    """The page on standard input."""
    return page_of_bytes(sys.stdin.buffer.read(LIMIT), "-", "standard input", url=base_url)
