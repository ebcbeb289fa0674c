"""The process that reads a library of a stranger: its bytes come by the pipe into memory, its rows go out by the pipe.

Nothing of its schema is carried out: rows are read from plain tables alone, by their numbers, and each question has a
deadline. What cannot be read is stepped over.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import IO, Any

from reader.sandbox.frames import receive, send
from reader.sandbox.inside import enter
from reader.sandbox.limits import limit_time
from reader.store.foreign_rows import wire
from reader.store.foreign_rows.merged import merged
from reader.store.integrity.walking import walk

_STEPS = 5_000  # of SQLite between two looks at the clock
_TOGETHER = 50  # rows in a frame
_LONGEST = 1 << 28  # bytes of a cell
_WITHOUT_NUMBERS = "change_article"


class _Reading:
    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self._incoming, self._outgoing = incoming, outgoing
        self._end, self._seconds = 0.0, 0.0

    def serve(self) -> None:
        """Read the one library that is told of."""
        sizes, tables, seconds, in_all = wire.loaded(receive(self._incoming) or b"[]")
        limit_time(float(in_all))
        self._seconds = float(seconds)
        try:
            connection = self._opened(*map(int, sizes))
            self._tell(wire.HEAD, [self._pragma(connection, name) for name in ("application_id", "user_version")])
            there = self._tables(connection)
            for table, columns in tables.items():
                self._table(connection, table, [name for name in columns if name in there.get(table, ())])
        except sqlite3.Error as error:
            self._tell(wire.REFUSED, [getattr(error, "sqlite_errorcode", 0) & 0xFF, str(error)])
        else:
            self._tell(wire.END, None)

    def _opened(self, file: int, log: int) -> sqlite3.Connection:
        data = merged(self._bytes(wire.FILE, file), bytes(self._bytes(wire.LOG, log)))
        found = sqlite3.connect(":memory:", isolation_level=None)
        found.deserialize(data)
        found.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
        found.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        found.set_progress_handler(lambda: time.monotonic() > self._end, _STEPS)
        self._go_on()
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY", "query_only=ON"):
            found.execute(f"PRAGMA {pragma}")
        return found

    def _bytes(self, which: int, size: int) -> bytearray:
        found = bytearray()
        while len(found) < size:
            self._tell(wire.ASKS, [which, len(found), min(wire.MOST_PIECE, size - len(found))])
            piece = receive(self._incoming)
            if not piece:  # it became shorter
                break
            found += piece
        return found

    def _pragma(self, connection: sqlite3.Connection, name: str) -> int:
        self._go_on()
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])

    def _tables(self, connection: sqlite3.Connection) -> Mapping[str, Sequence[str]]:
        """The plain tables by name, each with those of its columns that are stored."""
        self._go_on()
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
        names = [str(name) for name, sql in connection.execute(asked) if not str(sql).upper().startswith("CREATE VIR")]
        found = {}
        for name in names:
            self._go_on()
            columns = connection.execute("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", (name,))
            found[name] = [str(column) for (column,) in columns]
        return found

    def _table(self, connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
        if not columns:
            return
        self._tell(wire.TABLE, [table, columns])
        asked = ", ".join(f'"{name}"' for name in columns)
        self._go_on()
        rows = self._in_order(connection, table, asked)
        while some := [list(map(wire.cell_out, row)) for row in islice(rows, _TOGETHER)]:
            self._tell(wire.ROWS, some)
            self._go_on()

    @staticmethod
    def _in_order(connection: sqlite3.Connection, table: str, asked: str) -> Iterator[Sequence[Any]]:
        if table != _WITHOUT_NUMBERS:
            yield from walk(connection, table, asked)
            return
        try:
            yield from connection.execute(f"SELECT {asked} FROM {table}")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise

    def _go_on(self) -> None:
        self._end = time.monotonic() + self._seconds

    def _tell(self, letter: bytes, value: Any) -> None:
        send(self._outgoing, letter + wire.dumped(value))


if __name__ == "__main__":
    _Reading(*enter(sys.argv[1:])).serve()
