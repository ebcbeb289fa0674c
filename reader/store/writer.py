"""The writing half of the library: one door in, each change a transaction, synced when it returns.

This is where SQLAlchemy is: it is loaded when something is written, or before that on a thread (`Library.prepare`).
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from reader.edits import Change, Edit
from reader.model.articles import Place
from reader.model.stamps import now
from reader.store import log, steps, writing
from reader.store.emptying import Emptying
from reader.store.engine import driver
from reader.store.importing import Importing
from reader.store.touching import author_of, touched_by
from reader.store.undoing import Undoing

_PLACE = (
    "INSERT INTO place(article_id, position, progress, opened) VALUES (:a, :p, :g, :o) ON CONFLICT (article_id)"
    " DO UPDATE SET position=:p, progress=:g, opened=:o"
)
_SETTING = "INSERT INTO setting(key, value) VALUES (:k, :v) ON CONFLICT (key) DO UPDATE SET value=:v"


class Writer(Importing, Undoing, Emptying):
    """What changes a library, each change a transaction of its own."""

    def apply_all(self, edits: Sequence[Edit], origin: str, who: str) -> list[Change]:
        with self._transaction() as connection:
            changes = [_applied(connection, edit, origin, who) for edit in edits]
        for change in changes:
            self._tell(change)
        return changes

    def remember_place(self, place: Place) -> None:
        values = {"a": place.article_id, "p": place.position, "g": place.progress, "o": place.opened.isoformat()}
        with self._transaction() as connection:
            driver(connection).execute(_PLACE, values)

    def remember_setting(self, key: str, value: str) -> None:
        with self._transaction() as connection:
            driver(connection).execute(_SETTING, {"k": key, "v": value})


def _applied(connection: Connection, edit: Edit, origin: str, who: str) -> Change:
    plain, at = driver(connection), now()
    touched = touched_by(plain, edit)
    made: writing.Rows = {}
    writing.carry_out(connection, edit, made)
    row = {"name": edit.name, "origin": origin, "at": at.isoformat(), "swaps": log.to_json(edit, made)}
    step = steps.go_on(plain, edit, row)
    step = step or steps.record(plain, {**row, "who": author_of(edit) or who}, touched)
    return Change(step.number, edit, origin, at, step)
