"""The library: one door in, plain values out."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import (
    Connection,
    Engine,
    Select,
    create_engine,
    event,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool

from reader.edits import Change, Edit
from reader.edits.edit import joined
from reader.errors import ConflictError, LibraryError, MissingLibraryError, ReadOnlyError
from reader.events import Event
from reader.messages import Message, Words
from reader.model.articles import Place
from reader.model.stamps import now
from reader.store import files, log, schema, upgrade, writing
from reader.store.checking import problems
from reader.store.claims_reading import ClaimsReading
from reader.store.lock import Lock
from reader.store.reading import Reading
from reader.system_reasons import reason_of


class Library(Reading, ClaimsReading):
    """A library that is open. Safe to use from several threads; writers wait for each other.

    `changed` is emitted after each commit, on the thread that made the change.
    """

    def __init__(self, path: Path, engine: Engine, lock: Lock | None) -> None:
        super().__init__(engine)
        self.path = path
        self.readonly = lock is None
        self.changed: Event[Change] = Event()
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

    def apply(self, edit: Edit, origin: str = "user") -> Change:
        """Carry out `edit`, whole or not at all; it is on disk when this returns.

        Raises `ConflictError` when something is no longer as the edit's *before* has it, `ReadOnlyError`,
        and `LibraryError` when the disk is full or fails. Nothing is changed then.
        """
        with self._transaction() as connection:
            writing.carry_out(connection, edit)
            at, table = now(), schema.change
            connection.execute(update(table).where(table.c.state == "undone").values(state="dropped"))
            row = {"name": edit.name, "origin": origin, "at": at.isoformat(), "swaps": log.to_json(edit)}
            number = self._go_on(connection, edit, row)
            if not number:
                key = connection.execute(table.insert(), {**row, "state": "done"}).inserted_primary_key
                number = int(key[0]) if key is not None else 0
        change = Change(number, edit, origin, at)
        self.changed.emit(change)
        return change

    @staticmethod
    def _go_on(connection: Connection, edit: Edit, row: dict[str, str]) -> int:
        """Make the last step longer by `edit` when that goes on with it; its number, 0 when it is a step of its own."""
        last = connection.execute(_next("done")).mappings().first() if edit.continues else None
        wanted = (edit.continues, edit.name, row["origin"])
        if last is None or (last["number"], last["name"], last["origin"]) != wanted:
            return 0
        earlier = log.from_json(last["name"], last["swaps"], lambda k, id: writing.fetch_one(connection, k, id))
        table = schema.change
        longer = {"at": row["at"], "swaps": log.to_json(joined(earlier, edit))}
        connection.execute(update(table).where(table.c.number == last["number"]).values(longer))
        return int(last["number"])

    def undo(self) -> Change | None:
        """Take the last change back, also one made before a restart; None when there is none."""
        return self._step("done", "undone", "undo")

    def redo(self) -> Change | None:
        """Do the change again that was last taken back; None when there is none."""
        return self._step("undone", "done", "redo")

    def _step(self, state: str, becomes: str, origin: str) -> Change | None:
        with self._transaction() as connection:
            row = connection.execute(_next(state)).mappings().first()
            if row is None:
                return None
            edit = log.from_json(row["name"], row["swaps"], lambda k, id: writing.fetch_one(connection, k, id))
            edit = edit.inverse() if origin == "undo" else edit
            writing.carry_out(connection, edit)
            table = schema.change
            connection.execute(update(table).where(table.c.number == row["number"]).values(state=becomes))
        change = Change(int(row["number"]), edit, origin, now())
        self.changed.emit(change)
        return change

    def undo_name(self) -> str:
        """Return the name of what `undo` would take back; empty when there is nothing."""
        return self._name("done")

    def redo_name(self) -> str:
        return self._name("undone")

    def _name(self, state: str) -> str:
        with self._reading() as connection:
            row = connection.execute(_next(state)).mappings().first()
        return str(row["name"]) if row else ""

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


def _next(state: str) -> Select[Any]:
    table = schema.change
    order = table.c.number.desc() if state == "done" else table.c.number.asc()
    return select(table).where(table.c.state == state).order_by(order).limit(1)


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
