"""Backups put back: four kinds of damage, always the backup's marks, and never an older -wal played into them."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import LibraryError, LockedError
from reader.store import Library, Restored, backups_here, differences
from reader.store.differing import Counts
from tests.reader.store.conftest import add
from tests.reader.store.test_door import mark

ROUNDS = int(os.environ.get("TILIK_RESTORE_ROUNDS", "2"))  # of each kind of damage; `make drill` asks for 25


class Ground:
    """A library with a backup, and marks made after it that still stand in the -wal."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with Library.open(path) as library:
            for n in range(5):
                article, revision = add(library, f"Halaman {n}", [os.urandom(3000).hex(), "Juru bicara: stok cukup."])
            self.marks = {mark(library, revision, words).id for words in ("stok", "cukup", "Juru")}
            self.article = article.id
            self.backup = library.backup()
        killed = Library.open(path)
        mark(killed, revision, "bicara")
        log = path.with_name(path.name + "-wal").read_bytes()
        killed.close()
        path.with_name(path.name + "-wal").write_bytes(log)  # as after a kill

    def held(self) -> set[str]:
        with Library.open(self.path, readonly=True) as library:
            assert library.check() == []
            return {one.id for one in library.annotations(self.article)}


@pytest.fixture
def ground(path: Path) -> Ground:
    return Ground(path)


def cut(path: Path, dice: random.Random) -> None:
    os.truncate(path, dice.randrange(0, path.stat().st_size))


def zeroed(path: Path, dice: random.Random) -> None:
    _over(path, dice, lambda count: bytes(count))


def junk(path: Path, dice: random.Random) -> None:
    _over(path, dice, dice.randbytes)


def gone(path: Path, _dice: random.Random) -> None:
    path.unlink()


def _over(path: Path, dice: random.Random, made: Callable[[int], bytes]) -> None:
    with open(path, "r+b") as file:
        for _ in range(3):
            file.seek(dice.randrange(0, path.stat().st_size // 4096) * 4096)
            file.write(made(4096))


@pytest.mark.parametrize("damage", [cut, zeroed, junk, gone])
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_whatever_is_damaged_the_backup_comes_back(
    ground: Ground, damage: Callable[[Path, random.Random], None], seed: int
) -> None:
    damage(ground.path, random.Random(seed))
    found = [one for one in backups_here(ground.path) if one.damage is None]
    assert found[-1].path == ground.backup
    Restored(ground.path, found[-1].path).settle()
    assert ground.held() == ground.marks
    with Library.open(ground.path) as library:
        add(library, "Sesudahnya")
        assert library.check() == []


def test_what_is_replaced_is_kept_with_what_stood_in_its_log(ground: Ground) -> None:
    kept = Restored(ground.path, ground.backup).settle()
    assert kept is not None and ground.held() == ground.marks
    with Library.open(kept, readonly=True) as before:
        assert len(before.annotations(ground.article)) == len(ground.marks) + 1
    assert [one.path for one in backups_here(ground.path) if one.replaced] == [kept]
    Restored(ground.path, kept).settle()
    assert len(ground.held()) == len(ground.marks) + 1, "and comes back in the same way"


def test_a_damaged_library_is_kept_as_it_was_found(ground: Ground) -> None:
    junk(ground.path, random.Random(7))
    data, log = ground.path.read_bytes(), ground.path.with_name(ground.path.name + "-wal").read_bytes()
    kept = Restored(ground.path, ground.backup).settle()
    assert kept is not None and kept.read_bytes() == data
    assert kept.with_name(kept.name + "-wal").read_bytes() == log
    assert ground.held() == ground.marks


def test_reading_alone_changes_nothing_and_says_what_differs(ground: Ground) -> None:
    ground.path.with_name(ground.path.name + "-wal").unlink()
    with Library.open(ground.path) as library:
        add(library, "Baru")
    before = ground.path.read_bytes()
    read = Restored(ground.path, ground.backup)
    found = differences(ground.path, read.path)
    assert found.articles == Counts(now=1) and found.marks.then == 0 and not found.none
    read.discard()
    assert ground.path.read_bytes() == before and not list(ground.path.parent.glob(".tilik-*"))


def test_a_library_that_is_open_is_not_replaced(ground: Ground) -> None:
    with Library.open(ground.path) as library:
        count = len(library.annotations(ground.article))
        with pytest.raises(LockedError):
            Restored(ground.path, ground.backup).settle()
        assert len(library.annotations(ground.article)) == count
    assert not list(ground.path.parent.glob(".tilik-*"))


def test_a_damaged_backup_is_refused_by_name_and_the_library_stays(ground: Ground) -> None:
    before = ground.path.read_bytes()
    pack = next(ground.backup.parent.glob("*.pack"))
    data = bytearray(pack.read_bytes())
    data[len(data) // 2] ^= 1
    pack.write_bytes(data)
    with pytest.raises(LibraryError, match=rf"piece \d+ of \d+, in .*{pack.name}"):
        Restored(ground.path, ground.backup)
    pack.unlink()
    with pytest.raises(LibraryError, match=r"piece 1 of \d+ is missing"):
        Restored(ground.path, ground.backup)
    whole = ground.path.with_name("half.tilik")
    whole.write_bytes(before[: len(before) // 2])
    with pytest.raises(LibraryError):
        Restored(ground.path, whole)
    assert ground.path.read_bytes() == before and not list(ground.path.parent.glob(".tilik-*"))


@pytest.mark.parametrize("at", range(6))
def test_a_kill_while_it_is_put_back_leaves_the_old_or_the_new(
    ground: Ground, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Stop before the first, second... change of a name."""
    calls = iter(range(100))

    def stopping(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            if next(calls) >= at:
                raise KeyboardInterrupt
            return real(*args, **more)

        return call

    with monkeypatch.context() as killed:
        for name in ("link", "replace"):
            killed.setattr(os, name, stopping(getattr(os, name)))
        killed.setattr("reader.store.restoring._drop_beside", stopping(lambda library: _drop(library)))
        killed.setattr(Restored, "discard", lambda _self: None)
        with contextlib.suppress(KeyboardInterrupt):
            Restored(ground.path, ground.backup).settle()
    with Library.open(ground.path) as library:
        assert {one.id for one in library.annotations(ground.article)} >= ground.marks and library.check() == []
    assert not list(ground.path.parent.glob(".tilik-*")), "what was left is removed at the next start"


def _drop(library: Path) -> None:
    for suffix in ("-wal", "-shm"):
        library.with_name(library.name + suffix).unlink(missing_ok=True)


def test_an_older_backup_is_upgraded_when_it_is_opened(ground: Ground) -> None:
    from tests.reader.store.test_safety import back_to_the_first

    old = ground.path.parent / "backups" / "library-20250102T030405000006.tilik"
    Restored(old, ground.backup).settle()
    with sqlite3.connect(old) as raw:
        back_to_the_first(raw)
    raw.close()
    Restored(ground.path, old).settle()
    with Library.open(ground.path) as library:
        assert {one.id for one in library.annotations(ground.article)} == ground.marks


def test_where_a_disk_knows_no_second_names_it_is_copied(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    kept = Restored(ground.path, ground.backup).settle()
    assert kept is not None and ground.held() == ground.marks
    shutil.copyfile(kept, ground.path.with_name("look.tilik"))
    with Library.open(ground.path.with_name("look.tilik"), readonly=True) as before:
        assert len(before.annotations(ground.article)) == len(ground.marks) + 1
