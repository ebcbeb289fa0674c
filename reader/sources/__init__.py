"""Sources into pages: files, folders, addresses, what stands on the clipboard. Nothing is cleaned or stored here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.errors import SourceError
from reader.model.pages import Page
from reader.sources.clipboard import addresses, paste
from reader.sources.files import folder_files, page_of_bytes, page_of_file, read_stdin
from reader.system_reasons import reason_of
from reader.text.credentials import without_credentials

__all__ = ["Fetch", "addresses", "expand", "is_address", "page_of", "page_of_bytes", "paste", "read"]

Fetch = Callable[[str], Page]
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # two letters at least: `C:/` is a disk


def is_address(source: str) -> bool:
    """Return whether `source` is to be fetched and not opened."""
    return source.casefold().startswith(("http://", "https://"))


def expand(source: str | Path) -> list[str | Path]:
    """Return the pages in a folder, or the source itself. Raises `SourceError` for a folder without pages."""
    if isinstance(source, str) and (source == "-" or _SCHEME.match(source)):
        return [source]
    try:
        return list(folder_files(Path(source))) if Path(source).is_dir() else [source]
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise SourceError("{0} cannot be read: {1}", source, reason_of(error)) from error


def page_of(source: str | Path, *, base_url: str = "", fetch: Fetch | None = None) -> Page:
    """Return the page at one source: a file, `-` for standard input, or an http(s) address, which is fetched now.

    Raises `SourceError` for what cannot be read and `FetchError` for what cannot be fetched; both name the source.
    """
    base_url = without_credentials(base_url)
    if source == "-":
        return read_stdin(base_url)
    if isinstance(source, str) and is_address(source):
        from reader.sources import web

        return (fetch or web.fetch)(source)
    if isinstance(source, str) and _SCHEME.match(source):
        raise SourceError("{0}: only http and https addresses can be fetched", source)
    return page_of_file(Path(source), base_url)


def read(
    source: str | Path,
    *,
    base_url: str = "",
    fetch: Fetch | None = None,
    failed: Callable[[SourceError], None] | None = None,
) -> Iterator[Page]:
    """Yield every page of a file, a folder, an address or standard input.

    What cannot be read is given to `failed` and the rest goes on; without it, it is raised as by `page_of`.
    """
    waiting: list[str | Path] = [source]
    while waiting:
        one = waiting.pop(0)
        try:
            found = expand(one)
            if found != [one]:
                waiting[:0] = found
                continue
            page = page_of(one, base_url=base_url, fetch=fetch)
        except SourceError as error:
            if failed is None:
                raise
            failed(error)
        else:
            yield page
