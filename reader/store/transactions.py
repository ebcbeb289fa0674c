"""The one connection that writes: transactions, what goes wrong in them, and who is told after the commit."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from reader.edits import Change
from reader.errors import ConflictError, LibraryError
from reader.store.driver import is_broken
from reader.store.engine import driver, make_engine
from reader.system_reasons import reason_of


class Transactions:
    """Writers wait for each other by `guard`; `tell` is called with each change after its commit."""

    def __init__(self, path: Path, guard: threading.RLock, tell: Callable[[Change], None]) -> None:
        self.engine = make_engine(path)
        self._kept: Connection | None = None
        self._path, self._writing, self._tell = path, guard, tell

    def close(self) -> None:
        """Let SQLite note how the indexes are filled, and let go of the file."""
        with suppress(sqlite3.Error, DBAPIError):  # a full disk: noted next time
            plain = driver(self._connection())
            plain.execute("PRAGMA analysis_limit=400")
            plain.execute("PRAGMA optimize")
        self._let_go()

    def _connection(self) -> Connection:
        """The one connection, kept: taking it from the pool and giving it back is a good part of what a mark costs."""
        if self._kept is None:
            self._kept = self.engine.connect()
        return self._kept

    def _let_go(self) -> None:
        """Another connection is opened for what is written next."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        self.engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._writing:
            try:
                connection = self._connection()
                try:
                    with connection.begin():
                        yield connection
                finally:
                    if driver(connection).in_transaction:  # a commit that is refused leaves it open
                        driver(connection).rollback()
                    if is_broken(driver(connection)):
                        self._let_go()
            except (IntegrityError, sqlite3.IntegrityError) as error:
                raise ConflictError(
                    "something this change needs is no longer there; nothing was changed ({0})", str(_cause(error))
                ) from error
            except (DBAPIError, sqlite3.Error) as error:
                raise LibraryError(
                    "{0} could not be written, nothing was changed: {1}", self._path, reason_of(_cause(error))
                ) from error


def _cause(error: DBAPIError | sqlite3.Error) -> BaseException:
    return error.orig or error if isinstance(error, DBAPIError) else error
