"""What the library answers about claims and sources: plain values, each answer from one consistent moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.kinds import TYPES
from reader.store import claim_rows, mapping
from reader.store.asking import chunks, places, rows, scalars
from reader.store.connections import Connected
from reader.store.fetching import fetch, table_of


class ClaimsReading(Connected):
    """The part of `Library` that reads what lives across articles."""

    def claims(self) -> list[Claim]:
        """Return all claims, oldest first."""
        return cast("list[Claim]", self._all("claim"))

    def sources(self) -> list[Source]:
        """Return all sources, oldest first."""
        return cast("list[Source]", self._all("source"))

    def _all(self, kind: str) -> list[ClaimRecord]:
        read = claim_rows.claim_record_reader(kind)
        with self._reading() as connection:
            return [read(row) for row in rows(connection, f"SELECT * FROM {table_of(TYPES[kind])} ORDER BY number")]

    def of_kind(self, kind: str, ids: Sequence[str]) -> dict[str, ClaimRecord]:
        """Return those of that kind (`claim`, `source`, `evidence`, `review`) that exist, by id."""
        with self._reading() as connection:
            return cast("dict[str, ClaimRecord]", fetch(connection, TYPES[kind], ids))

    def evidence(self, claim_ids: Sequence[str]) -> list[Evidence]:
        """Return what was attached to these claims, oldest first."""
        return cast("list[Evidence]", self._of_claims("evidence", claim_ids))

    def reviews(self, claim_ids: Sequence[str]) -> list[Review]:
        """Return the reviews of these claims, oldest first."""
        return cast("list[Review]", self._of_claims("review", claim_ids))

    def _of_claims(self, kind: str, claim_ids: Sequence[str]) -> list[ClaimRecord]:
        read, found = claim_rows.claim_record_reader(kind), []
        with self._reading() as connection:
            for some in chunks(list(claim_ids)):
                wanted = f"SELECT * FROM {table_of(TYPES[kind])} WHERE claim_id IN {places(some)} ORDER BY number"
                found += [read(row) for row in rows(connection, wanted, some)]
        return found

    def mentions(self, known_ids: Sequence[str], article_id: str = "") -> list[Annotation]:
        """Every mark that is about one of these claims or sources, by article and place; of one article if given."""
        found: list[Annotation] = []
        with self._reading() as connection:
            for some in chunks(list(known_ids)):
                wanted = f"SELECT * FROM annotation WHERE about IN {places(some)} AND ? IN ('', article_id)"
                found += [mapping.annotation_of(row) for row in rows(connection, wanted, (*some, article_id))]
        return sorted(found, key=lambda m: (m.article_id, m.anchor.start, m.anchor.end, m.id))

    def labelled(self, labels: Sequence[str], article_ids: Sequence[str] | None = None) -> list[Annotation]:
        """Return the marks of these labels, of these articles or of all that are not in the trash, as they were
        stored."""
        wanted = f"SELECT m.* FROM annotation m JOIN article a ON a.id = m.article_id WHERE m.label IN {places(labels)}"
        asked: list[tuple[str, tuple[str, ...]]] = [("a.state <> 'trashed'", ())]
        if article_ids is not None:
            asked = [(f"m.article_id IN {places(some)}", tuple(some)) for some in chunks(list(article_ids))]
        with self._reading() as connection:
            found = [
                row
                for condition, values in asked
                for row in rows(connection, f"{wanted} AND {condition} ORDER BY m.number", (*labels, *values))
            ]
        return [mapping.annotation_of(row) for row in found]

    def relations_by_id(self, ids: Iterable[str]) -> list[Relation]:
        """Return those that exist."""
        with self._reading() as connection:
            return cast("list[Relation]", list(fetch(connection, Relation, list(ids)).values()))

    def nested_in(self, relation_ids: Sequence[str]) -> list[Relation]:
        """Return the attributions that are nested in one of these."""
        with self._reading() as connection:
            ids: list[str] = []
            for some in chunks(list(relation_ids)):
                ids += scalars(connection, f"SELECT id FROM relation WHERE within IN {places(some)}", some)
            return cast("list[Relation]", list(fetch(connection, Relation, ids).values()))

    def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """Return those articles that exist, by id."""
        with self._reading() as connection:
            return cast("dict[str, Article]", fetch(connection, Article, ids))
