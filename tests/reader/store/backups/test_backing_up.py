"""Backups: whole, checked, cheap, told when they cannot be; nothing of them is lost by a kill or by another library."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from reader import edits
from reader.errors import LibraryError
from reader.model.stamps import now
from reader.store import Library, backing_up, backups_here, files
from reader.store.backing_up import back_up, is_due
from reader.store.backups import keeping, manifest
from reader.store.backups.listing import last_whole
from reader.store.backups.packs import Packs
from reader.system import part_name
from tests.reader.store.conftest import add
from tests.reader.store.test_door import mark
from tests.statements import write_connection


def size_of(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def test_each_backup_opens_whole_and_is_of_its_moment(library: Library) -> None:
    article, revision = add(library)
    before = library.backup()
    made = mark(library, revision, "stok cukup")
    after = library.backup()
    with Library.open(before, readonly=True) as copy:
        assert copy.article(article.id) == article and copy.annotations(article.id) == []
    with Library.open(after, readonly=True) as copy:
        assert copy.annotations(article.id) == [made] and copy.check() == []


def test_a_backup_read_elsewhere_finds_its_pieces_and_leaves_no_copy(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    add(library)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    moved = Path(shutil.copytree(library.backup(), tmp_path / "copied"))
    with Library.open(moved, readonly=True) as copy:
        assert copy.count() == 1
    assert not list(tmp_path.glob("tilik-*"))


def test_twelve_backups_cost_about_one_and_what_changed(library: Library) -> None:
    articles = [add(library, f"Halaman {n}", [os.urandom(6000).hex()]) for n in range(80)]
    folder = library.backup().parent
    one = size_of(folder)
    for n in range(11):
        mark(library, articles[n][1], "Halaman")
        library.backup()
    assert len(backups_here(library.path)) == 12
    assert size_of(folder) < 1.6 * one


def test_nothing_that_an_older_backup_needs_goes_and_nothing_else_stays(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "kept", lambda found: set(sorted(n for n, _ in found)[-2:]))
    for limit in ("_LEAST_DEAD", "_DEAD_SHARE"):
        monkeypatch.setattr(f"reader.store.backups.packs.{limit}", 0)
    for n in range(8):
        add(library, f"Halaman {n}", [os.urandom(9000).hex()])
        library.backup()
    found = backups_here(library.path)
    assert len(found) == 2
    for one, count in zip(found, (7, 8), strict=True):
        with Library.open(one.path, readonly=True) as copy:
            assert copy.count() == count and copy.check() == []
    needed = {name for one in found for name in manifest.read(one.path).names()}
    with Packs(found[0].path.parent) as packs:
        assert all(packs.read(name) is not None for name in needed)
        assert packs.names() == needed


def test_a_damaged_piece_is_written_anew_by_the_next_backup(library: Library) -> None:
    add(library)
    first = library.backup()
    for pack in first.parent.glob("*.pack"):
        data = bytearray(pack.read_bytes())
        middle = len(data) // 2
        data[middle : middle + 64] = bytes(byte ^ 255 for byte in data[middle : middle + 64])
        pack.write_bytes(data)
    with pytest.raises(LibraryError, match=r"damaged: piece \d+ of \d+"):
        Library.open(first, readonly=True)
    second = library.backup()
    for one in (first, second):
        Library.open(one, readonly=True).close()


def test_a_damaged_library_is_not_backed_up_and_the_older_ones_stay(path: Path) -> None:
    with Library.open(path) as library:
        for n in range(20):
            add(library, f"Halaman {n}", [os.urandom(3000).hex()])
        kept = library.backup()
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data), 3 * 4096):
        data[at : at + 200] = bytes(200)
    path.write_bytes(data)
    for _ in range(3):
        with pytest.raises(LibraryError):
            back_up(path, "hand")
    assert [one.path for one in backups_here(path)] == [kept]
    assert not list(kept.parent.glob(".tilik-*"))


@pytest.mark.parametrize("moment", ["pack", "list", "thinning"])
def test_a_kill_at_any_moment_leaves_whole_backups_and_the_next_one_cleans(
    library: Library, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Stop as a kill does: what follows is not done, and neither is what would clean up."""
    add(library)
    first = library.backup()
    add(library, "Kedua")

    def die(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    def half(path: Path, data: bytes) -> None:
        path.with_name(part_name()).write_bytes(data[:9])
        die()

    with monkeypatch.context() as killed:
        killed.setattr("reader.system.PassingFile.discard", lambda _self: None)
        killed.setattr(manifest, "_empty", lambda _passing: None)
        name = {"pack": "reader.system.PassingFile.settle", "list": "reader.store.backups.manifest.write_whole"}
        killed.setattr(name.get(moment, "reader.store.backing_up._thin"), half if moment == "list" else die)
        with pytest.raises(KeyboardInterrupt):
            library.backup()
    assert all(manifest.read(one) for one in manifest.numbers(first.parent).values()), "half of one is none"
    for one in backups_here(library.path):
        assert one.damage is None
        Library.open(one.path, readonly=True).close()
    second = library.backup()
    assert not list(first.parent.rglob(".tilik-*"))
    assert all((path / "backup.json").exists() for path in first.parent.iterdir() if path.is_dir())
    with Library.open(second, readonly=True) as copy:
        assert copy.count() == 2


def test_another_library_beside_loses_nothing_and_is_not_named(path: Path) -> None:
    with Library.open(path) as library:
        add(library)
        library.backup()
    other = path.with_name("library-2019.tilik")
    shutil.copyfile(path, other)  # a copy has the same id
    theirs = back_up(other, "hand").path
    for _ in range(30):
        back_up(path, "hand")
    assert theirs.exists() and manifest.read(theirs).name == other.name
    os.truncate(path, 5000)
    last = last_whole(path)
    assert last is not None and last.of == path.name


def test_backups_of_an_older_tilik_are_offered_and_stay(library: Library) -> None:
    add(library)
    old = library.path.parent / "backups" / "library-20260102T030405000006.tilik"
    old.parent.mkdir()
    files.copy_out(library.path, old)
    (old.parent / "library-elections-20260102T030405000006.tilik").write_bytes(old.read_bytes())
    (old.parent / "library-20270102T030405000006.tilik").write_bytes(b"")
    new = library.backup()
    found = backups_here(library.path)
    assert [(one.path.name, one.damage is None) for one in found] == [
        (old.name, True), ("library-20270102T030405000006.tilik", False), (new.name, True),
    ]  # fmt: skip


def test_half_of_an_older_file_is_never_the_last_backup(library: Library) -> None:
    add(library)
    folder = library.path.parent / "backups"
    folder.mkdir()
    whole = files.copy_out(library.path, folder / "library-20260101T000000000000.tilik")
    half = folder / "library-20260102T000000000000.tilik"
    half.write_bytes(whole.read_bytes()[: 3 * 4096])
    last = last_whole(library.path)
    assert last is not None and last.path == whole


def test_it_is_due_after_half_an_hour_of_changes_and_at_the_end(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library.back_up_if_due("closing") is None  # nothing was ever changed
    _, revision = add(library)
    assert library.back_up_if_due() is not None
    assert library.back_up_if_due("closing") is None
    mark(library, revision, "stok cukup")
    assert not is_due(library.path) and is_due(library.path, closing=True)
    real = now()
    for minutes, due in ((29, False), (31, True), (-1, True)):  # the clock went back: sooner rather than not
        monkeypatch.setattr(backing_up, "now", lambda minutes=minutes: real + timedelta(minutes=minutes))
        assert is_due(library.path) == due
    monkeypatch.undo()
    assert library.back_up_if_due("closing") is not None
    library.undo()
    assert is_due(library.path, closing=True), "what was taken back is a change, too"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_second_place_gets_them_too_and_is_found_without_the_library(library: Library, stick: Path) -> None:
    add(library)
    library.use_second_place(stick)
    library.backup()
    shutil.rmtree(library.path.parent / "backups" / library.setting("library id"))
    library.backup()
    elsewhere = [one for one in backups_here(library.path) if one.elsewhere]
    assert [one.number for one in elsewhere] == [1, 2]
    for one in elsewhere:
        Library.open(one.path, readonly=True).close()
    library.close()
    os.truncate(library.path, 0)
    assert len([one for one in backups_here(library.path) if one.elsewhere]) == 2


def test_a_second_place_that_is_not_there_is_told_and_stops_nothing(library: Library, stick: Path) -> None:
    add(library)
    library.use_second_place(stick)
    away = stick.rename(stick.with_name("in a drawer"))
    stick.mkdir()  # where the stick is mounted, there is a folder without it
    made = library.back_up()
    assert made.path.exists() and "second place" in str(made.warnings[0]) and str(stick) in str(made.warnings[0])
    assert list(stick.iterdir()) == []
    stick.rmdir()
    away.rename(stick)
    assert library.back_up().warnings == ()
    with pytest.raises(LibraryError, match="no folder"):
        library.use_second_place(stick / "nowhere")
    library.use_second_place(None)
    assert library.second_place() == ""


def test_a_copy_of_the_file_alone_holds_what_was_acknowledged(library: Library, tmp_path: Path) -> None:
    article, revision = add(library)
    made = mark(library, revision, "stok cukup")
    assert library.settle()
    shutil.copyfile(library.path, tmp_path / "copy.tilik")
    with Library.open(tmp_path / "copy.tilik", readonly=True) as copy:
        assert copy.annotations(article.id) == [made]


def test_what_is_wrong_in_the_library_is_told_with_the_backup(library: Library) -> None:
    _, revision = add(library)
    mark(library, revision, "stok cukup")
    write_connection(library).execute("UPDATE annotation SET quote = 'stok habis'")
    assert "problems; `tilik check`" in str(library.back_up().warnings[0])


def test_the_id_stays_with_the_file(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        add(library)
        first = library.backup()
    moved = path.rename(tmp_path / "renamed.tilik")
    (path.parent / "backups").rename(tmp_path / "backups")
    second = back_up(moved, "hand").path
    assert second.parent.name == first.parent.name
    assert [one.of for one in backups_here(moved)] == [path.name, moved.name]


def test_a_library_that_cannot_be_written_is_backed_up_all_the_same(path: Path) -> None:
    with Library.open(path) as library:
        library.apply(edits.save_labels(library.labels(), library.labels()[:2]))
        add(library)
    path.chmod(0o400)
    with Library.open(path) as library:
        assert library.readonly and library.backup().parent.name == "named-library"
