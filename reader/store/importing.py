"""An import: things by the thousand in one transaction, which is one step of undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from reader.edits import Change, Edit, Entity, Swap
from reader.edits.edit import joined
from reader.model.annotations import Annotation, Relation
from reader.model.stamps import now
from reader.store import log, steps, writing
from reader.store.answering import View
from reader.store.engine import driver
from reader.store.fetching import present
from reader.store.touching import author_of, touched_by
from reader.store.transactions import Transactions


class _TriedOut(Exception):
    """Rolls a trial back."""


class Inside:
    """What stands open within an import. `view` reads the library with what was written so far."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection, self._plain = connection, driver(connection)
        self._edit = Edit(name, ())
        self.view = View(self._plain)

    def add(self, things: Iterable[Entity]) -> None:
        """Write things that are not here yet; in any order within the whole import.

        Raises `ConflictError` for one that is here, and at the end of the import when something that these need is not.
        """
        self.change([Swap(None, thing) for thing in things])

    def change(self, swaps: Sequence[Swap]) -> None:
        """Replace things that are still as `before` has them. Raises `ConflictError` for one that is not."""
        edit = Edit(self._edit.name, tuple(swaps))
        writing.carry_out(self._connection, edit)
        self._edit = joined(self._edit, edit)

    def drop_loose_relations(self) -> list[Relation]:
        """Take out again, and return, the added relations with an end that is no annotation of this library."""
        added = {s.after.id: s.after for s in self._edit.swaps if s.before is None and isinstance(s.after, Relation)}
        ends = {m.annotation_id for relation in added.values() for m in relation.members}
        there = present(self._plain, Annotation, list(ends))
        loose = [r for r in added.values() if any(m.annotation_id not in there for m in r.members)]
        writing.carry_out(self._connection, Edit("", tuple(Swap(r, None) for r in loose)))
        gone = {r.id for r in loose}
        rest = tuple(s for s in self._edit.swaps if not (isinstance(s.after, Relation) and s.after.id in gone))
        self._edit = Edit(self._edit.name, rest)
        return loose

    def finish(self, who: str) -> Change | None:
        """Keep the step; None when nothing was written."""
        edit, at = self._edit, now()
        if not edit.swaps:
            return None
        row = {"name": edit.name, "origin": "import", "at": at.isoformat(), "swaps": log.to_json(edit)}
        step = steps.record(self._plain, {**row, "who": author_of(edit) or who}, touched_by(self._plain, edit))
        return Change(step.number, edit, "import", at, step)


class Importing(Transactions):
    """The part of `Writer` that takes much in at once."""

    @contextmanager
    def importing(self, name: str, who: str, *, trial: bool) -> Iterator[Inside]:
        """Give what stands open; commit when the block is left, unless it raises or is a `trial`."""
        change = None
        try:
            with self._transaction() as connection, _rows_by_name(driver(connection)):
                inside = Inside(connection, name)
                yield inside
                change = inside.finish(who)
                if trial:
                    raise _TriedOut
        except _TriedOut:
            return
        if change is not None:
            self._tell(change)


@contextmanager
def _rows_by_name(connection: sqlite3.Connection) -> Iterator[None]:
    """What reads expects rows by name, as the connections for reading give them."""
    kept, connection.row_factory = connection.row_factory, sqlite3.Row
    try:
        yield
    finally:
        connection.row_factory = kept
