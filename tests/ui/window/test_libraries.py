"""Another library in the same process: looked at before this one is let go, and everything of this one is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader import edits
from reader.errors import LibraryError, MissingLibraryError
from reader.progress import Progress
from reader.store import Library, is_older
from tests.ui.conftest import Sample, make_sample
from tests.ui.hands import menu_of
from tests.ui.window_desk import stop
from ui import paths
from ui.app import Program
from ui.paths import library_to_open
from ui.settings import Settings
from ui.single_instance import hand_over
from ui.window.main_window import MainWindow

OTHER = ("Lighthouse is sold", "The council says that the lighthouse was sold twice.", "The buyer denies it.")


@pytest.fixture
def other_path(tmp_path: Path) -> Path:
    path = tmp_path / "elections.tilik"
    sample = make_sample(OTHER, OTHER[0])
    with Library.open(path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    return path


@pytest.fixture
def program(library_path: Path, sample: Sample, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    made = Program(library_path, Settings(tmp_path / "settings.json"))
    with qtbot.waitSignal(made.session.libraryOpened):
        made.start()
    made.window.open(sample.article.id)
    made.window.activateWindow()
    yield made
    stop(made.latest)


def switch(program: Program, qtbot: QtBot, act: Callable[[], object]) -> Program:
    old = program.latest
    act()
    qtbot.waitUntil(lambda: old.latest is not old)
    new = old.latest
    qtbot.waitUntil(lambda: new.session.is_open and not isValid(old.window))
    return new


def choose(monkeypatch: pytest.MonkeyPatch, asks: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, asks, lambda *_args, **_named: (str(path), ""))


def told(window: MainWindow) -> str:
    return window.banner.text.text() if window.banner.isVisible() else ""


def test_another_library_is_opened_in_its_own_window_and_back(
    program: Program, library_path: Path, other_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = program.window
    size = first.size()
    choose(monkeypatch, "getOpenFileName", other_path)
    new = switch(program, qtbot, first.commands["open_library"].trigger)
    window = new.window
    assert window.isVisible() and window.windowTitle().endswith("elections – Tilik")
    assert window.size() == size and window.library.model.rowCount() == 1
    assert new.session.library.path == other_path and new.path == other_path
    with Library.open(library_path):  # its lock is free
        pass
    with pytest.raises(LibraryError):
        Library.open(other_path)
    assert not hand_over(library_path, [])
    qtbot.waitUntil(lambda: new._instance is not None)
    back = switch(new, qtbot, lambda: new.window.parts.libraries.open(library_path))
    assert back.session.article is not None and back.session.article.title in back.window.windowTitle()
    assert back.settings.values.recent_libraries == (str(library_path), str(other_path))
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]) == 1


def test_what_is_being_typed_is_stored_in_the_library_it_belongs_to(
    program: Program, sample: Sample, library_path: Path, other_path: Path, qtbot: QtBot
) -> None:
    window, session = program.window, program.session
    view = window.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_J)
    window.commands["mark_again"].trigger()
    assert len(session.page_annotations) == 1
    window.commands["note"].trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "half a sen")
    new = switch(program, qtbot, lambda: window.parts.libraries.open(other_path))
    assert new.session.article is None or new.session.article.title == OTHER[0]
    with Library.open(library_path) as library:
        (mark,) = library.annotations(sample.article.id)
        assert mark.note == "half a sen"


def test_a_new_library_is_made_with_its_suffix_and_replaces_nothing(
    program: Program, tmp_path: Path, library_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there.tilik"
    there.write_text("somebody's")
    choose(monkeypatch, "getSaveFileName", there)
    program.window.commands["new_library"].trigger()
    qtbot.waitUntil(lambda: "is there already" in told(program.window))
    assert there.read_text() == "somebody's"
    choose(monkeypatch, "getSaveFileName", tmp_path / "harbour")
    new = switch(program, qtbot, program.window.commands["new_library"].trigger)
    assert new.path == tmp_path / "harbour.tilik" and new.session.library.count() == 0
    assert new.window.windowTitle() == "harbour – Tilik" and not new.window.library.empty.isHidden()


def words(path: Path) -> None:
    path.write_text("a shopping list")


def foreign(path: Path) -> None:
    found = sqlite3.connect(path)
    found.execute("CREATE TABLE bills (id)")
    found.commit()
    found.close()


def newer(path: Path) -> None:
    Library.open(path).close()
    found = sqlite3.connect(path)
    found.execute("PRAGMA user_version = 99")
    found.close()


def empty(path: Path) -> None:
    path.touch()


def nothing(_path: Path) -> None:
    """Nothing is there."""


@pytest.mark.parametrize(
    ("make", "says"),
    [(words, "cannot be read"), (foreign, "not a Tilik library"), (newer, "newer Tilik"), (empty, "no Tilik library"),
     (nothing, "There is no library")],
)  # fmt: skip
def test_what_is_no_library_is_refused_in_a_sentence_and_left_as_it_was(
    program: Program, tmp_path: Path, qtbot: QtBot, make: Callable[[Path], None], says: str
) -> None:
    path = tmp_path / "folder" / "thing.tilik"
    path.parent.mkdir()
    make(path)
    before = {p.name: p.read_bytes() for p in path.parent.iterdir()}
    program.window.parts.libraries.open(path)
    qtbot.waitUntil(lambda: says in told(program.window))
    assert program.latest is program and program.session.library.count() == 1
    assert {p.name: p.read_bytes() for p in path.parent.iterdir() if not p.name.endswith(("-shm", "-wal"))} == before


def test_a_library_that_is_open_elsewhere_is_said_and_this_one_stays(
    program: Program, other_path: Path, qtbot: QtBot
) -> None:
    with Library.open(other_path):
        program.window.parts.libraries.open(other_path)
        qtbot.waitUntil(lambda: "another Tilik" in told(program.window))
        assert program.latest is program
    switch(program, qtbot, lambda: program.window.parts.libraries.open(other_path))


def test_an_older_library_is_opened_only_when_that_is_said(
    program: Program, other_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.is_older", lambda _path: True)
    program.window.parts.libraries.open(other_path)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QMessageBox)))
    (box,) = program.window.findChildren(QMessageBox)
    assert "older Tilik" in box.text() and "backup" in box.text()
    switch(program, qtbot, box.buttons()[0].click)


def test_the_look_tells_older_from_missing(library: Library, library_path: Path, tmp_path: Path) -> None:
    assert not is_older(library_path)
    library.close()
    found = sqlite3.connect(library_path)
    found.execute("PRAGMA user_version = 1")
    found.close()
    assert is_older(library_path)
    with pytest.raises(MissingLibraryError):
        is_older(tmp_path / "none.tilik")


def test_work_that_runs_is_asked_about_before_the_library_is_left(
    program: Program, other_path: Path, qtbot: QtBot
) -> None:
    go = Event()

    def work() -> Iterator[Progress]:
        yield Progress(1, 2)
        assert go.wait(30)

    program.jobs.start("Exporting week.html", work)
    program.window.parts.libraries.open(other_path)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QMessageBox)))
    (box,) = program.window.findChildren(QMessageBox)
    assert "Leave this library now?" in box.text() and program.latest is program
    go.set()
    leave = next(b for b in box.buttons() if "Leave" in b.text().replace("&", ""))
    switch(program, qtbot, leave.click)


def test_the_menu_lists_libraries_as_data_and_greys_what_is_gone(
    program: Program, tmp_path: Path, other_path: Path, qtbot: QtBot
) -> None:
    gone = tmp_path / "R&D.tilik"
    program.settings.update(recent_libraries=(str(gone), str(other_path)))
    action = next(a for a in program.window.menus["file"].actions() if "Recent libraries" in a.text())
    menu = menu_of(action)
    menu.aboutToShow.emit()
    first, second = menu.actions()
    assert first.text() == str(gone).replace("&", "&&") and not first.isEnabled()
    switch(program, qtbot, second.trigger)


def test_the_next_start_opens_what_was_switched_to_and_says_when_it_is_gone(
    program: Program, library_path: Path, other_path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    usual = paths.default_library().absolute()
    assert library_to_open(None, program.settings.values.last_library) == (
        usual,
        "",
    )  # started with --library: not remembered
    switch(program, qtbot, lambda: program.window.parts.libraries.open(other_path))
    kept = Settings(program.settings.path)
    assert library_to_open(None, kept.values.last_library) == (other_path, "")
    assert library_to_open(library_path, kept.values.last_library) == (library_path, "")
    kept.values = type(kept.values)(last_library=str(tmp_path / "away.tilik"))
    assert library_to_open(None, kept.values.last_library) == (usual, str(tmp_path / "away.tilik"))


def test_a_missing_library_is_named_when_the_usual_one_is_opened(
    library_path: Path, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    library.close()
    program = Program(library_path, Settings(tmp_path / "settings.json"))
    program.missing = "/away/elections.tilik"
    with qtbot.waitSignal(program.session.libraryOpened):
        program.start()
    assert "/away/elections.tilik" in told(program.window)
    stop(program)
