"""What of one article is not as it was stored: compared each time that it is opened, shown or handed out.

A check looks through the whole library; this takes some thousandths of a second for an article of a thousand marks.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from reader.edits import Entity
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.store.asking import chunks, places, scalars
from reader.store.damaged import WRONG
from reader.store.integrity import digests
from reader.store.integrity.damage import INDEX, Damage
from reader.store.integrity.rows_checked import named
from reader.system_reasons import reason_of

_TITLE = "SELECT title FROM article WHERE id = ?"
_IDS: Mapping[type[Entity], str] = {
    Article: "SELECT id FROM article WHERE id = ?",
    Revision: "SELECT id FROM revision WHERE article_id = ? AND present = 1",
    Annotation: "SELECT id FROM annotation INDEXED BY ix_annotation_article_label WHERE article_id = ?",
    Relation: "SELECT DISTINCT e.relation_id FROM annotation m INDEXED BY ix_annotation_article_label"
    " CROSS JOIN relation_member e ON e.annotation_id = m.id WHERE m.article_id = ?",
}
# By the index of marks by place, which the page is drawn from, and as SQLite itself counted them.
_ON_PAGE = "SELECT count(*) FROM annotation INDEXED BY ix_annotation_place WHERE revision_id IN"
_TEXTS = "SELECT id FROM revision WHERE article_id = ?"
_COUNTED = (
    "SELECT coalesce(sum(annotations), 0) FROM annotation_count WHERE field = 'label'"
    " AND article_number = (SELECT number FROM article WHERE id = ?)"
)


def damaged_in(connection: sqlite3.Connection, article_id: str) -> list[Damage]:
    """Return what of the article is damaged, by the rows that are read when it is shown; empty when nothing is."""
    try:
        return list(_damages(connection, article_id))
    except (sqlite3.Error, *WRONG) as error:
        why = reason_of(error) if isinstance(error, sqlite3.Error) else Message("a row cannot be read")
        return [Damage("article", Message("parts of it cannot be read: {0}", why), article_id, article_id, True)]


def _damages(connection: sqlite3.Connection, article_id: str) -> Iterator[Damage]:
    title = str(next(iter(scalars(connection, _TITLE, (article_id,))), article_id))
    titles = {article_id: title}
    held = {kind: scalars(connection, wanted, (article_id,)) for kind, wanted in _IDS.items()}
    for kind, ids in held.items():
        for some in chunks(ids):
            yield from _of(connection, kind, some, article_id, titles)
    marks = len(held[Annotation])
    counts = scalars(connection, _COUNTED, (article_id,))[0], _on_page(connection, article_id)
    if any(count != marks for count in counts):
        said = Message("marks of “{0}” are missing, or shown that are not its own", title)
        yield Damage(INDEX, said, "", article_id)


def _of(
    connection: sqlite3.Connection, kind: type[Entity], ids: Sequence[str], article_id: str, titles: Mapping[str, str]
) -> Iterator[Damage]:
    for id, had, ought in digests.stored(connection, kind, ids):
        if had != ought:
            yield named(connection, kind, id, article_id, titles)


def _on_page(connection: sqlite3.Connection, article_id: str) -> int:
    texts = scalars(connection, _TEXTS, (article_id,))
    return sum(scalars(connection, f"{_ON_PAGE} {places(some)}", some)[0] for some in chunks(texts))
