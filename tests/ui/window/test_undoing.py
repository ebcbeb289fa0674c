"""Undo and redo in the window: in the open article first, elsewhere after going there, articles when asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import edits
from reader.model.articles import State
from reader.model.labels import CLAIM, Label, Underline
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.language.steps import shortened

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
OTHER = "Harbour contract to be signed"


@pytest.fixture
def other(desk: Desk) -> Sample:
    """A second article with a mark of yesterday, so to speak."""
    made = make_sample((OTHER, "Another text of the bay, where nothing was found."), OTHER)
    assert desk.session.do(edits.add_article(made.article, made.revision))
    assert desk.session.do(edits.annotate(made.revision, [made.span("nothing was found")], CLAIM, id="there"))
    return made


def undo(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Z, CTRL)


def text(desk: Desk, id: str) -> str:
    return desk.window.commands[id].text().replace("&", "")


def asked() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def answer(desk: Desk, key: Qt.Key) -> str:
    """What is asked, answered by a key."""
    desk.qtbot.waitUntil(lambda: len(asked()) == 1)
    (box,) = asked()
    said = box.text()
    desk.qtbot.keyClick(box, key)
    desk.qtbot.waitUntil(lambda: not asked())
    return said


def marks(desk: Desk, sample: Sample) -> int:
    return len(desk.session.library.annotations(sample.article.id))


def test_undo_stays_in_the_open_article_then_goes_and_only_then_takes_back(desk: Desk, other: Sample) -> None:
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    assert text(desk, "undo") == "Undo Mark as claim"
    undo(desk)
    assert marks(desk, desk.sample) == 0 and marks(desk, other) == 1
    assert desk.window.status.message.text() == "Undone: Mark as claim"
    desk.session.do(edits.set_state([desk.article], State.DONE))
    undo(desk)
    assert desk.article.state is State.INBOX
    # What is left of this article is its adding, which is asked about; left as it is, nothing happens.
    assert text(desk, "undo") == f"Undo Add article in “{shortened(desk.sample.article.title)}”"
    undo(desk)
    assert "goes from the list" in answer(desk, Qt.Key.Key_Escape)
    assert desk.article.id == desk.sample.article.id and desk.session.library.count() == 2


def test_an_article_without_steps_leads_to_the_last_of_all(desk: Desk, other: Sample) -> None:
    desk.session.close_article()
    assert text(desk, "undo") == f"Undo Mark as claim in “{OTHER}”"
    undo(desk)
    assert desk.article.id == other.article.id and marks(desk, other) == 1
    assert desk.window.view.selected_mark == "there" and "once more" in desk.window.status.message.text()
    undo(desk)
    assert marks(desk, other) == 0
    desk.window.open(desk.sample.article.id)
    assert text(desk, "redo") == f"Redo Mark as claim in “{OTHER}”"
    desk.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert desk.article.id == other.article.id and marks(desk, other) == 0
    desk.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert marks(desk, other) == 1


def test_an_article_goes_and_comes_only_when_asked_and_the_keyboard_stays_with_the_reader(desk: Desk) -> None:
    undo(desk)
    said = answer(desk, Qt.Key.Key_Return)
    assert desk.sample.article.title[:30] in said and desk.session.article is None
    focus = QApplication.focusWidget()
    assert focus is desk.window.library.list, "Space opens no menu"
    desk.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert "comes back" in answer(desk, Qt.Key.Key_Return)
    assert desk.article.id == desk.sample.article.id, "on the desk again, not only in the list"
    assert QApplication.focusWidget() is desk.window.view


def test_the_trash_is_asked_about_too(desk: Desk, other: Sample) -> None:
    desk.session.do(edits.set_state([other.article], State.TRASHED))
    desk.window.open(other.article.id)
    undo(desk)
    assert OTHER in answer(desk, Qt.Key.Key_Escape)
    assert desk.article.state.value == "trashed"
    undo(desk)
    answer(desk, Qt.Key.Key_Return)
    assert desk.article.state.value == "inbox"


def test_steps_of_the_whole_library_say_so(desk: Desk) -> None:
    mine = Label("rumour", "Rumour", "4", "violet", Underline.DOUBLE, 3)
    desk.session.do(edits.save_labels(desk.session.labels, (*desk.session.labels, mine)))
    assert text(desk, "undo") == "Undo Edit labels (whole library)"
    undo(desk)
    assert mine not in desk.session.labels
    assert desk.window.status.message.text() == "Undone: Edit labels (whole library)"


def test_the_keyboard_stays_in_the_text_after_undo(desk: Desk) -> None:
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    undo(desk)
    assert QApplication.focusWidget() is desk.window.view
    desk.key(Qt.Key.Key_Y, CTRL)
    assert QApplication.focusWidget() is desk.window.view and marks(desk, desk.sample) == 1


def test_the_board_takes_no_article_away(desk: Desk) -> None:
    desk.session.undo_newest()
    assert desk.session.library.count() == 1 and "comes or goes by" in desk.window.banner.text.text()
