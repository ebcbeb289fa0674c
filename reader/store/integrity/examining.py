"""Is the library sound? SQLite's own checks, the tables, then each thing by its digest and by what it belongs to.

A generator, because a large library takes minutes; and it goes on behind whatever cannot be read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from reader.edits import JOIN
from reader.messages import Message
from reader.model.kind_names import kind_word
from reader.store import driver, files
from reader.store.asking import scalars
from reader.store.integrity.damage import FILE, INDEX, Damage
from reader.store.integrity.foreign import foreign_parts
from reader.store.integrity.log_checked import damaged_steps
from reader.store.integrity.rows_checked import damaged_rows
from reader.store.integrity.words_checked import damaged_indexes
from reader.system_reasons import reason_of

# In the order of the index by place, so that each text is read once for all its annotations.
_QUOTES = (
    'SELECT revision_id, id, article_id, start, "end", spans, quote FROM annotation INDEXED BY ix_annotation_place'
    ' ORDER BY revision_id, start, "end"'
)
_TEXT = "SELECT text FROM revision WHERE id = ?"
_STEPS = 200_000  # of SQLite between two questions whether to stop
_LINES = 3  # of what SQLite says of pages
_LIMIT = 100  # problems of one kind are reported one by one up to here
_COUNTS = (
    "SELECT count(*) FROM (SELECT field, value, article_number, annotations FROM annotation_count EXCEPT"
    " SELECT 'label', m.label, a.number, count(*) FROM annotation m JOIN article a ON a.id = m.article_id GROUP BY 2, 3"
    " EXCEPT SELECT 'annotator', m.annotator, a.number, count(*) FROM annotation m"
    " JOIN article a ON a.id = m.article_id GROUP BY 2, 3)"
)
Part = Callable[[sqlite3.Connection], Iterator[Damage]]


def examine(path: Path, stop: Callable[[], bool] = lambda: False) -> Iterator[Damage]:
    """Yield all that is damaged in the library at `path`, on a connection of its own. `stop` ends it early."""
    try:
        opened = closing(lenient(path))
    except sqlite3.Error as error:
        yield Damage(FILE, Message("the file is damaged: {0}", reason_of(error)), unreadable=True)
        return
    with opened as connection:
        connection.set_progress_handler(lambda: bool(stop()), _STEPS)
        for damage in examine_all(connection):
            if stop():
                return
            yield damage


def quick(path: Path) -> list[Damage]:
    """Return what SQLite's quick check says of the pages of the file."""
    try:
        with closing(lenient(path)) as connection:
            said = [str(row[0]) for row in connection.execute("PRAGMA quick_check(5)")]
    except sqlite3.Error as error:
        said = [str(reason_of(error))]
    lines = [line for one in said for line in one.splitlines() if line != "ok" and not line.startswith("***")]
    return [Damage(FILE, Message("the file is damaged: {0}", line)) for line in lines]


def lenient(path: Path) -> sqlite3.Connection:
    """Return a connection that reads bytes which are no text instead of refusing their row."""

    def opened() -> sqlite3.Connection:
        found = files.connect(path, readonly=True)
        found.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        return found

    return driver.reviving(path, opened)


def examine_all(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield the same of a connection that is open."""
    told: set[str] = set()
    for part in (_pages, foreign_parts, damaged_rows, damaged_steps, _references, _wrong_quotes, _counts,
                 damaged_indexes):  # fmt: skip
        for damage in _whatever_comes(part, connection):
            if damage.id not in told:  # a mark whose row is damaged need not be told for its words, too
                yield damage
            told.update({damage.id} - {""})


def _whatever_comes(part: Part, connection: sqlite3.Connection) -> Iterator[Damage]:
    """What a part finds; that it cannot go on is a find, too."""
    try:
        yield from part(connection)
    except UnicodeDecodeError:
        yield Damage(FILE, Message("the file is damaged: {0}", Message("a name in it is no text")), unreadable=True)
    except (sqlite3.Error, OverflowError) as error:
        yield Damage(FILE, Message("the file is damaged: {0}", reason_of(error)), unreadable=True)


def _pages(connection: sqlite3.Connection) -> Iterator[Damage]:
    lines = driver.damaged_pages(connection)
    if not lines:
        said = (str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_LIMIT})"))
        lines = [line for one in said for line in one.splitlines() if line != "ok" and not line.startswith("***")]
    for line in lines[:_LINES]:
        yield Damage(FILE, Message("the file is damaged: {0}", line))
    if len(lines) > _LINES:  # one page that cannot be read makes a hundred "is never used"
        yield Damage(FILE, Message("the file is damaged in {0} more places", len(lines) - _LINES))


def _references(connection: sqlite3.Connection) -> Iterator[Damage]:
    for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_LIMIT):
        said = Message(
            "{0} row {1} points at a {2} that is not there", kind_word(table), str(number), kind_word(parent)
        )
        yield Damage(table, said)
    wanted = (
        "SELECT a.id FROM article a LEFT JOIN revision r ON r.id = a.revision_id AND r.present = 1 WHERE r.id IS NULL"
    )
    for (id,) in connection.execute(wanted).fetchmany(_LIMIT):
        yield Damage("article", Message("article {0} has no text", str(id)), str(id), str(id))


def _wrong_quotes(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Go once through all annotations, by text and place, beside the words of each text."""
    plain, of, body = connection.cursor(), "", ""
    plain.row_factory = None
    for revision_id, id, article_id, start, end, spans, quote in plain.execute(_QUOTES):
        if revision_id != of:
            of, body = revision_id, str(next(iter(scalars(connection, _TEXT, (revision_id,))), ""))
        if _words_at(body, start, end, spans) != quote:
            said = Message(
                "annotation {0} does not say the words at its place in article {1}", str(id), str(article_id)
            )
            yield Damage("annotation", said, str(id), str(article_id))


def _words_at(body: str, start: Any, end: Any, spans: object) -> str | None:
    """The words at a place; None where that is no place."""
    try:
        pieces = ((start, end),) if spans is None else json.loads(str(spans))
        return JOIN.join(body[first:last] for first, last in pieces)
    except (TypeError, ValueError):
        return None


def _counts(connection: sqlite3.Connection) -> Iterator[Damage]:
    if connection.execute(_COUNTS).fetchone()[0]:
        yield Damage(INDEX, Message("the counts of marks by label and annotator are not right"))
