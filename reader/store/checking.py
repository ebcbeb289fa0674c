"""Is the library sound? SQLite's own checks, then ours: each quote is the words at its place."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from reader.edits import JOIN
from reader.messages import Message
from reader.model.kind_names import kind_word
from reader.store.asking import scalars

# In the order of the index by place, so that each text is read once for all its annotations.
_QUOTES = (
    'SELECT revision_id, id, article_id, start, "end", spans, quote FROM annotation INDEXED BY ix_annotation_place'
    ' ORDER BY revision_id, start, "end"'
)
_TEXT = "SELECT text FROM revision WHERE id = ?"
_LIMIT = 100  # problems of one kind are reported one by one up to here


def problems(connection: sqlite3.Connection) -> Iterator[Message]:
    """Yield what is wrong, a sentence each."""
    for row in connection.execute(f"PRAGMA integrity_check({_LIMIT})"):
        if row[0] != "ok":
            yield Message("the file is damaged: {0}", str(row[0]))
    for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_LIMIT):
        yield Message("{0} row {1} points at a {2} that is not there", kind_word(table), number, kind_word(parent))
    yield from _lost_revisions(connection)
    yield from _wrong_quotes(connection)


def _lost_revisions(connection: sqlite3.Connection) -> Iterator[Message]:
    rows = connection.execute(
        "SELECT a.id FROM article a LEFT JOIN revision r ON r.id = a.revision_id AND r.present = 1 WHERE r.id IS NULL"
    )
    for (id,) in rows.fetchmany(_LIMIT):
        yield Message("article {0} has no text", id)


def _wrong_quotes(connection: sqlite3.Connection) -> Iterator[Message]:
    """Go once through all annotations, by text and place, beside the words of each text."""
    plain, of, body = connection.cursor(), "", ""
    plain.row_factory = None
    for revision_id, id, article_id, start, end, spans, quote in plain.execute(_QUOTES):
        if revision_id != of:
            of, body = revision_id, next(iter(scalars(connection, _TEXT, (revision_id,))), "")
        pieces = ((start, end),) if spans is None else json.loads(spans)
        if JOIN.join(body[first:last] for first, last in pieces) != quote:
            yield Message("annotation {0} does not say the words at its place in article {1}", id, article_id)
