"""What the library answers about claims and sources: plain values, each answer from one consistent moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Connection, Engine, select

from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, State
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.kinds import TYPES
from reader.store import mapping, schema, writing

_A, _M = schema.article, schema.annotation


class ClaimsReading:
    """The part of `Library` that reads what lives across articles."""

    _engine: Engine

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(reads=True) as connection:
            yield connection

    def claims(self) -> list[Claim]:
        """Return all claims, oldest first."""
        return cast("list[Claim]", self._all("claim"))

    def sources(self) -> list[Source]:
        """Return all sources, oldest first."""
        return cast("list[Source]", self._all("source"))

    def _all(self, kind: str) -> list[ClaimRecord]:
        table, read = writing.table_of(kind), mapping.claim_record_reader(kind)
        with self._looking() as connection:
            return [read(row) for row in connection.execute(select(table).order_by(table.c.number)).mappings()]

    def of_kind(self, kind: str, ids: Sequence[str]) -> dict[str, ClaimRecord]:
        """Return those of that kind (`claim`, `source`, `evidence`, `review`) that exist, by id."""
        with self._looking() as connection:
            return cast("dict[str, ClaimRecord]", writing.fetch(connection, TYPES[kind], ids))

    def evidence(self, claim_ids: Sequence[str]) -> list[Evidence]:
        """Return what was attached to these claims, oldest first."""
        return cast("list[Evidence]", self._of_claims("evidence", claim_ids))

    def reviews(self, claim_ids: Sequence[str]) -> list[Review]:
        """Return the reviews of these claims, oldest first."""
        return cast("list[Review]", self._of_claims("review", claim_ids))

    def _of_claims(self, kind: str, claim_ids: Sequence[str]) -> list[ClaimRecord]:
        table, read, found = writing.table_of(kind), mapping.claim_record_reader(kind), []
        with self._looking() as connection:
            for some in writing.chunks(list(claim_ids)):
                wanted = select(table).where(table.c.claim_id.in_(some)).order_by(table.c.number)
                found += [read(row) for row in connection.execute(wanted).mappings()]
        return found

    def mentions(self, known_ids: Sequence[str], article_id: str = "") -> list[Annotation]:
        """Every mark that is about one of these claims or sources, by article and place; of one article if given."""
        found: list[Annotation] = []
        with self._looking() as connection:
            for some in writing.chunks(list(known_ids)):
                wanted = select(_M).where(_M.c.about.in_(some))
                wanted = wanted.where(_M.c.article_id == article_id) if article_id else wanted
                found += [mapping.annotation_of(row) for row in connection.execute(wanted).mappings()]
        return sorted(found, key=lambda m: (m.article_id, m.anchor.start, m.anchor.end, m.id))

    def labelled(self, labels: Sequence[str], article_ids: Sequence[str] | None = None) -> list[Annotation]:
        """Return the marks of these labels, of these articles or of all that are not in the trash, as they were
        stored."""
        wanted = select(_M).join(_A, _A.c.id == _M.c.article_id).where(_M.c.label.in_(labels))
        if article_ids is None:
            asked = [wanted.where(_A.c.state != State.TRASHED.value)]
        else:
            asked = [wanted.where(_M.c.article_id.in_(some)) for some in writing.chunks(list(article_ids))]
        with self._looking() as connection:
            rows = [row for one in asked for row in connection.execute(one.order_by(_M.c.number)).mappings()]
        return [mapping.annotation_of(row) for row in rows]

    def relations_by_id(self, ids: Iterable[str]) -> list[Relation]:
        """Return those that exist."""
        with self._looking() as connection:
            return cast("list[Relation]", list(writing.fetch(connection, Relation, list(ids)).values()))

    def nested_in(self, relation_ids: Sequence[str]) -> list[Relation]:
        """Return the attributions that are nested in one of these."""
        table = schema.relation
        with self._looking() as connection:
            ids: list[str] = []
            for some in writing.chunks(list(relation_ids)):
                ids += connection.scalars(select(table.c.id).where(table.c.within.in_(some)))
            return cast("list[Relation]", list(writing.fetch(connection, Relation, ids).values()))

    def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """Return those articles that exist, by id."""
        with self._looking() as connection:
            return cast("dict[str, Article]", writing.fetch(connection, Article, ids))
