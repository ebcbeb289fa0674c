"""Full-text search over SQLite's FTS5: keeping the index in step, and asking it.

The indexes hold no texts of their own (external content), so a row that changes is first taken out with the words it
had. Source: the FTS5 documentation, section 4.4.3.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text

from reader.model.listing import Hit

OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters: no article's own words


def take_out_articles(connection: Connection, ids: list[str]) -> None:
    """Forget these articles' words; call it before their rows change."""
    _articles(connection, ids, "INSERT INTO article_search(article_search, rowid, title, body) SELECT 'delete',")


def put_in_articles(connection: Connection, ids: list[str]) -> None:
    """Index these articles' words as they stand; call it after their rows changed."""
    _articles(connection, ids, "INSERT INTO article_search(rowid, title, body) SELECT")


def _articles(connection: Connection, ids: list[str], insert: str) -> None:
    rows = "t.number, t.title, t.body FROM article_text t JOIN article a USING (number) WHERE a.id = :id"
    if ids:
        connection.execute(text(f"{insert} {rows}"), [{"id": id} for id in ids])


def take_out_annotations(connection: Connection, ids: list[str]) -> None:
    insert = "INSERT INTO annotation_search(annotation_search, rowid, quote, note, tags) SELECT 'delete',"
    _annotations(connection, ids, insert)


def put_in_annotations(connection: Connection, ids: list[str]) -> None:
    _annotations(connection, ids, "INSERT INTO annotation_search(rowid, quote, note, tags) SELECT")


def _annotations(connection: Connection, ids: list[str], insert: str) -> None:
    if ids:
        rows = "number, quote, note, tags FROM annotation WHERE id = :id"
        connection.execute(text(f"{insert} {rows}"), [{"id": id} for id in ids])


def match(words: str) -> str:
    """Return `words` as an FTS5 query: every word must stand there, the last may be a beginning. "" when there is no
    word."""
    tokens = [t.replace('"', '""') for t in words.split() if any(c.isalnum() for c in t)]
    return " ".join(f'"{t}"' for t in tokens) + "*" if tokens else ""


_ARTICLES = text(
    "SELECT a.id AS article_id, a.title AS title, a.site AS site, '' AS annotation_id,"
    " snippet(article_search, -1, :open, :close, '…', 24) AS snippet, 'text' AS field"
    " FROM article_search JOIN article a ON a.number = article_search.rowid"
    " WHERE article_search MATCH :match AND a.state <> 'trashed' ORDER BY bm25(article_search, 8.0, 1.0) LIMIT :limit"
)
_ANNOTATIONS = text(
    "SELECT a.id AS article_id, a.title AS title, a.site AS site, m.id AS annotation_id,"
    " snippet(annotation_search, -1, :open, :close, '…', 24) AS snippet, m.label AS field"
    " FROM annotation_search JOIN annotation m ON m.number = annotation_search.rowid"
    " JOIN article a ON a.id = m.article_id"
    " WHERE annotation_search MATCH :match AND a.state <> 'trashed' ORDER BY annotation_search.rank LIMIT :limit"
)


def search(connection: Connection, words: str, limit: int) -> Iterable[Hit]:
    """Return articles and then marks that hold the words, best first, at most `limit` of each."""
    asked: dict[str, Any] = {"match": match(words), "open": OPEN, "close": CLOSE, "limit": limit}
    if not asked["match"]:
        return []
    rows = [*connection.execute(_ARTICLES, asked).mappings(), *connection.execute(_ANNOTATIONS, asked).mappings()]
    return [Hit(r["article_id"], r["title"], r["site"], r["field"], r["snippet"], r["annotation_id"]) for r in rows]
