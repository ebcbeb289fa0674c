"""What a kill left in the folders of backups: removed by whoever alone writes there, at the next backup or start."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from reader.store.backups import listing, manifest
from reader.system import PART, remove_parts


@contextlib.contextmanager
def alone(folder: Path, wait: float) -> Iterator[None]:
    """Be the one who writes in a folder of backups; what is left there of another is removed. Raises `Timeout` after
    `wait` seconds."""
    with FileLock(str(folder / ".lock"), mode=0o600).acquire(timeout=wait):
        manifest.remove_left(folder)
        remove_parts(folder)
        yield


def remove_left(library: Path) -> None:
    """Remove what was left beside the library at `library` and among its backups; what is being written stays."""
    real = Path(os.path.realpath(library))
    remove_parts(real.parent)
    for folder in listing.folders(real.parent / listing.FOLDER):
        with contextlib.suppress(Timeout, OSError):
            if any(PART.fullmatch(name) for name in os.listdir(folder)) or manifest.left_in(folder):
                with alone(folder, 0):
                    continue
