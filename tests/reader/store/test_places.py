"""Where a library lies: what is said of drives of the network and of folders that other programs synchronise."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import system
from reader.store import Library, location
from tests.reader.store.conftest import add
from tests.statements import write_connection

MOUNTS = """/dev/vda / ext4 rw 0 0
server:/desk /mnt/desk nfs4 rw 0 0
//host/share /mnt/my\\040share cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/home/me", "ext4"), ("/mnt/desk/a", "nfs4"), ("/mnt/deskside", "ext4"), ("/mnt/my share", "cifs")],
)
def test_the_file_system_is_that_of_the_nearest_mount(folder: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_text", lambda _path, **_ways: MOUNTS)
    assert system._file_system(folder) == kind


def test_on_a_network_drive_there_is_no_log_beside_it_and_that_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location.on_network.cache_clear()
    monkeypatch.setattr(location, "is_network_drive", lambda _folder: True)
    try:
        with Library.open(path) as library:
            add(library)
            connection = write_connection(library)
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
            assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
            assert "network drive" in str(library.warning)
            assert not path.with_name(path.name + "-wal").exists()
        with Library.open(path, readonly=True) as library:
            assert library.count() == 1 and not library.owed
    finally:
        location.on_network.cache_clear()


def test_a_library_that_was_moved_to_a_network_drive_is_written_though_it_was_read_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its head still asks for a log; readers that came first would be in the way of leaving that."""
    with Library.open(path) as library:
        add(library)
    location.on_network.cache_clear()
    monkeypatch.setattr(location, "is_network_drive", lambda _folder: True)
    try:
        with Library.open(path) as library:
            assert library.count() == 1
            add(library, "Second", ["Words of another."])
            assert library.count() == 2 and not path.with_name(path.name + "-wal").exists()
    finally:
        location.on_network.cache_clear()


@pytest.mark.parametrize(
    ("folder", "program"),
    [("Dropbox (Desk)", "Dropbox"), ("OneDrive - Herald", "OneDrive"), ("Nextcloud", "Nextcloud"), ("Boxes", "")],
)
def test_a_synchronised_folder_is_said(tmp_path: Path, folder: str, program: str) -> None:
    with Library.open(tmp_path / folder / "desk.tilik") as library:
        assert bool(program) == bool(library.warning) and program in str(library.warning or "")


def test_a_folder_of_syncthing_is_known_by_what_lies_in_it(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert location.synchronised_by(tmp_path / "desk" / "library.tilik") == "Syncthing"
