"""Pieces of libraries by their digest, in packs: what several backups have in common is kept once.

A pack is written once, synced, and renamed to its name. Each piece in it says its own digest and length, so that a pack
needs no index and damage in one piece hides no other.
"""

from __future__ import annotations

import contextlib
import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from reader.system import PassingFile, sync_folder

PIECE = 1 << 14  # bytes of a library in one piece: four pages, more would keep what has not changed
DIGEST = 16
_HEAD = struct.Struct(">4s16sII")  # mark, digest, bytes that follow, check sum of the three
_MARK = b"TPc1"
_SUFFIX = ".pack"
_LEAST_DEAD = 1 << 18  # bytes that nobody needs, from which on a pack is written anew
_DEAD_SHARE = 1.0  # and as many of them as of those that are needed
_LOOK = 1 << 20


def digest(data: bytes) -> bytes:
    """Return by what a piece is known."""
    return hashlib.blake2b(data, digest_size=DIGEST).digest()


class Packs:
    """The packs of a folder. A piece that lies in several is read from the newest that has it whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: list[Path] = []
        self._places: dict[bytes, list[tuple[int, int]]] = {}
        self._open: dict[int, BinaryIO] = {}
        for path in sorted(folder.glob(f"*{_SUFFIX}")):
            self._take(path)

    def __enter__(self) -> Packs:
        return self

    def __exit__(self, *_error: object) -> None:
        for file in self._open.values():
            file.close()
        self._open.clear()

    def _take(self, path: Path) -> None:
        number = len(self._files)
        self._files.append(path)
        with open(path, "rb") as file:
            for name, at, _length in _pieces(file):
                self._places.setdefault(name, []).append((number, at))

    def __contains__(self, name: bytes) -> bool:
        return name in self._places

    def names(self) -> set[bytes]:
        """Return all pieces that are here, needed or not."""
        return set(self._places)

    def read(self, name: bytes) -> bytes | None:
        """Return the piece, which is what its digest says; None where no pack has it whole."""
        for number, at in reversed(self._places.get(name, ())):
            with contextlib.suppress(OSError):  # the disk cannot read it, or the pack is gone
                if (found := _whole(self._file(number), at, name)) is not None:
                    return found
        return None

    def place(self, name: bytes) -> Path | None:
        """Return the pack that should have the piece."""
        found = self._places.get(name)
        return self._files[found[-1][0]] if found else None

    def _file(self, number: int) -> BinaryIO:
        if number not in self._open:
            self._open[number] = self._files[number].open("rb")
        return self._open[number]

    def add(self, number: int, pieces: Iterable[tuple[bytes, bytes]]) -> int:
        """Write pieces that are not here into a new pack, whole or not at all; the bytes that it takes.

        Each is read back before the pack gets its name. Raises `OSError`.
        """
        path = self.folder / f"{number:06d}-{_free(self.folder, number)}{_SUFFIX}"
        passing = PassingFile(path)
        try:
            wrote = sum(_write(passing.file, name, zlib.compress(data, 1)) for name, data in pieces)
            passing.finish()
            if wrote:
                passing.check(_check)
                passing.settle()
                sync_folder(self.folder)
                self._take(path)
            return wrote
        finally:
            passing.discard()

    def drop_all_but(self, needed: set[bytes], number: int, *, strictly: bool = False) -> list[Path]:
        """Remove packs that hold nothing of `needed`, and write anew what is left of those that hold little of it, or,
        `strictly`, anything else. Return damaged packs that had to stay."""
        damaged = []
        newest = {name: places[-1][0] for name, places in self._places.items()}
        for index, path in enumerate(list(self._files)):
            with open(path, "rb") as file:
                found = list(_pieces(file))
            live = [(name, length) for name, _, length in found if name in needed and newest.get(name) == index]
            kept = sum(_HEAD.size + length for _, length in live)
            dead = path.stat().st_size - kept
            if live and (not dead if strictly else dead <= _LEAST_DEAD or dead < _DEAD_SHARE * kept):
                continue
            pieces = [(name, self.read(name)) for name, _ in live]
            if any(data is None for _, data in pieces):
                damaged.append(path)  # what can still be read of it stays where it is
                continue
            self.add(number, ((name, data) for name, data in pieces if data is not None))
            self._remove(index, path)
        return damaged

    def _remove(self, index: int, path: Path) -> None:
        if index in self._open:
            self._open.pop(index).close()
        path.unlink()
        sync_folder(self.folder)


def _free(folder: Path, number: int) -> int:
    return sum(1 for _ in folder.glob(f"{number:06d}-*{_SUFFIX}"))


def _write(file: BinaryIO, name: bytes, packed: bytes) -> int:
    head = _MARK + name + struct.pack(">I", len(packed))
    return file.write(head + struct.pack(">I", zlib.crc32(head))) + file.write(packed)


def _check(file: BinaryIO) -> None:
    """Read every piece again. Raises `OSError`."""
    for name, at, _ in list(_pieces(file)):
        if _whole(file, at, name) is None:
            raise OSError(5, "what was written could not be read again")


def _whole(file: BinaryIO, at: int, name: bytes) -> bytes | None:
    file.seek(at)
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    with contextlib.suppress(zlib.error):
        data = zlib.decompress(file.read(_HEAD.unpack(head)[2]))
        if digest(data) == name:
            return data
    return None


def _pieces(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Yield digest, place and length of each piece; where the head of one is damaged, go on with the next."""
    size, at = file.seek(0, 2), 0
    while at + _HEAD.size <= size:
        file.seek(at)
        head = file.read(_HEAD.size)
        mark, name, length, check = _HEAD.unpack(head)
        if mark == _MARK and check == zlib.crc32(head[:-4]) and at + _HEAD.size + length <= size:
            yield name, at, length
            at += _HEAD.size + length
        else:
            at = _next(file, at + 1, size)


def _next(file: BinaryIO, at: int, size: int) -> int:
    while at < size:
        file.seek(at)
        found = file.read(_LOOK).find(_MARK)
        if found >= 0:
            return at + found
        at += _LOOK - len(_MARK)
    return size
