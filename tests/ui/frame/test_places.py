"""The window: where the reader is, what fails, how it looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.articles import State
from reader.store import Library
from tests.ui.conftest import Sample
from tests.ui.hands import painted
from tests.ui.window_desk import Desk, Starter, stop
from ui.app import Program
from ui.frame.places import onto_a_screen
from ui.look.theme import THEMES
from ui.reading_time import minutes_left
from ui.settings import Settings

# -- where the reader is -------------------------------------------------------------------------------------


def test_the_next_start_opens_the_same_article(start: Starter, sample: Sample) -> None:
    first = start()
    stop(first.program)
    second = start(open_sample=False)
    assert second.session.article == sample.article


def test_panes_fold_and_stay_folded(start: Starter) -> None:
    first = start()
    first.key(Qt.Key.Key_F9)
    assert not first.window.library.isVisible() and first.window.panel.isVisible()
    first.key(Qt.Key.Key_F10)
    assert not first.window.panel.isVisible()
    first.key(Qt.Key.Key_F10)
    stop(first.program)
    second = start()
    assert not second.window.library.isVisible() and second.window.panel.isVisible()


def test_focus_mode_leaves_the_text_and_has_two_ways_out(desk: Desk) -> None:
    window = desk.window
    ways: list[Callable[[], None]] = [
        lambda: desk.key(Qt.Key.Key_Escape),
        window.parts.focus_mode.leave.click,
        lambda: desk.key(Qt.Key.Key_F11),
    ]
    for leave in ways:
        desk.key(Qt.Key.Key_F11)
        assert window.view.isVisible() and window.parts.focus_mode.leave.isVisible()
        assert not any(part.isVisible() for part in (window.header, window.library, window.panel, window.status))
        leave()
        assert not window.parts.focus_mode.leave.isVisible()
        assert all(part.isVisible() for part in (window.header, window.library, window.panel, window.status))


def test_keys_still_work_in_focus_mode(desk: Desk) -> None:
    desk.key(Qt.Key.Key_F11)
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)
    assert len(desk.session.page_annotations) == 1


def test_zoom_is_kept(start: Starter) -> None:
    first = start()
    size = first.program.settings.values.face.size
    first.key(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    first.key(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    stop(first.program)
    second = start()
    assert second.program.settings.values.face.size == size + 2
    second.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert second.program.settings.values.face.size == 19


def test_a_window_that_was_off_the_screen_comes_back_onto_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(QRect(90_000, -5_000, 800, 500))
    onto_a_screen(window)
    assert any(s.availableGeometry().contains(window.geometry()) for s in QGuiApplication.screens())


def test_minutes_left() -> None:
    assert minutes_left(2200, 0.0) == 10
    assert minutes_left(2200, 0.5) == 5
    assert minutes_left(1, 0.0) == 1
    assert minutes_left(2200, 1.0) == 0


def test_the_status_line_tells_what_was_left_out(desk: Desk) -> None:
    assert desk.window.status.left_out.text() == "Left out of this page: 1 block"


# -- looks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", THEMES)
def test_a_paper_reaches_every_part(desk: Desk, paper: str) -> None:
    desk.window.commands[f"paper_{paper}"].trigger()
    assert desk.window.theme.id == paper
    assert desk.window.commands[f"paper_{paper}"].isChecked()
    image = painted(desk.window)
    middle = desk.window.view.mapTo(desk.window, QPoint(6, desk.window.view.height() - 6))
    assert image.pixelColor(middle).name() == desk.window.theme.paper.name()


def test_another_language_is_spoken_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.program.settings.update(language="id")
    qtbot.addWidget(desk.window)
    assert desk.window.commands["export"].text() == "Eks&por…"
    assert desk.window.session.article is not None and desk.window.view.isVisible()
    followers = {child.objectName() for child in desk.window.findChildren(QObject)}
    assert {"Relations", "Merging"} <= followers
    desk.program.settings.update(language="en")
    qtbot.addWidget(desk.window)
    assert desk.window.commands["export"].text() == "&Export…"


# -- errors speak ------------------------------------------------------------------------------------------


def test_a_library_that_can_only_be_read_refuses_with_a_message(
    start: Starter, library_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Program, "_load_library", lambda _self: Library.open(library_path, readonly=True))
    desk = start()
    assert desk.window.banner.isVisible() and "only be read" in desk.window.banner.text.text()
    desk.window.banner.hide()
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)
    assert desk.session.page_annotations == []
    assert desk.window.banner.isVisible() and "not made" in desk.window.banner.text.text()


def test_a_refused_library_is_told_and_nothing_is_touched(
    library_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    with Library.open(library_path):
        pass
    raw = sqlite3.connect(library_path)
    raw.execute("PRAGMA user_version = 999")
    raw.close()
    before = library_path.read_bytes()
    texts: list[str] = []

    def answer(box: QMessageBox) -> int:
        texts.append(box.text())
        assert box.textFormat() is Qt.TextFormat.PlainText
        box.escapeButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    program = Program(library_path, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.exit_code != 0)
    stop(program)
    assert str(library_path) in texts[0]
    assert library_path.read_bytes() == before


def test_a_library_held_by_another_program_can_still_be_read(
    library_path: Path, sample: Sample, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(box: QMessageBox) -> int:
        next(b for b in box.buttons() if b.text() == "Only read").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    with Library.open(library_path) as holder:
        holder.apply(edits.add_article(sample.article, sample.revision))
        program = Program(library_path, Settings(tmp_path / "settings.json"))
        qtbot.addWidget(program.window)
        with qtbot.waitSignal(program.session.libraryOpened):
            program.start()
        assert program.session.readonly
        stop(program)


def test_broken_settings_are_told(library_path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{broken")
    program = Program(library_path, Settings(file))
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(program.window.banner.isVisible)
    assert "settings.json" in program.window.banner.text.text()
    qtbot.waitUntil(lambda: program.session.is_open)
    stop(program)


def test_an_article_moves_to_another_shelf(desk: Desk) -> None:
    desk.window.commands["state_done"].trigger()
    assert desk.session.library.article(desk.sample.article.id).state is State.DONE
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.library.article(desk.sample.article.id).state is State.INBOX
