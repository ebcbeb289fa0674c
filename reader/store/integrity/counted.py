"""What is counted when a library is closed, so that what is gone at the next opening is noticed, whatever it was.

Rows of each table, the last step of the history, and the sum of the few tables whose rows have no digest.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping

from reader.messages import Message
from reader.model.kind_names import kind_word
from reader.store.asking import scalars
from reader.store.integrity.damage import LOG, Damage

_WORDS: Mapping[str, Message] = {
    "annotation": Message("mark"), "revision": Message("text"), "change": Message("step of the history"),
    "change_article": Message("note of which article a step is of"),
    "change_added": Message("note of what an import brought"), "relation_member": Message("end of a link"),
    "setting": Message("setting"), "place": Message("place of reading"),
}  # fmt: skip
COUNTED = (
    "article", "revision", "original", "picture", "annotation", "relation", "relation_member", "label", "claim",
    "source", "evidence", "review", "change", "change_article", "change_added", "setting", "place",
)  # fmt: skip
# As text in the order of their keys, made by SQLite itself: a hundred thousand rows take some hundredths of a second.
_SUMMED = {
    "setting": "SELECT group_concat(key || char(31) || value, char(30)) FROM (SELECT * FROM setting ORDER BY key)",
    "place": "SELECT group_concat(article_id || char(31) || position || char(31) || progress || char(31) || opened,"
    " char(30)) FROM (SELECT * FROM place ORDER BY article_id)",
    "change_article": "SELECT group_concat(number || char(31) || article_id || char(31) || state || char(31) || turn"
    " || char(31) || moves || char(31) || title, char(30)) FROM (SELECT * FROM change_article ORDER BY number,"
    " article_id)",
}
_LINK = "SELECT chain FROM change ORDER BY number DESC LIMIT 1"


def counted(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has, and the sums, as `sum NAME`."""
    found = {table: int(scalars(connection, f"SELECT count(*) FROM {table}")[0]) for table in COUNTED}
    return found | {f"sum {table}": _sum(connection, wanted) for table, wanted in _SUMMED.items()}


def last_link(connection: sqlite3.Connection) -> str:
    """Return the link of the last step of the history; empty when there is none."""
    return str(next(iter(scalars(connection, _LINK)), ""))


def differing(connection: sqlite3.Connection, rows: Mapping[str, int], link: str, day: str) -> Iterator[Damage]:
    """Yield what is otherwise than when the library was closed with these counts, on that day.

    Nothing was written since then: whoever asks knows that.
    """
    now = counted(connection)
    fewer = {table for table in COUNTED if now[table] < rows.get(table, 0)}
    for table in COUNTED:
        what, part = _WORDS.get(table) or kind_word(table), LOG if table.startswith("change") else table
        if table in fewer:
            gone = rows[table] - now[table]
            yield Damage(part, Message("missing since the library was closed on {0}: {1} × {2}", day, gone, what))
        elif now.get(f"sum {table}") != rows.get(f"sum {table}", now.get(f"sum {table}")):
            yield Damage(part, Message("changed by something else since the library was closed on {0}: {1}", day, what))
    if link and "change" not in fewer and link != last_link(connection):
        yield Damage(LOG, Message("missing since the library was closed on {0}: {1} × {2}", day, 1, _WORDS["change"]))


def _sum(connection: sqlite3.Connection, wanted: str) -> int:
    held = scalars(connection, wanted)[0]
    return zlib.crc32((held if isinstance(held, str) else str(held or "")).encode("utf-8", "surrogateescape"))
