"""A library of a stranger: nothing of it is carried out, each question to it has an end, and its rows are taken by a
process that reaches nothing."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.errors import ForeignError, LibraryError
from reader.store import Library, files, first_paint, healing, upgrade
from reader.store.foreign_rows import reading, wire
from reader.store.foreign_rows.merged import merged
from reader.store.integrity import healing as rows_healed
from reader.store.integrity.foreign import foreign_names
from tests.reader.store.conftest import add

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "stranger" / "l.tilik"
    with Library.open(path) as opened:
        add(opened, "The ferry")
        add(opened, "The harbour")
    shutil.rmtree(path.parent / "backups", ignore_errors=True)
    return path


def put(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as found:
        for statement in statements:
            found.execute(statement)


def titles(path: Path) -> list[str]:
    with Library.open(path, readonly=True) as opened:
        return sorted(opened.article(id).title for id in opened.ids())


HOSTILE = {
    "trigger": ["CREATE TRIGGER mine AFTER INSERT ON annotation BEGIN UPDATE article SET title = 'x'; END"],
    "view": [f"CREATE VIEW mine AS {ENDLESS} x FROM n"],
    "index": ["CREATE INDEX mine ON article(hex(zeroblob(100)))"],
    "quoted index": ['CREATE INDEX mine ON article("hex"(zeroblob(100)))'],
    "column": ["ALTER TABLE article ADD COLUMN mine TEXT AS (hex(zeroblob(1000000)))"],
    "check": ["CREATE TABLE setting2(key TEXT CHECK (length(hex(zeroblob(9)))))"],
    "table": ["CREATE TABLE mine(x)"],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_no_tilik_put_there_is_refused_before_anything_is_asked_and_copied_without(
    library: Path, tmp_path: Path, kind: str
) -> None:
    put(library, *HOSTILE[kind])
    for readonly in (True, False):
        with pytest.raises(ForeignError, match=r"mine|setting2|article"):
            Library.open(library, readonly=readonly)
    assert first_paint(library) is None
    target = tmp_path / "clean.tilik"
    assert healing.copy_clean(library, target) == []
    assert titles(target) == ["The ferry", "The harbour"]
    with Library.open(target) as opened:
        assert opened.check() == []
    with closing(files.connect(target, readonly=True)) as found:
        assert foreign_names(found) == []


def test_a_view_in_the_place_of_a_table_is_not_asked(library: Path, tmp_path: Path) -> None:
    put(library, "ALTER TABLE article RENAME TO other", f"CREATE VIEW article AS {ENDLESS} x AS number, x AS id FROM n")
    assert first_paint(library) is None
    with pytest.raises(ForeignError):
        Library.open(library)
    healing.copy_clean(library, tmp_path / "clean.tilik")
    assert titles(tmp_path / "clean.tilik") == []


def test_an_older_library_with_a_trigger_is_refused_before_its_upgrade(library: Path) -> None:
    put(library, *HOSTILE["trigger"], "PRAGMA user_version=7")
    with pytest.raises(ForeignError):
        Library.open(library)
    assert not list(library.parent.glob("*.upgrading")) and not (library.parent / "backups").exists()


def test_no_clean_copy_is_promised_of_another_version(library: Path, tmp_path: Path) -> None:
    put(library, "PRAGMA user_version=3")
    with pytest.raises(LibraryError, match=r"schema 3.*no clean copy"):
        healing.copy_clean(library, tmp_path / "clean.tilik")
    assert not (tmp_path / "clean.tilik").exists() and not list(tmp_path.glob(".tilik-*"))


def test_a_question_without_an_end_is_given_up(library: Path) -> None:
    found = files.bounded(files.connect(library, readonly=True), 0.05)
    with closing(found), pytest.raises(sqlite3.OperationalError, match="interrupted"):
        found.execute(f"{ENDLESS} count(*) FROM n").fetchone()


def test_nothing_is_asked_without_an_end_before_a_library_is_known_to_be_ours(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def bounded(found: sqlite3.Connection) -> sqlite3.Connection:
        asked.append(True)
        return found

    monkeypatch.setattr(files, "bounded", bounded)
    for readonly in (False, True):
        asked.clear()
        Library.open(library, readonly=readonly).close()
        assert len(asked) >= 2  # which schema it is of, and what it holds
    asked.clear()
    assert first_paint(library) is not None and len(asked) == 2
    asked.clear()
    Library.open(library).close()
    assert len(asked) == 3  # and whether its search indexes hold words of today


def test_a_question_in_the_process_has_a_deadline(library: Path, tmp_path: Path) -> None:
    put(library, f"INSERT INTO setting(key, value) {ENDLESS} 'k' || x, 'v' FROM n LIMIT 9000")
    with pytest.raises(LibraryError, match="no answer after 0 seconds"):
        copied(library, tmp_path / "rows", seconds=0)


def copied(library: Path, beside: Path, **limits: float) -> dict[str, list[tuple[Any, ...]]]:
    fresh = beside.with_name("fresh.tilik")
    files.make_private(fresh)
    upgrade.create(fresh)
    with closing(sqlite3.connect(fresh)) as ours:
        tables = rows_healed.taken(ours)
    with reading.plain_copy(library, beside, tables, **limits) as plain, closing(sqlite3.connect(plain)) as found:
        return {table: found.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_what_stands_in_the_log_beside_it_is_read_and_the_file_is_not_touched(library: Path, tmp_path: Path) -> None:
    with Library.open(library) as opened:
        add(opened, "The pier")
        given = tmp_path / "given" / "l.tilik"
        given.parent.mkdir()
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{library}{suffix}", f"{given}{suffix}")
    assert Path(f"{given}-wal").stat().st_size
    before = given.read_bytes()
    healing.copy_clean(given, tmp_path / "clean.tilik")
    assert titles(tmp_path / "clean.tilik") == ["The ferry", "The harbour", "The pier"]
    assert given.read_bytes() == before and {one.name for one in given.parent.iterdir()} == {"l.tilik", "l.tilik-wal"}


def test_a_log_is_played_as_sqlite_plays_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as found:
        found.execute("PRAGMA journal_mode=WAL")
        found.execute("PRAGMA wal_autocheckpoint=0")
        found.execute("CREATE TABLE t(x)")
        for n in range(40):
            found.execute("INSERT INTO t VALUES (?)", ("x" * n * 50,))
        found.execute("DELETE FROM t WHERE length(x) < 300")
        file, log = path.read_bytes(), Path(f"{path}-wal").read_bytes()
        whole = list(found.execute("SELECT * FROM t"))
    for cut in (0, 1, 5000, 20_000):  # the end of a log that was never written whole
        given = tmp_path / f"{cut}.db"
        given.write_bytes(file)
        Path(f"{given}-wal").write_bytes(log[: len(log) - cut])
        with closing(sqlite3.connect(given)) as found:
            ought = list(found.execute("SELECT * FROM t"))
        with closing(sqlite3.connect(":memory:")) as found:
            found.deserialize(merged(bytearray(file), log[: len(log) - cut]))
            assert list(found.execute("SELECT * FROM t")) == ought
    assert ought != whole
    broken = bytearray(log)
    broken[len(log) // 2] ^= 1
    with closing(sqlite3.connect(":memory:")) as found:
        found.deserialize(merged(bytearray(file), bytes(broken)))
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file_is_read_as_far_as_it_goes_or_refused_in_a_sentence(
    library: Path, tmp_path: Path, seed: int
) -> None:
    whole = bytearray(library.read_bytes())
    for at in range(4096 * (2 + seed), len(whole), 4096 * 5):
        whole[at : at + 300] = bytes(range(100, 250)) * 2
    library.write_bytes(whole)
    target, said = tmp_path / "clean.tilik", ""
    try:
        healing.copy_clean(library, target)
    except LibraryError as error:
        said = str(error)
    assert target.exists() is not bool(said) and (not said or str(library) in said)
    assert said or set(titles(target)) <= {"The ferry", "The harbour"}


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0" + b"\xff" * 5000, b"no database at all" * 300])
def test_what_is_no_library_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "l.tilik").write_bytes(data)
    with pytest.raises(LibraryError, match=r"l\.tilik"):
        healing.copy_clean(tmp_path / "l.tilik", tmp_path / "clean.tilik")
    assert [one.name for one in tmp_path.iterdir()] == ["l.tilik"]


def test_an_empty_file_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "l.tilik").write_bytes(b"")
    with pytest.raises(LibraryError, match="is no Tilik library"):
        healing.copy_clean(tmp_path / "l.tilik", tmp_path / "clean.tilik")


# --- a process that was taken over


class Odd:
    """A process that says whatever a test wants."""

    def __init__(self, frames: Iterator[bytes]) -> None:
        self.frames = frames

    def send(self, *messages: bytes) -> None:
        pass

    def receive(self, most: int) -> bytes:
        return next(self.frames)

    def close(self) -> None:
        pass


GOOD = wire.HEAD + wire.dumped([files.APPLICATION_ID, files.SCHEMA])


@pytest.mark.parametrize(
    "frames",
    [
        [wire.TABLE + b'["mine",["id"]]'], [wire.TABLE + b'["article",["id\\" x"]]'], [wire.TABLE + b'["article",7]'],
        [wire.TABLE + b'["article",["id"]]', wire.ROWS + b'[["a","b"]]'], [wire.ROWS + b"7"], [b"x"], [b""],
        [wire.TABLE + b'["article",["id"]]', wire.ROWS + b"[[9223372036854775808]]"], [wire.ASKS + b"[7,0,9]"],
        [wire.TABLE + b'["article",["id"]]', wire.ROWS + b'[[{"a":1}]]'], [wire.ASKS + b"[0,0,99999999]"],
        [wire.TABLE + b'["article",["id"]]', wire.ROWS + b'[[["?"]]]'], [wire.REFUSED + b"7"],
    ],
)  # fmt: skip
def test_what_is_no_row_is_believed_in_nothing(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, frames: list[bytes]
) -> None:
    monkeypatch.setattr(reading, "ConfinedProcess", lambda *_words, **_limits: Odd(iter([GOOD, *frames, wire.END])))
    with pytest.raises(LibraryError, match=r"l\.tilik cannot be read: the process that read it broke down"):
        copied(library, tmp_path / "rows")


def test_rows_without_end_are_not_taken(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = wire.ROWS + wire.dumped([["x" * 8_000_000]])
    frames = itertools.chain([GOOD, wire.TABLE + b'["article",["id"]]'], itertools.repeat(row))
    monkeypatch.setattr(reading, "ConfinedProcess", lambda *_words, **_limits: Odd(frames))
    with pytest.raises(LibraryError, match="broke down"):
        copied(library, tmp_path / "rows")
