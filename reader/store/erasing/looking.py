"""Which steps of the change log name one of some ids: read once from end to end, a step at a time."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator

# Ids that we made: of things, and of bytes by their content.
_IDS = re.compile("[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def ids_in(swaps: str) -> set[str]:
    """Return the ids of our own form that the text of a step names."""
    return set(_IDS.findall(swaps))


def steps_naming(connection: sqlite3.Connection, ids: Collection[str]) -> Iterator[int]:
    """Yield the numbers of the steps whose swaps name one of these."""
    ours = {id for id in ids if _IDS.fullmatch(id)}
    others = [id for id in ids if id not in ours]
    read = connection.cursor()
    read.row_factory = None
    for number, swaps in read.execute("SELECT number, swaps FROM change") if ids else ():
        if not ours.isdisjoint(ids_in(swaps)) or any(id in swaps for id in others):
            yield number
