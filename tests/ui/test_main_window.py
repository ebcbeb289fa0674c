"""The window as its user drives it: real widgets, a real library, real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model import Label, State, Underline
from reader.store import Library
from tests.ui.conftest import Sample
from ui.app import Program
from ui.labels_bar import LabelButton
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings
from ui.window_places import minutes_left, onto_a_screen

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Rice prices rise in Tanjung Senja</title></head><body><article>
<h1>Rice prices rise in Tanjung Senja</h1>
<p>The market office says that the price of rice rose by a tenth within a week in the harbour town of Tanjung Senja,
after two ships had been held up by storms near the strait for several days in a row.</p>
<p>A trader who asked not to be named said that more ships were on their way and that prices would soon fall again.</p>
<p>The mayor denies that the town has run out of rice, and asks people to buy no more than they need for a week.</p>
</article></body></html>"""


@dataclass
class Desk:
    """A program on the sample's library, as a user meets it."""

    program: Program
    sample: Sample
    qtbot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def session(self) -> Session:
        return self.program.session

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(focus, key, modifier)

    def select(self, words: str) -> None:
        """Select words in the text, as a mouse would."""
        from reader.model import Span

        span = self.sample.span(words)
        assert isinstance(span, Span)
        cursor = self.window.view.textCursor()
        text = self.window.view.document().toRawText().replace("\u2029", "\n")
        start = text.index(words)
        before = len(text[:start].encode("utf-16-le")) // 2
        cursor.setPosition(before)
        cursor.setPosition(before + len(words.encode("utf-16-le")) // 2, cursor.MoveMode.KeepAnchor)
        self.window.view.setTextCursor(cursor)
        self.window.view.setFocus()


Starter = Callable[..., Desk]


@pytest.fixture
def start(library_path: Path, sample: Sample, tmp_path: Path, qtbot: QtBot) -> Iterator[Starter]:
    """Start the program on a library that holds the sample, as often as wanted; it is open when this returns."""
    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    made: list[Program] = []

    def begin(sources: list[str] | None = None, *, open_sample: bool = True) -> Desk:
        program = Program(library_path, Settings(tmp_path / "settings.json"), sources or [])
        made.append(program)
        qtbot.addWidget(program.window)
        with qtbot.waitSignal(program.session.libraryOpened, timeout=20_000):
            program.start()
        desk = Desk(program, sample, qtbot)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        if open_sample and program.session.article is None:
            program.window.open(sample.article.id)
        return desk

    yield begin
    for program in made:
        stop(program)


def stop(program: Program) -> None:
    program.window.close()
    program.close()


@pytest.fixture
def desk(start: Starter) -> Desk:
    return start()


# -- marking ------------------------------------------------------------------------------------------


def test_a_key_marks_what_is_selected_and_it_is_in_the_library(desk: Desk) -> None:
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    stored = desk.session.library.annotations(desk.sample.article.id)
    assert [(a.label, a.anchor.quote) for a in stored] == [("claim", "the night ferry never sailed")]
    assert desk.window.view.selected_mark == stored[0].id


def test_a_whole_article_without_the_mouse(desk: Desk) -> None:
    desk.key(Qt.Key.Key_J)
    desk.key(Qt.Key.Key_J)
    desk.key(Qt.Key.Key_C)
    desk.key(Qt.Key.Key_J)
    desk.key(Qt.Key.Key_S)
    labels = [a.label for a in desk.session.library.annotations(desk.sample.article.id)]
    assert sorted(labels) == ["claim", "source"]


def test_h_marks_with_the_last_label(desk: Desk) -> None:
    desk.select("harbour office")
    desk.key(Qt.Key.Key_2)
    desk.select("The operator")
    desk.key(Qt.Key.Key_H)
    assert [a.label for a in desk.session.library.annotations(desk.sample.article.id)] == ["source", "source"]


def test_the_chosen_mark_is_relabelled_and_deleted_and_undone(desk: Desk) -> None:
    desk.select("The operator denies")
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    library, article = desk.session.library, desk.sample.article.id
    assert [a.label for a in library.annotations(article)] == ["denial"]
    desk.key(Qt.Key.Key_Delete)
    assert library.annotations(article) == []
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [a.label for a in library.annotations(article)] == ["denial"]
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [a.label for a in library.annotations(article)] == ["claim"]
    desk.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert [a.label for a in library.annotations(article)] == ["denial"]


def test_the_ends_move_by_word(desk: Desk) -> None:
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [a.anchor.quote for a in desk.session.library.annotations(desk.sample.article.id)] == [
        "the night ferry never"
    ]


def test_a_link_is_made_with_two_keys(desk: Desk) -> None:
    for words, key in (("the night ferry never sailed", Qt.Key.Key_1), ("The operator denies", Qt.Key.Key_3)):
        desk.select(words)
        desk.key(key)
    claim, denial = desk.session.library.annotations(desk.sample.article.id)
    desk.window.view.select_mark(denial.id)
    desk.key(Qt.Key.Key_L)
    desk.window.view.markClicked.emit(claim.id)
    relations = desk.session.library.relations(desk.sample.article.id)
    assert [(r.kind, r.end("from"), r.end("to")) for r in relations] == [("denies", denial.id, claim.id)]


def test_the_undo_menu_names_what_it_takes_back(desk: Desk) -> None:
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)
    assert desk.window.commands["undo"].text().replace("&", "") == "Undo Mark as claim"
    desk.window.commands["undo"].trigger()
    assert desk.window.commands["redo"].text().replace("&", "") == "Redo Mark as claim"
    assert "Undone" in desk.window.status.message.text()


def test_a_users_label_has_a_button_and_a_key(desk: Desk) -> None:
    mine = Label("rumour", "Rumour", "4", "violet", Underline.DOUBLE, 3)
    desk.session.do(edits.save_labels(desk.session.labels, (*desk.session.labels, mine)))
    assert desk.window.header.findChild(LabelButton, "mark_label:rumour").text() == "Rumour"
    desk.select("night ferry")
    desk.key(Qt.Key.Key_4)
    assert [a.label for a in desk.session.library.annotations(desk.sample.article.id)] == ["rumour"]


# -- adding ------------------------------------------------------------------------------------------


def drop(target: QWidget, mime: QMimeData) -> None:
    """What the window system sends when something is dragged onto `target` and let go."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 30), copy, mime, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(40, 30), copy, mime, left, none))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "rice.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_a_dropped_file_becomes_an_article_and_is_opened(desk: Desk, page: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(page))])
    with qtbot.waitSignal(desk.window.adding.reported, timeout=30_000) as told:
        drop(desk.window.view.viewport(), mime)
    assert told.args is not None
    assert [outcome.status for outcome in told.args[0]] == ["added"]
    qtbot.waitUntil(lambda: "Rice prices" in desk.session.article.title)
    assert desk.program.settings.values.recents == (str(page),)


def test_pasted_text_becomes_an_article(desk: Desk, qtbot: QtBot) -> None:
    words = (
        "Storm warning for the strait\n\n"
        + "The harbour master asks all small boats to stay in port until Friday. " * 5
    )
    QGuiApplication.clipboard().setText(words)
    desk.window.view.setFocus()
    with qtbot.waitSignal(desk.window.adding.reported, timeout=30_000) as told:
        desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert [outcome.status for outcome in told.args[0]] == ["added"]


def test_what_fails_is_reported_with_its_name(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    empty = tmp_path / "empty.html"
    empty.touch()
    with qtbot.waitSignal(desk.window.adding.reported, timeout=30_000) as told:
        desk.window.adding.add([str(empty)])
    assert told.args is not None
    (outcome,) = told.args[0]
    assert outcome.status == "failed" and outcome.reason and "empty.html" in outcome.source


def test_sources_of_the_start_are_added(start: Starter, page: Path, qtbot: QtBot) -> None:
    desk = start([str(page)], open_sample=False)
    qtbot.waitUntil(lambda: desk.session.library.count() == 2, timeout=30_000)


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
    for leave in (lambda: desk.key(Qt.Key.Key_Escape), window.leave.click, lambda: desk.key(Qt.Key.Key_F11)):
        desk.key(Qt.Key.Key_F11)
        assert window.view.isVisible() and window.leave.isVisible()
        assert not any(part.isVisible() for part in (window.header, window.library, window.panel, window.status))
        leave()
        assert not window.leave.isVisible()
        assert all(part.isVisible() for part in (window.header, window.library, window.panel, window.status))


def test_keys_still_work_in_focus_mode(desk: Desk) -> None:
    desk.key(Qt.Key.Key_F11)
    desk.select("night ferry")
    desk.key(Qt.Key.Key_1)
    assert len(desk.session.highlights) == 1


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


@pytest.mark.parametrize("paper", ["light", "sepia", "dark", "contrast"])
def test_a_paper_reaches_every_part(desk: Desk, paper: str) -> None:
    desk.window.commands[f"paper_{paper}"].trigger()
    assert desk.window.theme.id == paper
    assert desk.window.commands[f"paper_{paper}"].isChecked()
    image = desk.window.grab().toImage()
    middle = desk.window.view.mapTo(desk.window, QPoint(6, desk.window.view.height() - 6))
    assert image.pixelColor(middle).name() == desk.window.theme.paper.name()


def test_another_language_is_spoken_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.program.settings.update(language="id")
    qtbot.addWidget(desk.window)
    assert desk.window.commands["export"].text() == "Eks&por…"
    assert desk.window.session.article is not None and desk.window.view.isVisible()
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
    assert desk.session.highlights == []
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
    qtbot.waitUntil(lambda: program.exit_code != 0, timeout=20_000)
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
        with qtbot.waitSignal(program.session.libraryOpened, timeout=20_000):
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
