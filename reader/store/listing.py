"""Rows of the article list: the order by small indexes, then the few rows that are wanted."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.articles import State
from reader.model.listing import Hit, Summary
from reader.query import EVERYTHING, Query
from reader.store import beginnings, matching
from reader.store.asking import places, rows
from reader.store.connections import Connected
from reader.store.interrupting import Interrupt

_STATES = frozenset(State)
_PIECE = 500  # rows read at once


@dataclass(frozen=True, slots=True)
class Listed:
    """The articles that a query found: how many, and of a filtered query their numbers, eight bytes an article.

    So each page costs only itself, and all of them are of one moment.
    """

    query: Query
    count: int
    numbers: array[int] | None = None


class Listing(Connected):
    """The part of `Library` that finds articles."""

    def listed(self, query: Query, *, interrupt: Interrupt | None = None) -> Listed:
        """Return what a query finds. Raises `InterruptedQueryError` when `interrupt` stopped it."""
        with self._reading() as connection, (interrupt or Interrupt()).over(connection):
            if not query.is_filtered:
                return Listed(query, matching.count(connection, query))
            numbers = matching.numbers(connection, query)
            return Listed(query, len(numbers), numbers)

    def rows_of(self, listed: Listed, offset: int, limit: int) -> list[Summary]:
        """Return at most `limit` rows of a list, from one on; an article that has gone meanwhile is passed over."""
        with self._reading() as connection:
            return _summaries(connection, _numbers(connection, listed, offset, limit))

    def ids_of(self, listed: Listed, offset: int = 0, limit: int = -1) -> list[str]:
        """Return the ids of all articles of a list, or of at most `limit` from one on."""
        with self._reading() as connection:
            return _all_ids(connection, _numbers(connection, listed, offset, limit))

    def row_beginning(self, listed: Listed, beginning: str, start: int) -> int:
        """Return the first row of a list from `start` on, then from its top, whose title begins so; -1: none."""
        with self._reading() as connection:
            numbers = _numbers(connection, listed)
            return beginnings.row_beginning(connection, listed.query, numbers, beginning, start)

    def summaries(self, query: Query = EVERYTHING, *, offset: int = 0, limit: int = 200) -> list[Summary]:
        """Return rows of the article list, in the query's order."""
        with self._reading() as connection:
            return _summaries(connection, matching.numbers(connection, query, offset=offset, limit=limit))

    def every_summary(self, query: Query = EVERYTHING) -> Iterator[Summary]:
        """Yield all rows of the article list, in the query's order, as they were when the first was asked for."""
        with self._reading() as connection:
            for some in _pieces(matching.numbers(connection, query)):
                yield from summaries_of(connection, some)

    def ids(self, query: Query = EVERYTHING) -> list[str]:
        """Return the ids of the articles that the query finds, in its order."""
        with self._reading() as connection:
            return _all_ids(connection, matching.numbers(connection, query))

    def count(self, query: Query = EVERYTHING) -> int:
        """Return how many articles the query finds."""
        with self._reading() as connection:
            return matching.count(connection, query)

    def state_counts(self) -> dict[State, int]:
        with self._reading() as connection:
            return state_counts(connection)

    def trashed(self) -> list[str]:
        """Return the ids of the articles in the trash."""
        return self.ids(Query(state=State.TRASHED))

    def titles_first(self, words: str, *, limit: int = 20) -> list[Summary]:
        """Return rows of articles that hold the words: first those whose title begins with them, then those that have
        them in their title, then the others, each newest first."""
        from reader.store import search

        with self._reading() as connection:
            return _summaries(connection, array("q", search.titles_first(connection, words, limit)))

    def search(self, words: str, *, limit: int = 50, interrupt: Interrupt | None = None) -> list[Hit]:
        """Return articles and marks that hold all the words, at most `limit` of each; the last word may be a beginning.

        Best first, or newest first where there are very many. Raises `InterruptedQueryError` when `interrupt` stopped
        it.
        """
        from reader.store import search  # the first rows of the list are read without

        with self._reading() as connection, (interrupt or Interrupt()).over(connection):
            return search.search(connection, words, limit)


def _numbers(connection: sqlite3.Connection, listed: Listed, offset: int = 0, limit: int = -1) -> array[int]:
    if listed.numbers is None:
        return matching.numbers(connection, listed.query, offset=offset, limit=limit)
    return listed.numbers[offset : offset + limit if limit >= 0 else None]


def _summaries(connection: sqlite3.Connection, wanted: array[int]) -> list[Summary]:
    return [summary for some in _pieces(wanted) for summary in summaries_of(connection, some)]


def _all_ids(connection: sqlite3.Connection, wanted: array[int]) -> list[str]:
    return [id for some in _pieces(wanted) for id in _ids(connection, some)]


def state_counts(connection: sqlite3.Connection) -> dict[State, int]:
    """Return how many articles are in each state."""
    counted = "SELECT state, count(*) FROM article INDEXED BY ix_article_state_added GROUP BY state"
    found: dict[State, int] = {}
    for state, number in connection.execute(counted):
        found[state_of(state)] = found.get(state_of(state), 0) + number
    return found


def state_of(value: object) -> State:
    """Return the state of a row. A damaged one is listed as new and not left out; whoever checks is told."""
    return State(str(value)) if value in _STATES else State.INBOX


def first_summaries(connection: sqlite3.Connection, limit: int) -> list[Summary]:
    """Return the top of the whole list."""
    return summaries_of(connection, matching.numbers(connection, EVERYTHING, limit=limit))


def summaries_of(connection: sqlite3.Connection, wanted: Sequence[int]) -> list[Summary]:
    """Return the rows of these articles, in that order."""
    found = {
        row["number"]: row
        for row in rows(
            connection,
            "SELECT a.number, a.id, a.title, a.site, a.published, a.published_basis, a.language, a.state, a.words,"
            " COALESCE(p.progress, 0.0) AS progress FROM article a LEFT JOIN place p ON p.article_id = a.id"
            f" WHERE a.number IN {places(wanted)}",
            wanted,
        )
    }
    counts = _counts(connection, wanted)
    return [_summary(found[number], counts.get(number, {})) for number in wanted if number in found]


def _counts(connection: sqlite3.Connection, wanted: Sequence[int]) -> dict[int, dict[str, int]]:
    counted = (
        "SELECT article_number, value, annotations FROM annotation_count INDEXED BY ix_annotation_count_article_number"
        f" WHERE article_number IN {places(wanted)} AND field = 'label'"
    )
    out: dict[int, dict[str, int]] = {}
    for article, label, number in rows(connection, counted, wanted):
        out.setdefault(article, {})[label] = number
    return out


def _summary(row: sqlite3.Row, counts: dict[str, int]) -> Summary:
    return Summary(
        row["id"], row["title"], row["site"], row["published"], row["published_basis"], row["language"],
        state_of(row["state"]), row["words"], row["progress"], counts,
    )  # fmt: skip


def _ids(connection: sqlite3.Connection, wanted: Sequence[int]) -> list[str]:
    found = dict(
        connection.execute(f"SELECT number, id FROM article WHERE number IN {places(wanted)}", wanted).fetchall()
    )
    return [found[number] for number in wanted if number in found]


def _pieces(wanted: array[int]) -> Iterator[array[int]]:
    for start in range(0, len(wanted), _PIECE):
        yield wanted[start : start + _PIECE]
