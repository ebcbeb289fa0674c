"""The door of the confined process: what it may read is asked for piece by piece, by name, from whoever runs it."""

from __future__ import annotations

import io
import os
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

BLOCK = 1 << 17  # bytes asked for at a time
_KEPT = 64  # blocks: a package is read in several places at once
Ask = Callable[..., Any]


class Handed:
    """A door through which bytes are asked for by `ask(what, path, ...)`."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def opened(self, path: Path) -> io.BufferedReader:
        return io.BufferedReader(_HandedFile(self._ask, path))

    def size(self, path: Path) -> int:
        return int(self._ask("size", str(path)))

    def is_file(self, path: Path) -> bool:
        return bool(self._ask("kind", str(path)) == "file")

    def is_folder(self, path: Path) -> bool:
        return bool(self._ask("kind", str(path)) == "folder")

    def names(self, folder: Path, suffix: str, most: int, *, deep: bool) -> list[str]:
        return list(map(str, self._ask("names", str(folder), suffix, most, deep)))


class _HandedFile(io.RawIOBase):
    """A file that is read in blocks, of which the last ones used are kept."""

    def __init__(self, ask: Ask, path: Path) -> None:
        self._ask, self._path, self._at = ask, str(path), 0
        self._size = int(ask("size", self._path))
        self._blocks: OrderedDict[int, bytes] = OrderedDict()
        self._block(0)  # what cannot be opened is refused when it is opened

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        number, start = divmod(self._at, BLOCK)
        found = self._block(number)[start : start + len(buffer)]
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)

    def _block(self, number: int) -> bytes:
        if (found := self._blocks.get(number)) is not None:
            self._blocks.move_to_end(number)
            return found
        found = bytes(self._ask("read", self._path, number * BLOCK, BLOCK))
        self._blocks[number] = found
        if len(self._blocks) > _KEPT:
            self._blocks.popitem(last=False)
        return found
