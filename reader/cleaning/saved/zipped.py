"""Pages saved as a ZIP archive: WebScrapBook's `.htz`, `.maff`, SingleFile's archives and pages that unpack themselves.

Nothing is written to the disk, so that no name in an archive leads anywhere; what is unpacked is bounded.
"""

from __future__ import annotations

import io
import json
import lzma
import mimetypes
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from reader.cleaning.no_pages import kinds
from reader.cleaning.no_pages.kinds import refusal
from reader.cleaning.saved import moments
from reader.cleaning.saved.opened import Opened
from reader.cleaning.saved.parts import MOST_PARTS, Part, Parts, path_of
from reader.cleaning.saved.rdf import rdf_of
from reader.cleaning.saved.signs import Told
from reader.errors import CleaningError, LimitError
from reader.model.pages import Page

MOST_UNPACKED = 256 * 1024 * 1024  # bytes of all that is read of one archive
_LEADS = re.compile(rb"<meta\b[^<>]*http-equiv=[\"']?refresh[\"']?[^<>]*\burl=([^\"'<>\s]+)", re.IGNORECASE)
_SHORT = 4096  # bytes of a page that only leads to another
_INDEX = ("index.html", "index.htm", "index.xhtml")
_PAGES = (".html", ".htm", ".xhtml")
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError)
_OTHERS = (
    ("xl/", kinds.SPREADSHEET),
    ("ppt/", kinds.SLIDES),
    ("META-INF/manifest.xml", kinds.OPEN_DOCUMENT),
)


@dataclass(frozen=True, slots=True)
class _Index:
    """Where the page stands in the archive, and what the archive says of it. `urls` are the addresses of its parts."""

    path: str
    told: Told
    charset: str = ""
    urls: Mapping[str, str] | None = None


def open_zip(page: Page) -> Opened | None:
    """Return the page in an archive; None when `page` is a page of its own after all.

    Raises `CleaningError` for an archive of something else, and `LimitError` for one that unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(page.data))
    except _BROKEN as error:
        if page.data.lstrip()[:1] == b"<":
            return None
        raise CleaningError("{0}: this ZIP archive is broken ({1})", page.address, str(error)) from error
    return _opened(page, _Archive(page, archive))


def _opened(page: Page, archive: _Archive) -> Opened | None:
    index = _index(archive)
    index = _followed(archive, index) if index is not None else None
    if index is None:
        if page.data.lstrip()[:1] == b"<":
            return None
        raise archive.refusal()
    data = archive.read(index.path)
    if data is None:
        raise CleaningError("{0}: {1} in this archive cannot be read", page.address, index.path)
    parts = [archive.part(path, (index.urls or {}).get(path, "")) for path in archive.paths]
    main = next(part for part in parts if part.names[0] == index.path)
    url = page.url or index.told.url
    inner = replace(page, data=data, media_type="text/html", encoding=index.charset, url=url, beside=())
    return Opened(inner, Parts.of(parts), main, index.path, index.told)


class _Archive:
    """What is in a ZIP archive, by its paths, each unpacked at most once and not past a bound for all together."""

    def __init__(self, page: Page, archive: zipfile.ZipFile) -> None:
        self._page, self._archive, self._room = page, archive, MOST_UNPACKED
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_PARTS:
            raise LimitError("{0}: more than {1} parts are in this file; it was given up", page.address, MOST_PARTS)
        self._infos = {path: info for info in infos if (path := path_of(info.filename, ""))}
        self._read: dict[str, bytes | None] = {}

    @property
    def paths(self) -> list[str]:
        return list(self._infos)

    def part(self, path: str, url: str) -> Part:
        kind = mimetypes.guess_type(path)[0] or ""
        kept = kind in ("text/html", "application/xhtml+xml", "text/plain") or kind.startswith("image/")
        return Part((path, *([url] if url else ())), kind, lambda: self.read(path) if kept else None)

    def read(self, path: str) -> bytes | None:
        """Return the bytes at a path; None when they are damaged or there are none."""
        if path not in self._read:
            self._read[path] = self._unpacked(path)
        return self._read[path]

    def _unpacked(self, path: str) -> bytes | None:
        info = self._infos.get(path)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise CleaningError("{0}: this archive is locked by a password", self._page.address)
        try:
            with self._archive.open(info) as file:
                data = file.read(self._room + 1)
        except _BROKEN:
            return None
        if len(data) > self._room:
            raise LimitError(
                "{0}: this archive unpacks to more than {1} MB and was given up", self._page.address,
                MOST_UNPACKED // 2**20,
            )  # fmt: skip
        self._room -= len(data)
        return data

    def refusal(self) -> CleaningError:
        """Why there is no page in it, as an error that says what it is."""
        names = [*self._infos]
        for beginning, what in _OTHERS:
            if any(name.startswith(beginning) for name in names):
                return refusal(self._page, what)
        pages = [name for name in names if name.casefold().endswith(_PAGES)]
        if len(pages) > 1:
            return CleaningError(
                "{0}: several pages are in this ZIP archive; unpack it and add the folder", self._page.address
            )
        return refusal(self._page, kinds.ARCHIVE)


def _index(archive: _Archive) -> _Index | None:
    """Where the page is: as MAFF or SingleFile say, by the name that it has in archives, or the one above all."""
    paths = archive.paths
    if any(path.startswith(beginning) for beginning, _ in _OTHERS for path in paths):
        return None
    for path in sorted((path for path in paths if path.count("/") <= 1), key=lambda path: (path.count("/"), path)):
        name = path.rpartition("/")[2]
        found = _maff(archive, path) if name == "index.rdf" else _manifest(archive, path) if name in _SAYS else None
        if found is not None and found.path in paths:
            return found
    for name in _INDEX:
        if name in paths:
            return _Index(name, Told())
    pages = sorted((path.count("/"), path) for path in paths if path.casefold().endswith(_PAGES))
    alone = pages and all(depth > pages[0][0] for depth, _ in pages[1:])  # the others are frames in its folder
    return _Index(pages[0][1], Told()) if alone else None


def _followed(archive: _Archive, index: _Index) -> _Index:
    """WebScrapBook puts an `index.html` before a page of another name: it has no words and leads there at once."""
    data = archive.read(index.path) or b""
    found = _LEADS.search(data) if len(data) < _SHORT else None
    if found is None:
        return index
    path = path_of(unquote(found[1].decode("utf-8", "replace")), index.path)
    return replace(index, path=path) if path in archive.paths and path.casefold().endswith(_PAGES) else index


_SAYS = ("manifest.json",)


def _maff(archive: _Archive, path: str) -> _Index | None:
    said = rdf_of(archive.read(path) or b"")
    name = said.get("indexfilename") or "index.html"
    told = Told(said.get("originalurl", ""), moments.moment(said.get("archivetime", "")), "MAFF")
    return _Index(path_of(name, path), told, said.get("charset", ""))


def _manifest(archive: _Archive, path: str) -> _Index | None:
    """SingleFile's own. A manifest of something else says no address."""
    try:
        said = json.loads(archive.read(path) or b"")
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or not isinstance(said.get("originalUrl"), str):
        return None
    name, time = said.get("indexFilename"), said.get("archiveTime")
    told = Told(said["originalUrl"], moments.moment(time) if isinstance(time, str) else None, "SingleFile")
    resources = said.get("resources")
    urls = {
        path_of(name, path): url
        for name, url in (resources.items() if isinstance(resources, dict) else ())
        if isinstance(url, str) and url.startswith(("http://", "https://"))
    }
    return _Index(path_of(name if isinstance(name, str) else "index.html", path), told, "", urls)
