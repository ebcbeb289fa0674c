"""A library of an older schema is opened on every system, and a start that fails takes nothing away."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader import edits
from reader.errors import LibraryError
from reader.model.articles import State
from reader.revisions import edit_text
from reader.store import Library, backups_here, files, upgrade
from reader.store.backing_up import back_up

from .conftest import add
from .test_door import mark
from .test_safety import back_to_the_first, back_to_the_second


@pytest.fixture
def old(path: Path) -> Path:
    """A library of the first schema, with one article."""
    with Library.open(path) as library:
        add(library)
    raw = sqlite3.connect(path)
    back_to_the_first(raw)
    raw.close()
    return path


def test_the_copy_is_synced_by_a_handle_that_may_write(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")
    real = os.fsync

    def fsync(fd: int) -> None:
        """Windows' rule: only a handle that may write can be synced."""
        if fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY and not os.path.isdir(f"/proc/self/fd/{fd}"):
            raise OSError(9, "Bad file descriptor")
        real(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    with Library.open(old) as library:
        assert library.count() == 1


def test_an_upgrade_that_fails_at_every_start_keeps_the_backups(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        back_up(old, "upgrade")
    (old.parent / "backups" / f"{old.stem}-20200101T000000000000{old.suffix}").write_bytes(b"of long ago")
    with closing(sqlite3.connect(old)) as raw, raw:
        raw.execute("UPDATE article SET title = 'Changed since'")
    raw.close()
    before = len(backups_here(old))

    real = os.replace

    def refuse(one: Path, other: Path) -> None:
        if other == old:
            raise PermissionError(13, "in use by another program", str(other))
        real(one, other)

    with monkeypatch.context() as held:
        held.setattr(os, "replace", refuse)
        for _ in range(3):
            with pytest.raises(LibraryError, match=f"{old.name} could not be upgraded.*in use by another program"):
                Library.open(old)
    assert not list(old.parent.glob("*.upgrading*"))
    found = backups_here(old)
    assert len(found) == before + 1 and found[0].path.read_bytes() == b"of long ago" and found[0].damage
    with Library.open(old) as library:
        assert [s.title for s in library.summaries()] == ["Changed since"]


def test_any_error_of_the_system_while_opening_names_the_library(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **more: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(upgrade, "create", fail)
    with pytest.raises(LibraryError, match=r"library\.tilik cannot be opened: Input/output error"):
        Library.open(path)
    monkeypatch.undo()
    Library.open(path).close()


def test_commits_reach_the_disk_on_a_mac_too(path: Path) -> None:
    Library.open(path).close()
    found = files.connect(path, readonly=False)
    names = ("fullfsync", "checkpoint_fullfsync", "synchronous")
    assert [found.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == [1, 1, 2]
    found.close()


def test_an_older_log_knows_its_articles_after_the_upgrade(path: Path) -> None:
    with Library.open(path) as library:
        one, first = add(library)
        two, second = add(library, "Harbour audit opens", ["The auditors began on Monday."])
        here, there = mark(library, first, "stok cukup"), mark(library, second, "The auditors")
        library.apply(edits.link("related", here, there))
        library.apply(edits.set_state([two], State.TRASHED))
        library.apply(edits.save_labels(library.labels(), library.labels()[:2]))
        library.apply(edit_text.put_back(one, first, 0, [here]))
        came, made = first.captured, library.revisions(one.id)[1].corrected
        library.undo()
        library.undo()
        before = library.history()
    assert made is not None
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE revision SET captured = corrected WHERE corrected <> ''")
        back_to_the_second(raw)
    raw.close()
    with Library.open(path) as library:
        assert [replace(step, who="") for step in before] == library.history()
        assert [library.next_redo(id).number for id in ("", one.id)] == [7, 7]  # type: ignore[union-attr]
        assert library.next_undo(one.id).name == "Link marks"  # type: ignore[union-attr]
        library.redo()
        library.redo()
        text = library.revisions(one.id)[1]
        assert (text.captured, text.corrected) == (came, made)
