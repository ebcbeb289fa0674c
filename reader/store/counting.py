"""How many annotations an article has, counted at once where they come by the thousand and not by SQLite one by one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from operator import itemgetter
from typing import Any

from reader.store import schema
from reader.store.asking import chunks, places, rows

_NAMES = {1: "count_made", -1: "count_gone"}
_PUT = (
    "INSERT INTO annotation_count(field, value, article_number, annotations) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET annotations = annotations + excluded.annotations"
)
FIELDS = ("label", "annotator")
_COLUMNS = ("article_id", *FIELDS)


class Counting:
    """Counts the annotations that came, or went where `sign` is -1, since it was asked last. What counts each by
    itself is not there meanwhile.

    An article counts the annotations that came before it, as always: count those before it comes.
    """

    def __init__(self, connection: sqlite3.Connection, sign: int) -> None:
        self._connection, self._sign = connection, sign
        self._came: Counter[tuple[str, str, str]] = Counter()

    def note_rows(self, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Note the rows of annotations."""
        articles = list(map(itemgetter(columns.index("article_id")), rows))
        for field in FIELDS:
            self._came.update(zip(repeat(field), map(itemgetter(columns.index(field)), rows), articles, strict=False))

    def count(self) -> None:
        """Count what was noted."""
        numbers: dict[str, int] = {}
        for some in chunks(list({id for _, _, id in self._came})):
            wanted = f"SELECT id, number FROM article WHERE id IN {places(some)}"
            numbers.update((id, number) for id, number in rows(self._connection, wanted, some))
        told = ((*what, numbers[id], self._sign * count) for (*what, id), count in self._came.items() if id in numbers)
        self._connection.executemany(_PUT, told)
        if self._sign < 0:
            none = "DELETE FROM annotation_count WHERE article_number = ? AND annotations < 1"
            self._connection.executemany(none, [(number,) for number in numbers.values()])
        self._came.clear()

    def count_these(self, ids: Sequence[str]) -> None:
        """Count annotations that came in another way."""
        for some in chunks(ids):
            wanted = f"SELECT {', '.join(_COLUMNS)} FROM annotation WHERE id IN {places(some)}"
            self.note_rows(_COLUMNS, rows(self._connection, wanted, some))
        self.count()


@contextmanager
def counted(connection: sqlite3.Connection, sign: int = 1) -> Iterator[Counting]:
    """Give what counts those that come within the block, or go where `sign` is -1; at its end all are counted."""
    connection.execute(f"DROP TRIGGER {_NAMES[sign]}")
    counting = Counting(connection, sign)
    yield counting
    counting.count()
    connection.execute(next(one for one in schema.COUNTS if _NAMES[sign] in one))
