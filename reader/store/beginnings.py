"""Where in a list of articles a title begins with what is typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import chain

from reader.query import Query
from reader.store.asking import scalars
from reader.store.matching import titles_like


def row_beginning(
    connection: sqlite3.Connection, query: Query, listed: Sequence[int], beginning: str, start: int
) -> int:
    """Return the first row from `start` on, then from the top, whose title has that beginning; -1: there is none.

    `listed` are the numbers of the articles that `query` finds. Titles are compared whatever the case, where a letter
    has one beyond English: all small, all capital, or the first of each word a capital.
    """
    ways = {beginning, beginning.lower(), beginning.upper(), beginning.title()}
    escaped = [way.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%" for way in sorted(ways)]
    fitting = set(scalars(connection, titles_like(query, len(escaped)), escaped))
    rows = chain(range(start, len(listed)), range(min(start, len(listed))))
    return next((row for row in rows if listed[row] in fitting), -1)
