"""What the window shows while something is dragged over it, while pages come in, and when long work ends unseen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader import edits
from reader.progress import Progress
from tests.ui.window_desk import PAGE, Desk
from ui.window import ended

BUTTON, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def carried(*names: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(n)) if isinstance(n, Path) else QUrl(n) for n in names])
    return mime


def drag_over(desk: Desk, mime: QMimeData) -> None:
    QApplication.sendEvent(desk.window, QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, BUTTON, NONE))


def target(desk: Desk) -> QWidget | None:
    found = desk.window.findChild(QWidget, "drop_target")
    return found if isinstance(found, QWidget) and found.isVisible() else None


def test_the_place_to_drop_is_shown_while_something_is_dragged_over_the_window(desk: Desk, tmp_path: Path) -> None:
    focus = QApplication.focusWidget()
    assert target(desk) is None
    drag_over(desk, carried(tmp_path / "a.html"))
    shown = target(desk)
    assert shown is not None and shown.accessibleName() == "Drop to add"
    assert shown.size() == desk.window.body.size() and QApplication.focusWidget() is focus
    QApplication.sendEvent(desk.window, QDragLeaveEvent())
    assert target(desk) is None


def test_it_goes_when_something_is_dropped(desk: Desk, tmp_path: Path) -> None:
    pages = [tmp_path / f"{n}.html" for n in range(2)]
    for number, path in enumerate(pages):
        path.write_text(PAGE.replace("Rice", f"Rice{number}"), encoding="utf-8")
    mime = carried(*pages)
    drag_over(desk, mime)
    assert target(desk) is not None
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, BUTTON, NONE))
    assert target(desk) is None
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 3, timeout=60_000)


def test_a_newer_version_is_spoken_of_only_where_it_may_be_one(desk: Desk, tmp_path: Path) -> None:
    from dataclasses import replace

    article = desk.article
    named = replace(article, url="https://example.org/ferry", origin="/somewhere/ferry.html")
    assert desk.session.do(edits.Edit("Move", (edits.Swap(article, named),)))
    for names, newer in (
        ((tmp_path / "ferry.html",), True),
        (("https://example.org/ferry",), True),
        ((tmp_path / "other.html",), False),
        ((tmp_path / "ferry.html", tmp_path / "other.html"), False),
        (("https://example.org/other",), False),
    ):
        drag_over(desk, carried(*names))
        shown = target(desk)
        assert shown is not None and ("newer version" in shown.accessibleName()) is newer


# -- while pages come in -------------------------------------------------------------------------------


def work(go: Event) -> Iterator[Progress]:
    yield Progress(2, 40)
    assert go.wait(30)


def test_a_line_above_the_list_says_how_far_the_pages_are(desk: Desk) -> None:
    line = desk.window.parts.adding_line
    assert line.isHidden()
    go = Event()
    desk.program.jobs.start("Adding 40 sources", lambda: work(go), kept=True, expected=40)
    desk.qtbot.waitUntil(lambda: line.text() == "Adding 3 of 40…")
    assert line.isVisible()
    top = line.mapTo(desk.window.library, QPoint(0, 0)).y()
    assert top < desk.window.library.list.mapTo(desk.window.library, QPoint(0, 0)).y()
    go.set()
    desk.qtbot.waitUntil(line.isHidden)


def test_an_export_is_no_page_that_is_being_added(desk: Desk) -> None:
    go = Event()
    desk.program.jobs.start("Exporting", lambda: work(go), writes=False)
    assert desk.window.parts.adding_line.isHidden()
    go.set()
    desk.qtbot.waitUntil(lambda: not desk.program.jobs.running)


# -- when long work ends -------------------------------------------------------------------------------


@pytest.mark.parametrize(("seconds", "away", "expected"), [(0.0, True, True), (0.0, False, False), (60, True, False)])
def test_long_work_that_ends_while_the_reader_is_away_asks_for_a_look(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, seconds: float, away: bool, expected: bool
) -> None:
    told: list[str] = []
    alerted: list[object] = []
    monkeypatch.setattr(ended, "LONG", seconds)
    monkeypatch.setattr(ended.Ended, "tell", lambda _part, text: told.append(text))
    monkeypatch.setattr(QApplication, "alert", lambda window, *_args: alerted.append(window))
    if away:
        monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    focus = QApplication.focusWidget()
    go = Event()
    desk.program.jobs.start("Adding 40 sources", lambda: work(go))
    go.set()
    desk.qtbot.waitUntil(lambda: not desk.program.jobs.running)
    assert (told, alerted) == ((["Finished: Adding 40 sources"], [desk.window]) if expected else ([], []))
    assert QApplication.focusWidget() is focus


def test_without_a_desktop_that_shows_notifications_nothing_goes_wrong(desk: Desk) -> None:
    desk.window.parts.ended.tell("Finished: Adding 40 sources")
