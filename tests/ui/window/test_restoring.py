"""A backup put back from the window: by menu and keys, and where the library cannot be opened at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader import edits
from reader.store import Library, backups_here
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import stop
from ui.app import Program
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.settings import SettingsDialog
from ui.settings import Settings

OTHER = ("Lighthouse is sold", "The council says that the lighthouse was sold twice.", "The buyer denies it.")
WAIT = 20_000


@pytest.fixture
def with_backup(library_path: Path, sample: Sample) -> Path:
    """A library of one article, a backup of it, and one article more since."""
    other = make_sample(OTHER, OTHER[0])
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
        library.backup()
        library.apply(edits.add_article(other.article, other.revision))
        library.backup()
    return library_path


def made(path: Path, tmp_path: Path) -> Program:
    return Program(path, Settings(tmp_path / "settings.json"))


@pytest.fixture
def program(with_backup: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    found = made(with_backup, tmp_path)
    with qtbot.waitSignal(found.session.libraryOpened, timeout=WAIT):
        found.start()
    yield found
    stop(found.latest)


def opened(program: Program, qtbot: QtBot) -> RestoreDialog:
    qtbot.waitUntil(lambda: program.window.findChild(RestoreDialog) is not None, timeout=WAIT)
    dialog = program.window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.restore.isEnabled(), timeout=WAIT)
    return dialog


def say_yes(dialog: RestoreDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.restore, Qt.Key.Key_Space)
    box = dialog.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(one for one in box.buttons() if "Put it back" in one.text().replace("&", "")).click()


def test_a_backup_is_chosen_by_keys_compared_and_put_back(program: Program, with_backup: Path, qtbot: QtBot) -> None:
    program.window.commands["restore"].trigger()
    dialog = opened(program, qtbot)
    counts = [dialog.table.model().index(row, 1).data() for row in range(dialog.table.rowCount())]
    assert counts == ["2", "1"]
    assert "the same articles and marks" in dialog.note.text()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "would go: 1 article" in dialog.note.text(), timeout=WAIT)
    assert dialog.note.accessibleName() == dialog.note.text()
    old = program.window
    say_yes(dialog, qtbot)
    qtbot.waitUntil(lambda: program.latest is not program and program.latest.session.is_open, timeout=WAIT)
    qtbot.waitUntil(lambda: not isValid(old), timeout=WAIT)
    new = program.latest
    assert new.session.library.count() == 1 and new.path == program.path
    assert "put back" in new.window.banner.text.text() and "replaced-" in new.window.banner.text.text()
    kept = next(one.path for one in backups_here(with_backup) if one.replaced)
    with Library.open(kept, readonly=True) as before:
        assert before.count() == 2


def test_a_damaged_backup_says_so_and_cannot_be_chosen(program: Program, with_backup: Path, qtbot: QtBot) -> None:
    for pack in backups_here(with_backup)[0].path.parent.glob("*.pack"):
        pack.write_bytes(b"")
    program.window.commands["restore"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(RestoreDialog) is not None, timeout=WAIT)
    dialog = program.window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    qtbot.waitUntil(lambda: "missing" in dialog.note.text(), timeout=WAIT)
    assert not dialog.restore.isEnabled()
    dialog.leave.click()


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(path.read_bytes()[:5000]), Path.unlink])
@pytest.mark.parametrize("press", ["Put back", "Close"])
def test_where_the_library_cannot_be_opened_a_backup_can_be_put_back(
    with_backup: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    press: str,
    harm: Callable[[Path], object],
) -> None:
    shutil.rmtree(backups_here(with_backup)[1].path)
    harm(with_backup)
    answers = iter(["Restore a backup…", "Quit"])

    def answer(box: QMessageBox) -> int:
        wanted = next(answers)
        next(one for one in box.buttons() if one.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    found = made(with_backup, tmp_path)
    try:
        found.start()
        dialog = opened(found, qtbot)
        assert "cannot be read now" in dialog.note.text()
        if press == "Close":
            dialog.leave.click()
            qtbot.waitUntil(lambda: found.exit_code != 0, timeout=WAIT)
        else:
            say_yes(dialog, qtbot)
            qtbot.waitUntil(lambda: found.session.is_open, timeout=WAIT)
            qtbot.waitUntil(lambda: found.window.library.model.rowCount() == 1, timeout=WAIT)
            assert "put back" in found.window.banner.text.text()
    finally:
        stop(found.latest)


def test_half_an_hour_of_changes_and_the_end_are_backed_up_and_the_file_follows(
    program: Program, with_backup: Path, sample: Sample, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = Library.back_up_if_due

    def note(library: Library, why: str = "timed") -> object:
        asked.append(why)
        return real(library, why)

    monkeypatch.setattr(Library, "back_up_if_due", note)
    program.safekeeping.look()
    assert asked == [], "nothing was changed since"
    program.session.do(edits.set_state([sample.article], type(sample.article.state).DONE))
    program.safekeeping.look()
    qtbot.waitUntil(lambda: asked == ["timed"], timeout=WAIT)
    copy = with_backup.with_name("copy.tilik")

    def follows() -> bool:
        copy.write_bytes(with_backup.read_bytes())
        with Library.open(copy, readonly=True) as found:
            return found.article(sample.article.id).state is type(sample.article.state).DONE

    qtbot.waitUntil(follows, timeout=WAIT)
    program.safekeeping.look()
    qtbot.waitUntil(lambda: asked == ["timed", "timed"], timeout=WAIT)  # not due yet: asked again while nobody works
    program.close(last=True)
    assert asked == ["timed", "timed", "closing"] and len(backups_here(with_backup)) == 3


def test_a_second_place_is_chosen_in_the_settings_and_its_absence_is_told(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(stick))
    program.window.commands["settings"].trigger()
    dialog = program.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog) and "nowhere" in dialog.second.accessibleName()
    dialog.second.click()
    qtbot.waitUntil(lambda: any(one.elsewhere for one in backups_here(program.path)), timeout=WAIT)
    assert program.window.banner.isHidden()
    stick.rename(tmp_path / "in a drawer")
    program.window.commands["backup"].trigger()
    qtbot.waitUntil(program.window.banner.isVisible, timeout=WAIT)
    assert str(stick) in program.window.banner.text.text() and program.window.status.backup.isHidden()
