"""The change log as the library answers about it: the next step of an article, the history."""

from __future__ import annotations

import sqlite3

from reader.edits import Edit
from reader.model.annotations import Annotation
from reader.model.steps import DONE, UNDONE, Step
from reader.store import log, mapping, steps
from reader.store.asking import chunks, places, rows, scalars
from reader.store.connections import Connected
from reader.store.fetching import fetch_one

_MOST = 2_000_000  # characters of a step that is read only to find its place in the text

_FEW = 20  # pieces of an import that are looked through for the same


class StepsReading(Connected):
    """The part of `Library` that reads the change log."""

    def next_undo(self, article_id: str = "") -> Step | None:
        """Return what undo takes back where that article is open; None when there is nothing.

        The last step of all when it is one of the library as a whole, as labels are; else the article's last step;
        when it has none, or none is open, the last of all, which may be elsewhere.
        """
        with self._reading() as connection:
            return steps.next_step(connection, DONE, article_id)

    def next_redo(self, article_id: str = "") -> Step | None:
        """Return what redo does again where that article is open, by the same rule as `next_undo`."""
        with self._reading() as connection:
            return steps.next_step(connection, UNDONE, article_id)

    def undo_name(self) -> str:
        """Return the name of what `undo` would take back; empty when there is nothing."""
        step = self.next_undo()
        return step.name if step else ""

    def redo_name(self) -> str:
        step = self.next_redo()
        return step.name if step else ""

    def history(self, before: int | None = None, *, limit: int = 100) -> list[Step]:
        """Return at most `limit` steps, newest first: those with a smaller number than `before`."""
        with self._reading() as connection:
            return steps.page(connection, before, limit)

    def steps_since(self, number: int, article_id: str) -> list[int]:
        """Return the article's steps that are done, from the last back to the step `number`, which comes with them."""
        with self._reading() as connection:
            return steps.since(connection, number, article_id)

    def step_touches(self, number: int, article_id: str) -> bool:
        """Return whether the step touched that article, among however many."""
        with self._reading() as connection:
            return steps.touches(connection, number, article_id)

    def mark_of(self, number: int, article_id: str) -> Annotation | None:
        """Return a mark of the article that the step changed, as it was, to go there; None when there is none."""
        wanted = "SELECT name, swaps FROM change WHERE number = ? AND length(swaps) <= ?"
        with self._reading() as connection:
            found = rows(connection, wanted, (number, _MOST))
            if not found:
                return None
            edit = edit_of(connection, found[0])
            things = (thing for swap in edit.swaps for thing in (swap.after, swap.before))
            own = next((x for x in things if isinstance(x, Annotation) and x.article_id == article_id), None)
            return own or _mark_added(connection, number, article_id)


def _mark_added(connection: sqlite3.Connection, number: int, article_id: str) -> Annotation | None:
    """Return the first mark of the article that an import added, where it is or where the log keeps it."""
    from reader.store.pieces import pieces  # here: no first paint needs it

    if scalars(connection, "SELECT count(*) FROM change_added WHERE number = ?", (number,))[0] > _FEW:
        return None
    for piece in pieces(connection, number, Annotation):
        kept = [dict(zip(piece.columns, row, strict=True)) for row in piece.rows or ()]
        for some in chunks(piece.ids) if not kept else ():
            wanted = f"SELECT * FROM annotation WHERE id IN {places(some)} AND +article_id = ? ORDER BY number LIMIT 1"
            for found in rows(connection, wanted, (*some, article_id)):
                return mapping.annotation_of(found)
        for row in kept:
            if row["article_id"] == article_id:
                return mapping.annotation_of(row)
    return None


def edit_of(connection: sqlite3.Connection, row: sqlite3.Row) -> Edit:
    """Return the edit of a row of the log that has its `name` and `swaps`."""
    return log.from_json(row["name"], row["swaps"], lambda kind, id: fetch_one(connection, kind, id))
