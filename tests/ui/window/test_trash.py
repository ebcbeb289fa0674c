"""The trash emptied in the window: asked with the number, safe by default, and what Del does in the trash."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from reader import edits
from reader.model.articles import State
from reader.model.erasing import Erasure
from reader.model.spans import Span
from tests.in_backups import stands_in_backup
from tests.ui.conftest import make_sample
from tests.ui.window_desk import Desk
from ui.library.model import Role


@pytest.fixture
def full(desk: Desk) -> Desk:
    """Two articles in the trash beside the one that is open."""
    for title in ("Harbour contract", "Reef survey"):
        made = make_sample((title, f"Another text of the bay, {title}."), title)
        assert desk.session.do(edits.add_article(made.article, made.revision))
        assert desk.session.do(edits.set_state([made.article], State.TRASHED))
    return desk


def asked(desk: Desk) -> QMessageBox:
    def boxes() -> list[QMessageBox]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]

    desk.qtbot.waitUntil(lambda: len(boxes()) == 1)
    return boxes()[0]


def button(box: QMessageBox, words: str) -> QPushButton:
    (found,) = [b for b in box.buttons() if words in b.text().replace("&", "")]
    assert isinstance(found, QPushButton)
    return found


def test_it_is_asked_with_the_number_and_enter_deletes_nothing(full: Desk) -> None:
    full.window.commands["empty_trash"].trigger()
    box = asked(full)
    assert "2 articles" in box.text() and "cannot be undone" in box.text()
    full.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert len(full.session.library.trashed()) == 2
    full.window.commands["empty_trash"].trigger()
    full.qtbot.mouseClick(button(asked(full), "Delete for good"), Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: not full.session.library.trashed())
    full.qtbot.waitUntil(lambda: "2 articles deleted" in full.window.status.message.text())
    assert full.article.id == full.sample.article.id and full.session.library.count() == 1
    full.window.commands["empty_trash"].trigger()
    assert "trash is empty" in full.window.status.message.text()


def test_del_in_the_trash_deletes_the_chosen_for_good_and_closes_it(full: Desk) -> None:
    pane = full.window.library
    pane.states.choose(State.TRASHED)
    full.qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    newest = str(pane.model.index(0).data(Role.ID))
    full.window.open(newest)
    pane.select([newest])
    pane.list.setFocus()
    full.qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    box = asked(full)
    assert "Reef survey" in box.text()
    full.qtbot.mouseClick(button(box, "Delete for good"), Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: len(full.session.library.trashed()) == 1)
    full.qtbot.waitUntil(lambda: full.session.article is None)
    full.qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_to_the_trash_from_the_trash_is_for_good_too(full: Desk) -> None:
    full.window.open(full.session.library.trashed()[0])
    full.window.commands["state_trashed"].trigger()
    assert full.article.title in asked(full).text()
    full.qtbot.keyClick(asked(full), Qt.Key.Key_Escape)
    assert len(full.session.library.trashed()) == 2


def test_del_elsewhere_only_moves_to_the_trash(full: Desk) -> None:
    pane = full.window.library
    full.qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    pane.list.setFocus()
    pane.select([full.sample.article.id])
    full.qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert full.session.library.article(full.sample.article.id).state is State.TRASHED


def test_a_mark_is_deleted_for_good_with_its_backups_when_that_is_ticked(desk: Desk) -> None:
    library = desk.session.library
    revision = library.revision(desk.article.revision_id)
    made = edits.annotate(revision, [Span(4, 12)], library.labels()[0], "Sari")
    assert desk.session.do(made)
    (mark,) = library.annotations(desk.article.id)
    assert desk.session.do(edits.set_note(mark, "Zirkonium"))
    backup = library.backup()
    assert stands_in_backup(backup, b"Zirkonium")
    desk.window.panel.eraseRequested.emit(Erasure(marks=(mark.id,)))
    box = asked(desk)
    assert "1 mark" in box.text() and "solid-state" in box.text() and "cannot be undone" in box.text()
    desk.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert library.annotation(mark.id).note == "Zirkonium", "Enter deletes nothing"
    desk.window.panel.eraseRequested.emit(Erasure(marks=(mark.id,)))
    box = asked(desk)
    box.checkBox().click()
    desk.qtbot.mouseClick(button(box, "Delete for good"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: "Deleted for good" in desk.window.status.message.text())
    assert mark.id not in {one.id for one in library.annotations(desk.article.id)}
    assert b"Zirkonium" not in library.path.read_bytes() and not stands_in_backup(backup, b"Zirkonium")
