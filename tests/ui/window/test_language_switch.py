"""Another language while the reader works: the window is made anew, and everything goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader import edits
from reader.model.articles import State
from reader.model.labels import CLAIM
from reader.model.pages import Page
from reader.progress import Progress
from reader.store import Library
from tests.ui.conftest import PARAGRAPHS, Sample, make_sample
from tests.ui.hands import menu_of
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.settings import Settings
from ui.window import add_sources
from ui.window.main_window import MainWindow
from ui.window.stopper import Stopper

LINE = "The tide tables of the bay were printed twice and differ from each other in every line of the month."


@pytest.fixture
def sample() -> Sample:
    """Long enough to be scrolled."""
    return make_sample((*PARAGRAPHS, *(f"{number}. {LINE}" for number in range(80))))


def switch(desk: Desk, language: str) -> MainWindow:
    """Choose `language` in the menu of the window; the old window is gone when this returns."""
    old = desk.window
    menu = menu_of(old.menus["view"].actions()[-1])
    names = {"en": "English", "id": "Bahasa Indonesia"}
    next(action for action in menu.actions() if action.text() == names[language]).trigger()
    if desk.window is not old:
        node = desk.qtbot._request.node
        node.qt_widgets = [known for known in node.qt_widgets if known[0]() is not old]  # which would close it
        desk.qtbot.addWidget(desk.window)
        desk.qtbot.waitUntil(lambda: not isValid(old))
    return desk.window


def shown(window: MainWindow) -> list[str]:
    model = window.library.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_library_is_still_there(desk: Desk) -> None:
    before = shown(desk.window)
    assert len(before) == 1
    window = switch(desk, "id")
    assert shown(window) == before and window.library._stack.currentWidget() is window.library.list
    assert window.library.states.list.item(0).data(Qt.ItemDataRole.UserRole + 1) == "1"
    assert "Tersimpan" in window.status.saved.text()
    assert shown(switch(desk, "en")) == before


def test_the_same_language_again_changes_nothing(desk: Desk) -> None:
    window = desk.window
    assert switch(desk, "en") is window
    assert shown(window) and window.library._stack.currentWidget() is window.library.list
    checked = [a.text() for a in menu_of(window.menus["view"].actions()[-1]).actions() if a.isChecked()]
    assert checked == ["English"]


def test_what_comes_later_is_followed_by_the_new_window_only(desk: Desk) -> None:
    window = switch(desk, "id")
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    assert window.panel.model.rowCount() == 1
    other = make_sample(("Another title", "Another text of the bay."), "Another title")
    desk.session.do(edits.add_article(other.article, other.revision))
    desk.qtbot.waitUntil(lambda: len(shown(window)) == 2)
    desk.session.showing.set_by_person(True)
    assert window.commands["by_person"].isChecked()
    desk.window.commands["undo"].trigger()
    assert window.panel.model.rowCount() == 0 and len(shown(window)) == 2
    desk.session.take_back(desk.session.library.history()[0].number)
    desk.qtbot.waitUntil(lambda: len(shown(window)) == 1)


def test_the_reader_is_where_she_was(desk: Desk) -> None:
    desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("40. The tide")], CLAIM, id="m"))
    room = desk.window.screen().availableGeometry()
    desk.window.setGeometry(10, 30, min(777, room.width() - 20), min(666, room.height() - 50))
    where = desk.window.geometry()  # not smaller than a window may be: then it is moved onto the screen
    old = desk.window.view
    old.to_top(desk.sample.revision.text.index("37. The tide"))
    desk.select("41. The tide tables")
    desk.window.library.states.choose(State.INBOX)
    desk.window.library.sort("title")
    desk.window.library.select([desk.sample.article.id])
    place, spans = old.first_visible(), old.selection()
    assert place > 0 and spans
    window = switch(desk, "id")
    view = window.view
    desk.qtbot.waitUntil(lambda: window.geometry() == where or not room.contains(where))
    desk.qtbot.waitUntil(lambda: window.size() == where.size() and room.contains(window.geometry().topLeft()))
    assert desk.session.article is not None and desk.session.article.id == desk.sample.article.id
    assert abs(view.first_visible() - place) <= 2 * len(LINE) and view.verticalScrollBar().value() > 0
    assert view.selection() == spans and window.panel.chosen == []
    assert window.library.states.state is State.INBOX and window.library.model.query.order == "title"
    assert window.library.selected() == [desk.sample.article.id]
    desk.key(Qt.Key.Key_2)  # what is selected can be marked at once
    marks = desk.session.library.annotations(desk.sample.article.id)
    assert "41. The tide tables" in [mark.anchor.quote for mark in marks]


def test_sentences_at_the_reading_cursor_stay_chosen(desk: Desk) -> None:
    for key, modifier in (
        (Qt.Key.Key_J, None),
        (Qt.Key.Key_J, None),
        (Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier),
    ):
        desk.key(key, modifier or Qt.KeyboardModifier.NoModifier)
    sentence = desk.session.here.sentence
    assert sentence is not None
    switch(desk, "id")
    assert desk.session.here.sentence == sentence


def test_a_note_that_is_being_typed_is_kept(desk: Desk) -> None:
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_N)
    field = desk.window.panel.fields.note
    desk.qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "half a note")
    switch(desk, "id")
    (mark,) = desk.session.library.annotations(desk.sample.article.id)
    assert mark.note == "half a note"


def test_an_older_text_stays_on_the_desk(start: Starter, library_path: Path, sample: Sample) -> None:
    from dataclasses import replace

    from reader.edits import Edit, Swap
    from reader.model.stamps import new_id

    with Library.open(library_path) as library:
        older = replace(sample.revision, id=new_id())
        library.apply(Edit("Capture", (Swap(None, older),)))
    desk = start()
    desk.qtbot.waitUntil(desk.window.parts.revisions.bar.isVisible, timeout=20_000)
    desk.window.parts.revisions.show_revision(older.id)
    window = switch(desk, "id")
    assert desk.session.revision is not None and desk.session.revision.id == older.id
    desk.qtbot.waitUntil(window.parts.revisions.bar.isVisible, timeout=20_000)


def test_a_result_that_was_not_shown_yet_and_the_board_come_along(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "rice.html").write_text(PAGE, encoding="utf-8")
    desk.window.parts.adding.add([str(tmp_path / "rice.html")])
    desk.qtbot.waitUntil(desk.window.status.result.isVisible, timeout=60_000)
    window = switch(desk, "id")
    assert window.status.result.isVisible()
    window.commands["result"].trigger()
    assert desk.session.article is not None and "Rice" in desk.session.article.title


# -- while something runs ----------------------------------------------------------------------------


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Adding waits behind its first page until this is set."""
    go, steps = Event(), add_sources.Adding._steps

    def slowly(
        adding: add_sources.Adding, sources: Sequence[str | Path | Page], stopper: Stopper
    ) -> Iterator[Progress]:
        for number, step in enumerate(steps(adding, sources, stopper)):
            yield step
            assert number or go.wait(30)

    monkeypatch.setattr(add_sources.Adding, "_steps", slowly)
    yield go
    go.set()


def pages(folder: Path, count: int) -> list[str]:
    made = [folder / f"{number}.html" for number in range(count)]
    for number, path in enumerate(made):
        path.write_text(PAGE.replace("Rice", f"Rice{number}"), encoding="utf-8")
    return [str(path) for path in made]


def test_an_import_goes_on_and_reports_in_the_new_window(
    desk: Desk, held: Event, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk.window.parts.adding.add([*pages(tmp_path, 3), str(tmp_path / "missing.html")])
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 2, timeout=60_000)
    window = switch(desk, "id")
    assert window.status.job.isVisible() and window.status.bar.isVisible()
    assert window.status.bar.maximum() == 4
    with desk.qtbot.waitSignal(window.parts.adding.reported, timeout=60_000) as told:
        held.set()
    assert told.args is not None
    assert [o.status for o in told.args[0]] == ["added", "added", "added", "failed"]
    desk.qtbot.waitUntil(window.status.job.isHidden)
    assert window.banner.isVisible()
    desk.qtbot.waitUntil(lambda: len(shown(window)) == 4)
    window.commands["result"].trigger()
    assert [w for w in QApplication.topLevelWidgets() if w.isModal() and w.isVisible()]
    assert not caplog.records


def test_an_import_is_stopped_from_the_new_window(desk: Desk, held: Event, tmp_path: Path) -> None:
    desk.window.parts.adding.add(pages(tmp_path, 3))
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 2, timeout=60_000)
    window = switch(desk, "id")
    with desk.qtbot.waitSignal(window.parts.adding.reported, timeout=60_000) as told:
        window.status.cancel.click()
        held.set()
    assert told.args is not None and told.args[1] is True
    assert "Rice" in shown(window)[0] and len(shown(window)) == 2


def test_a_language_that_is_chosen_before_the_first_paint(
    library_path: Path, sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    from ui.app import Program

    with Library.open(library_path) as library:
        library.apply(edits.add_article(sample.article, sample.revision))
    program = Program(library_path, Settings(tmp_path / "settings.json"))
    program.settings.update(language="id")
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.session.libraryOpened, timeout=20_000):
        program.start()
    assert len(shown(program.window)) == 1
    program.window.close()
    program.close()


# -- what was open round the text ----------------------------------------------------------------------


def test_the_find_bar_stays_open_with_its_words_and_the_keyboard(desk: Desk) -> None:
    desk.window.find_bar.open()
    desk.window.find_bar.field.setText("tide")
    window = switch(desk, "id")
    assert window.find_bar.isVisible() and window.find_bar.field.text() == "tide"
    desk.qtbot.waitUntil(window.find_bar.field.hasFocus)
    assert window.find_bar.count.text()


def test_the_drawer_and_the_words_that_narrow_the_marks_stay(desk: Desk) -> None:
    desk.window.commands["left_out"].trigger()
    desk.window.panel.head.search.setText("ferry")
    window = switch(desk, "id")
    assert window.parts.left_out.drawer.isVisible()
    assert window.panel.head.search.text() == "ferry"


def test_a_note_that_is_being_typed_goes_on_at_the_same_letter(desk: Desk) -> None:
    assert desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("the night ferry")], CLAIM))
    desk.window.commands["next_mark"].trigger()
    desk.window.commands["note"].trigger()
    field = desk.window.panel.fields.note
    desk.qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "half a sence")
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Left)
    window = switch(desk, "id")
    desk.qtbot.waitUntil(window.panel.fields.note.hasFocus, timeout=5000)
    QTest.keyClicks(window.panel.fields.note, "nt")
    window.panel.apply_drafts()
    (mark,) = desk.session.library.annotations(desk.article.id)
    assert mark.note == "half a sentnce"
