"""Whether words stand in the library that a backup holds, whatever form the backup has."""

from __future__ import annotations

import io
from pathlib import Path

from reader.store.restoring import read_whole


def stands_in_backup(backup: Path, words: bytes) -> bool:
    """Whether `words` stand anywhere in the bytes of the library, free pages too."""
    with io.BytesIO() as whole:
        read_whole(backup, whole)
        return words in whole.getvalue()
