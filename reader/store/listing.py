"""Rows of the article list: the order by small indexes, then the few rows that are wanted."""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections import OrderedDict
from collections.abc import Iterator, Sequence

from reader.model.articles import State
from reader.model.listing import Hit, Summary
from reader.query import EVERYTHING, Query
from reader.store import beginnings, matching, search
from reader.store.asking import places, rows
from reader.store.connections import Connected
from reader.store.interrupting import Interrupt

_KEPT = 4  # queries whose answers are kept
_FEW = 50  # rows of the top that are found without looking for all others
_PIECE = 500  # rows read at once


class Listing(Connected):
    """The part of `Library` that finds articles.

    The numbers that a filtered query found are kept, eight bytes an article, until something is changed: a count and
    each page cost only themselves.
    """

    readonly: bool
    _keeping: threading.Lock
    _found: OrderedDict[Query, array[int]]

    def _forget_found(self) -> None:
        """Something was changed: what was found may be no longer so."""
        self._found = OrderedDict()

    def matching(self, query: Query, *, interrupt: Interrupt | None = None) -> int:
        """Find what a query finds and keep it, so that its count and its pages are quick then; return the count.

        Raises `InterruptedQueryError` when `interrupt` stopped it.
        """
        with self._reading() as connection:
            if not matching.is_filtered(query):
                return matching.count(connection, query)
            with (interrupt or Interrupt()).over(connection):
                return len(self._numbers(connection, query))

    def _numbers(self, connection: sqlite3.Connection, query: Query) -> array[int]:
        if self.readonly:  # another Tilik may write meanwhile
            return matching.numbers(connection, query)
        kept = self._found  # taken before the first row is read: after a change there is another
        with self._keeping:
            found = kept.get(query)
        if found is None:
            found = matching.numbers(connection, query)
            with self._keeping:
                kept[query] = found
                while len(kept) > _KEPT:
                    kept.popitem(last=False)
        return found

    def summaries(self, query: Query = EVERYTHING, *, offset: int = 0, limit: int = 200) -> list[Summary]:
        """Return rows of the article list, in the query's order."""
        with self._reading() as connection:
            if matching.is_filtered(query) and (offset or limit > _FEW or query in self._found):
                wanted = self._numbers(connection, query)[offset : offset + limit]
            else:
                wanted = matching.numbers(connection, query, offset=offset, limit=limit)
            return [summary for some in _pieces(wanted) for summary in summaries_of(connection, some)]

    def every_summary(self, query: Query = EVERYTHING) -> Iterator[Summary]:
        """Yield all rows of the article list, in the query's order, as they were when the first was asked for."""
        with self._reading() as connection:
            for some in _pieces(matching.numbers(connection, query)):
                yield from summaries_of(connection, some)

    def ids(self, query: Query = EVERYTHING, *, offset: int = 0, limit: int = -1) -> list[str]:
        """Return the ids of the articles that the query finds, in its order; all of them, or `limit` from one on."""
        with self._reading() as connection:
            if matching.is_filtered(query):
                found = self._numbers(connection, query)[offset : offset + limit if limit >= 0 else None]
            else:
                found = matching.numbers(connection, query, offset=offset, limit=limit)
            return [id for some in _pieces(found) for id in _ids(connection, some)]

    def row_beginning(self, query: Query, beginning: str, start: int) -> int:
        """Return the first row of the list from `start` on, then from its top, whose title begins so; -1: none."""
        with self._reading() as connection:
            filtered = matching.is_filtered(query)
            listed = self._numbers(connection, query) if filtered else matching.numbers(connection, query)
            return beginnings.row_beginning(connection, query, listed, beginning, start)

    def count(self, query: Query = EVERYTHING) -> int:
        """Return how many articles the query finds."""
        return self.matching(query)

    def state_counts(self) -> dict[State, int]:
        with self._reading() as connection:
            return state_counts(connection)

    def trashed(self) -> list[str]:
        """Return the ids of the articles in the trash."""
        return self.ids(Query(state=State.TRASHED))

    def search(self, words: str, *, limit: int = 50, interrupt: Interrupt | None = None) -> list[Hit]:
        """Return articles and marks that hold all the words, at most `limit` of each; the last word may be a beginning.

        Best first, or newest first where there are very many. Raises `InterruptedQueryError` when `interrupt` stopped
        it.
        """
        with self._reading() as connection, (interrupt or Interrupt()).over(connection):
            return search.search(connection, words, limit)


def state_counts(connection: sqlite3.Connection) -> dict[State, int]:
    """Return how many articles are in each state."""
    counted = "SELECT state, count(*) FROM article INDEXED BY ix_article_state_added GROUP BY state"
    return {State(state): number for state, number in connection.execute(counted)}


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
        State(row["state"]), row["words"], row["progress"], counts,
    )  # fmt: skip


def _ids(connection: sqlite3.Connection, wanted: Sequence[int]) -> list[str]:
    found = dict(
        connection.execute(f"SELECT number, id FROM article WHERE number IN {places(wanted)}", wanted).fetchall()
    )
    return [found[number] for number in wanted if number in found]


def _pieces(wanted: array[int]) -> Iterator[array[int]]:
    for start in range(0, len(wanted), _PIECE):
        yield wanted[start : start + _PIECE]
