"""A damaged library is shown as one: named, healed part by part, and never taken for an empty one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reader import edits
from reader.store import Library
from tests.ui.conftest import Sample
from tests.ui.window_desk import Starter, stop
from ui.app import Program
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.healing import HealingDialog
from ui.settings import Settings
from ui.window.main_window import MainWindow


@pytest.fixture
def kept(library_path: Path, sample: Sample, start: Starter) -> Path:
    """The library of `start` with marks and a backup, closed in order."""
    assert callable(start)
    with Library.open(library_path) as library:
        for words in ("night ferry", "sailor", "operator"):
            spans = [sample.span(words)]
            library.apply(edits.annotate(sample.revision, spans, library.labels()[0], note="seen"))
        library.backup()
    return library_path


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(statement)


def clear_index_page(path: Path) -> None:
    """Let the index by which the page finds its marks say that it has one row."""
    with closing(sqlite3.connect(path)) as raw:
        wanted = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_annotation_place'"
        root = raw.execute(wanted).fetchone()[0]
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(root - 1) * size + 3 : (root - 1) * size + 5] = b"\x00\x01"
    path.write_bytes(data)


def until_told(window: MainWindow, qtbot: QtBot, words: str) -> None:
    banner = window.banner
    qtbot.waitUntil(lambda: banner.isVisible() and words in banner.text.text(), timeout=20_000)


def test_an_article_without_its_marks_is_never_shown_in_silence(kept: Path, start: Starter) -> None:
    clear_index_page(kept)
    desk = start()
    until_told(desk.window, desk.qtbot, "damaged")
    assert desk.window.banner.action.isVisible()


def test_what_is_damaged_is_named_and_comes_back_from_the_backup(
    kept: Path, sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    change(kept, "UPDATE annotation SET note = 'forged' WHERE number = 2")
    program = Program(kept, Settings(tmp_path / "healing.json"))
    try:
        with qtbot.waitSignal(program.session.libraryOpened):
            program.start()
        program.window.open(sample.article.id)
        until_told(program.window, qtbot, "Parts of this article are damaged")
        program.window.banner.action.click()
        qtbot.waitUntil(lambda: bool(program.window.findChildren(HealingDialog)), timeout=20_000)
        (dialog,) = program.window.findChildren(HealingDialog)
        said = dialog.list.item(0).text()
        assert dialog.list.count() == 1 and "backup" in said and "forged" in said and "seen" in said
        dialog.heal.click()
        qtbot.waitUntil(lambda: program.latest is not program and program.latest.session.is_open, timeout=30_000)
        healed = program.latest.session.library
        assert [m.note for m in healed.annotations(sample.article.id)] == ["seen"] * 3 and healed.check() == []
        assert list(kept.parent.glob("*.damaged-*"))
    finally:
        stop(program.latest)


def test_a_sound_library_says_nothing(kept: Path, start: Starter) -> None:
    desk = start()
    desk.qtbot.waitUntil(lambda: desk.window.session.is_open, timeout=20_000)
    damages = desk.window.parts.damages
    damages.check()
    desk.qtbot.waitUntil(lambda: not desk.window.session.library.due, timeout=20_000)
    assert damages.found == [] and desk.window.banner.isHidden()


def test_where_a_library_was_nothing_is_made_unasked(
    kept: Path, start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def answer(box: QMessageBox) -> int:
        said.append(box.text())
        next(button for button in box.buttons() if button.text() == "Begin a new library").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    kept.unlink()
    desk = start(open_sample=False)
    desk.qtbot.waitUntil(lambda: desk.window.session.is_open, timeout=20_000)
    assert "articles in it: 1" in said[0] and len(said) == 1
    assert desk.window.session.library.count() == 0


@pytest.mark.parametrize("target_is_there", [False, True])
def test_of_a_library_that_holds_what_no_tilik_put_there_a_clean_copy_is_made_and_opened(
    kept: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, target_is_there: bool
) -> None:
    change(kept, "CREATE TRIGGER theirs AFTER INSERT ON annotation BEGIN UPDATE article SET title = 'theirs'; END")
    target, said = tmp_path / "clean.tilik", list[str]()
    if target_is_there:
        target.write_bytes(b"somebody's")

    def answer(box: QMessageBox) -> int:
        said.append(box.text())
        wanted = "Make a clean copy…" if len(said) == 1 else "Quit"
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    program = Program(kept, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(program.window)
    program.start()
    try:
        if target_is_there:
            qtbot.waitUntil(lambda: len(said) == 2 and program.exit_code != 0, timeout=20_000)
            assert "is there already" in said[1] and target.read_bytes() == b"somebody's"
            return
        qtbot.waitUntil(lambda: program.session.is_open, timeout=20_000)
        library = program.session.library
        assert "theirs" in said[0] and library.path == target and library.count() == 1
        assert library.check() == [] and "theirs" not in {one.title for one in library.summaries()}
    finally:
        stop(program)


def test_what_no_check_has_seen_is_said_when_the_article_is_opened_and_handed_out(
    kept: Path, start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(kept, "UPDATE annotation SET note = 'forged' WHERE number = 2")
    monkeypatch.setattr("reader.store.opening.is_owed", lambda _path: False)
    desk = start()
    until_told(desk.window, desk.qtbot, "Parts of this article are damaged")
    desk.window.banner.hide()
    desk.window.commands["export"].trigger()
    desk.qtbot.waitUntil(lambda: bool(desk.window.findChildren(ExportDialog)), timeout=20_000)
    (dialog,) = desk.window.findChildren(ExportDialog)
    dialog.start(tmp_path / f"set{dialog.exporter.suffix}")
    until_told(desk.window, desk.qtbot, "handed out as it is")


def test_left_as_it_is_a_library_is_still_shown_as_damaged(kept: Path, start: Starter) -> None:
    change(kept, "UPDATE annotation SET note = 'forged' WHERE number = 2")
    desk = start()
    until_told(desk.window, desk.qtbot, "damaged")
    desk.window.banner.action.click()
    desk.qtbot.waitUntil(lambda: bool(desk.window.findChildren(HealingDialog)), timeout=20_000)
    desk.window.findChildren(HealingDialog)[0].leave.click()
    until_told(desk.window, desk.qtbot, "damaged")
