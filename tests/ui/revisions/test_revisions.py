"""An article captured again in the window: outcomes, old texts, two captures side by side, the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from reader.anchoring import Outcome
from reader.intake.add import add
from reader.revisions.carry_marks import needs_review, outcome_of
from reader.store import Library
from tests.reader.intake.test_capture_again import NEWER
from tests.reader.intake.test_reclean import Newer, mark
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.revisions.compare_window import CompareWindow

LEFT = Qt.MouseButton.LeftButton
CLAIM = "prices would soon fall again"


@pytest.fixture
def later(tmp_path: Path) -> Path:
    path = tmp_path / "later.html"
    path.write_text(NEWER.replace("and asks people to buy no more than they need for a week", "and nothing else"))
    return path


@pytest.fixture
def rice(start: Starter, library_path: Path, tmp_path: Path) -> Desk:
    """A page in the library with a claim, words that go away, and words that stay."""
    (tmp_path / "rice.html").write_text(PAGE)
    with Library.open(library_path) as library:
        list(add(library, [tmp_path / "rice.html"], Newer()))
        id = next(s.id for s in library.summaries() if "Rice" in s.title)
        for words in (CLAIM, "buy no more than they need", "two ships had been held up"):
            mark(library, words, id)
    desk = start(open_sample=False)
    desk.window.open(id)
    return desk


def captured(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    desk.window.commands["capture_file"].trigger()


def listed(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Capture the newer file; the lines of the drawer that then opens."""
    captured(desk, path, monkeypatch)
    bar = desk.window.parts.revisions.bar
    desk.qtbot.waitUntil(bar.isVisible)
    desk.qtbot.waitUntil(lambda: desk.window.parts.revisions.drawer.isVisible())
    found = desk.window.parts.revisions.drawer.list
    assert not found.hasFocus()  # a capture takes no keyboard
    desk.window.commands["outcomes"].trigger()
    assert found.hasFocus()
    return [found.item(row).text() for row in range(found.count())]


def text(desk: Desk) -> str:
    assert desk.session.revision is not None
    return desk.session.revision.text


def claim(desk: Desk) -> str:
    assert desk.session.article is not None
    marks = desk.session.library.annotations(desk.session.article.id)
    return next(m.id for m in marks if "soon fall" in m.anchor.quote)


def test_a_not_put_into_a_claim_is_changed_confirmed_by_a_key_and_undone(
    rice: Desk, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = listed(rice, later, monkeypatch)
    assert lines[0].startswith("⚠ Changed") and CLAIM in lines[0]
    drawer = rice.window.parts.revisions.drawer
    assert drawer.after.toPlainText() == "prices would not soon fall again"
    assert "In place: 1" in drawer.title.text()
    stored = rice.session.library.annotation(claim(rice))
    assert outcome_of(stored) is Outcome.CHANGED and needs_review(stored)
    assert "to look at" in rice.window.parts.revisions.bar.marks.text()
    card = rice.window.panel.model.card_of(stored.id)
    assert card is not None and card.asks
    QTest.keyClick(drawer.list, Qt.Key.Key_C)
    assert outcome_of(rice.session.library.annotation(stored.id)) is None
    card = rice.window.panel.model.card_of(stored.id)
    assert card is not None and not card.asks
    rice.qtbot.waitUntil(lambda: CLAIM not in drawer.list.item(0).text())
    rice.window.commands["undo"].trigger()
    rice.window.commands["undo"].trigger()
    assert CLAIM in text(rice)
    rice.qtbot.waitUntil(rice.window.parts.revisions.bar.isHidden)


def test_the_same_words_record_nothing(rice: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    same = tmp_path / "same.html"
    same.write_text(PAGE.replace("<body>", "<body><!-- later -->"))
    captured(rice, same, monkeypatch)
    rice.qtbot.waitUntil(lambda: "Nothing has changed" in rice.window.banner.text.text())
    assert rice.window.parts.revisions.bar.isHidden()


def test_a_removed_mark_opens_the_older_text_which_is_read_only(
    rice: Desk, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = listed(rice, later, monkeypatch)
    drawer, bar = rice.window.parts.revisions.drawer, rice.window.parts.revisions.bar
    drawer.list.setCurrentRow(next(n for n, line in enumerate(lines) if "buy no more" in line))
    QTest.keyClick(drawer.list, Qt.Key.Key_Return)
    assert "buy no more than they need" in text(rice) and rice.session.past
    assert rice.window.view.selected_mark and len(rice.session.page_annotations) == 3
    card = rice.window.panel.model.card_of(claim(rice))
    assert card is not None and card.quote == CLAIM
    rice.qtbot.waitUntil(bar.past.isVisible)
    before = rice.session.page_annotations[:]
    rice.window.commands["delete_mark"].trigger()
    assert rice.session.page_annotations == before and "older text" in rice.window.banner.text.text()
    rice.qtbot.mouseClick(bar.newest, LEFT)
    assert "would not soon fall" in text(rice) and not rice.session.past
    bar.picker.setCurrentIndex(0)
    bar.picker.activated.emit(0)
    assert CLAIM in text(rice)


def test_a_mark_is_attached_to_selected_words_or_left(rice: Desk, later: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(rice, later, monkeypatch)
    drawer, view, id = rice.window.parts.revisions.drawer, rice.window.view, claim(rice)
    found = view.document().find("more ships were on their way")
    view.setTextCursor(found)
    QTest.keyClick(drawer.list, Qt.Key.Key_A)
    assert rice.session.library.annotation(id).anchor.quote == "more ships were on their way"
    rice.window.commands["undo"].trigger()
    rice.qtbot.waitUntil(lambda: CLAIM in drawer.list.item(0).text())
    drawer.list.setCurrentRow(0)
    QTest.keyClick(drawer.list, Qt.Key.Key_O)
    left = rice.session.library.annotation(id)
    assert left.anchor.quote == CLAIM and not needs_review(left)


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def test_a_dropped_file_of_another_story_is_added_unasked(rice: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    body = "The council of the northern islands met on Monday and spoke about the new lighthouse for three hours. " * 4
    other.write_text(f"<!doctype html><html><body><article><h1>Islands</h1><p>{body}</p></article></body></html>")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(other))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    count = rice.session.library.count()
    rice.window.dropEvent(QDropEvent(QPointF(300, 300), action, mime, LEFT, none))
    rice.qtbot.waitUntil(lambda: rice.session.library.count() == count + 1 or bool(boxes()))
    assert not boxes()


@pytest.mark.parametrize("newer", [True, False])
def test_a_dropped_file_is_asked_about(rice: Desk, later: Path, newer: bool) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(later))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    rice.window.dropEvent(QDropEvent(QPointF(300, 300), action, mime, LEFT, none))
    rice.qtbot.waitUntil(lambda: len(boxes()) == 1)
    (box,) = boxes()
    count = rice.session.library.count()
    wanted = "Newer" if newer else "Another"
    rice.qtbot.mouseClick(next(b for b in box.buttons() if wanted in b.text()), LEFT)
    if newer:
        rice.qtbot.waitUntil(rice.window.parts.revisions.bar.isVisible)
    else:
        rice.qtbot.waitUntil(lambda: rice.session.library.count() == count + 1)
    assert rice.session.library.count() == count + (not newer)


def test_two_captures_side_by_side_and_their_report(
    rice: Desk, later: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(rice, later, monkeypatch)
    rice.window.commands["compare"].trigger()
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, CompareWindow) and w.isVisible()]
    rice.qtbot.waitUntil(lambda: shown.found is not None)
    assert shown.touched.count() == 2 and CLAIM in shown.touched.item(0).text()
    shown.touched.setCurrentRow(0)
    shown.touched.itemActivated.emit(shown.touched.item(0))
    assert shown.before.textCursor().selectedText() == CLAIM
    assert shown.after.textCursor().selectedText() == "prices would not soon fall again"
    rice.qtbot.mouseClick(shown.next, LEFT)
    assert shown.after.textCursor().selectedText() == "not"
    inserted = shown.after.textCursor().charFormat()
    assert inserted.fontUnderline() and not inserted.fontStrikeOut()
    for name, sign in (("report.md", "**not**"), ("report.html", "<ins>not</ins>")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name, **__: (str(tmp_path / name), ""))
        shown.ask_export()
        assert sign in (tmp_path / name).read_text()
    assert shown.touched.isVisible()
    shown.old.setCurrentIndex(shown.new.currentIndex())
    with rice.qtbot.waitSignal(shown.compared):
        shown.old.activated.emit(shown.old.currentIndex())
    assert not shown.touched.isVisible()  # no empty list over the texts
    shown.close()
