"""A library's bytes are looked at while it is open, and the locks that SQLite holds on it stay: another program that
opens and closes the file does not take the log away from under it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import database_files
from reader.errors import SetError, SourceError
from reader.exchange import importers
from reader.sources import page_of
from reader.sources.files import folder_files
from reader.store import Library, driver
from reader.store.encrypting import Encrypting
from reader.store.integrity import seal
from reader.targets import objection
from tests.reader.store.conftest import add
from tests.reader.store.test_door import mark

# What any tool for SQLite does: the last connection to a library takes its log away.
ANOTHER = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); print(c.execute(sys.argv[2]).fetchone()[0]); c.close()"
)


def another(path: Path, asked: str) -> str:
    done = subprocess.run([sys.executable, "-c", ANOTHER, str(path), asked], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def as_a_page(path: Path) -> None:
    try:
        page_of(path)
    except SourceError:
        return


def as_a_whole(path: Path) -> None:
    stands = path.stat()
    assert not seal.is_as_sealed(path, seal.Seal(stands.st_size, 1, stands.st_mtime_ns, 0, "", ""), lambda: False)


def as_a_set(path: Path) -> None:
    with pytest.raises(SetError):
        importers.known(path, "")


def as_pages(folder: Path) -> None:
    with pytest.raises(SourceError):
        list(folder_files(folder))


LOOKS: dict[str, Callable[[Path], object]] = {
    "by its head": driver.is_encrypted,
    "as a target": lambda path: objection(path, overwrite=True),
    "as a target beside it": lambda path: objection(path.with_name(f"{path.name}-wal"), overwrite=True),
    "as a whole": as_a_whole,
    "before it is encrypted": lambda path: Encrypting(path, "words"),
    "as a page": as_a_page,
    "as a set": as_a_set,
    "in a folder": lambda path: as_pages(path.parent),
}  # fmt: skip


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_mark_after_a_look_at_the_file_outlives_another_program(path: Path, look: Callable[[Path], object]) -> None:
    with Library.open(path) as library:
        _, text = add(library)
        look(path)
        another(path, "SELECT count(*) FROM annotation")
        mark(library, text, "stok cukup")
        assert another(path, "SELECT count(*) FROM annotation") == "1"


def test_a_database_that_is_removed_is_read_to_its_end_whatever_is_looked_at_meanwhile(tmp_path: Path) -> None:
    path, other = tmp_path / "l.tilik", tmp_path / "other.tilik"
    for one in (path, other):
        Library.open(one).close()
    data = path.read_bytes()
    assert database_files.head(path) == data[: len(database_files.PLAIN)]
    with database_files.opened(path) as file:
        begins = file.read(100)
        path.unlink()
        database_files.head(other)
        assert begins + file.read() == data
