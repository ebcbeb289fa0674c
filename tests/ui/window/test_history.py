"""The history: what, where, who and when, newest first; gone to by click and Enter, taken back out of order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import edits
from reader.model.labels import CLAIM, DENIAL
from tests.ui.conftest import make_sample
from tests.ui.window_desk import Desk
from ui.dialogs.history import History
from ui.dialogs.history_model import PAGE, HistoryModel

OTHER = "Harbour contract to be signed"


def opened(desk: Desk) -> History:
    desk.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, History) and w.isVisible()]
    desk.qtbot.waitUntil(found.isActiveWindow)
    return found


def rows(history: History) -> list[list[str]]:
    model = history.model
    return [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]


def questions() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def marked(desk: Desk) -> History:
    """A library of two articles with marks in both, and its history."""
    desk.session.annotator = "Sari"
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    made = make_sample((OTHER, "Another text of the bay, where nothing was found."), OTHER)
    desk.session.do(edits.add_article(made.article, made.revision))
    desk.session.do(edits.annotate(made.revision, [made.span("nothing was found")], CLAIM, "Budi", id="there"))
    return opened(desk)


def test_it_lists_what_where_and_who_newest_first(desk: Desk) -> None:
    history = marked(desk)
    title = desk.sample.article.title
    assert rows(history) == [
        ["Mark as claim", OTHER, "Budi"], ["Add article", OTHER, "Sari"], ["Mark as claim", title, "Sari"],
        ["Add article", title, "–"],
    ]  # fmt: skip
    assert all(history.model.index(row, 3).data() for row in range(4))
    history.reject()


def test_a_click_goes_there_and_enter_goes_and_closes(desk: Desk) -> None:
    history = marked(desk)
    table = history.table
    place = table.visualRect(history.model.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert desk.article.title == OTHER and desk.window.view.selected_mark == "there" and history.isVisible()
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.article.id == desk.sample.article.id and desk.window.view.selected_mark
    assert not history.isVisible()


def test_an_older_step_is_taken_back_alone(desk: Desk) -> None:
    history = marked(desk)
    history.table.selectRow(2)
    desk.qtbot.waitUntil(history.undo.isEnabled)
    desk.qtbot.mouseClick(history.undo, Qt.MouseButton.LeftButton)
    library = desk.session.library
    assert library.annotations(desk.sample.article.id) == [] and library.annotation("there").label == "claim"
    assert rows(history)[2][0] == "Mark as claim (taken back)"
    assert "redo does it again" in history.note.text() and not history.undo.isEnabled()
    history.reject()


def test_a_step_that_a_later_one_builds_on_says_so(desk: Desk) -> None:
    history = marked(desk)
    desk.session.do(edits.relabel(desk.session.library.annotation("there"), DENIAL))
    assert rows(history)[0][0] == "Change to denial", "the list follows"
    history.table.selectRow(1)
    desk.qtbot.waitUntil(lambda: "cannot be taken back any more" in history.note.text())
    assert not history.undo.isEnabled() and history.from_here.isEnabled()
    history.reject()


def test_from_here_on_is_counted_asked_and_taken_back_whole(desk: Desk) -> None:
    history = marked(desk)
    desk.session.do(edits.relabel(desk.session.library.annotation("there"), DENIAL))
    history.table.selectRow(2)
    desk.qtbot.mouseClick(history.from_here, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: len(questions()) == 1)
    assert "Undo 3 steps" in questions()[0].text() and "goes from the list" in questions()[0].text()
    desk.qtbot.keyClick(questions()[0], Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not questions())
    history.table.selectRow(1)
    desk.qtbot.mouseClick(history.from_here, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: len(questions()) == 1)
    (box,) = questions()
    assert box.text().startswith("Undo 2 steps of “Harbour")
    desk.qtbot.keyClick(box, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: not questions())
    made = desk.session.library.history()
    assert [s.state for s in made] == ["undone", "undone", "done", "done", "done"]
    history.reject()


def test_pages_come_as_they_are_wanted() -> None:
    asked: list[tuple[int | None, int]] = []

    def read(before: int | None, limit: int) -> list[object]:
        asked.append((before, limit))
        return []

    model = HistoryModel(read, QApplication.palette())  # type: ignore[arg-type]
    assert asked == [(None, PAGE)] and not model.canFetchMore(QModelIndex())
