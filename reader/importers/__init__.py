"""Sources into pages: files, folders, addresses, what stands on the clipboard. Nothing is cleaned or stored here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from reader.errors import SourceError
from reader.importers.clipboard import addresses, paste
from reader.importers.files import folder_files, page_of_bytes, page_of_file, read_stdin
from reader.model import Page

__all__ = ["Fetch", "addresses", "expand", "is_address", "page_of", "page_of_bytes", "paste", "read"]

Fetch = Callable[[str], Page]


def is_address(source: str) -> bool:
    """Whether `source` is to be fetched and not opened."""
    return source.casefold().startswith(("http://", "https://"))


def expand(source: str | Path) -> list[str | Path]:
    """The pages in a folder, or the source itself. Raises `SourceError` for a folder without pages."""
    if isinstance(source, str) and (source == "-" or is_address(source)):
        return [source]
    path = Path(source)
    return list(folder_files(path)) if path.is_dir() else [path]


def page_of(source: str | Path, *, base_url: str = "", fetch: Fetch | None = None) -> Page:
    """The page at one source: a file, `-` for standard input, or an http(s) address, which is fetched now.

    Raises `SourceError` for what cannot be read and `FetchError` for what cannot be fetched; both name the source.
    """
    if source == "-":
        return read_stdin(base_url)
    if isinstance(source, str) and is_address(source):
        from reader.importers import web

        return (fetch or web.fetch)(source)
    if isinstance(source, str) and "://" in source.split("/", 2)[0] + "//":
        raise SourceError(f"{source}: only http and https addresses can be fetched")
    return page_of_file(Path(source), base_url)


def read(source: str | Path, *, base_url: str = "", fetch: Fetch | None = None) -> Iterator[Page]:
    """Every page of a file, a folder, an address or standard input. Raises as `page_of` does, at once."""
    for one in expand(source):
        yield page_of(one, base_url=base_url, fetch=fetch)
