"""All that a library answers, wherever it is asked: by its front, or within a transaction that is not finished."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from reader.store.addresses_reading import AddressesReading
from reader.store.board_reading import BoardReading
from reader.store.captures_reading import CapturesReading
from reader.store.claims_reading import ClaimsReading
from reader.store.set_reading import SetReading
from reader.store.steps_reading import StepsReading


class Answering(SetReading, ClaimsReading, CapturesReading, BoardReading, StepsReading, AddressesReading):
    """The reading methods of a library."""


class View(Answering):
    """A library as one connection sees it, with what was written by it and is not committed yet."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        yield self._connection
