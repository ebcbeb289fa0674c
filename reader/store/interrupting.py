"""A long question that another thread may stop."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from reader.errors import InterruptedQueryError

_STEPS = 20_000  # of SQLite's machine between two looks: about a thousandth of a second


class Interrupt:
    """Given to one question of the library; `stop` ends it from any thread, before it begins too."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._asked: sqlite3.Connection | None = None
        self._stopped = False

    @property
    def stopped(self) -> bool:
        return self._stopped

    def stop(self) -> None:
        """Let the question that runs, and each that would follow, end with `InterruptedQueryError`."""
        with self._guard:
            self._stopped = True
            if self._asked is not None:
                self._asked.interrupt()

    @contextmanager
    def over(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Ask by `connection` what may be stopped. Raises `InterruptedQueryError` when it was."""
        self.check()
        with self._guard:
            self._asked = connection
        # `interrupt` alone is lost when it comes before the statement has begun.
        connection.set_progress_handler(lambda: self._stopped, _STEPS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if not self._stopped:
                raise
            raise InterruptedQueryError("the search was stopped") from error
        finally:
            connection.set_progress_handler(None, 0)
            with self._guard:  # never stop what the connection is asked next
                self._asked = None
        self.check()

    def check(self) -> None:
        """Raise `InterruptedQueryError` when it was stopped."""
        if self._stopped:
            raise InterruptedQueryError("the search was stopped")
