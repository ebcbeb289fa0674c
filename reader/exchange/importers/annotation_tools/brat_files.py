"""Where a collection of brat lies: in a zip, in a folder, or one document by itself. Nothing outside of it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.importer import decoded
from reader.exchange.importers.package_file import PackageFile
from reader.exchange.importers.package_lists import lines
from reader.messages import Message
from reader.system_reasons import reason_of

MOST_BYTES = 1 << 28  # of a file
MOST_FILES = 1_000_000
SUFFIX, CONF = ".ann", ".conf"
MOST_CONFS = 20


class Collection(Protocol):
    """Files by their names; `stems` are the documents that have annotations, `confs` what tells brat of types."""

    path: Path

    @property
    def stems(self) -> Sequence[str]: ...

    @property
    def confs(self) -> Sequence[str]: ...

    def has(self, name: str) -> bool:
        """Return whether there is a file of that name."""
        ...

    def lines(self, name: str) -> Iterator[str]:
        """Yield the lines of a file without their ends. Raises `SetError` for what is no text."""
        ...

    def text(self, name: str) -> str:
        """Return a whole file. Raises `SetError` for what is no text."""
        ...

    def records(self, name: str) -> Iterator[Mapping[str, Any] | Message]:
        """Yield the lines of a file of JSON lines one after the other: a record each, or why it is none."""
        ...


class Zipped:
    """A collection in a zip file."""

    def __init__(self, path: Path) -> None:
        self.path, self._file = path, PackageFile(path)

    @property
    def stems(self) -> Sequence[str]:
        names = (name for name in self._file.names if name.endswith(SUFFIX))
        return [name.removesuffix(SUFFIX) for name in names if not name.rpartition("/")[2].startswith(".")]

    @property
    def confs(self) -> Sequence[str]:
        return sorted(name for name in self._file.names if name.endswith(CONF))[:MOST_CONFS]

    def has(self, name: str) -> bool:
        return name in self._file.names

    def text(self, name: str) -> str:
        return decoded(self.path / name, self._file.data(name))

    def lines(self, name: str) -> Iterator[str]:
        yield from self.text(name).split("\n")

    def records(self, name: str) -> Iterator[Mapping[str, Any] | Message]:
        for _, record in self._file.lines(name):
            yield record


class Folder:
    """A collection in a folder, or the one document `only` of it."""

    def __init__(self, path: Path, only: str = "") -> None:
        self.path, self._folder, self._only = path, path.parent if only else path, only

    @property
    def stems(self) -> Sequence[str]:
        if self._only:
            return [self._only]
        found = door.names(self._folder, SUFFIX, MOST_FILES)
        if len(found) > MOST_FILES:
            raise SetError("{0}: it has too many members, or some of one name", self.path)
        return sorted(name.removesuffix(SUFFIX) for name in found)

    @property
    def confs(self) -> Sequence[str]:
        return door.names(self._folder, CONF, MOST_FILES, deep=not self._only)[:MOST_CONFS]

    def has(self, name: str) -> bool:
        return door.is_file(self._folder / name)

    def text(self, name: str) -> str:
        file = self._folder / name
        if not door.is_file(file):
            raise SetError("{0} is not a file", file)
        try:
            if door.size(file) > MOST_BYTES:
                raise SetError("{0}: {1} is larger than {2} bytes", self.path, name, MOST_BYTES)
            with door.opened(file) as bytes_:
                return decoded(file, bytes_.read())
        except OSError as error:
            raise SetError("{0} cannot be read: {1}", file, reason_of(error)) from error

    def lines(self, name: str) -> Iterator[str]:
        yield from self.text(name).split("\n")

    def records(self, name: str) -> Iterator[Mapping[str, Any] | Message]:
        if not door.is_file(self._folder / name):
            raise SetError("{0} is not a file", self._folder / name)
        try:
            with door.opened(self._folder / name) as file:
                for _, record in lines(file, MOST_BYTES):
                    yield record
        except OSError as error:
            raise SetError("{0} cannot be read: {1}", self._folder / name, reason_of(error)) from error


def collection(path: Path) -> Collection:
    """Return the collection at a path."""
    if door.is_folder(path):
        return Folder(path)
    return Folder(path, path.stem) if path.suffix == SUFFIX else Zipped(path)
