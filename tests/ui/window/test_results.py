"""A job that ends takes neither the keyboard nor the page: what was being typed arrives where it was meant for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget

from reader import edits
from reader.intake.add import add
from reader.model.labels import CLAIM
from reader.model.spans import Span
from reader.progress import Progress
from reader.store import Library
from tests.reader.intake.test_capture_again import NEWER
from tests.reader.intake.test_reclean import Newer, mark
from tests.ui.hands import focused
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.window import add_sources
from ui.window import revisions as window_revisions

NOTE = "calls for or promises nothing, says the office; Yes, 1 of 3 jokes"
LEFT = Qt.MouseButton.LeftButton
Until = Callable[[], bool]


class Gate:
    """Holds the work of a job back until some letters have been typed."""

    def __init__(self) -> None:
        self.open = Event()

    def __call__(self, steps: Callable[..., Iterator[Progress]], *arguments: object) -> Iterator[Progress]:
        assert self.open.wait(30)
        yield from steps(*arguments)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Adding and capturing wait for it."""
    made = Gate()
    adding = add_sources.Adding._steps
    monkeypatch.setattr(add_sources.Adding, "_steps", lambda *arguments: made(adding, *arguments))
    monkeypatch.setattr(window_revisions, "_steps", partial(made, window_revisions._steps))
    return made


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "rice.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def note_field(desk: Desk) -> QPlainTextEdit:
    """The note of a mark, with the keyboard in it."""
    desk.select("the night ferry never sailed")
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_N)
    field = desk.window.panel.fields.note
    desk.qtbot.waitUntil(field.hasFocus)
    return field


def search_field(desk: Desk) -> QLineEdit:
    desk.window.commands["search"].trigger()
    assert desk.window.header.search.hasFocus()
    return desk.window.header.search


def type_over(desk: Desk, gate: Gate, over: Until, words: str) -> None:
    """Type `words` into whatever has the keyboard; half of them when the job is over."""
    half = len(words) // 2
    for letter in words[:half]:
        QTest.keyClicks(focused(), letter)
    gate.open.set()
    desk.qtbot.waitUntil(over, timeout=60_000)
    for letter in words[half:]:
        QTest.keyClicks(focused(), letter)


def typed(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def dialogs() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


@pytest.mark.parametrize("field_of", [note_field, search_field])
def test_a_page_that_was_added_opens_nothing(
    desk: Desk, gate: Gate, page: Path, field_of: Callable[[Desk], QLineEdit | QPlainTextEdit]
) -> None:
    field, status = field_of(desk), desk.window.status
    before = len(desk.session.library.annotations(desk.sample.article.id))
    scrolled = desk.window.view.verticalScrollBar().value()
    desk.window.parts.adding.add([str(page)])
    type_over(desk, gate, status.result.isVisible, NOTE)
    assert typed(field) == NOTE and field.hasFocus()
    assert desk.session.article is not None and desk.article.id == desk.sample.article.id
    assert desk.window.view.verticalScrollBar().value() == scrolled
    desk.window.panel.apply_drafts()
    assert len(desk.session.library.annotations(desk.sample.article.id)) == before
    assert "added" in status.result.text() and "Ctrl+J" in status.result.text()
    assert desk.session.library.count() == 2


@pytest.mark.parametrize("by_key", [True, False])
def test_the_added_page_is_a_key_or_a_click_away(desk: Desk, page: Path, by_key: bool) -> None:
    desk.window.parts.adding.add([str(page)])
    desk.qtbot.waitUntil(desk.window.status.result.isVisible, timeout=60_000)
    if by_key:
        desk.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    else:
        desk.qtbot.mouseClick(desk.window.status.result, LEFT)
    assert desk.session.article is not None and "Rice prices" in desk.article.title
    assert desk.window.view.hasFocus()
    assert desk.window.status.result.isHidden()
    desk.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert "no result" in desk.window.status.message.text()


def test_several_pages_are_counted_and_the_first_is_opened(desk: Desk, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(PAGE.replace("Rice", name * 4), encoding="utf-8")
    desk.window.parts.adding.add([str(tmp_path / "a.html"), str(tmp_path / "b.html")])
    desk.qtbot.waitUntil(desk.window.status.result.isVisible, timeout=60_000)
    assert desk.window.status.result.text().startswith("2 ")
    desk.window.commands["result"].trigger()
    assert desk.session.article is not None and "aaaa" in desk.article.title


def test_on_an_empty_desk_the_first_page_opens_and_typing_goes_on(desk: Desk, gate: Gate, page: Path) -> None:
    desk.session.close_article()
    field = search_field(desk)
    desk.window.parts.adding.add([str(page)])
    type_over(desk, gate, desk.window.status.result.isVisible, "rice harbour")
    assert field.text() == "rice harbour" and field.hasFocus() and desk.session.article is None
    gate.open.clear()
    desk.window.view.setFocus()
    field.clear()
    other = page.with_name("other.html")
    other.write_text(PAGE.replace("Rice", "Salt"), encoding="utf-8")
    desk.window.welcome.add.setFocus()
    desk.window.parts.adding.add([str(other)])
    gate.open.set()
    desk.qtbot.waitUntil(lambda: desk.session.article is not None, timeout=60_000)
    assert "Salt prices" in desk.article.title and desk.window.view.hasFocus()


def test_a_report_of_failures_comes_when_it_is_asked_for(desk: Desk, gate: Gate, tmp_path: Path) -> None:
    (tmp_path / "empty.html").touch()
    field = note_field(desk)
    desk.window.parts.adding.add([str(tmp_path / "empty.html")])
    type_over(desk, gate, desk.window.banner.isVisible, NOTE)
    assert typed(field) == NOTE and dialogs() == []
    assert "1 failed" in desk.window.banner.text.text()
    desk.qtbot.mouseClick(desk.window.banner.action, LEFT)
    assert len(dialogs()) == 1 and desk.window.banner.isHidden() and desk.window.status.result.isHidden()


def test_an_imported_set_opens_nothing(desk: Desk, tmp_path: Path) -> None:
    from reader.exchange.exporters import EXPORTERS, export
    from reader.model.dataset import Dataset

    with Library.open(tmp_path / "other.tilik") as other:
        (tmp_path / "rice.html").write_text(PAGE, encoding="utf-8")
        list(add(other, [tmp_path / "rice.html"], Newer()))
        exporter = next(e for e in EXPORTERS if e.id == "jsonl")
        dataset = Dataset("set", other.labels(), other.documents, other.count())
        list(export(exporter, dataset, tmp_path / "set.jsonl", exporter.options()))
    field = note_field(desk)
    desk.window.parts.adding.import_set(tmp_path / "set.jsonl")
    desk.qtbot.waitUntil(desk.window.status.result.isVisible, timeout=60_000)
    assert field.hasFocus() and desk.article.id == desk.sample.article.id
    assert desk.session.library.count() == 2


# -- capturing again ---------------------------------------------------------------------------------


@pytest.fixture
def rice(start: Starter, library_path: Path, tmp_path: Path) -> Desk:
    (tmp_path / "rice.html").write_text(PAGE)
    (tmp_path / "later.html").write_text(NEWER)
    with Library.open(library_path) as library:
        list(add(library, [tmp_path / "rice.html"], Newer()))
        id = next(s.id for s in library.summaries() if "Rice" in s.title)
        mark(library, "prices would soon fall again", id)
    desk = start(open_sample=False)
    desk.window.open(id)
    return desk


def capture(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    desk.window.commands["capture_file"].trigger()


def revisions(desk: Desk, id: str) -> int:
    return len(desk.session.library.revisions(id))


def test_a_note_is_typed_to_its_end_while_its_article_is_captured_again(
    rice: Desk, gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = rice.session.article
    assert article is not None
    (only,) = rice.session.page_annotations
    rice.window.view.select_mark(only.id)
    rice.key(Qt.Key.Key_N)
    field = rice.window.panel.fields.note
    rice.qtbot.waitUntil(field.hasFocus)
    capture(rice, tmp_path / "later.html", monkeypatch)
    type_over(rice, gate, lambda: revisions(rice, article.id) == 2, NOTE)
    assert typed(field) == NOTE and field.hasFocus()
    rice.qtbot.waitUntil(rice.window.parts.revisions.bar.isVisible, timeout=20_000)
    assert field.hasFocus() and rice.window.view.selected_mark == only.id
    rice.window.panel.apply_drafts()
    assert rice.session.library.annotation(only.id).note == NOTE
    assert len(rice.session.library.annotations(article.id)) == 1


def test_another_article_stays_on_the_desk_when_one_was_captured_again(
    rice: Desk, gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = rice.session.article
    assert article is not None
    capture(rice, tmp_path / "later.html", monkeypatch)
    rice.window.open(rice.sample.article.id)
    field = search_field(rice)
    type_over(rice, gate, rice.window.status.result.isVisible, "night ferry")
    assert field.text() == "night ferry" and rice.article.id == rice.sample.article.id
    assert revisions(rice, article.id) == 2
    rice.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert rice.article.id == article.id and not rice.session.past
    rice.qtbot.waitUntil(rice.window.parts.revisions.bar.isVisible, timeout=20_000)


def test_an_older_text_stays_on_the_desk_when_its_article_is_captured_again(
    rice: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = rice.session.article
    assert article is not None
    capture(rice, tmp_path / "later.html", monkeypatch)
    rice.qtbot.waitUntil(lambda: revisions(rice, article.id) == 2, timeout=60_000)
    (tmp_path / "last.html").write_text(NEWER.replace("two ships", "three ships"))
    first = rice.session.library.revisions(article.id)[0].id
    rice.window.parts.revisions.show_revision(first)
    capture(rice, tmp_path / "last.html", monkeypatch)
    rice.qtbot.waitUntil(rice.window.status.result.isVisible, timeout=60_000)
    assert revisions(rice, article.id) == 3
    assert rice.session.revision is not None and rice.session.revision.id == first and rice.session.past
    rice.window.commands["result"].trigger()
    assert not rice.session.past and "three ships" in rice.session.revision.text


# -- every other job ---------------------------------------------------------------------------------


def test_problems_of_the_library_and_a_written_export_wait_to_be_asked_for(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.window import library_files

    field = note_field(desk)
    monkeypatch.setattr(Library, "check", lambda _library: ["the file is damaged: page 3"])
    desk.window.commands["check"].trigger()
    desk.qtbot.waitUntil(desk.window.banner.isVisible, timeout=20_000)
    assert dialogs() == [] and field.hasFocus()
    desk.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    (box,) = dialogs()
    assert isinstance(box, QMessageBox) and "page 3" in box.text()
    box.accept()
    desk.window.activateWindow()
    desk.window.banner.hide()
    target = tmp_path / "set.jsonl"
    library_files._write(desk.window.desk, desk.window.parts.results, lambda: iter([Progress(1, 1)]), str(target))
    desk.qtbot.waitUntil(desk.window.status.result.isVisible, timeout=20_000)
    assert dialogs() == [] and "set.jsonl" in desk.window.status.result.text()


def test_nothing_that_a_job_calls_opens_a_dialog_by_itself(desk: Desk, page: Path) -> None:
    """What stands before the reader comes from a key, a click, or the key that shows a result."""
    desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span("night ferry")], CLAIM))
    desk.window.commands["backup"].trigger()
    desk.window.commands["check"].trigger()
    desk.window.commands["reclean"].trigger()
    desk.window.parts.adding.add([str(page), str(page.with_name("missing.html"))])
    desk.qtbot.waitUntil(lambda: desk.window.parts.results.text != "" and not desk.window.jobs.running, timeout=60_000)
    assert dialogs() == []


@pytest.mark.parametrize("what", ["made", "changed"])
def test_a_mark_that_is_made_or_changed_while_a_page_is_cleaned_comes_along(
    rice: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    article = rice.session.article
    assert article is not None
    (only,) = rice.session.page_annotations
    cleaned, go, steps = Event(), Event(), window_revisions._steps

    def late(*arguments: Any) -> Iterator[Progress]:
        found = list(steps(*arguments))
        cleaned.set()
        assert go.wait(30)
        yield from found

    monkeypatch.setattr(window_revisions, "_steps", late)
    capture(rice, tmp_path / "later.html", monkeypatch)
    rice.qtbot.waitUntil(cleaned.is_set, timeout=60_000)
    library = rice.session.library
    if what == "made":
        revision = library.revision(article.revision_id)
        start = revision.text.index("after two ships")
        rice.session.do(edits.annotate(revision, [Span(start, start + 15)], CLAIM))
    else:
        rice.session.do(edits.set_note(library.annotation(only.id), "Ask the harbour."))
    go.set()
    rice.qtbot.waitUntil(lambda: revisions(rice, article.id) == 2, timeout=60_000)
    newest = library.article(article.id).revision_id
    marks = library.annotations(article.id)
    assert len(marks) == (2 if what == "made" else 1)
    assert all(one.origin is not None for one in marks), "each was carried, with what became of it"
    assert {one.anchor.revision_id for one in marks if one.origin and one.origin.outcome != "removed"} <= {newest}
