"""A zip file whose bytes depend on nothing but what is put into it: no clock, no machine, no order of chance."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
_UNIX, _PRIVATE = 3, 0o600 << 16
_CHUNK = 1 << 20


class Package:
    """A zip file that is being written: members one after the other, and lists that grow side by side in passing files
    until `close` puts them in. `digests` are the SHA-256 of those lists by name."""

    def __init__(self, file: BinaryIO, *, is_packed: bool) -> None:
        self._zip = ZipFile(file, "w", ZIP_DEFLATED if is_packed else ZIP_STORED)
        self._method = ZIP_DEFLATED if is_packed else ZIP_STORED
        self._lists: dict[str, IO[bytes]] = {}
        self._passing = ExitStack()
        self.digests: dict[str, str] = {}
        self.counts: dict[str, int] = {}

    def put(self, name: str, data: bytes, extra: bytes = b"") -> None:
        """Write a whole member; `extra` are fields of the zip format that go before it."""
        info = self._info(name)
        info.extra = extra
        self._zip.writestr(info, data)

    def put_file(self, name: str, file: IO[bytes], extra: bytes = b"", *, is_zip64: bool = True) -> None:
        """Write a whole member from a file, from where that stands. Excel repairs a file with zip64 where none is
        needed."""
        info = self._info(name)
        info.extra = extra
        with self._zip.open(info, "w", force_zip64=is_zip64) as member:
            copyfileobj(file, member, _CHUNK)

    def add_line(self, name: str, line: bytes) -> None:
        """Add a line to a list of that name."""
        if name not in self._lists:
            self.begin_list(name)
        self._lists[name].write(line + b"\n")
        self.counts[name] += 1

    def begin_list(self, name: str) -> None:
        """Begin a list, which is written even when nothing is added to it."""
        self._lists[name], self.counts[name] = self._passing.enter_context(_passing_file()), 0

    def put_lists(self) -> None:
        """Write the lists, in the order of their names."""
        for name in sorted(self._lists):
            digest, spool, info = hashlib.sha256(), self._lists[name], self._info(name)
            info.file_size = spool.tell()
            spool.seek(0)
            with self._zip.open(info, "w", force_zip64=True) as member:
                while some := spool.read(_CHUNK):
                    digest.update(some)
                    member.write(some)
            self.digests[name] = digest.hexdigest()

    def close(self) -> None:
        """End the zip file; passing files go."""
        self._zip.close()
        self._passing.close()

    def discard(self) -> None:
        """Let go of everything, also of a zip file that was not ended; whoever opened its file throws that away."""
        with suppress(OSError, ValueError):  # what is wrong with the disk was told already
            self._zip.close()
        self._passing.close()

    def _info(self, name: str) -> ZipInfo:
        info = ZipInfo(name, EPOCH)
        info.compress_type, info.create_system, info.external_attr = self._method, _UNIX, _PRIVATE
        return info


def _passing_file() -> IO[bytes]:
    return TemporaryFile()


@contextmanager
def package(out: BinaryIO, *, is_packed: bool) -> Iterator[Package]:
    """Open a package that is written to `out`; also where `out` cannot be rewound, as a pipe, with the same bytes."""
    with TemporaryFile() as passing:
        file = out if out.seekable() else passing
        made = Package(file, is_packed=is_packed)
        try:
            yield made
            made.close()
        finally:
            made.discard()
        if file is passing:
            passing.seek(0)
            copyfileobj(passing, out)
