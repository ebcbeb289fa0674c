"""How many annotations an article has, counted at once where they come by the thousand and not by SQLite one by one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat

from reader.store import schema
from reader.store.asking import chunks, places, rows

_MADE = next(statement for statement in schema.COUNTS if "count_made" in statement)
_PUT = (
    "INSERT INTO annotation_count(field, value, article_number, annotations) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET annotations = annotations + excluded.annotations"
)
FIELDS = ("label", "annotator")


class Counting:
    """Counts the annotations that came since it was asked last. What counts each by itself is not there meanwhile.

    An article counts the annotations that came before it, as always: count those before it comes.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._came: Counter[tuple[str, str, str]] = Counter()

    def note(self, field: str, values: Iterable[str], article_ids: Iterable[str]) -> None:
        """Annotations came: a value of the field and an article for each."""
        self._came.update(zip(repeat(field), values, article_ids, strict=False))

    def count(self) -> None:
        """Count what was noted."""
        numbers: dict[str, int] = {}
        for some in chunks(list({id for _, _, id in self._came})):
            numbers |= dict(rows(self._connection, f"SELECT id, number FROM article WHERE id IN {places(some)}", some))
        told = ((*what, numbers[id], count) for (*what, id), count in self._came.items() if id in numbers)
        self._connection.executemany(_PUT, told)
        self._came.clear()

    def count_these(self, ids: Sequence[str]) -> None:
        """Count annotations that came in another way."""
        for some in chunks(ids):
            wanted = f"SELECT label, annotator, article_id FROM annotation WHERE id IN {places(some)}"
            for *values, article_id in rows(self._connection, wanted, some):
                for field, value in zip(FIELDS, values, strict=True):
                    self.note(field, [value], [article_id])
        self.count()


@contextmanager
def counted(connection: sqlite3.Connection) -> Iterator[Counting]:
    """Give what counts within the block; at its end all is counted."""
    connection.execute("DROP TRIGGER count_made")
    counting = Counting(connection)
    yield counting
    counting.count()
    connection.execute(_MADE)
