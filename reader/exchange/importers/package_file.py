"""A zip file of a stranger: names of members are never used as paths, and sizes have limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.package_lists import lines
from reader.foreign_json import JsonError, parsed
from reader.messages import Message
from reader.system_reasons import reason_of

MOST_MEMBERS = 2_000_000
MOST_BYTES = 1 << 28  # of a text, a page or a line
MOST_RATIO = 1_000  # how many times a member may grow as it is unpacked, beyond the first megabyte
BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class PackageFile:
    """A package that is open. Every error is a `SetError` that names the file and the member."""

    def __init__(self, path: Path, inside: IO[bytes] | None = None) -> None:
        """Open the package at `path`, or one that is `inside` of it."""
        self.path = path
        try:
            self._file = door.opened(path) if inside is None else inside
            self.zip = ZipFile(self._file)
        except OSError as error:
            raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error
        except BROKEN as error:
            raise SetError("{0}: its zip file is broken or cut off: {1}", path, reason_of(error)) from error
        self.names = {info.filename: info for info in self.zip.infolist()}
        if len(self.zip.infolist()) > MOST_MEMBERS or len(self.names) < len(self.zip.infolist()):
            raise SetError("{0}: it has too many members, or some of one name", path)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()

    def data(self, name: str) -> bytes:
        """Return a member's bytes."""
        self._check(name)
        try:
            return self.zip.read(name)
        except (*BROKEN, OSError) as error:
            raise SetError("{0}: {1} is broken: {2}", self.path, name, reason_of(error)) from error

    @contextmanager
    def opened(self, name: str, *, is_checked: bool = False) -> Iterator[IO[bytes]]:
        """Open a member to be read piece by piece; `is_checked`: its size was looked at."""
        if not is_checked:
            self._check(name)
        try:
            with self.zip.open(name) as member:
                yield member
        except (*BROKEN, OSError) as error:
            raise SetError("{0}: {1} is broken: {2}", self.path, name, reason_of(error)) from error

    def _check(self, name: str) -> None:
        info = self.names.get(name)
        if info is None:
            raise SetError("{0}: there is no {1} in it", self.path, name)
        if info.file_size > MOST_BYTES:
            raise SetError("{0}: {1} is larger than {2} bytes", self.path, name, MOST_BYTES)
        if info.file_size > (1 << 20) + MOST_RATIO * info.compress_size:
            raise SetError("{0}: {1} grows too much as it is unpacked", self.path, name)

    def value(self, name: str) -> Any:
        """Return the JSON value of a member."""
        try:
            return parsed(self.data(name).decode("utf-8"))
        except UnicodeDecodeError as error:
            raise SetError("{0}: {1} is not UTF-8 text", self.path, name) from error
        except JsonError as error:
            raise SetError("{0}: {1}: {2}", self.path, name, error.reason_at_column) from error

    def lines(self, name: str) -> Iterator[tuple[int, Mapping[str, Any] | Message]]:
        """Yield the lines of a list with their numbers: a record each, or why it is none. An absent list is empty."""
        if name not in self.names:
            return
        try:
            with self.zip.open(name) as member:
                yield from lines(member, MOST_BYTES)
        except (*BROKEN, OSError) as error:
            raise SetError("{0}: {1} is broken: {2}", self.path, name, reason_of(error)) from error
