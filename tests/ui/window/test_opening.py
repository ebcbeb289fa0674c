"""What the window says when the library cannot be opened, read or backed up: never an empty desk without a word."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reader import edits
from reader.store import Library, backups_here, search_index
from tests.ui.conftest import Sample
from tests.ui.window_desk import Desk, Starter, stop
from ui.app import Program
from ui.jobs import Jobs, Once
from ui.settings import Settings


def full(_path: Path, **_ways: object) -> Library:
    raise OSError(28, "No space left on device")


def broken(_path: Path, **_ways: object) -> Library:
    raise ZeroDivisionError("by nought")


def torn(_path: Path, **_ways: object) -> Library:
    raise sqlite3.OperationalError("disk I/O error")


class Answers:
    """What a person sees while the message stands there, and what is pressed."""

    def __init__(self, program: Program, press: str, before: Callable[[], object] = lambda: None) -> None:
        self.texts: list[str] = []
        self.behind: list[str] = []
        self._program, self._press, self._before = program, press, before

    def __call__(self, box: QMessageBox) -> int:
        window = self._program.window
        self.texts.append(box.text())
        self.behind.append(window.status.saved.text())
        assert window.welcome.isHidden() and window.library.empty.isHidden()
        assert window.banner.isVisible() and window.banner.text.text() == box.text()
        self._before()
        next(button for button in box.buttons() if button.text() == self._press).click()
        return 0


@pytest.fixture
def program(library_path: Path, sample: Sample, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    made = Program(library_path, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made.window)
    yield made
    stop(made)


@pytest.mark.parametrize("failing", [full, broken, torn])
def test_whatever_fails_is_a_sentence_that_names_the_file(
    program: Program, library_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, failing: object
) -> None:
    monkeypatch.setattr(Library, "open", failing)
    answers = Answers(program, "Quit")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answers(box))
    program.start()
    qtbot.waitUntil(lambda: program.exit_code != 0, timeout=20_000)
    (text,) = answers.texts
    assert str(library_path) in text and "try again" in text and "backups" in text
    assert "Saved" not in answers.behind[0] and "not open" in answers.behind[0]
    assert not program.session.is_open


def test_after_another_try_all_is_as_usual(
    program: Program, sample: Sample, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = Library.open
    monkeypatch.setattr(Library, "open", full)
    answers = Answers(program, "Try again", lambda: monkeypatch.setattr(Library, "open", opener))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answers(box))
    with qtbot.waitSignal(program.session.libraryOpened, timeout=20_000):
        program.start()
    window = program.window
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1)
    assert len(answers.texts) == 1 and "Saved" in window.status.saved.text() and window.banner.isHidden()
    window.open(sample.article.id)
    assert program.session.article == sample.article


def test_a_library_that_opens_and_cannot_be_read_is_told_and_let_go(
    program: Program, library_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_library: Library) -> None:
        raise RuntimeError("no labels today")

    with monkeypatch.context() as patch:
        patch.setattr(Library, "labels", refuse)
        answers = Answers(program, "Quit")
        patch.setattr(QMessageBox, "exec", lambda box: answers(box))
        program.start()
        qtbot.waitUntil(lambda: program.exit_code != 0, timeout=20_000)
    assert "no labels today" in answers.texts[0] and str(library_path) in answers.texts[0]
    assert not program.session.is_open
    with Library.open(library_path) as library:  # its lock is free
        assert library.count() == 1


def test_the_library_is_opened_once_whoever_asks_first(library_path: Path, qtbot: QtBot) -> None:
    jobs, begun = Jobs(), list[int]()
    together = threading.Barrier(6)

    def call() -> int:
        begun.append(1)
        return len(begun)

    once, found = Once(jobs, call), list[int]()

    def ask() -> None:
        together.wait(10)
        found.append(once.result())

    for _ in range(20):
        once.forget()
        begun.clear()
        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
        assert begun == [1]
    assert found == [1] * 120
    jobs.close()


def test_who_wants_the_library_early_gets_it(program: Program, qtbot: QtBot) -> None:
    """Before the window is painted, and again while it is being opened beside the window."""
    assert program.session.library.count() == 1
    program.start()
    qtbot.waitUntil(lambda: "Saved" in program.window.status.saved.text(), timeout=20_000)
    assert program.exit_code == 0 and program.window.banner.isHidden()


# -- the backup at the start --------------------------------------------------------------------------------


@pytest.fixture
def no_folder(library_path: Path) -> Path:
    """A file stands where the folder of the backups is to be: nobody can write there, root neither."""
    folder = library_path.parent / "backups"
    folder.write_text("in the way")
    return folder


def test_a_backup_that_fails_is_said_until_there_is_one(start: Starter, no_folder: Path) -> None:
    desk = start()
    window = desk.window
    desk.qtbot.waitUntil(window.banner.isVisible, timeout=20_000)
    assert "backup" in window.banner.text.text() and "backups" in window.banner.text.text()
    window.banner.dismiss.click()
    assert window.banner.isHidden() and window.status.backup.isVisible()  # also when the message was put away
    window.status.backup.click()
    assert "backup" in window.banner.text.text() and window.banner.isVisible()
    no_folder.unlink()
    window.commands["backup"].trigger()
    desk.qtbot.waitUntil(window.status.backup.isHidden, timeout=20_000)
    assert [one.articles for one in backups_here(no_folder.with_name("library.tilik"))] != []


def test_a_backup_that_was_made_says_nothing(desk: Desk, library_path: Path) -> None:
    desk.qtbot.waitUntil(lambda: backups_here(library_path) != [], timeout=20_000)
    assert desk.window.banner.isHidden() and desk.window.status.backup.isHidden()


def test_a_backup_that_fails_while_the_window_closes_is_said_on_the_way_out(
    start: Starter, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    begun, go = threading.Event(), threading.Event()

    def fail(_library: Library, _why: str) -> None:
        begun.set()
        assert go.wait(20)
        raise OSError(28, "No space left on device", "/disk/backups")

    monkeypatch.setattr(Library, "back_up_if_due", fail)
    desk = start()
    desk.qtbot.waitUntil(begun.is_set)
    threading.Timer(0.0, go.set).start()
    stop(desk.program)
    assert "No space left on device" in capfd.readouterr().err


# -- every job ---------------------------------------------------------------------------------------


def test_a_job_of_a_window_that_is_gone_calls_nobody(qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject
    from shiboken6 import delete

    class Receiver(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.got: list[object] = []

        def take(self, found: object) -> None:
            self.got.append(found)
            self.setObjectName("touched")

    jobs, gone, there = Jobs(), Receiver(), Receiver()
    hold = threading.Event()
    jobs.then(lambda: hold.wait(20), gone.take, gone.take)
    jobs.then(lambda: hold.wait(20), there.take, there.take)
    delete(gone)
    hold.set()
    qtbot.waitUntil(lambda: there.got == [True])
    assert gone.got == []
    jobs.close()


# -- an older library, which takes long ------------------------------------------------------------------------------


class Gate:
    """Holds the making of the search indexes after its first row until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open, self.reached = threading.Event(), threading.Event()
        make_anew = search_index.make_anew

        def held(connection: sqlite3.Connection, told: Callable[[int, int], object]) -> None:
            told(1, 4)
            self.reached.set()
            assert self.open.wait(30)
            told(2, 4)
            make_anew(connection, told)

        monkeypatch.setattr(search_index, "make_anew", held)


@pytest.fixture
def old_words(library_path: Path, sample: Sample) -> Path:
    """A library whose search indexes hold words of another folding."""
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    with closing(sqlite3.connect(library_path)) as raw, raw:
        raw.execute("UPDATE setting SET value = '0' WHERE key = 'search index'")
    return library_path


def test_the_share_that_is_done_is_told_and_then_the_library_is_open(
    old_words: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    program = Program(old_words, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.window.status.saved.text() == "○ Opening the library 25 %")
    assert program.session.revision is None, "no article yet whose keys would wait"
    gate.open.set()
    qtbot.waitUntil(lambda: program.session.is_open and program.window.library.model.rowCount() == 1)
    assert program.window.status.saved.text() == "● Saved"
    assert program.session.library.search("ferry")
    stop(program)


def test_closing_the_window_ends_it_and_leaves_the_library_as_it_was(
    old_words: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, before = Gate(monkeypatch), old_words.read_bytes()
    program = Program(old_words, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(gate.reached.is_set)

    def let_go() -> None:
        while not program._closed:
            threading.Event().wait(0.01)
        gate.open.set()

    threading.Thread(target=let_go).start()
    program.close()
    assert old_words.read_bytes() == before and not list(old_words.parent.glob("*.upgrading*"))
