"""What a kill left in the folders of backups: removed by whoever alone writes there, at the next backup or start."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from reader.errors import LibraryError
from reader.messages import Message
from reader.store.backups import listing, manifest
from reader.system import PART, remove_parts


@contextlib.contextmanager
def alone(folder: Path, wait: float = 60) -> Iterator[None]:
    """Be the one who writes in a folder of backups; what is left there of another is removed. Raises `LibraryError`
    when another still writes there after `wait` seconds, and `OSError`."""
    lock = FileLock(str(folder / ".lock"), mode=0o600)
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise LibraryError("{0} was not written: {1}", folder, Message("another backup is being made there")) from None
    try:
        manifest.remove_left(folder)
        remove_parts(folder)
        yield
    finally:
        lock.release()


def remove_left(library: Path) -> None:
    """Remove what was left beside the library at `library` and among its backups; what is being written stays."""
    real = Path(os.path.realpath(library))
    remove_parts(real.parent)
    for folder in listing.folders(real.parent / listing.FOLDER):
        with contextlib.suppress(LibraryError, OSError):
            if any(PART.fullmatch(name) for name in os.listdir(folder)) or manifest.left_in(folder):
                with alone(folder, 0):
                    continue
