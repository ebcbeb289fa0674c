"""The change log made smaller: what is long past stays in the history by its name, and can no longer be taken back.

What it was is the state of the library itself; only the way back goes. The steps of the last 90 days stay, counted
from the newest step or from today, whichever is earlier: a clock that was wrong once takes no undo away. So do the
newest steps however old they are, and every step that came after one that stays.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from reader.model.stamps import now
from reader.model.steps import DAYS, DROPPED, Compacted
from reader.store import schema
from reader.store.asking import chunks, scalars
from reader.store.engine import driver
from reader.store.erasing.looking import ids_in
from reader.store.integrity import chain
from reader.store.kept_bytes import KeptBytes, bytes_of_texts, free_bytes
from reader.store.pieces import pieces

NEWEST = 200  # steps that stay however old they are
PIECE = 5000  # steps in one transaction: whoever marks meanwhile waits for no more
_C, _T, _P, _V = schema.change, schema.change_article, schema.change_added, schema.revision


def old_steps(connection: sqlite3.Connection, days: int = DAYS, limit: int = -1) -> list[int]:
    """Return the numbers of the steps that may go, the oldest first."""
    newest = scalars(connection, "SELECT max(at) FROM change")[0]
    if not newest:
        return []
    since = min(newest, now().isoformat())
    before = (datetime.fromisoformat(since) - timedelta(days=days)).isoformat()
    first = scalars(connection, "SELECT min(number) FROM change WHERE at >= ?", (before,))[0] or 0
    kept = scalars(connection, "SELECT number FROM change ORDER BY number DESC LIMIT 1 OFFSET ?", (NEWEST - 1,))
    last = min(first, *kept) if kept else 0
    held = "(swaps <> '[]' OR state <> ? OR EXISTS (SELECT 1 FROM change_added a WHERE a.number = change.number))"
    wanted = f"SELECT number FROM change WHERE number < ? AND {held} ORDER BY number LIMIT ?"
    return scalars(connection, wanted, (last, DROPPED, limit))


def let_go(connection: Connection, days: int = DAYS) -> Compacted:
    """Let go of some of the steps that are old enough; none when there are no more."""
    numbers = old_steps(driver(connection), days, PIECE)
    connection.execute(update(_C).where(_C.c.number.in_(numbers)).values(swaps="[]", state=DROPPED))
    connection.execute(update(_T).where(_T.c.number.in_(numbers)).values(state=DROPPED))
    connection.execute(delete(_P).where(_P.c.number.in_(numbers)))
    if numbers:
        chain.seal_steps(driver(connection))
    return Compacted(len(numbers), 0)


def free_texts(connection: Connection) -> int:
    """Delete texts that are hidden, that no step can show again and no mark stands on, and bytes that only they had."""
    hidden = list(connection.scalars(select(_V.c.id).where(_V.c.present == 0)))
    if not hidden:
        return 0
    named = _named(driver(connection))
    used = set(connection.scalars(select(schema.annotation.c.revision_id).distinct()))
    free = [id for id in hidden if id not in named and id not in used]
    kept = bytes_of_texts(connection, free)
    for some in chunks(free):
        connection.execute(delete(_V).where(_V.c.id.in_(some)))
    # Bytes that a step names are what it shows again.
    free_bytes(connection, KeptBytes(kept.originals - named, kept.pictures - named))
    return len(free)


def _named(connection: sqlite3.Connection) -> set[str]:
    """Every id that a step names which can be taken back or done again."""
    found: set[str] = set()
    read = connection.cursor()
    read.row_factory = None
    for number, swaps in read.execute("SELECT number, swaps FROM change WHERE state <> ?", (DROPPED,)):
        found |= ids_in(swaps)
        for piece in pieces(connection, number):
            found.update(piece.ids)
    return found
