"""Each row compared with its digest."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from reader.edits import Entity
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.kind_names import kind_word
from reader.model.kinds import kind_name
from reader.model.pages import Original, Picture
from reader.store.asking import scalars
from reader.store.integrity import digests
from reader.store.integrity.damage import Damage
from reader.store.integrity.expected import missing, name_of
from reader.store.integrity.walking import ids_by_index, walk
from reader.store.whole_rows import MEMBERS

_ARTICLE: Mapping[type, str] = {
    Original: "SELECT article_id FROM revision WHERE original_id = ? ORDER BY number DESC LIMIT 1",
    Picture: "SELECT article_id FROM revision WHERE instr(blocks, ?) ORDER BY number DESC LIMIT 1",
    Relation: "SELECT m.article_id FROM relation_member e JOIN annotation m ON m.id = e.annotation_id"
    " WHERE e.relation_id = ? LIMIT 1",
}
_WORDS: Mapping[type, Message] = {Revision: Message("text"), Annotation: Message("mark")}
_NAMED = ("title", "quote", "name", "text", "kind")  # columns by which a thing is called
_SHOWN = 60  # characters of a title or a quote that name it


def damaged_rows(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield each thing that is not as it was stored, or cannot be read."""
    titles = _titles(connection)
    for kind in digests.KINDS_KEPT:
        yield from _of_kind(connection, kind, titles)
    for kind, id, told in missing(connection):
        yield gone(kind, id, told, titles)


def _titles(connection: sqlite3.Connection) -> Mapping[str, str]:
    return {str(id): str(title) for id, title in walk(connection, "article", "id, title")}


def _of_kind(connection: sqlite3.Connection, kind: type[Entity], titles: Mapping[str, str]) -> Iterator[Damage]:
    table, names = kind_name(kind), [name for name in digests.columns(kind) if name != MEMBERS]
    more = ", present" if kind is Revision else ""
    seen: set[str] = set()
    for had, *cells in walk(connection, table, f"digest, {digests.selected(kind)}{more}"):
        told = dict(zip(names, cells, strict=False))
        seen.add(str(told["id"]))
        if not is_sound(connection, kind, had, cells):
            yield _named(connection, kind, told, titles)
    for id in sorted(ids_by_index(connection, table) - seen):
        yield lost(kind, id, _article_by_index(connection, table, id), titles)


def is_sound(connection: sqlite3.Connection, kind: type[Entity], had: object, cells: Sequence[Any]) -> bool:
    """Return whether the cells, as `rows_of` asks for them, are those that the digest was made of."""
    if kind is Original and not _bytes_sound(str(cells[0]), cells[-1]):
        return False
    try:
        members = digests.members_of(connection, [cells[0]]).get(cells[0], "[]") if kind is Relation else "[]"
        return bool(had == digests.ought(kind, cells, members))
    except (sqlite3.Error, TypeError, ValueError):
        return False


def _bytes_sound(id: str, data: object) -> bool:
    """Original pages are known by the SHA-256 of their bytes."""
    if not isinstance(data, bytes):
        return False
    try:
        plain = zlib.decompress(data)
    except zlib.error:
        return False
    return len(id) != len(sha256().hexdigest()) or sha256(plain).hexdigest() == id


def _named(
    connection: sqlite3.Connection, kind: type[Entity], told: Mapping[str, Any], titles: Mapping[str, str]
) -> Damage:
    id = str(told["id"])
    article = id if kind is Article else str(told.get("article_id", ""))
    if kind in (Original, Picture, Relation):
        article = _article_of(connection, kind, id)
    name = next((str(told[x]) for x in _NAMED if told.get(x)), id)
    return Damage(kind_name(kind), _sentence(kind, name, article, titles, readable=True), id, article)


def named(
    connection: sqlite3.Connection, kind: type[Entity], id: str, article: str, titles: Mapping[str, str]
) -> Damage:
    """Return the damage of a thing of an article that is read by its id."""
    names = [name for name in digests.columns(kind) if name != MEMBERS and name != "data"]
    read = connection.cursor()
    read.row_factory = None
    asked = ", ".join(f'"{name}"' for name in names)
    row = read.execute(f"SELECT {asked} FROM {kind_name(kind)} WHERE id = ?", (id,)).fetchone()
    told = dict(zip(names, row or (), strict=False))
    name = next((str(told[x]) for x in _NAMED if told.get(x)), id)
    return Damage(kind_name(kind), _sentence(kind, name, article, titles, readable=True), id, article)


def lost(kind: type[Entity], id: str, article: str, titles: Mapping[str, str]) -> Damage:
    """Return the damage of a thing of which only the id is known."""
    return Damage(kind_name(kind), _sentence(kind, id, article, titles, readable=False), id, article, True)


def gone(kind: type[Entity], id: str, told: Mapping[str, Any], titles: Mapping[str, str]) -> Damage:
    """Return the damage of a thing that is not here, and that the history says is: `told` is what that knows."""
    article = id if kind is Article else str(told.get("article_id", ""))
    what, title = _WORDS.get(kind) or kind_word(kind_name(kind)), _cut(titles.get(article, ""))
    name = _cut(name_of(told) or id)
    said = Message("{0} “{1}” is missing", what, name)
    if title and kind is not Article:
        said = Message("{0} “{1}” in “{2}” is missing", what, name, title)
    return Damage(kind_name(kind), said, id, article, True)


def _sentence(kind: type[Entity], name: str, article: str, titles: Mapping[str, str], *, readable: bool) -> Message:
    what, title = _WORDS.get(kind) or kind_word(kind_name(kind)), _cut(titles.get(article, ""))
    of_article = bool(title) and kind is not Article
    if kind is Revision and of_article:
        name, of_article = title, False
    name = _cut(name)
    if readable:
        if of_article:
            return Message("{0} “{1}” in “{2}” is not as it was stored", what, name, title)
        return Message("{0} “{1}” is not as it was stored", what, name)
    if of_article:
        return Message("{0} “{1}” in “{2}” cannot be read", what, name, title)
    return Message("{0} “{1}” cannot be read", what, name)


def _cut(text: str) -> str:
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _article_of(connection: sqlite3.Connection, kind: type[Entity], id: str) -> str:
    try:
        found = scalars(connection, _ARTICLE[kind], (id,))
    except (sqlite3.Error, UnicodeError):
        return ""
    return str(found[0]) if found else ""


_BY_INDEX = {
    "annotation": "SELECT article_id FROM annotation INDEXED BY ix_annotation_article_label WHERE _rowid_ ="
    " (SELECT _rowid_ FROM annotation INDEXED BY sqlite_autoindex_annotation_1 WHERE id = ?)",
    "revision": "SELECT article_id FROM revision INDEXED BY ix_revision_heads WHERE id = ?",
    "article": "SELECT id FROM article INDEXED BY sqlite_autoindex_article_1 WHERE id = ?",
}


def _article_by_index(connection: sqlite3.Connection, table: str, id: str) -> str:
    """The article of a row that cannot be read, where an index knows it."""
    try:
        found = scalars(connection, _BY_INDEX[table], (id,)) if table in _BY_INDEX else []
    except (sqlite3.Error, UnicodeError):
        return ""
    return str(found[0]) if found else ""
