"""Cleaning again with a newer cleaner: offered in the window, told, taken, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import edits
from reader.intake.add import add
from reader.model.labels import CLAIM
from reader.model.spans import Span
from reader.store import Library
from tests.reader.intake.test_reclean import Older, mark
from tests.ui.window_desk import PAGE, Desk, Starter
from ui.dialogs.reclean_report import RecleanReport

LEFT = Qt.MouseButton.LeftButton


def outdated(start: Starter, library_path: Path, tmp_path: Path) -> Desk:
    """A library with a page that a cleaner of yesterday cleaned, and a mark on its words."""
    (tmp_path / "rice.html").write_text(PAGE)
    with Library.open(library_path) as library:
        sample = library.summaries()[0].id
        list(add(library, [tmp_path / "rice.html"], Older()))
        rice = next(s.id for s in library.summaries() if s.id != sample)
        mark(library, "prices would soon fall", rice)
    desk = start(open_sample=False)
    desk.window.open(rice)
    return desk


def report(desk: Desk) -> RecleanReport:
    desk.qtbot.waitUntil(desk.window.banner.isVisible)
    assert "another version" in desk.window.banner.text.text()
    desk.qtbot.mouseClick(desk.window.banner.action, LEFT)

    def found() -> list[RecleanReport]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, RecleanReport) and w.isVisible()]

    desk.qtbot.waitUntil(desk.window.status.result.isVisible)
    assert found() == []  # nothing comes up by itself
    desk.window.commands["result"].trigger()
    assert len(found()) == 1
    return found()[0]


def text(desk: Desk) -> str:
    assert desk.session.revision is not None
    return desk.session.revision.text


def test_it_is_offered_told_taken_and_undone(start: Starter, library_path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk = outdated(start, library_path, tmp_path)
    shown = report(desk)
    assert "1 reads differently" in shown.headline.text() and "0 marks to look at" in shown.headline.text()
    cells = [item.text() for column in range(6) if (item := shown.table.item(0, column))]
    assert cells == ["Rice prices rise in Tanjung Senja", "+1 −1", "1", "", "", ""]
    assert "Share this page" in text(desk)
    qtbot.mouseClick(shown.take, LEFT)
    assert "Share this page" not in text(desk) and "The mayor denies" in text(desk)
    (only,) = desk.session.page_annotations
    assert text(desk)[only.start : only.end] == "prices would soon fall"
    desk.window.commands["undo"].trigger()
    assert "Share this page" in text(desk)


def test_leaving_it_changes_nothing_and_it_is_offered_once(
    start: Starter, library_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = outdated(start, library_path, tmp_path)
    shown = report(desk)
    qtbot.mouseClick(shown.leave, LEFT)
    assert "Share this page" in text(desk)
    desk.window.parts.recleaning.offer()
    desk.window.commands["reclean"].trigger()
    qtbot.waitUntil(desk.window.status.result.isVisible, timeout=20_000)
    qtbot.mouseClick(desk.window.status.result, LEFT)
    qtbot.waitUntil(lambda: any(isinstance(w, RecleanReport) and w.isVisible() for w in QApplication.topLevelWidgets()))
    assert desk.window.banner.isHidden()


@pytest.mark.parametrize("what", ["made", "changed"])
def test_a_mark_that_came_after_the_report_comes_along(
    start: Starter, library_path: Path, tmp_path: Path, qtbot: QtBot, what: str
) -> None:
    desk = outdated(start, library_path, tmp_path)
    shown = report(desk)
    session, library = desk.session, desk.session.library
    article, revision = session.article, session.revision
    assert article is not None and revision is not None
    (only,) = session.page_annotations
    if what == "made":
        begin = revision.text.index("two ships had")
        session.do(edits.annotate(revision, [Span(begin, begin + 13)], CLAIM))
    else:
        session.do(edits.set_note(library.annotation(only.id), "Ask the harbour."))
    qtbot.mouseClick(shown.take, LEFT)
    qtbot.waitUntil(lambda: "Share this page" not in text(desk))
    words = [text(desk)[mark.start : mark.end] for mark in session.page_annotations]
    assert words == ["two ships had", "prices would soon fall"][0 if what == "made" else 1 :]
    assert library.annotation(only.id).note == ("" if what == "made" else "Ask the harbour.")
    desk.window.commands["undo"].trigger()
    assert "Share this page" in text(desk) and len(session.page_annotations) == len(words)
