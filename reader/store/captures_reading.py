"""What the library answers about the texts of an article without reading one, and about the marks they carried."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Engine

from reader.model.annotations import Annotation
from reader.model.captures import Outcomes, RevisionHead
from reader.store import mapping

_TEXTS = "SELECT count(*) FROM revision WHERE article_id = ? AND present = 1"
_HEADS = (
    "SELECT id, captured, origin, corrected, original_id FROM revision"
    " WHERE article_id = ? AND present = 1 ORDER BY number"
)
# One step of SQLite, which counts without Python: the marks themselves are not read.
_OUTCOMES = (
    "SELECT json_extract(origin, '$.outcome'), json_extract(origin, '$.needs_review'), count(*) FROM annotation"
    " WHERE article_id = ? AND origin <> '' GROUP BY 1, 2"
)
_CARRIED = "SELECT * FROM annotation WHERE article_id = ? AND origin <> '' ORDER BY start, \"end\", id"


class CapturesReading:
    """The part of `Library` that tells the texts of an article apart."""

    _engine: Engine

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        with self._engine.connect().execution_options(reads=True) as connection, connection.begin():
            yield cast(sqlite3.Connection, connection.connection.driver_connection)

    def text_count(self, article_id: str) -> int:
        """Return how many texts an article has had."""
        with self._asking() as connection:
            return text_count(connection, article_id)

    def heads_and_outcomes(self, article_id: str) -> tuple[list[RevisionHead], Outcomes]:
        """Return the heads of an article's texts, oldest first, and what became of the marks they carried."""
        with self._asking() as connection:
            return revision_heads(connection, article_id), outcomes(connection, article_id)

    def carried_marks(self, article_id: str) -> list[Annotation]:
        """Return an article's marks that a capture has carried, in text order, on all its revisions."""
        with self._asking() as connection:
            return carried_marks(connection, article_id)


def text_count(connection: sqlite3.Connection, article_id: str) -> int:
    """Return how many texts an article has had."""
    return int(connection.execute(_TEXTS, (article_id,)).fetchone()[0])


def revision_heads(connection: sqlite3.Connection, article_id: str) -> list[RevisionHead]:
    """Return the heads of an article's texts, oldest first."""
    return [
        RevisionHead(id, _time(captured), origin, _time(corrected) if corrected else None, original_id)
        for id, captured, origin, corrected, original_id in connection.execute(_HEADS, (article_id,))
    ]


def outcomes(connection: sqlite3.Connection, article_id: str) -> Outcomes:
    """Return how many marks of an article have which outcome, and whether they ask for a person."""
    found = Outcomes()
    for outcome, asks, count in connection.execute(_OUTCOMES, (article_id,)):
        found[outcome, bool(asks)] += count
    return found


def carried_marks(connection: sqlite3.Connection, article_id: str) -> list[Annotation]:
    """Return an article's marks that a capture has carried, in text order."""
    cursor: Any = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return [mapping.annotation_of(row) for row in cursor.execute(_CARRIED, (article_id,))]


def _time(written: str) -> datetime:
    return datetime.fromisoformat(written)
