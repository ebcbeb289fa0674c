"""The change log compared with its digests and its chain, and with what it says of articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from reader.messages import Message
from reader.store.integrity.damage import LOG, Damage
from reader.store.integrity.digests import STEP, digest, linked, standing
from reader.store.integrity.walking import walk

_APART = (
    "SELECT count(*) FROM change_article t LEFT JOIN change c ON c.number = t.number"
    " WHERE c.number IS NULL OR c.state <> t.state OR c.turn <> t.turn"
)


def damaged_steps(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield each step of undo that is not as it was kept, and where steps are missing or were put in."""
    link, wanted = "", f"number, digest, chain, state, turn, {', '.join(STEP)}"
    for number, own, chain, state, turn, *cells in walk(connection, "change", wanted):
        at = str(cells[STEP.index("at")])
        if own != digest(tuple(cells)) + standing(str(state), turn):
            yield Damage(LOG, Message("step {0} of {1} is not as it was kept", str(number), at), str(number))
        elif chain != linked(link, own):
            said = Message(
                "before step {0} of {1} the history was changed, or a part of it is missing", str(number), at
            )
            yield Damage(LOG, said, str(number))
        link = str(chain)
    apart = connection.execute(_APART).fetchone()[0]
    if apart:
        yield Damage(LOG, Message("the history does not say rightly which articles {0} of its steps are of", apart))
