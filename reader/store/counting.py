"""How many annotations an article has, counted at once where they come by the thousand and not by SQLite one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reader.store import schema
from reader.store.asking import chunks, places, scalars

_MADE = next(statement for statement in schema.COUNTS if "count_made" in statement)
_ADD = " ".join(
    [
        "INSERT INTO annotation_count(field, value, article_number, annotations) SELECT * FROM (",
        " UNION ALL ".join(
            f"SELECT '{field}', m.{field}, a.number, count(*) FROM annotation m CROSS JOIN article a"
            " ON a.id = m.article_id WHERE {which} GROUP BY a.number, m." + field
            for field in ("label", "annotator")
        ),
        ") WHERE true ON CONFLICT DO UPDATE SET annotations = annotations + excluded.annotations",
    ]
)


class Counting:
    """Counts the annotations that came since it was asked last. What counts each by itself is not there meanwhile.

    An article counts the annotations that came before it, as always: count those before it comes.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._from = _next(connection)

    def count(self) -> None:
        """Count what came."""
        upto = _next(self._connection)
        if upto > self._from:
            self._connection.execute(_ADD.format(which="m.number >= :since"), {"since": self._from})
        self._from = upto

    def count_after(self, ids: Sequence[str]) -> None:
        """Count what came, of which these may have the numbers of others that went."""
        for some in chunks(ids):
            which = f"m.number < ? AND m.id IN {places(some)}"
            self._connection.execute(_ADD.format(which=which), (self._from, *some) * 2)
        self.count()


@contextmanager
def counted(connection: sqlite3.Connection) -> Iterator[Counting]:
    """Give what counts within the block; at its end all is counted."""
    connection.execute("DROP TRIGGER count_made")
    counting = Counting(connection)
    yield counting
    counting.count()
    connection.execute(_MADE)


def _next(connection: sqlite3.Connection) -> int:
    return int(scalars(connection, "SELECT coalesce(max(number), 0) + 1 FROM annotation")[0])
