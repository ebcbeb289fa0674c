"""Undo and redo over the change log: the next step of an article, any step by its number, and the history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, Engine, RowMapping, select

from reader.edits import Change, Edit
from reader.errors import ConflictError, NotFoundError
from reader.events import Event
from reader.messages import Message
from reader.model.annotations import Annotation
from reader.model.stamps import now
from reader.model.steps import DONE, UNDONE, Step
from reader.store import log, schema, steps, writing
from reader.store.referred import check_references

_MOST = 2_000_000  # characters of a step that is read only to find its place in the text


class _TriedOut(Exception):
    """Rolls a trial back."""


class Undoing:
    """The part of `Library` that takes steps back and does them again.

    A step may be taken back that is not the last of all: each thing that it changed must still be as it left it, and
    nothing that stays may need what goes. Else it is refused and nothing is changed.
    """

    _engine: Engine
    changed: Event[Change]

    def _transaction(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    @contextmanager
    def _log(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(reads=True) as connection:
            yield connection

    # -- asking ----------------------------------------------------------------------------------------------------

    def next_undo(self, article_id: str = "") -> Step | None:
        """Return what undo takes back where that article is open; None when there is nothing.

        The last step of all when it is one of the library as a whole, as labels are; else the article's last step;
        when it has none, or none is open, the last of all, which may be elsewhere.
        """
        with self._log() as connection:
            return steps.next_step(connection, DONE, article_id)

    def next_redo(self, article_id: str = "") -> Step | None:
        """Return what redo does again where that article is open, by the same rule as `next_undo`."""
        with self._log() as connection:
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
        with self._log() as connection:
            return steps.page(connection, before, limit)

    def steps_since(self, number: int, article_id: str) -> list[int]:
        """Return the article's steps that are done, from the last back to the step `number`, which comes with them."""
        with self._log() as connection:
            return steps.since(connection, number, article_id)

    def step_touches(self, number: int, article_id: str) -> bool:
        """Return whether the step touched that article, among however many."""
        with self._log() as connection:
            return steps.touches(connection, number, article_id)

    def mark_of(self, number: int, article_id: str) -> Annotation | None:
        """Return a mark of the article that the step changed, as it was, to go there; None when there is none."""
        table = schema.change
        wanted = select(table).where(table.c.number == number)
        with self._log() as connection:
            row = connection.execute(wanted).mappings().first()
            if row is None or len(row["swaps"]) > _MOST:
                return None
            edit = _edit_of(connection, row)
        things = (thing for swap in edit.swaps for thing in (swap.after, swap.before))
        return next((x for x in things if isinstance(x, Annotation) and x.article_id == article_id), None)

    def objection(self, number: int) -> Message | None:
        """Return why the step cannot be taken back now; None when it can. It is tried out, and nothing is kept."""
        try:
            with self._transaction() as connection:
                _carry(connection, number, DONE)
                raise _TriedOut
        except _TriedOut:
            return None
        except (ConflictError, NotFoundError) as error:
            return error.message

    # -- doing -----------------------------------------------------------------------------------------------------

    def undo(self, number: int | None = None) -> Change | None:
        """Take the last change back, or that of this number, also one made before a restart; None when there is none.

        Raises `ConflictError` when a later step builds on it, `NotFoundError` when no step of that number is done.
        """
        return self._step(number, DONE, UNDONE, "undo")

    def redo(self, number: int | None = None) -> Change | None:
        """Do the change again that was last taken back, or that of this number; None when there is none."""
        return self._step(number, UNDONE, DONE, "redo")

    def undo_all(self, numbers: Sequence[int]) -> list[Change]:
        """Take these steps back in that order, all of them or, with the error that `undo` raises, none."""
        with self._transaction() as connection:
            changes = [_moved(connection, number, DONE, UNDONE, "undo") for number in numbers]
        for change in changes:
            self.changed.emit(change)
        return changes

    def _step(self, number: int | None, state: str, becomes: str, origin: str) -> Change | None:
        with self._transaction() as connection:
            wanted = number if number is not None else steps.newest(connection, state)
            if wanted is None:
                return None
            change = _moved(connection, wanted, state, becomes, origin)
        self.changed.emit(change)
        return change


def _moved(connection: Connection, number: int, state: str, becomes: str, origin: str) -> Change:
    """Carry a step out, or its inverse; it is in the state that it becomes from then on."""
    edit = _carry(connection, number, state)
    steps.set_state(connection, number, becomes)
    return Change(number, edit, origin, now(), steps.one(connection, number))


def _carry(connection: Connection, number: int, state: str) -> Edit:
    table = schema.change
    row = connection.execute(select(table).where(table.c.number == number, table.c.state == state)).mappings().first()
    if row is None:
        raise NotFoundError("there is no such step to be taken back or done again")
    edit = _edit_of(connection, row)
    edit = edit.inverse() if state == DONE else edit
    writing.carry_out(connection, edit)
    check_references(connection, edit)
    return edit


def _edit_of(connection: Connection, row: RowMapping) -> Edit:
    return log.from_json(row["name"], row["swaps"], lambda kind, id: writing.fetch_one(connection, kind, id))
