"""Undo and redo over the change log: any step by its number, tried out or carried out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from reader.edits import Change, Edit
from reader.errors import ConflictError, NotFoundError
from reader.messages import Message
from reader.model.stamps import now
from reader.model.steps import DONE, UNDONE
from reader.store import steps, taking_back, writing
from reader.store.asking import rows
from reader.store.engine import driver
from reader.store.pieces import is_lean
from reader.store.referred import check_references
from reader.store.steps_reading import edit_of
from reader.store.transactions import Transactions


class _TriedOut(Exception):
    """Rolls a trial back."""


class Undoing(Transactions):
    """The part of `Writer` that takes steps back and does them again.

    A step may be taken back that is not the last of all: each thing that it changed must still be as it left it, and
    nothing that stays may need what goes. Else it is refused and nothing is changed.
    """

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
            self._tell(change)
        return changes

    def _step(self, number: int | None, state: str, becomes: str, origin: str) -> Change | None:
        with self._transaction() as connection:
            wanted = number if number is not None else steps.newest(driver(connection), state)
            if wanted is None:
                return None
            change = _moved(connection, wanted, state, becomes, origin)
        self._tell(change)
        return change


def _moved(connection: Connection, number: int, state: str, becomes: str, origin: str) -> Change:
    """Carry a step out, or its inverse; it is in the state that it becomes from then on."""
    edit = _carry(connection, number, state)
    plain = driver(connection)
    steps.set_state(plain, number, becomes)
    return Change(number, edit, origin, now(), steps.one(plain, number), unlisted=is_lean(plain, number))


def _carry(connection: Connection, number: int, state: str) -> Edit:
    plain = driver(connection)
    found = rows(plain, "SELECT name, swaps FROM change WHERE number = ? AND state = ?", (number, state))
    if not found:
        raise NotFoundError("there is no such step to be taken back or done again")
    edit = edit_of(plain, found[0])
    if state == DONE:  # what was changed was perhaps changed to need what came
        edit = edit.inverse()
        writing.carry_out(connection, edit)
        taking_back.take_away(plain, number)
        check_references(plain, taking_back.check_taken(plain, number, edit))
    else:
        taking_back.bring_back(plain, number)
        writing.carry_out(connection, edit)
        taking_back.check_brought(plain, number)
        check_references(plain, edit)
    return edit
