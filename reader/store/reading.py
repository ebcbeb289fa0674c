"""What the library answers: plain values, each answer from one consistent moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    RowMapping,
    Select,
    Text,
    bindparam,
    func,
    or_,
    select,
    text,
)

from reader.edits import Entity
from reader.errors import NotFoundError, TilikError
from reader.memory import gc_paused
from reader.model.annotations import Annotation, PageAnnotation, Relation
from reader.model.articles import Article, Place, Revision, State
from reader.model.dataset import Dataset, Document
from reader.model.labels import BUILTIN, Label
from reader.model.listing import Hit, Summary
from reader.model.pages import Original, Picture
from reader.query import EVERYTHING, Query
from reader.store import mapping, schema, writing
from reader.store import search as full_text
from reader.store.documents import SetFacts
from reader.store.documents import documents as read_documents
from reader.store.first_paint import summary_of
from reader.text.invariants import frozen

_A, _M = schema.article, schema.annotation


class Reading:
    """The reading half of `Library`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(reads=True) as connection:
            yield connection

    def _one(self, kind: str, id: str) -> Any:
        with self._reading() as connection:
            return writing.fetch_one(connection, kind, id)

    # -- articles and their texts ---------------------------------------------------------------------------------

    def article(self, id: str) -> Article:
        """Raises `NotFoundError`, as all look-ups by id do."""
        return self._one("article", id)  # type: ignore[no-any-return]

    def revision(self, id: str) -> Revision:
        return self._one("revision", id)  # type: ignore[no-any-return]

    def times_of_texts(self, article_ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
        """Return of the text that each article has now: when it was captured, its origin, when it was corrected."""
        table = schema.revision
        found: dict[str, tuple[str, str, str]] = {}
        wanted = select(_A.c.id, table.c.captured, table.c.origin, table.c.corrected)
        joined = wanted.join(table, table.c.id == _A.c.revision_id)
        with self._reading() as connection:
            for some in writing.chunks(list(article_ids)):
                for id, captured, origin, corrected in connection.execute(joined.where(_A.c.id.in_(some))):
                    found[id] = (captured, origin, corrected)
        return found

    def original(self, id: str) -> Original:
        """Return the bytes an article came from, exactly as they came."""
        return self._one("original", id)  # type: ignore[no-any-return]

    def picture(self, id: str) -> Picture:
        return self._one("picture", id)  # type: ignore[no-any-return]

    def revisions(self, article_id: str) -> list[Revision]:
        """All texts an article has had, oldest first."""
        table = schema.revision
        wanted = select(table).where(table.c.article_id == article_id, table.c.present == 1).order_by(table.c.number)
        return [mapping.revision_of(row) for row in self._rows(wanted)]

    def summaries(self, query: Query = EVERYTHING, *, offset: int = 0, limit: int = 200) -> list[Summary]:
        """Return rows of the article list, in the query's order."""
        place = schema.place
        columns = [*_A.c, func.coalesce(place.c.progress, 0.0).label("progress")]
        wanted = select(*columns).select_from(_A.outerjoin(place, place.c.article_id == _A.c.id))
        wanted = _ordered(_filtered(wanted, query), query).offset(offset).limit(limit)
        with self._reading() as connection:
            rows = connection.execute(wanted).mappings().all()
            counts = _counts(connection, [r["id"] for r in rows])
        return [summary_of(row, counts.get(row["id"], {})) for row in rows]

    def count(self, query: Query = EVERYTHING) -> int:
        """Return how many articles the query finds."""
        with self._reading() as connection:
            return int(connection.execute(_filtered(select(func.count()).select_from(_A), query)).scalar_one())

    def cleaned_otherwise(self, cleaner: str, except_origins: Sequence[str]) -> list[str]:
        """Return the articles with an original page and a text by another cleaner, not of these origins; newest
        first."""
        table = schema.revision
        wanted = (
            select(_A.c.id)
            .join(table, table.c.id == _A.c.revision_id)
            .where(table.c.cleaner != cleaner, table.c.original_id != "", table.c.origin.not_in(except_origins))
            .where(_A.c.state != State.TRASHED.value)
            .order_by(_A.c.added.desc())
        )
        with self._reading() as connection:
            return list(connection.execute(wanted).scalars())

    def state_counts(self) -> dict[State, int]:
        with self._reading() as connection:
            rows = connection.execute(select(_A.c.state, func.count()).group_by(_A.c.state)).all()
        return {State(state): number for state, number in rows}

    def known(self, fingerprint: str, original_id: str = "") -> str:
        """Return the id of an article that has this content in any revision, or an empty string.

        An empty fingerprint or id finds nothing: texts may have been stored without either.
        """
        table = schema.revision
        given = ((table.c.fingerprint, fingerprint), (table.c.original_id, original_id))
        same = [column == value for column, value in given if value]
        if not same:
            return ""
        joined = select(_A.c.id).join(table, table.c.article_id == _A.c.id)
        wanted = joined.where(or_(*same), table.c.present == 1).limit(1)
        with self._reading() as connection:
            return str(connection.execute(wanted).scalar() or "")

    def stored(self, things: Sequence[Entity]) -> dict[str, Entity]:
        """Return what is stored under the ids of `things`, by id."""
        kinds: dict[type[Entity], list[str]] = {}
        for thing in things:
            kinds.setdefault(type(thing), []).append(thing.id)
        with self._reading() as connection:
            found = [writing.fetch(connection, kind, ids) for kind, ids in kinds.items()]
        return {id: thing for some in found for id, thing in some.items()}

    def find(self, name: str) -> str:
        """Return the id of the article called `name`: its id, the beginning of its id (4 characters or more), its
        address
        or its exact title. Raises `NotFoundError`, or `TilikError` when several answer."""
        name = frozen(name)
        same = [_A.c.id == name, _A.c.url == name, _A.c.title == name]
        if len(name) >= 4:
            same.append(_A.c.id.startswith(name, autoescape=True))
        with self._reading() as connection:
            ids = connection.scalars(select(_A.c.id).where(_A.c.state != State.TRASHED, or_(*same)).limit(5)).all()
        if not ids:
            raise NotFoundError("there is no article {0} in this library", repr(name))
        if len(ids) > 1:
            raise TilikError("{0} names several articles: {1}", repr(name), ", ".join(ids))
        return str(ids[0])

    def place(self, article_id: str) -> Place | None:
        """Return where the reader was, if she ever was there."""
        rows = self._rows(select(schema.place).where(schema.place.c.article_id == article_id))
        return mapping.place_of(rows[0]) if rows else None

    def setting(self, key: str) -> str:
        """Return A small value kept with the library; empty when it was never set."""
        rows = self._rows(select(schema.setting).where(schema.setting.c.key == key))
        return str(rows[0]["value"]) if rows else ""

    # -- marks ----------------------------------------------------------------------------------------------------

    def labels(self) -> tuple[Label, ...]:
        rows = self._rows(select(schema.label).order_by(schema.label.c.position, schema.label.c.id))
        return tuple(mapping.label_of(r) for r in rows) or BUILTIN

    def page_annotations(self, revision_id: str) -> list[PageAnnotation]:
        """Return every mark of a revision by place, without quotes and notes."""
        with self._reading() as connection, gc_paused():
            # The driver's own rows: there may be 100,000.
            cursor = connection.exec_driver_sql(mapping.PAGE_ANNOTATIONS, (revision_id,)).cursor
            return mapping.page_annotations_of(cursor.fetchall())

    def annotation(self, id: str) -> Annotation:
        return self._one("annotation", id)  # type: ignore[no-any-return]

    def annotations_by_id(self, ids: Sequence[str]) -> list[Annotation]:
        """Return those that exist, in the order asked for."""
        with self._reading() as connection:
            found = writing.fetch(connection, Annotation, ids)
        return [found[id] for id in ids if id in found]  # type: ignore[misc]

    def annotations(self, article_id: str) -> list[Annotation]:
        """Return an article's marks in text order, on all its revisions."""
        wanted = select(_M).where(_M.c.article_id == article_id).order_by(_M.c.start, _M.c.end, _M.c.id)
        return [mapping.annotation_of(r) for r in self._rows(wanted)]

    def filter_annotations(
        self, revision_id: str, *, label: str = "", text: str = "", by_time: bool = False
    ) -> list[str]:
        """Return ids of the marks with that label whose quote, note or tags hold `text`, whatever the case.

        In the order of the text or, `by_time`, in that of their making.
        """
        wanted = select(_M.c.id, _M.c.quote, _M.c.note, _M.c.tags).where(_M.c.revision_id == revision_id)
        if label:
            wanted = wanted.where(_M.c.label == label)
        order = (_M.c.created, _M.c.id) if by_time else (_M.c.start, _M.c.end, _M.c.id)
        folded = text.casefold()
        with self._reading() as connection:
            rows = connection.execute(wanted.order_by(*order))
            return [id for id, *fields in rows if folded in "\n".join(fields).casefold()]

    def newest_marks(self, revision_id: str, labels: Sequence[str], words: str = "", *, limit: int = 50) -> list[str]:
        """Return ids of at most `limit` marks of these labels whose quote holds `words`, whatever the case.

        The one stored last comes first.
        """
        # The plus keeps SQLite from sorting all of a revision's marks: going back from the last stored is enough.
        wanted = text(
            "SELECT id, quote FROM annotation WHERE +revision_id = :id AND label IN :labels ORDER BY number DESC"
        ).bindparams(bindparam("labels", expanding=True))
        folded = words.casefold()
        with self._reading() as connection:
            rows = connection.execute(wanted, {"id": revision_id, "labels": list(labels)})
            return list(islice((id for id, quote in rows if folded in quote.casefold()), limit))

    def relations(self, article_id: str) -> list[Relation]:
        """Return every relation that holds a mark of this article."""
        member = schema.relation_member
        wanted = select(member.c.relation_id).join(_M, _M.c.id == member.c.annotation_id)
        return self._relations(wanted.where(_M.c.article_id == article_id))

    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]:
        """Return every relation that holds one of these marks."""
        member = schema.relation_member
        found: dict[str, Relation] = {}
        for some in writing.chunks(annotation_ids):
            wanted = select(member.c.relation_id).where(member.c.annotation_id.in_(some))
            found |= {r.id: r for r in self._relations(wanted)}
        return list(found.values())

    def _relations(self, wanted: Select[tuple[str]]) -> list[Relation]:
        with self._reading() as connection:
            rows = connection.execute(wanted.distinct().order_by(schema.relation_member.c.relation_id))
            ids = [str(row[0]) for row in rows]
            found = writing.fetch(connection, Relation, ids)
        relations = [r for r in found.values() if isinstance(r, Relation)]
        return sorted(relations, key=lambda r: (r.created, r.id))

    # -- search and sets ------------------------------------------------------------------------------------------

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """Return articles and marks that hold all the words, best first; the last word may be a beginning."""
        with self._reading() as connection:
            return list(full_text.search(connection, words, limit))

    def documents(self, article_ids: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield articles with the text they have now and the marks on it, one at a time: all but the trash, oldest
        first,
        or those asked for in that order. A relation comes with the article of its first mark."""
        with self._reading() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            yield from read_documents(raw, article_ids)

    def dataset(self, name: str, article_ids: Sequence[str] | None = None) -> Dataset:
        """Return these articles, or all but the trash, as a set called `name`, which is read from one moment."""
        labels, count = self.labels(), len(article_ids) if article_ids is not None else self.count()

        @contextmanager
        def still() -> Iterator[Dataset]:
            with self._reading() as connection:
                raw = connection.connection.driver_connection
                assert isinstance(raw, sqlite3.Connection)
                facts = SetFacts(raw, article_ids)
                yield Dataset(name, labels, lambda: read_documents(raw, article_ids), count, facts)

        return Dataset(name, labels, lambda: self.documents(article_ids), count, snapshot=still)

    def _rows(self, wanted: Select[Any]) -> Sequence[RowMapping]:
        with self._reading() as connection:
            return connection.execute(wanted).mappings().all()


def _counts(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, int]]:
    wanted = (
        select(_M.c.article_id, _M.c.label, func.count())
        .where(_M.c.article_id.in_(bindparam("ids", expanding=True)))
        .group_by(_M.c.article_id, _M.c.label)
    )
    out: dict[str, dict[str, int]] = {}
    for article_id, label, number in connection.execute(wanted, {"ids": list(ids)}):
        out.setdefault(article_id, {})[label] = number
    return out


def _filtered(wanted: Select[Any], query: Query) -> Select[Any]:
    state = _A.c.state == query.state if query.state else _A.c.state != State.TRASHED
    wanted = wanted.where(state)
    for column, value in ((_A.c.site, query.site), (_A.c.language, query.language)):
        if value:
            wanted = wanted.where(func.casefold(column, type_=Text).contains(value.casefold(), autoescape=True))
    if query.tag:
        wanted = wanted.where(_A.c.tags.contains(mapping.dump(query.tag), autoescape=True))
    for column, value in ((_M.c.label, query.label), (_M.c.annotator, query.annotator)):
        if value:
            wanted = wanted.where(_A.c.id.in_(select(_M.c.article_id).where(column == value)))
    if asked := full_text.match(query.words):
        numbers = text("SELECT rowid FROM article_search WHERE article_search MATCH :match").bindparams(match=asked)
        wanted = wanted.where(_A.c.number.in_(numbers.columns(_A.c.number)))
    return wanted


def _ordered(wanted: Select[Any], query: Query) -> Select[Any]:
    column = {"added": _A.c.added, "published": _A.c.published, "title": _A.c.title, "site": _A.c.site}[query.order]
    keys = (column, _A.c.number)
    return wanted.order_by(*(k.desc() if query.descending else k.asc() for k in keys))
