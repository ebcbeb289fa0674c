"""What the process that reads a set may ask for: bytes of that set and of what belongs beside it, of no other file."""

from __future__ import annotations

import errno
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reader.exchange.confined import wire
from reader.exchange.importers.annotation_tools.brat_files import CONF, MOST_FILES, SUFFIX
from reader.exchange.importers.door import Disk
from reader.exchange.importers.tables.comma_separated import BESIDE
from reader.exchange.records.brat import REST, TILIK, TYPES
from reader.inputs import why_no_file

_OPEN = 8  # files at a time
_TYPES = ("TypeSystem.xml", "{0}.typesystem.xml", "{0}-typesystem.xml")


class Handing:
    """Answers the questions of one process about one set."""

    def __init__(self, path: Path) -> None:
        self._set, self._disk = path, Disk()
        self._is_folder = path.is_dir()
        self._open: OrderedDict[Path, BinaryIO] = OrderedDict()

    def close(self) -> None:
        """Close what is open."""
        for file in self._open.values():
            file.close()
        self._open.clear()

    def answer(self, question: bytes) -> bytes:
        """Return the answer to a question as a frame. Raises `ValueError` or `TypeError` for what is none."""
        what, named, *more = wire.loaded(question)
        path = wire.path_of(named)
        try:
            return wire.GIVEN + self._given(str(what), path, more)
        except OSError as error:
            return wire.WITHHELD + wire.dumped(error.errno or errno.EIO)

    def _given(self, what: str, path: Path, more: Sequence[Any]) -> bytes:
        if what == "kind":
            return wire.dumped(self._kind(path))
        if what == "names":
            return wire.dumped(self._names(path, *more))
        if not self._may(path):
            raise OSError(errno.EACCES, "not of this set", str(path))
        if what == "size":
            return wire.dumped(self._disk.size(path))
        return self._read(path, *map(int, more))

    def _kind(self, path: Path) -> str:
        if not self._may(path):
            return ""
        return "folder" if path.is_dir() else "file" if path.is_file() else ""

    def _read(self, path: Path, offset: int, length: int) -> bytes:
        if not 0 <= length <= wire.MOST_PIECE or offset < 0:
            raise ValueError("no piece of a file")
        file = self._opened(path)
        file.seek(offset)
        return file.read(length)

    def _opened(self, path: Path) -> BinaryIO:
        if path not in self._open:
            if why_no_file(path) is not None:
                raise OSError(errno.ENOENT if not path.exists() else errno.EINVAL, "no file", str(path))
            self._open[path] = self._disk.opened(path)
            if len(self._open) > _OPEN:
                self._open.popitem(last=False)[1].close()
        self._open.move_to_end(path)
        return self._open[path]

    def _names(self, folder: Path, suffix: str, most: int, deep: bool) -> list[str]:
        if suffix not in (SUFFIX, CONF) or not (self._is_folder or self._set.suffix == SUFFIX):
            raise ValueError("no list of files")
        if folder != (self._set if self._is_folder else self._set.parent):
            raise ValueError("no folder of this set")
        return self._disk.names(folder, suffix, min(int(most), MOST_FILES), deep=self._is_folder and bool(deep))

    def _may(self, path: Path) -> bool:
        if path == self._set:
            return True
        if self._is_folder:
            return ".." not in path.parts and path.is_relative_to(self._set) and self._leads_inside(path)
        return path.parent == self._set.parent and self._is_beside(path.name)

    def _leads_inside(self, path: Path) -> bool:
        """Whether it is in the folder when links are followed, too: a stranger's folder may hold links."""
        return path.resolve().is_relative_to(self._set.resolve())

    def _is_beside(self, name: str) -> bool:
        stem = self._set.stem
        if name in {f"{stem}.txt", f"{stem}{BESIDE}", *(one.format(stem) for one in _TYPES)}:
            return True
        return self._set.suffix == SUFFIX and (name.endswith(CONF) or name in (REST, TILIK, TYPES))
