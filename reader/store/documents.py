"""The articles of a set, read once from front to back: some statements for many articles, bare rows, one at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from reader.errors import DamagedError
from reader.messages import Message
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Article, Revision
from reader.model.dataset import Document
from reader.model.kind_names import kind_word
from reader.store import rows
from reader.store.integrity.digests import HEX, digest
from reader.store.set_claims import SetClaims
from reader.store.set_scope import SetScope, missing, plain_cursor

_ARTICLE, _REVISION, _MARK, _LINK = (rows.columns(kind) for kind in (Article, Revision, Annotation, Relation))
# `CROSS JOIN`: as the statement is written and in no other order.
_ASKED = "FROM json_each(?) j CROSS JOIN article a ON a.number = j.value"
_MARKS = f"{_ASKED} CROSS JOIN annotation m INDEXED BY ix_annotation_article_label ON m.article_id = a.id"
_READ_TEXTS = (
    f"SELECT {', '.join((*_ARTICLE, *_REVISION))}, a.digest, r.digest, a.number, a.revision_id, r.id"
    f" {_ASKED} LEFT JOIN revision r ON r.id = a.revision_id"
)
_READ_MARKS = f"SELECT {', '.join(_MARK)}, m.digest, a.number {_MARKS}"
_READ_LINKS = (
    f"WITH touched(id) AS (SELECT DISTINCT f.relation_id {_MARKS}"
    " CROSS JOIN relation_member f ON f.annotation_id = m.id)"
    f" SELECT {', '.join(_LINK)}, n.role, n.annotation_id, o.number, o.id, o.state FROM touched t"
    " CROSS JOIN relation l ON l.id = t.id CROSS JOIN relation_member n ON n.relation_id = l.id"
    " LEFT JOIN annotation e ON e.id = n.annotation_id LEFT JOIN article o ON o.id = e.article_id"
    " ORDER BY l.created, l.id, n.position"
)
_READ_OLDER = (
    f"SELECT {', '.join(_REVISION)}, r.id FROM json_each(?) j CROSS JOIN revision r ON r.id = j.value ORDER BY r.number"
)


Told = Callable[[Message], object]


def documents(
    connection: sqlite3.Connection, article_ids: Sequence[str] | None = None, damaged: Told | None = None
) -> Iterator[Document]:
    """Yield articles with the text they have now and all their marks: all but the trash, oldest first, or those asked
    for in that order. See `Document` for what comes with each.

    The connection stays in one transaction meanwhile. What is damaged is left out and told to `damaged`, an article
    or a mark at a time; without that it raises `DamagedError`. Raises `NotFoundError` for an article or a text that is
    missing.
    """
    scope = SetScope(connection, article_ids)
    has_links = connection.execute("SELECT 1 FROM relation LIMIT 1").fetchone() is not None
    claims, first = SetClaims(scope), True
    for numbers in scope.groups():
        yield from _read(scope, numbers, claims, damaged, first=first, links=has_links)
        first = False


def _read(
    scope: SetScope, numbers: Sequence[int], claims: SetClaims, damaged: Told | None, *, first: bool, links: bool
) -> Iterator[Document]:
    asked = json.dumps([*dict.fromkeys(numbers)])
    marks: dict[int, list[Annotation]] = {}
    for row in plain_cursor(scope.connection).execute(_READ_MARKS, (asked,)):
        try:
            marks.setdefault(row[-1], []).append(rows.annotation_of(row))
            _compare(damaged, "annotation", row[0], row[: len(_MARK)], row[-2])
        except DamagedError as error:  # it costs itself
            _tell(damaged, error)
    relations = _relations(scope, asked) if links else {}
    texts = {row[-3]: row for row in plain_cursor(scope.connection).execute(_READ_TEXTS, (asked,))}
    older = _older(scope.connection, marks, {number: row[-2] for number, row in texts.items()})
    known = claims.of_marks([marks.get(number, ()) for number in numbers])
    for number, own in zip(numbers, known, strict=True):
        row = texts[number]
        if row[-1] is None and damaged is not None and row[-2]:
            damaged(missing("revision", row[-2]).message)
            continue
        if row[-1] is None:
            raise missing("revision", row[-2])
        told = tuple(sorted((*claims.unmentioned(), *own), key=lambda k: k.id)) if first else own
        first = False
        placed, orphans = _placed(marks.get(number, ()), row[-2])
        try:
            article, revision = rows.article_of(row), rows.revision_of(row[len(_ARTICLE) :])
            links_of = tuple(relations.get(number, ()))
            _compare(damaged, "article", article.id, row[: len(_ARTICLE)], row[-5])
            _compare(damaged, "revision", revision.id, row[len(_ARTICLE) : -5], row[-4])
            found = Document(article, revision, placed, links_of, told, orphans, older.get(number, ()))
        except DamagedError as error:
            _tell(damaged, error)
            continue
        yield found


def _compare(damaged: Told | None, kind: str, id: str, cells: Sequence[Any], had: str) -> None:
    """Tell of a thing that can be read and is not as it was stored; it is handed out as it is."""
    if damaged is not None and had[:HEX] != digest(tuple(cells)):
        damaged(Message("{0} {1} is not as it was stored; it is handed out as it is", kind_word(kind), id))


def _tell(damaged: Told | None, error: DamagedError) -> None:
    if damaged is None:
        raise error
    damaged(error.message)


def _placed(marks: Sequence[Annotation], revision_id: str) -> tuple[tuple[Annotation, ...], tuple[Annotation, ...]]:
    """The marks on the text, and the orphans."""
    ordered = sorted(marks, key=_place)
    if all(mark.anchor.revision_id == revision_id for mark in ordered):
        return tuple(ordered), ()
    return (
        tuple(mark for mark in ordered if mark.anchor.revision_id == revision_id),
        tuple(mark for mark in ordered if mark.anchor.revision_id != revision_id),
    )


def _place(mark: Annotation) -> tuple[int, int, str]:
    return mark.anchor.start, mark.anchor.end, mark.id


def _older(
    connection: sqlite3.Connection, marks: Mapping[int, Sequence[Annotation]], current: Mapping[int, str]
) -> dict[int, tuple[Revision, ...]]:
    """By the article's number, the older texts on which its marks stand or were made, oldest first."""
    wanted: dict[str, int] = {}
    for number, some in marks.items():
        for mark in some:
            places = {mark.anchor.revision_id, mark.origin.revision_id if mark.origin is not None else ""}
            wanted.update(dict.fromkeys(places - {current[number], ""}, number))
    found: dict[int, tuple[Revision, ...]] = {}
    if wanted:
        for row in plain_cursor(connection).execute(_READ_OLDER, (json.dumps([*wanted]),)):
            found[wanted[row[-1]]] = (*found.get(wanted[row[-1]], ()), rows.revision_of(row))
    return found


def _relations(scope: SetScope, asked: str) -> Mapping[int, list[Relation]]:
    """By the number of the article of the first mark that is in the set, as they were made."""
    fields: dict[str, dict[str, Any]] = {}
    members: dict[str, list[Member]] = {}
    home: dict[str, int] = {}
    for row in plain_cursor(scope.connection).execute(_READ_LINKS, (asked,)):
        *link, role, annotation_id, number, article_id, state = row
        id = link[0]
        if id not in fields:
            fields[id] = rows.relation_fields(link)
        members.setdefault(id, []).append(Member(role, annotation_id))
        if id not in home and article_id is not None and scope.holds(article_id, state):
            home[id] = number
    found: dict[int, list[Relation]] = {}
    for id, given in fields.items():
        found.setdefault(home[id], []).append(Relation(**given, members=tuple(members[id])))
    for some in found.values():
        some.sort(key=lambda r: (r.created, r.id))
    return found
