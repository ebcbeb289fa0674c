"""What the window says of a library that was here: when, how large, what is kept of it; and backups kept twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import GoneError
from reader.store import Library, backups_here
from tests.reader.store.conftest import add
from ui.dialogs.restore import RestoreDialog
from ui.window.gone import gone_words
from ui.window.refused import refusal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "newsroom.tilik"


@pytest.mark.parametrize("emptied", [False, True])
def test_a_library_that_was_here_is_told_with_its_articles_and_its_backup(
    qapp: QApplication, path: Path, emptied: bool
) -> None:
    with Library.open(path) as library:
        add(library)
        kept = library.backup()
    path.unlink()
    if emptied:
        path.touch()
    with pytest.raises(GoneError) as caught:
        Library.open(path)
    told = refusal(caught.value, path)
    assert ("is empty now" if emptied else "is not there any more") in told and "articles in it: 1" in told
    assert "newest backup was made on" in told and str(kept) not in told and str(path) in told


def test_a_link_that_leads_nowhere_is_told_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    link = tmp_path / "link.tilik"
    link.symlink_to(tmp_path / "stick" / "l.tilik")
    with pytest.raises(GoneError) as caught:
        Library.open(link)
    assert gone_words(caught.value, link) == "" and "leads to" in refusal(caught.value, link)


def test_a_backup_at_both_places_is_one_row_and_says_so(qapp: QApplication, path: Path, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    with Library.open(path) as library:
        add(library)
        library.backup()
        library.use_second_place(place)
        kept = library.backup()
    found = backups_here(path)
    assert [one.elsewhere for one in found] == [False, True, False]
    dialog = RestoreDialog(found)
    remarks = [dialog.table.item(row, 3) for row in range(dialog.table.rowCount())]
    assert [one.text() for one in remarks if one is not None] == ["also at the second place", ""]
    dialog.table.selectRow(0)
    assert dialog.backup is not None and dialog.backup.path == kept
