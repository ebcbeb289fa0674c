"""The full-text indexes: kept in step with the rows, and made anew where they hold words of another folding.

They hold folded words (`reader.text.index_words`) and no texts (FTS5's contentless tables), so what changes is first
taken out with the very words that it was put in with. Source: the FTS5 documentation, section 4.4.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from reader.store import looking
from reader.store.asking import chunks, places, scalars
from reader.text.folding_version import VERSION
from reader.text.index_words import indexed

ARTICLES = "SELECT t.number, t.title, t.body FROM article_text t JOIN article a USING (number)"
ANNOTATIONS = "SELECT number, quote, note, tags FROM annotation"
COLUMNS = {"article_search": ("title", "body"), "annotation_search": ("quote", "note", "tags")}
_PIECE = 500  # rows indexed at once

Row = tuple[object, ...]


def take_out_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Forget these articles' words; call it before their rows change."""
    _each(connection, "article_search", f"{ARTICLES} WHERE a.id IN", ids, out=True)


def put_in_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Index these articles' words as they stand; call it after their rows changed."""
    _each(connection, "article_search", f"{ARTICLES} WHERE a.id IN", ids)


def take_out_annotations(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    _each(connection, "annotation_search", f"{ANNOTATIONS} WHERE id IN", ids, out=True)


def put_in_annotations(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    _each(connection, "annotation_search", f"{ANNOTATIONS} WHERE id IN", ids)


def stamp(connection: sqlite3.Connection) -> None:
    """Say that the indexes hold words as they are folded today."""
    insert = "INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    connection.execute(insert, (looking.INDEX, VERSION))


def make_anew(connection: sqlite3.Connection, told: Callable[[int, int], object]) -> None:
    """Index everything, a piece after the other; `told` hears after each how many rows of how many are done."""
    total = sum(scalars(connection, f"SELECT count(*) FROM {table}")[0] for table in ("article", "annotation"))
    done = 0
    for index, every in (("article_search", ARTICLES), ("annotation_search", ANNOTATIONS)):
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('delete-all')")
        for rows in _pieces(connection, every):
            put_in(connection, index, rows)
            done += len(rows)
            told(done, total)
    stamp(connection)


def _pieces(connection: sqlite3.Connection, every: str) -> Iterator[list[Row]]:
    read = connection.cursor()
    read.row_factory = None
    read.execute(every)
    while rows := read.fetchmany(_PIECE):
        yield rows


def _each(connection: sqlite3.Connection, index: str, asked: str, ids: Iterable[str], *, out: bool = False) -> None:
    read = connection.cursor()
    read.row_factory = None
    for some in chunks(list(ids)):
        put_in(connection, index, read.execute(f"{asked} {places(some)}", some).fetchall(), out=out)


def put_in(connection: sqlite3.Connection, index: str, rows: Iterable[Row], *, out: bool = False) -> None:
    """Index the words of rows, each its number and the texts of its columns; `out`: forget them."""
    connection.executemany(
        _putting(index, out), [(number, *(indexed(str(text)) for text in texts)) for number, *texts in rows]
    )


@cache
def _putting(index: str, out: bool) -> str:
    columns = COLUMNS[index]
    command, value = (f"{index}, ", "'delete', ") if out else ("", "")
    return f"INSERT INTO {index}({command}rowid, {', '.join(columns)}) VALUES ({value}?{', ?' * len(columns)})"
