"""Files on their way that a kill left: removed at the next start, unless somebody still writes them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader import system
from reader.store import Library

NAME = ".tilik-" + "ab" * 16 + ".part"


def test_what_a_kill_left_beside_the_library_is_removed_at_the_next_start(tmp_path: Path) -> None:
    for name in (NAME, NAME + "-journal"):
        (tmp_path / name).write_bytes(b"half")
    Library.open(tmp_path / "l.tilik").close()
    assert not list(tmp_path.glob(".tilik-*"))


def test_what_a_kill_left_among_the_backups_is_removed_too(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.tilik") as library:
        folder = library.backup().parent
    (folder / NAME).mkdir()
    (folder / NAME / "backup.json").write_bytes(b"half")
    (folder / NAME.replace("ab", "cd")).write_bytes(b"half")
    Library.open(tmp_path / "l.tilik").close()
    assert not list(folder.glob(".tilik-*"))


def test_nothing_else_is_removed(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    (tmp_path / ".tilik-notes.part").write_text("mine")
    (tmp_path / ("x" + NAME)).write_text("mine")
    (tmp_path / NAME.replace("ab", "cd")).mkdir()
    (tmp_path / NAME).symlink_to(mine)
    before = sorted(p.name for p in tmp_path.iterdir())
    assert system.remove_parts(tmp_path) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == before and mine.read_text() == "mine"
    assert system.remove_parts(tmp_path / "nowhere") == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="an open file is not removed on this system anyway")
def test_what_another_still_writes_stays(tmp_path: Path) -> None:
    passing = system.PassingFile(tmp_path / "set.jsonl")
    passing.file.write(b"half of it")
    passing.file.flush()
    assert system.remove_parts(tmp_path) == []
    passing.finish()
    passing.settle()
    assert (tmp_path / "set.jsonl").read_bytes() == b"half of it"
