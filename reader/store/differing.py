"""What a backup holds and the library does not, and the other way round: counted before anything is put back."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from reader.store import files

_ARTICLES = "SELECT id, title, byline, published, url, state, tags, revision_id FROM article"
_MARKS = "SELECT id, article_id, revision_id, label, quote, note, tags FROM annotation"


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one kind: how many only the library has now (`now`), only the backup (`then`), and both, but not alike."""

    now: int = 0
    then: int = 0
    differing: int = 0


@dataclass(frozen=True, slots=True)
class Differences:
    """What would go, come back and change with a backup. `known` is false where the library cannot be read."""

    articles: Counts = Counts()
    marks: Counts = Counts()
    known: bool = True

    @property
    def none(self) -> bool:
        """Whether both hold the same articles and marks."""
        return self.known and self.articles == self.marks == Counts()


def differences(library: Path, backup: Path) -> Differences:
    """Return what differs between the library and a backup that was read whole into the file `backup`."""
    try:
        now, then = _digests(library), _digests(backup)
    except sqlite3.Error:
        return Differences(known=False)
    return Differences(_counts(now[0], then[0]), _counts(now[1], then[1]))


def _digests(path: Path) -> list[dict[str, bytes]]:
    with contextlib.closing(files.connect(path, readonly=True)) as found:
        return [{row[0]: _digest(row) for row in found.execute(asked)} for asked in (_ARTICLES, _MARKS)]


def _digest(row: tuple[object, ...]) -> bytes:
    return hashlib.blake2b(repr(row).encode("utf-8", "replace"), digest_size=16).digest()


def _counts(now: dict[str, bytes], then: dict[str, bytes]) -> Counts:
    both = now.keys() & then.keys()
    return Counts(len(now.keys() - both), len(then.keys() - both), sum(now[id] != then[id] for id in both))
