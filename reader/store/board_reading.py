"""What the claims board asks of the library, by plain `sqlite3`: keys first, then the rows of these keys alone.

Lists of ids are given as JSON, one statement for any number of them; `CROSS JOIN` has SQLite begin with that list.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import cast

from reader.model.annotations import Member, Relation
from reader.model.articles import Article, State
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.claims_board import ClaimName, Numbered, Outlet, Passage, SmallMark, Words
from reader.store import claim_rows, mapping
from reader.store.connections import Connected
from reader.store.damaged import moment

_IN = "FROM json_each(?) AS asked CROSS JOIN"
_SMALL = "m.number, m.id, m.label, m.about, m.article_id, a.state FROM"
# The literal is needed: a bound parameter would not be compared with what an index is made for.
_TRASHED = f"a.state = '{State.TRASHED.value}'"


class BoardReading(Connected):
    """The part of `Library` that the claims board reads."""

    @contextmanager
    def moment(self) -> Iterator[Moment]:
        """Answer from one consistent moment, until it is left."""
        with self._reading() as connection:
            yield Moment(connection)


class Moment:
    """Answers on one connection, which may be used by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _rows(self, sql: str, *given: object) -> sqlite3.Cursor:
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, [json.dumps(list(g)) if isinstance(g, _Ids) else g for g in given])

    def _number(self, sql: str, *given: object) -> int:
        return int(self._rows(sql, *given).fetchone()[0])

    # -- keys and counts ---------------------------------------------------------------------------------------

    def claim_names(self) -> list[ClaimName]:
        """Return all claims by their own time: one that was deleted and brought back stands where it stood."""
        rows = self._rows("SELECT number, id, text, json_extract(told, '$.created') AS created FROM claim")
        names = [ClaimName(r["number"], r["id"], r["text"], moment(r["created"])) for r in rows]
        return sorted(names, key=lambda c: (c.created, c.id))

    def about_nothing(self, label: str) -> array[int]:
        """Return the keys of all marks of that label that mention nothing, in their order."""
        sql = "SELECT number FROM annotation WHERE about = '' AND label = ? ORDER BY number"
        # As one text: a Python object for each of them would take longer than the reading.
        (found,) = self._rows(f"SELECT json_group_array(number) FROM ({sql})", label).fetchone()
        return array("q", json.loads(found))

    def about_something(self, label: str) -> list[tuple[int, str]]:
        """Return key and `about` of all marks of that label that mention something."""
        # The plus has SQLite take the index of what is mentioned: fewer marks mention something than have a label.
        sql = "SELECT number, about FROM annotation WHERE about > '' AND +label = ?"
        return [(number, about) for number, about in self._rows(sql, label)]

    def count_about_nothing(self, label: str) -> int:
        return self._number("SELECT count(*) FROM annotation WHERE about = '' AND label = ?", label)

    def first_about_nothing(self, label: str, after: int, limit: int) -> list[SmallMark]:
        """Return the first marks of that label that mention nothing and stand behind `after`."""
        sql = (
            f"SELECT {_SMALL} annotation AS m JOIN article AS a ON a.id = m.article_id"
            " WHERE m.about = '' AND m.label = ? AND m.number > ? ORDER BY m.number LIMIT ?"
        )
        return [_small(row) for row in self._rows(sql, label, after, limit)]

    def trashed(self, label: str) -> list[SmallMark]:
        """Return the marks of that label in articles that are in the trash."""
        sql = f"SELECT {_SMALL} article AS a INDEXED BY ix_article_state_added CROSS JOIN annotation AS m"
        return [
            _small(row) for row in self._rows(f"{sql} ON m.article_id = a.id AND m.label = ? WHERE {_TRASHED}", label)
        ]

    def in_articles(self, label: str, article_ids: Iterable[str]) -> list[SmallMark]:
        """Return the marks of that label in these articles, in the order of their keys."""
        sql = (
            f"SELECT {_SMALL} json_each(?) AS asked CROSS JOIN annotation AS m ON m.article_id = asked.value"
            " AND m.label = ? JOIN article AS a ON a.id = m.article_id"
        )
        return sorted(map(_small, self._rows(sql, _Ids(article_ids), label)))

    def mentions_in(self, article_ids: Iterable[str]) -> list[SmallMark]:
        """Return the marks in these articles that mention something, whatever their label."""
        sql = (
            f"SELECT {_SMALL} json_each(?) AS asked CROSS JOIN annotation AS m ON m.article_id = asked.value"
            " AND +m.about > '' JOIN article AS a ON a.id = m.article_id"
        )
        return [_small(row) for row in self._rows(sql, _Ids(article_ids))]

    def count_articles(self, label: str) -> int:
        """Return how many articles have a mark of that label."""
        return self._number("SELECT count(*) FROM annotation_count WHERE field = 'label' AND value = ?", label)

    def with_label(self, label: str, article_ids: Iterable[str]) -> set[str]:
        """Return which of these articles have a mark of that label."""
        has = "EXISTS (SELECT 1 FROM annotation AS m WHERE m.article_id = asked.value AND m.label = ?)"
        sql = f"SELECT asked.value FROM json_each(?) AS asked WHERE {has}"
        return {row[0] for row in self._rows(sql, _Ids(article_ids), label)}

    def kept(self, article_ids: Iterable[str]) -> set[str]:
        """Return which of these articles are there and not in the trash."""
        sql = f"SELECT a.id {_IN} article AS a ON a.id = asked.value WHERE NOT ({_TRASHED})"
        return {row[0] for row in self._rows(sql, _Ids(article_ids))}

    # -- links ---------------------------------------------------------------------------------------------------

    def links(self, kind: str) -> list[tuple[str, str, SmallMark]]:
        """Return the ends of all links of that kind: the link, the role, the mark; link by link, in their order."""
        sql = (
            f"SELECT r.id AS relation, e.role AS role, {_SMALL} relation AS r CROSS JOIN relation_member AS e"
            " ON e.relation_id = r.id CROSS JOIN annotation AS m ON m.id = e.annotation_id"
            " JOIN article AS a ON a.id = m.article_id WHERE r.kind = ? ORDER BY r.number, e.position"
        )
        return [(row["relation"], row["role"], _small(row)) for row in self._rows(sql, kind)]

    def linked_numbers(self, label: str) -> set[int]:
        """Return the keys of the marks of that label that stand in a relation of any kind."""
        sql = (
            "SELECT m.number FROM relation_member AS e CROSS JOIN annotation AS m"
            " ON m.id = e.annotation_id WHERE m.label = ?"
        )
        return {row[0] for row in self._rows(sql, label)}

    def attributed_revisions(self) -> set[str]:
        """Return the texts in which words are attributed."""
        sql = (
            "SELECT DISTINCT m.revision_id FROM relation AS r CROSS JOIN relation_member AS e ON e.relation_id = r.id"
            " CROSS JOIN annotation AS m ON m.id = e.annotation_id"
            " WHERE r.kind = 'attributed_to' AND e.role IN ('from', 'content')"
        )
        return {row[0] for row in self._rows(sql)}

    def passages(self, revision_ids: Iterable[str]) -> list[Passage]:
        """Return the pieces of these texts that are the content of an attribution."""
        sql = (
            'SELECT m.revision_id, m.start, m."end", m.spans, r.id FROM json_each(?) AS asked'
            " CROSS JOIN annotation AS m ON m.revision_id = asked.value"
            " CROSS JOIN relation_member AS e ON e.annotation_id = m.id AND e.role IN ('from', 'content')"
            " CROSS JOIN relation AS r ON r.id = e.relation_id AND r.kind = 'attributed_to'"
        )
        found: list[Passage] = []
        for revision, start, end, spans, relation in self._rows(sql, _Ids(revision_ids)):
            pieces = json.loads(spans) if spans is not None else ((start, end),)
            found += [Passage(revision, a, b, relation) for a, b in pieces]
        return found

    def relations_of(self, annotation_ids: Iterable[str]) -> list[Relation]:
        """Return every relation that holds one of these marks, oldest first."""
        sql = f"SELECT DISTINCT e.relation_id {_IN} relation_member AS e ON e.annotation_id = asked.value"
        return self.relations_by_id(row[0] for row in self._rows(sql, _Ids(annotation_ids)))

    def relations_by_id(self, ids: Iterable[str]) -> list[Relation]:
        """Return those that exist, oldest first."""
        asked = _Ids(ids)
        members: dict[str, list[Member]] = {}
        ends = f"SELECT e.* {_IN} relation_member AS e ON e.relation_id = asked.value"
        for row in sorted(self._rows(ends, asked), key=lambda row: (row["relation_id"], row["position"])):
            members.setdefault(row["relation_id"], []).append(Member(row["role"], row["annotation_id"]))
        rows = self._rows(f"SELECT r.* {_IN} relation AS r ON r.id = asked.value", asked)
        found = [mapping.relation_of(row, tuple(members.get(row["id"], ()))) for row in rows]
        return sorted(found, key=lambda r: (r.created, r.id))

    def nested_in(self, relation_ids: Iterable[str]) -> list[Relation]:
        """Return the attributions that are nested in one of these."""
        sql = f"SELECT r.id {_IN} relation AS r ON r.within = asked.value"
        return self.relations_by_id(row[0] for row in self._rows(sql, _Ids(relation_ids)))

    # -- marks -----------------------------------------------------------------------------------------------------

    def small_marks(self, ids: Iterable[str]) -> list[SmallMark]:
        """Return those that exist, without their words."""
        sql = (
            f"SELECT {_SMALL} json_each(?) AS asked CROSS JOIN annotation AS m ON m.id = asked.value"
            " JOIN article AS a ON a.id = m.article_id"
        )
        return [_small(row) for row in self._rows(sql, _Ids(ids))]

    def small_about(self, known_ids: Iterable[str], *, but: str = "") -> list[SmallMark]:
        """Return the marks, but those of one label, that mention one of these, without their words."""
        sql = (
            f"SELECT {_SMALL} json_each(?) AS asked CROSS JOIN annotation AS m ON m.about = asked.value"
            " AND +m.label <> ? JOIN article AS a ON a.id = m.article_id"
        )
        return [_small(row) for row in self._rows(sql, _Ids(known_ids), but)]

    def marks_by_number(self, numbers: Iterable[int]) -> list[Numbered]:
        """Return the marks of these keys."""
        return self._marks("m.number", _Ids(numbers))

    def marks_by_id(self, ids: Iterable[str]) -> list[Numbered]:
        """Return those that exist."""
        return self._marks("m.id", _Ids(ids))

    def marks_about(self, known_ids: Iterable[str]) -> list[Numbered]:
        """Return the marks that mention one of these claims or sources."""
        return self._marks("m.about", _Ids(known_ids))

    def _marks(self, column: str, asked: _Ids) -> list[Numbered]:
        rows = self._rows(f"SELECT m.* {_IN} annotation AS m ON {column} = asked.value", asked)
        return [Numbered(row["number"], mapping.annotation_of(row)) for row in rows]

    def sources_in(self, article_ids: Iterable[str]) -> list[Numbered]:
        """Return the marks of sources in these articles."""
        sql = f"SELECT m.* {_IN} annotation AS m ON m.article_id = asked.value AND m.label = 'source'"
        rows = self._rows(sql, _Ids(article_ids))
        return [Numbered(row["number"], mapping.annotation_of(row)) for row in rows]

    def words(self, numbers: Iterable[int]) -> list[Words]:
        """Return the words of the marks of these keys, and where they stand."""
        sql = f"SELECT m.number, m.quote, m.article_id, m.revision_id, m.origin <> '' {_IN} annotation AS m"
        rows = self._rows(f"{sql} ON m.number = asked.value", _Ids(numbers))
        return [Words(number, quote, article, text, moved == 1) for number, quote, article, text, moved in rows]

    def likely(self, numbers: Iterable[int], words: Iterable[str]) -> list[int]:
        """Return which of these marks may hold all the words, which are folded, in themselves or in the names of their
        articles; of words with more than ASCII's letters and digits nothing is left out.

        SQLite looks for them, so that no other thread of the program waits meanwhile.
        """
        ascii = [word for word in words if word.isascii() and word.isalnum()]
        held = "(m.quote || char(10) || a.site || char(10) || a.title)"
        odd = f"length(CAST({held} AS BLOB)) <> length({held})"  # some letter is none of ASCII's
        # Whoever was carried by a capture has a sign and words for that beside the name.
        moved = "m.origin <> '' OR m.revision_id <> a.revision_id"
        tests = "".join(f" AND instr(lower{held}, ?) > 0" for _ in ascii)
        sql = (
            f"SELECT m.number {_IN} annotation AS m ON m.number = asked.value JOIN article AS a ON a.id = m.article_id"
            f" WHERE (1{tests}) OR {moved} OR {odd}"
        )
        return [row[0] for row in self._rows(sql, _Ids(numbers), *ascii)]

    def claimed_in(self, revision_ids: Iterable[str]) -> set[int]:
        """Return the keys of the marks of these texts that are claimed."""
        sql = f"SELECT m.number {_IN} annotation AS m ON m.revision_id = asked.value AND +m.label = 'claim'"
        return {row[0] for row in self._rows(sql, _Ids(revision_ids))}

    # -- articles and what lives across them ---------------------------------------------------------------------

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Return those that exist, by id."""
        rows = self._rows(f"SELECT a.* {_IN} article AS a ON a.id = asked.value", _Ids(ids))
        return {row["id"]: mapping.article_of(row) for row in rows}

    def outlets(self, ids: Iterable[str]) -> dict[str, Outlet]:
        """Return of those that exist what a row needs that nothing is said of, by id."""
        sql = f"SELECT a.id, a.site, a.title, a.revision_id {_IN} article AS a ON a.id = asked.value"
        return {id: Outlet(site, title, revision) for id, site, title, revision in self._rows(sql, _Ids(ids))}

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Return those that exist."""
        return cast("list[Claim]", self._records("claim", "id", ids))

    def sources(self) -> list[Source]:
        """Return all sources, oldest first."""
        read = claim_rows.claim_record_reader("source")
        return [cast(Source, read(row)) for row in self._rows("SELECT * FROM source ORDER BY number")]

    def evidence(self, claim_ids: Iterable[str]) -> list[Evidence]:
        """Return what was attached to these claims, oldest first."""
        return cast("list[Evidence]", self._records("evidence", "claim_id", claim_ids))

    def reviews(self, claim_ids: Iterable[str]) -> list[Review]:
        """Return the reviews of these claims, oldest first."""
        return cast("list[Review]", self._records("review", "claim_id", claim_ids))

    def _records(self, kind: str, column: str, ids: Iterable[str]) -> list[ClaimRecord]:
        read = claim_rows.claim_record_reader(kind)
        rows = self._rows(f"SELECT t.* {_IN} {kind} AS t ON t.{column} = asked.value", _Ids(ids))
        return [read(row) for row in sorted(rows, key=lambda row: int(row["number"]))]

    # -- source marks of the whole library -------------------------------------------------------------------------

    def named_sources(self) -> list[tuple[str, int]]:
        """Return how many source marks name each source, by its id; those in the trash too."""
        sql = "SELECT about, count(*) FROM annotation WHERE about > '' AND +label = 'source' GROUP BY about"
        return [(about, number) for about, number in self._rows(sql)]

    def unnamed_words(self) -> Iterator[tuple[int, str]]:
        """Yield key and words of the source marks that name no source of the desk's, in their order."""
        sql = "SELECT number, quote FROM annotation WHERE about = '' AND label = 'source' ORDER BY number"
        yield from self._rows(sql)

    def first_naming(self, source_id: str, article_ids: Iterable[str] | None) -> list[Numbered]:
        """Return the first mark that names that source in these articles, or in all but those of the trash."""
        here = f"NOT ({_TRASHED})" if article_ids is None else "a.id IN (SELECT value FROM json_each(?))"
        sql = (
            "SELECT m.* FROM annotation AS m JOIN article AS a ON a.id = m.article_id"
            f" WHERE m.about = ? AND m.label = 'source' AND {here} ORDER BY m.number LIMIT 1"
        )
        rows = self._rows(sql, source_id, *(() if article_ids is None else (_Ids(article_ids),)))
        return [Numbered(row["number"], mapping.annotation_of(row)) for row in rows]


class _Ids(tuple[object, ...]):
    """Given as one JSON text."""


def _small(row: sqlite3.Row) -> SmallMark:
    state = row["state"]
    return SmallMark(
        row["number"], row["id"], row["label"], row["about"], row["article_id"], state == State.TRASHED.value
    )
