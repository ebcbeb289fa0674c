"""The rows of a stranger's library as a plain file of ours, without its schema and whatever else it holds."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import LibraryError
from reader.messages import Message
from reader.sandbox import confined_process
from reader.sandbox.confined_process import ConfinedProcess, EndedError
from reader.store import files
from reader.store.foreign_rows import wire
from reader.system import part_name
from reader.system_reasons import reason_of

SECONDS = 20.0  # for one question
_IN_ALL = 60  # seconds of the processor for one answer, and two more for each MB
_MEMORY = 500  # MB, and three times the file: it is read into memory, and SQLite keeps a copy there
_FOUND = ("relation_member(relation_id)", "relation_member(annotation_id)", "revision(id)", "annotation(id)")
_NO_VALUE = (ValueError, TypeError, RecursionError, KeyError, AttributeError, OverflowError)
Tables = Mapping[str, Sequence[str]]


@contextlib.contextmanager
def plain_copy(path: Path, beside: Path, tables: Tables, seconds: float = SECONDS) -> Iterator[Path]:
    """Give a passing file beside `beside` with the rows of those tables and columns of the library at `path`.

    The library is read by a process that is confined, `seconds` for each question. Raises `LibraryError`.
    """
    passing = beside.with_name(part_name())
    try:
        files.make_private(passing)
        with closing(sqlite3.connect(passing, isolation_level=None)) as into:
            into.execute("PRAGMA journal_mode=OFF")
            into.execute("PRAGMA synchronous=OFF")
            into.execute("BEGIN")
            _make(into, tables)
            _Copying(path, into, tables, seconds).run()
            into.execute("COMMIT")
        yield passing
    except sqlite3.Error as error:
        raise LibraryError("{0} cannot be read: {1}", path, reason_of(error)) from error
    finally:
        passing.unlink(missing_ok=True)


def _make(into: sqlite3.Connection, tables: Tables) -> None:
    """Tables without any rule: what is wrong with a row is told later."""
    for table, columns in tables.items():
        into.execute(f"CREATE TABLE {table}({_listed(columns)})")
    for place in _FOUND:
        if place.partition("(")[0] in tables:
            into.execute(f"CREATE INDEX ix_{place.replace('(', '_').rstrip(')')} ON {place}")


class _Copying:
    """One conversation: bytes go out as they are asked for, rows come in."""

    def __init__(self, path: Path, into: sqlite3.Connection, tables: Tables, seconds: float) -> None:
        self._path, self._into, self._tables, self._seconds = path, into, tables, seconds
        self._left = 0  # characters that it may still say
        self._table, self._columns = "", list[str]()

    def run(self) -> None:
        log, journal = (self._path.with_name(self._path.name + suffix) for suffix in ("-wal", "-journal"))
        try:
            if journal.exists() and journal.stat().st_size:
                raise LibraryError("{0} was left in the middle of a change, which only SQLite can end", self._path)
            with contextlib.ExitStack() as opened:
                given = [opened.enter_context(open(self._path, "rb"))]
                sizes = [self._path.stat().st_size, 0]
                if not sizes[0]:
                    raise LibraryError("{0} is no Tilik library; it was left as it is", self._path)
                if log.is_file():
                    given.append(opened.enter_context(open(log, "rb")))
                    sizes[1] = log.stat().st_size
                self._exchange(given, sizes)
        except OSError as error:
            raise LibraryError("{0} cannot be read: {1}", self._path, reason_of(error)) from error

    def _exchange(self, given: Sequence[BinaryIO], sizes: Sequence[int]) -> None:
        size = sum(sizes) / 1e6
        allowed = _IN_ALL + 2 * size
        self._left = 8 * sum(sizes) + (64 << 20)
        process = None
        try:
            process = ConfinedProcess(
                "reader.store.foreign_rows.child", memory_mb=round(_MEMORY + 3 * size), seconds=allowed
            )
            process.send(wire.dumped([sizes, self._tables, self._seconds, allowed]))
            while (frame := process.receive(wire.MOST_FRAME))[:1] != wire.END:
                if frame[:1] == wire.ASKS:
                    process.send(_piece(given, *wire.loaded(frame[1:])))
                else:
                    self._take(frame[:1], frame[1:])
        except EndedError as error:
            raise self._ended(error) from error
        except _NO_VALUE as error:
            raise self._ended(EndedError(confined_process.BROKEN, str(error))) from error
        finally:
            if process is not None:
                process.close()

    def _take(self, letter: bytes, message: bytes) -> None:
        self._left -= len(message)
        if self._left < 0:
            raise ValueError("it says more than can be in the file")
        value = wire.loaded(message)
        if letter == wire.HEAD:
            self._know(*value)
        elif letter == wire.TABLE:
            self._table, self._columns = str(value[0]), wire.names_in(value[1], self._tables[str(value[0])])
        elif letter == wire.ROWS:
            self._put(value)
        elif letter == wire.REFUSED:
            raise self._refused(*value)
        else:
            raise ValueError("no word of it")

    def _know(self, owner: Any, number: Any) -> None:
        if owner != files.APPLICATION_ID:
            raise LibraryError("{0} is a database, but not a Tilik library; it was left as it is", self._path)
        if number != files.SCHEMA:
            raise LibraryError(
                "{0} was made by another version of Tilik (schema {1}, this one knows {2}) and holds what no Tilik put "
                "there: no clean copy can be made of it", self._path, int(number), files.SCHEMA,
            )  # fmt: skip

    def _put(self, rows: Any) -> None:
        cells = [wire.cells_back(row, len(self._columns)) for row in rows]
        put = f"INSERT INTO {self._table}({_listed(self._columns)}) VALUES ({', '.join('?' * len(self._columns))})"
        self._into.executemany(put, cells)

    def _refused(self, code: Any, words: Any) -> LibraryError:
        if code == sqlite3.SQLITE_INTERRUPT:
            return LibraryError("{0}: a question to it had no answer after {1} seconds and was given up",
                                self._path, f"{self._seconds:g}")  # fmt: skip
        error = sqlite3.DatabaseError(str(words)[:200])
        error.sqlite_errorcode = int(code)
        return LibraryError("{0} cannot be read: {1}", self._path, reason_of(error))

    def _ended(self, error: EndedError) -> LibraryError:
        why = {
            confined_process.LATE: Message("it took too long and was given up"),
            confined_process.MEMORY: Message("it needed too much memory and was given up"),
            confined_process.KILLED: Message("the process that read it was ended from outside"),
        }.get(error.why, Message("the process that read it broke down ({0})", error.words[:200]))
        return LibraryError("{0} cannot be read: {1}", self._path, why)


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _piece(given: Sequence[BinaryIO], which: int, offset: int, length: int) -> bytes:
    if not 0 <= length <= wire.MOST_PIECE or not 0 <= which < len(given) or offset < 0:
        raise ValueError("no piece of the library")
    given[which].seek(offset)
    return given[which].read(length)
