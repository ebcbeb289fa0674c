"""A connection of sqlcipher3 that speaks as one of `sqlite3`: it raises those errors and makes rows by name.

Whoever reads or writes a library catches `sqlite3.Error` and asks for `sqlite3.Row`; sqlcipher3 has classes of its own
for both, which are told apart here and nowhere else. And where `sqlite3` goes on behind a damaged page, a connection of
SQLCipher refuses everything from then on: it is `broken`, and another one is opened in its place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

_Call = TypeVar("_Call", bound=Callable[..., Any])
_BREAKS = (1, 10, 11, 26)  # SQLITE_ERROR, _IOERR, _CORRUPT, _NOTADB


def _known(error: Exception) -> sqlite3.Error:
    """The error of `sqlite3` that says the same."""
    kind = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)
    made: sqlite3.Error = kind(*error.args)
    for name in ("sqlite_errorcode", "sqlite_errorname"):
        if hasattr(error, name):
            setattr(made, name, getattr(error, name))
    return made


def _speaking(call: _Call) -> _Call:
    @wraps(call)
    def spoken(*given: Any, **more: Any) -> Any:
        try:
            return call(*given, **more)
        except dbapi2.Error as error:
            _note(given[0], error)
            raise _known(error) from error

    return spoken  # type: ignore[return-value]


def _note(spoken: Any, error: Exception) -> None:
    connection = getattr(spoken, "connection", spoken)
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _BREAKS and isinstance(connection, Connection):
        connection.broken = True


def _rows(made: Any) -> Any:
    return dbapi2.Row if made is sqlite3.Row else made


class Cursor(dbapi2.Cursor):
    """A cursor that raises the errors of `sqlite3`."""

    execute = _speaking(dbapi2.Cursor.execute)
    executemany = _speaking(dbapi2.Cursor.executemany)
    executescript = _speaking(dbapi2.Cursor.executescript)
    fetchone = _speaking(dbapi2.Cursor.fetchone)
    fetchmany = _speaking(dbapi2.Cursor.fetchmany)
    fetchall = _speaking(dbapi2.Cursor.fetchall)
    close = _speaking(dbapi2.Cursor.close)
    __next__ = _speaking(dbapi2.Cursor.__next__)

    def __iter__(self) -> Iterator[Any]:
        step = super().__next__
        try:
            while True:
                yield step()
        except StopIteration:
            return
        except dbapi2.Error as error:
            _note(self, error)
            raise _known(error) from error

    @property
    def row_factory(self) -> Any:
        return dbapi2.Cursor.row_factory.__get__(self)

    @row_factory.setter
    def row_factory(self, made: Any) -> None:
        dbapi2.Cursor.row_factory.__set__(self, _rows(made))


class Connection(dbapi2.Connection):
    """A connection whose cursors are of that kind. `broken`: it may refuse whatever it is asked."""

    broken = False

    commit = _speaking(dbapi2.Connection.commit)
    rollback = _speaking(dbapi2.Connection.rollback)
    close = _speaking(dbapi2.Connection.close)
    backup = _speaking(dbapi2.Connection.backup)
    interrupt = _speaking(dbapi2.Connection.interrupt)
    create_function = _speaking(dbapi2.Connection.create_function)
    set_progress_handler = _speaking(dbapi2.Connection.set_progress_handler)
    __exit__ = _speaking(dbapi2.Connection.__exit__)

    @_speaking
    def cursor(self) -> Any:
        return super().cursor(Cursor)

    @property
    def row_factory(self) -> Any:
        return dbapi2.Connection.row_factory.__get__(self)

    @row_factory.setter
    def row_factory(self, made: Any) -> None:
        dbapi2.Connection.row_factory.__set__(self, _rows(made))


class Reviving:
    """A connection that another one takes the place of when it is broken, so that what is behind a damaged page can be
    read. What was being read by the broken one ends in an error."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make, self._now, self._left = make, make(), list[Any]()
        self._handler: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> Any:
        if self._now.broken:
            self._left.append(self._now)
            self._now = self._make()
            if self._handler:
                self._now.set_progress_handler(*self._handler)
        return getattr(self._now, name)

    def set_progress_handler(self, *handler: Any) -> None:
        """Keep it for the next one, too."""
        self._handler = handler
        self._now.set_progress_handler(*handler)

    def close(self) -> None:
        for one in (*self._left, self._now):
            one.close()


def connect(address: Any, **more: Any) -> Connection:
    """Return a connection. Raises the errors of `sqlite3`."""
    try:
        found: Connection = dbapi2.connect(address, factory=Connection, **more)
    except dbapi2.Error as error:
        raise _known(error) from error
    return found
