"""A document that is a ZIP archive, read in memory and within bounds: no name in it leads anywhere."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.errors import CleaningError, LimitError
from reader.model.pages import Page

if TYPE_CHECKING:
    from lxml import etree

MOST_FILES = 20_000
MOST_UNPACKED = 192 * 1024 * 1024  # bytes of all that is read of one document
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError)


class Unzipped:
    """The files in a document by their paths, unpacked when they are read, not past a bound for all together."""

    def __init__(self, page: Page, most: int = MOST_UNPACKED) -> None:
        self._page, self._most, self._room = page, most, most
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(page.data))
        except _BROKEN as error:
            raise CleaningError("{0}: this file is cut off or broken ({1})", page.address, str(error)) from error
        infos = self._archive.infolist()
        if len(infos) > MOST_FILES:
            raise LimitError("{0}: more than {1} parts are in this file; it was given up", page.address, MOST_FILES)
        self._infos = {info.filename: info for info in infos if not info.is_dir()}

    @property
    def paths(self) -> Sequence[str]:
        """Return the names of all files, as they stand in the archive."""
        return list(self._infos)

    @property
    def size(self) -> int:
        """Return how many bytes all files say that they unpack to; no more of one than it says is ever read."""
        return sum(info.file_size for info in self._infos.values())

    def refuse_too_large(self) -> None:
        """Raise `LimitError` when all of it would unpack to more than the bound."""
        if self.size > self._most:
            raise self._too_large()

    def read(self, path: str) -> bytes | None:
        """Return the bytes at a path; None when there are none. Raises `CleaningError` for what is damaged or locked,
        `LimitError` past the bound."""
        info = self._infos.get(path)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise CleaningError("{0}: this archive is locked by a password", self._page.address)
        try:
            with self._archive.open(info) as file:
                data = file.read(self._room + 1)
        except _BROKEN as error:
            raise CleaningError("{0}: {1} in this file is damaged", self._page.address, path) from error
        if len(data) > self._room:
            raise self._too_large()
        self._room -= len(data)
        return data

    def _too_large(self) -> LimitError:
        return LimitError(
            "{0}: this archive unpacks to more than {1} MB and was given up", self._page.address, self._most // 2**20
        )

    def tree(self, path: str) -> Any:
        """Return the root of the XML at a path; None when there is none or nothing of it can be read. Entities are
        never filled in and nothing is looked up elsewhere."""
        data = self.read(path)
        return _root(data) if data else None


def _root(data: bytes) -> etree._Element | None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
