"""Full-text search over SQLite's FTS5: keeping the index in step, and asking it.

The indexes hold no texts of their own (external content), so a row that changes is first taken out with the words it
had. Source: the FTS5 documentation, section 4.4.3.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from reader.model.listing import Hit
from reader.store.asking import rows, scalars

OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters: no article's own words
FEW = 1_000  # hits that are put in the order of their rank; of more, the newest come first


def take_out_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Forget these articles' words; call it before their rows change."""
    _articles(connection, ids, "INSERT INTO article_search(article_search, rowid, title, body) SELECT 'delete',")


def put_in_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Index these articles' words as they stand; call it after their rows changed."""
    _articles(connection, ids, "INSERT INTO article_search(rowid, title, body) SELECT")


def _articles(connection: sqlite3.Connection, ids: Iterable[str], insert: str) -> None:
    found = "t.number, t.title, t.body FROM article_text t JOIN article a USING (number) WHERE a.id = ?"
    connection.executemany(f"{insert} {found}", [(id,) for id in ids])


def take_out_annotations(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    insert = "INSERT INTO annotation_search(annotation_search, rowid, quote, note, tags) SELECT 'delete',"
    _annotations(connection, ids, insert)


def put_in_annotations(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    _annotations(connection, ids, "INSERT INTO annotation_search(rowid, quote, note, tags) SELECT")


def _annotations(connection: sqlite3.Connection, ids: Iterable[str], insert: str) -> None:
    found = "number, quote, note, tags FROM annotation WHERE id = ?"
    connection.executemany(f"{insert} {found}", [(id,) for id in ids])


def match(words: str) -> str:
    """Return `words` as an FTS5 query: all must stand there, words in quotation marks one after the other; the last
    word may be a beginning where no quotation mark ends it. "" when there is no word."""
    pieces = [(quoted or plain) for quoted, plain in re.findall(r'"([^"]*)"?|([^\s"]+)', words)]
    kept = [piece for piece in pieces if any(c.isalnum() for c in piece)]
    closed = words.rstrip().endswith('"') and words.count('"') % 2 == 0
    return " ".join(f'"{piece}"' for piece in kept) + ("" if closed else "*") if kept else ""


_ARTICLES = """SELECT a.id AS article_id, a.title AS title, a.site AS site, '' AS annotation_id,
    snippet(article_search, -1, ?, ?, '…', 24) AS snippet, 'text' AS field
    FROM article_search CROSS JOIN article a ON a.number = article_search.rowid
    WHERE article_search MATCH ? AND rank MATCH 'bm25(8.0, 1.0)' AND a.state <> 'trashed' ORDER BY {order} LIMIT ?"""
_ANNOTATIONS = """SELECT a.id AS article_id, a.title AS title, a.site AS site, m.id AS annotation_id,
    snippet(annotation_search, -1, ?, ?, '…', 24) AS snippet, m.label AS field
    FROM annotation_search CROSS JOIN annotation m ON m.number = annotation_search.rowid
    CROSS JOIN article a ON a.id = m.article_id
    WHERE annotation_search MATCH ? AND a.state <> 'trashed' ORDER BY {order} LIMIT ?"""
_ASKED = (("article_search", _ARTICLES), ("annotation_search", _ANNOTATIONS))


def search(connection: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """Return articles and then marks that hold the words, at most `limit` of each: best first where they are few,
    newest first where they are many, since ranking reads every hit."""
    asked = match(words)
    found: list[sqlite3.Row] = []
    for index, statement in _ASKED if asked else ():
        order = f"{index}.rank" if _are_few(connection, index, asked) else f"{index}.rowid DESC"
        found += rows(connection, statement.format(order=order), (OPEN, CLOSE, asked, limit))
    return [Hit(r["article_id"], r["title"], r["site"], r["field"], r["snippet"], r["annotation_id"]) for r in found]


def _are_few(connection: sqlite3.Connection, index: str, asked: str) -> bool:
    some = f"SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT {FEW + 1}"
    return len(scalars(connection, some, (asked,))) <= FEW
