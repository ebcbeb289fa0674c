"""The writing half of the library: one door in, each change a transaction, synced when it returns.

This is where SQLAlchemy is: it is loaded when something is written, or before that on a thread (`Library.prepare`).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from reader.edits import Change, Edit
from reader.errors import ConflictError, LibraryError
from reader.messages import Words
from reader.model.articles import Place
from reader.model.stamps import now
from reader.store import log, steps, writing
from reader.store.emptying import Emptying
from reader.store.engine import driver, make_engine
from reader.store.touching import author_of, touched_by
from reader.store.undoing import Undoing
from reader.system_reasons import reason_of

_PLACE = (
    "INSERT INTO place(article_id, position, progress, opened) VALUES (:a, :p, :g, :o) ON CONFLICT (article_id)"
    " DO UPDATE SET position=:p, progress=:g, opened=:o"
)
_SETTING = "INSERT INTO setting(key, value) VALUES (:k, :v) ON CONFLICT (key) DO UPDATE SET value=:v"


class Writer(Undoing, Emptying):
    """Writers wait for each other by `guard`; `tell` is called with each change after its commit."""

    def __init__(self, path: Path, guard: threading.RLock, tell: Callable[[Change], None]) -> None:
        self.engine = make_engine(path)
        self._kept: Connection | None = None
        self._path, self._writing, self._emit = path, guard, tell

    def close(self) -> None:
        """Let SQLite note how the indexes are filled, and let go of the file."""
        with suppress(sqlite3.Error, DBAPIError):  # a full disk: noted next time
            plain = driver(self._connection())
            plain.execute("PRAGMA analysis_limit=400")
            plain.execute("PRAGMA optimize")
        if self._kept is not None:
            self._kept.close()
        self.engine.dispose()

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

    def _connection(self) -> Connection:
        """The one connection, kept: taking it from the pool and giving it back is a good part of what a mark costs."""
        if self._kept is None:
            self._kept = self.engine.connect()
        return self._kept

    def _tell(self, change: Change) -> None:
        self._emit(change)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._writing:
            try:
                connection = self._connection()
                with connection.begin():
                    yield connection
            except (IntegrityError, sqlite3.IntegrityError) as error:
                raise ConflictError(
                    "something this change needs is no longer there; nothing was changed ({0})", str(_cause(error))
                ) from error
            except (DBAPIError, sqlite3.Error) as error:
                raise LibraryError(
                    "{0} could not be written, nothing was changed: {1}", self._path, reason_in(error)
                ) from error


def _applied(connection: Connection, edit: Edit, origin: str, who: str) -> Change:
    plain, at = driver(connection), now()
    touched = touched_by(plain, edit)
    writing.carry_out(connection, edit)
    row = {"name": edit.name, "origin": origin, "at": at.isoformat(), "swaps": log.to_json(edit)}
    step = steps.go_on(plain, edit, row)
    step = step or steps.record(plain, {**row, "who": author_of(edit) or who}, touched)
    return Change(step.number, edit, origin, at, step)


def reason_in(error: DBAPIError | sqlite3.Error | OSError) -> Words:
    """Return why SQLite or the system refused."""
    return reason_of(_cause(error))


def _cause(error: DBAPIError | sqlite3.Error | OSError) -> BaseException:
    return error.orig or error if isinstance(error, DBAPIError) else error
