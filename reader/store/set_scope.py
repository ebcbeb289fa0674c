"""Which articles a set holds, as the statements about it want it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

from reader.errors import NotFoundError
from reader.model.articles import State
from reader.model.kind_names import kind_word

MOST = 100  # articles read together
WORDS = 100_000  # or so many words of them, so that long ones do not fill the memory
_ALL = "SELECT number, words FROM article WHERE state <> ? ORDER BY added, id"
_SOME = "SELECT j.value, a.number, a.words FROM json_each(?) j LEFT JOIN article a ON a.id = j.value"


def plain_cursor(connection: sqlite3.Connection) -> sqlite3.Cursor:
    """Return a cursor whose rows are tuples, whatever the connection's are."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor


class SetScope:
    """All articles but those in the trash, or those asked for.

    `is_in` is a condition on an article `a`, with one parameter, `asked`.
    """

    def __init__(self, connection: sqlite3.Connection, article_ids: Sequence[str] | None) -> None:
        self.connection, self.ids = connection, article_ids
        self.is_whole = article_ids is None
        self.is_in = "a.state <> ?" if article_ids is None else "a.id IN (SELECT value FROM json_each(?))"
        self.asked = State.TRASHED.value if article_ids is None else json.dumps(list(article_ids))
        self._chosen = frozenset[str]() if article_ids is None else frozenset(article_ids)

    def holds(self, article_id: str, state: str) -> bool:
        """Return whether an article is in the set."""
        return state != State.TRASHED.value if self.is_whole else article_id in self._chosen

    def groups(self) -> Iterator[list[int]]:
        """Yield the numbers of the articles, some at a time, in the set's order.

        Raises `NotFoundError` for an article that is not here.
        """
        return _together(self._numbers())

    def _numbers(self) -> Iterator[tuple[int, int]]:
        """The articles' numbers, and how many words each has."""
        cursor = plain_cursor(self.connection)
        if self.is_whole:
            yield from cursor.execute(_ALL, (self.asked,)).fetchall()
            return
        for id, number, words in cursor.execute(_SOME, (self.asked,)).fetchall():
            if number is None:
                raise missing("article", id)
            yield number, words


def missing(kind: str, id: str) -> NotFoundError:
    """Return the error for a thing that is not here."""
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
