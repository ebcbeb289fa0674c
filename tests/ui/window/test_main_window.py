"""The window as its user drives it: real widgets, a real library, real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader import edits
from reader.model.labels import Label, Underline
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.annotations.labels_bar import LabelButton
from ui.app import Program
from ui.settings import Settings
from ui.window import handlers as window_handlers


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
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
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
    button = desk.window.header.findChild(LabelButton, "mark_label:rumour")
    assert button is not None and button.text() == "Rumour"
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
    desk.session.close_article()  # over an open article it is asked whether this is a newer version
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(page))])
    with qtbot.waitSignal(desk.window.parts.adding.reported) as told:
        drop(desk.window.view.viewport(), mime)
    assert told.args is not None
    assert [outcome.status for outcome in told.args[0]] == ["added"]
    qtbot.waitUntil(lambda: desk.session.article is not None and "Rice prices" in desk.session.article.title)
    assert desk.program.settings.values.recents == (str(page),)


def test_pasted_text_becomes_an_article(desk: Desk, qtbot: QtBot) -> None:
    words = (
        "Storm warning for the strait\n\n"
        + "The harbour master asks all small boats to stay in port until Friday. " * 5
    )
    QGuiApplication.clipboard().setText(words)
    desk.window.view.setFocus()
    with qtbot.waitSignal(desk.window.parts.adding.reported) as told:
        desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert [outcome.status for outcome in told.args[0]] == ["added"]


def test_what_fails_is_reported_with_its_name(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    empty = tmp_path / "empty.html"
    empty.touch()
    with qtbot.waitSignal(desk.window.parts.adding.reported) as told:
        desk.window.parts.adding.add([str(empty)])
    assert told.args is not None
    (outcome,) = told.args[0]
    assert outcome.status == "failed" and outcome.reason and "empty.html" in outcome.address


def test_sources_of_the_start_are_added(start: Starter, page: Path, qtbot: QtBot) -> None:
    desk = start([str(page)], open_sample=False)
    qtbot.waitUntil(lambda: desk.session.library.count() == 2)


def test_an_action_without_a_handler_is_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    window = desk.window
    found = window_handlers.handlers(window.parts)
    found.pop("export")
    monkeypatch.setattr(window_handlers, "handlers", lambda _parts: found)
    window.__dict__.pop("_acts", None)
    with pytest.raises(KeyError, match="export"):
        _ = window._acts


def test_a_key_that_comes_before_the_parts_are_made_makes_them(
    library_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program = Program(library_path, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(program.window)
    assert "parts" not in program.window.__dict__, "the first paint does without them"
    program.window.commands["about"].trigger()
    dialog = program.window.findChild(QDialog)
    assert dialog is not None and "parts" in program.window.__dict__
    dialog.close()
    program.close()
