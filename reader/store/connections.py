"""Connections for reading: plain `sqlite3`, kept for the next question, each answer from one consistent moment."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from reader.errors import LibraryError
from reader.messages import Message
from reader.store import driver, files
from reader.system_reasons import reason_of

IDLE = 4  # connections kept; a job and the window seldom ask at once


class ReadConnections:
    """Lends a connection to one thread at a time. SQLite opens it read-only: nothing is ever written by it."""

    def __init__(self, path: Path) -> None:
        self._path = self.path = path
        self._guard = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False

    @contextmanager
    def lend(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside a transaction that reads. Raises `LibraryError` for what SQLite cannot read."""
        try:
            connection = self._take()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                self._give_back(connection)
        except sqlite3.Error as error:
            raise LibraryError("{0} cannot be read: {1}", self._path, reason_of(error)) from error

    def close(self) -> None:
        """Close those that are idle; one that is lent is closed when it comes back."""
        with self._guard:
            self._closed, idle, self._idle = True, self._idle, []
        for connection in idle:
            connection.close()

    def _take(self) -> sqlite3.Connection:
        with self._guard:
            if self._idle:
                return self._idle.pop()
        made = files.connect(self._path, readonly=True)
        made.row_factory = sqlite3.Row
        return made

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction and not driver.is_broken(connection):
            connection.rollback()
        with self._guard:
            if not self._closed and len(self._idle) < IDLE and not driver.is_broken(connection):
                self._idle.append(connection)
                return
        connection.close()


class Connected:
    """What asks a library; each question has a connection of its own."""

    _connections: ReadConnections

    @cached_property
    def damaged(self) -> list[Message]:
        """What was left out of sets because it cannot be read, as it comes; a pass over a set tells each again."""
        return []

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._connections.lend() as connection:
            yield connection
