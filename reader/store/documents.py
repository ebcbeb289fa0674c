"""The articles of a set, read once from front to back: some statements for many articles, bare rows, one at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from reader.errors import NotFoundError
from reader.model.annotations import Annotation, Member, Relation
from reader.model.articles import Article, Revision, State
from reader.model.claims import ClaimRecord, Source
from reader.model.dataset import Document
from reader.model.kind_names import kind_word
from reader.store import claim_rows, rows

MOST = 100  # articles read together
WORDS = 100_000  # or so many words of them, so that long ones do not fill the memory
_ARTICLE, _REVISION, _MARK, _LINK = (rows.columns(kind) for kind in (Article, Revision, Annotation, Relation))
# `CROSS JOIN`: as the statement is written and in no other order.
_ASKED = "FROM json_each(?) j CROSS JOIN article a ON a.number = j.value"
_MARKS = (
    f"{_ASKED} CROSS JOIN annotation m INDEXED BY ix_annotation_place"
    " ON m.revision_id = a.revision_id AND m.article_id = a.id"
)
_READ_TEXTS = (
    f"SELECT {', '.join((*_ARTICLE, *_REVISION))}, a.number, a.revision_id, r.id"
    f" {_ASKED} LEFT JOIN revision r ON r.id = a.revision_id"
)
_READ_MARKS = f"SELECT {', '.join(_MARK)}, a.number {_MARKS}"
_READ_LINKS = (
    f"SELECT {', '.join(_LINK)}, a.number, n.role, n.annotation_id {_MARKS}"
    " CROSS JOIN relation_member f ON f.annotation_id = m.id AND f.position = 0"
    " CROSS JOIN relation l ON l.id = f.relation_id"
    " CROSS JOIN relation_member n ON n.relation_id = l.id ORDER BY l.created, l.id, n.position"
)
_OF_SET = "FROM article a JOIN annotation m ON m.article_id = a.id AND m.revision_id = a.revision_id"
_ENDS = (
    "SELECT DISTINCT n.annotation_id FROM relation_member f CROSS JOIN annotation m ON m.id = f.annotation_id"
    " CROSS JOIN article a ON a.id = m.article_id AND a.revision_id = m.revision_id"
    " CROSS JOIN relation_member n ON n.relation_id = f.relation_id"
    " LEFT JOIN annotation o ON o.id = n.annotation_id AND o.article_id = a.id AND o.revision_id = a.revision_id"
    " WHERE f.position = 0 AND o.id IS NULL AND {0}"
)
_ALL = "SELECT number, words FROM article WHERE state <> ? ORDER BY added, id"
_SOME = "SELECT j.value, a.number, a.words FROM json_each(?) j LEFT JOIN article a ON a.id = j.value"


def documents(connection: sqlite3.Connection, article_ids: Sequence[str] | None = None) -> Iterator[Document]:
    """Yield articles with the text they have now and the marks on it: all but the trash, oldest first, or those asked
    for in that order. A relation comes with the article of its first mark.

    The connection stays in one transaction meanwhile. Raises `NotFoundError` for an article or a text that is missing.
    """
    links = connection.execute("SELECT 1 FROM relation LIMIT 1").fetchone() is not None
    for numbers in _together(_numbers(connection, article_ids)):
        yield from _read(connection, numbers, links=links)


def plain_cursor(connection: sqlite3.Connection) -> sqlite3.Cursor:
    """Return a cursor whose rows are tuples, whatever the connection's are."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor


def _numbers(connection: sqlite3.Connection, article_ids: Sequence[str] | None) -> Iterator[tuple[int, int]]:
    """The articles' numbers, and how many words each has."""
    if article_ids is None:
        yield from plain_cursor(connection).execute(_ALL, (State.TRASHED.value,)).fetchall()
        return
    for id, number, words in plain_cursor(connection).execute(_SOME, (json.dumps(list(article_ids)),)).fetchall():
        if number is None:
            raise _missing("article", id)
        yield number, words


def _missing(kind: str, id: str) -> NotFoundError:
    return NotFoundError("there is no {0} {1} in this library", kind_word(kind), id)


def _together(numbers: Iterator[tuple[int, int]]) -> Iterator[list[int]]:
    some: list[int] = []
    size, most = 0, 1  # the first comes alone: some want no more than that
    for number, words in numbers:
        some.append(number)
        size += words
        if len(some) == most or size > WORDS:
            yield some
            some, size, most = [], 0, min(MOST, 10 * most)
    if some:
        yield some


def _read(connection: sqlite3.Connection, numbers: Sequence[int], *, links: bool) -> Iterator[Document]:
    asked = (json.dumps([*dict.fromkeys(numbers)]),)
    marks: dict[int, list[Annotation]] = {}
    for row in plain_cursor(connection).execute(_READ_MARKS, asked):
        marks.setdefault(row[-1], []).append(rows.annotation_of(row))
    relations = _relations(connection, asked) if links else {}
    about = {m.about for some in marks.values() for m in some if m.about}
    known = Known(connection, about) if about else None
    texts = {row[-3]: row for row in plain_cursor(connection).execute(_READ_TEXTS, asked)}
    for number in numbers:
        row = texts[number]
        if row[-1] is None:
            raise _missing("revision", row[-2])
        own = tuple(sorted(marks.get(number, ()), key=_place))
        told = known.of(own) if known is not None else ()
        yield Document(
            rows.article_of(row), rows.revision_of(row[len(_ARTICLE) :]), own, tuple(relations.get(number, ())), told
        )


def _place(mark: Annotation) -> tuple[int, int, str]:
    return mark.anchor.start, mark.anchor.end, mark.id


def _relations(connection: sqlite3.Connection, asked: tuple[str]) -> Mapping[int, list[Relation]]:
    """By the number of the article of the first mark, as they were made."""
    fields: dict[str, tuple[int, dict[str, Any]]] = {}
    members: dict[str, list[Member]] = {}
    for row in plain_cursor(connection).execute(_READ_LINKS, asked):
        *link, number, role, annotation_id = row
        id = link[0]
        if id not in fields:
            fields[id] = number, rows.relation_fields(link)
        members.setdefault(id, []).append(Member(role, annotation_id))
    found: dict[int, list[Relation]] = {}
    for id, (number, given) in fields.items():
        found.setdefault(number, []).append(Relation(**given, members=tuple(members[id])))
    for some in found.values():
        some.sort(key=lambda r: (r.created, r.id))
    return found


class SetFacts:
    """What is known of the set of these articles by a statement each; see `reader.model.dataset.Facts`."""

    def __init__(self, connection: sqlite3.Connection, article_ids: Sequence[str] | None) -> None:
        self._connection = connection
        self._is_in = "a.state <> ?" if article_ids is None else "a.id IN (SELECT value FROM json_each(?))"
        self._asked = State.TRASHED.value if article_ids is None else json.dumps(list(article_ids))

    def missing(self) -> frozenset[str]:
        """Return the marks that links of the set speak of and that are not in it."""
        ends = self.elsewhere()
        wanted = f"SELECT m.id {_OF_SET} WHERE {self._is_in} AND m.id IN (SELECT value FROM json_each(?))"
        return ends - self._ids(wanted, self._asked, _listed(ends)) if ends else ends

    def elsewhere(self) -> frozenset[str]:
        """Return the marks that links of the set speak of from another article."""
        return self._ids(_ENDS.format(self._is_in), self._asked)

    def counts(self) -> dict[str, int]:
        """Return how many marks of the set carry each label."""
        wanted = f"SELECT m.label, count(*) {_OF_SET} WHERE {self._is_in} GROUP BY m.label"
        return dict(plain_cursor(self._connection).execute(wanted, (self._asked,)).fetchall())

    def documents_with(self, marks: frozenset[str]) -> Iterator[Document]:
        """Yield the documents of the set that hold any of these marks."""
        wanted = f"SELECT DISTINCT a.id {_OF_SET} WHERE {self._is_in} AND m.id IN (SELECT value FROM json_each(?))"
        ids = self._ids(wanted, self._asked, _listed(marks))
        return documents(self._connection, sorted(ids))

    def _ids(self, wanted: str, *asked: str) -> frozenset[str]:
        return frozenset(id for (id,) in plain_cursor(self._connection).execute(wanted, asked))


class Known:
    """The claims and sources that some marks mention, those the sources speak for, evidence and reviews."""

    def __init__(self, connection: sqlite3.Connection, ids: Set[str]) -> None:
        self._connection = connection
        self._mentioned = self._by_id("claim", ids)
        self._sources = self._by_id("source", ids)
        self._on: dict[str, list[ClaimRecord]] = {}
        for kind in ("evidence", "review"):
            read = claim_rows.claim_record_reader(kind)
            wanted = f"SELECT claim_id, told FROM {kind} WHERE claim_id IN (SELECT value FROM json_each(?))"
            for claim_id, told in plain_cursor(connection).execute(wanted, (_listed(ids),)):
                self._on.setdefault(claim_id, []).append(read({"told": told}))
        self._add_parties()

    def _by_id(self, kind: str, ids: Set[str]) -> dict[str, ClaimRecord]:
        read = claim_rows.claim_record_reader(kind)
        wanted = f"SELECT id, told FROM {kind} WHERE id IN (SELECT value FROM json_each(?))"
        found = plain_cursor(self._connection).execute(wanted, (_listed(ids),))
        return {id: read({"told": told}) for id, told in found}

    def _add_parties(self) -> None:
        while above := {p for s in self._sources.values() if (p := _party(s))} - self._sources.keys():
            found = self._by_id("source", above)
            if not found:
                return
            self._sources |= found

    def of(self, marks: Sequence[Annotation]) -> tuple[ClaimRecord, ...]:
        """Return what these marks mention and what hangs on that, by id."""
        found: dict[str, ClaimRecord] = {}
        for id in {m.about for m in marks if m.about}:
            for thing in (self._mentioned.get(id), self._sources.get(id), *self._on.get(id, ())):
                while thing is not None and thing.id not in found:
                    found[thing.id] = thing
                    thing = self._sources.get(_party(thing))
        return tuple(sorted(found.values(), key=lambda k: k.id))


def _listed(ids: Set[str]) -> str:
    return json.dumps(sorted(ids))


def _party(thing: ClaimRecord) -> str:
    return thing.party if isinstance(thing, Source) else ""
