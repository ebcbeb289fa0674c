"""What the library answers about the texts of an article without reading one, and about the marks they carried."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from reader.model.annotations import Annotation
from reader.model.captures import Outcomes, RevisionHead
from reader.store import mapping
from reader.store.asking import rows
from reader.store.connections import Connected
from reader.store.damaged import moment

# What became of a mark, out of the compact JSON that stands in its row: the index on the marks that were carried has
# the same. A quotation mark within a value has a backslash before it there; SQLite trusts no JSON function in an index.
_OUTCOME_ON = 'substr(origin, instr(origin, \'"outcome":"\') + 11)'
OUTCOME = f"substr({_OUTCOME_ON}, 1, instr({_OUTCOME_ON}, '\"') - 1)"
ASKS = "instr(origin, '\"needs_review\":true')"
_TEXTS = "SELECT count(*) FROM revision WHERE article_id = ? AND present = 1"
_HEADS = (
    "SELECT id, captured, origin, corrected, original_id FROM revision"
    " WHERE article_id = ? AND present = 1 ORDER BY number"
)
# As the index has them: no mark is read.
_OUTCOMES = (
    f"SELECT {OUTCOME}, {ASKS}, count(*) FROM annotation"
    f" WHERE article_id = ? AND origin <> '' GROUP BY {OUTCOME}, {ASKS}"
)
_CARRIED = "SELECT * FROM annotation WHERE article_id = ? AND origin <> '' ORDER BY start, \"end\", id"


class CapturesReading(Connected):
    """The part of `Library` that tells the texts of an article apart."""

    def text_count(self, article_id: str) -> int:
        """Return how many texts an article has had."""
        with self._reading() as connection:
            return text_count(connection, article_id)

    def heads_and_outcomes(self, article_id: str) -> tuple[list[RevisionHead], Outcomes]:
        """Return the heads of an article's texts, oldest first, and what became of the marks they carried."""
        with self._reading() as connection:
            return revision_heads(connection, article_id), outcomes(connection, article_id)

    def carried_marks(self, article_id: str) -> list[Annotation]:
        """Return an article's marks that a capture has carried, in text order, on all its revisions."""
        with self._reading() as connection:
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
    return [mapping.annotation_of(row) for row in rows(connection, _CARRIED, (article_id,))]


def _time(written: str) -> datetime:
    return moment(written)
