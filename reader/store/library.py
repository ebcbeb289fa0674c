"""The library: one door in, plain values out."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool

from reader.edits import Change, Edit
from reader.errors import ConflictError, LibraryError, MissingLibraryError, ReadOnlyError
from reader.events import Event
from reader.messages import Message, Words
from reader.model.articles import Place
from reader.model.stamps import now
from reader.store import files, log, steps, upgrade, writing
from reader.store.checking import problems
from reader.store.claims_reading import ClaimsReading
from reader.store.emptying import Emptying
from reader.store.lock import Lock
from reader.store.reading import Reading
from reader.store.touching import author_of, touched_by
from reader.store.undoing import Undoing
from reader.system_reasons import reason_of


class Library(Reading, ClaimsReading, Undoing, Emptying):
    """A library that is open. Safe to use from several threads; writers wait for each other.

    `changed` is emitted after each commit, on the thread that made the change.
    """

    def __init__(self, path: Path, engine: Engine, lock: Lock | None) -> None:
        super().__init__(engine)
        self.path = path
        self.readonly = lock is None
        self.changed = Event()
        self._lock = lock
        self._writing = threading.RLock()

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False) -> Library:
        """Open the library at `path`; make it when there is none, bring an older one up to date after a backup.

        A file without write permission opens read-only. Raises `LockedError` when another Tilik has it,
        `NewerLibraryError` for a later schema, `LibraryError` for anything that is no sound library.
        """
        if readonly and not path.exists():
            raise MissingLibraryError("there is no library at {0}", path)
        if readonly or not files.is_writable(path):
            return cls._open_readonly(path)
        files.make_private(path)
        lock = Lock(path)
        try:
            number = files.version(path)
            if 0 < number < files.SCHEMA:
                upgrade.upgrade(path)
            engine = _engine(path, readonly=False)
            if number == 0:
                upgrade.create(engine)
            return cls(path, engine, lock)
        except BaseException as error:
            lock.release()
            if isinstance(error, DBAPIError | sqlite3.Error | OSError):
                raise LibraryError("{0} cannot be opened: {1}", path, _reason(error)) from error
            raise

    @classmethod
    def _open_readonly(cls, path: Path) -> Library:
        place = files.readable(path)
        if files.version(place) != files.SCHEMA:
            raise LibraryError("{0} was made by an older Tilik; it must be upgraded, which needs to write", path)
        return cls(path, _engine(place, readonly=True), None)

    def close(self) -> None:
        """Let go of the file; the library may then be opened elsewhere."""
        with self._writing:
            self._engine.dispose()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # -- the door ------------------------------------------------------------------------------------------------

    def apply(self, edit: Edit, origin: str = "user", who: str = "") -> Change:
        """Carry out `edit`, whole or not at all; it is on disk when this returns. `who` is kept in the change log.

        Raises `ConflictError` when something is no longer as the edit's *before* has it, `ReadOnlyError`,
        and `LibraryError` when the disk is full or fails. Nothing is changed then.
        """
        return self.apply_all((edit,), origin, who)[0]

    def apply_all(self, edits: Sequence[Edit], origin: str = "user", who: str = "") -> list[Change]:
        """Carry out `edits` one after the other in one transaction: all of them or none, each a step of its own.

        Raises as `apply`. `changed` is emitted for each, when all are on the disk.
        """
        with self._transaction() as connection:
            changes = [_carried_out(connection, edit, origin, who) for edit in edits]
        for change in changes:
            self.changed.emit(change)
        return changes

    # -- not undoable --------------------------------------------------------------------------------------------

    def remember_place(self, place: Place) -> None:
        """Keep where the reader is in an article; no change of the library, so no undo step."""
        values = {"a": place.article_id, "p": place.position, "g": place.progress, "o": place.opened.isoformat()}
        with self._transaction() as connection:
            connection.execute(
                text("INSERT INTO place(article_id, position, progress, opened) VALUES (:a, :p, :g, :o) ON CONFLICT"
                     " (article_id) DO UPDATE SET position=:p, progress=:g, opened=:o"),
                values,
            )  # fmt: skip

    def remember_setting(self, key: str, value: str) -> None:
        """Keep a small value that belongs to this library and not to this computer."""
        with self._transaction() as connection:
            connection.execute(
                text("INSERT INTO setting(key, value) VALUES (:k, :v) ON CONFLICT (key) DO UPDATE SET value=:v"),
                {"k": key, "v": value},
            )

    # -- safety --------------------------------------------------------------------------------------------------

    def check(self) -> list[Message]:
        """Return what is wrong with the library, a sentence each; empty when it is sound."""
        with self._reading() as connection:
            return list(problems(connection))

    def backup(self, target: Path | None = None, *, overwrite: bool = False) -> Path:
        """Return A whole, checked copy; in `backups/` beside the library unless `target` says where.

        Raises `LibraryError`, also for a `target` that is a library, or a file when `overwrite` does not say so.
        """
        return files.backup(self.path, target, overwrite=overwrite)

    def daily_backup(self) -> Path | None:
        """Return A backup, unless the newest is younger than a day or nothing was ever changed."""
        old = files.backups(self.path)
        young = old and old[-1].stat().st_mtime > (now() - timedelta(days=1)).timestamp()
        if self.readonly or young or not self.undo_name():
            return None
        return self.backup()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self.readonly:
            raise ReadOnlyError("{0} can only be read; the change was not made", self.path)
        with self._writing:
            try:
                with self._engine.begin() as connection:
                    yield connection
            except IntegrityError as error:
                raise ConflictError(
                    "something this change needs is no longer there; nothing was changed ({0})", str(error.orig)
                ) from error
            except DBAPIError as error:
                raise LibraryError(
                    "{0} could not be written, nothing was changed: {1}", self.path, _reason(error)
                ) from error


def _carried_out(connection: Connection, edit: Edit, origin: str, who: str) -> Change:
    touched, at = touched_by(connection, edit), now()
    writing.carry_out(connection, edit)
    row = {"name": edit.name, "origin": origin, "at": at.isoformat(), "swaps": log.to_json(edit)}
    step = steps.go_on(connection, edit, row)
    step = step or steps.record(connection, {**row, "who": author_of(edit) or who}, touched)
    return Change(step.number, edit, origin, at, step)


def _reason(error: DBAPIError | sqlite3.Error | OSError) -> Words:
    return reason_of(error.orig or error if isinstance(error, DBAPIError) else error)


def _engine(path: Path, *, readonly: bool) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: files.connect(path, readonly=readonly),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # IMMEDIATE, so that two writers queue here instead of failing at their first write.
        reads = readonly or connection.get_execution_options().get("reads")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine
