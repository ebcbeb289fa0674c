"""Quitting while something is being added: it is asked, and what was not done is done at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from reader.model.pages import Page
from reader.progress import Progress
from reader.query import Query
from reader.store import Library
from tests.ui.window_desk import PAGE, Desk, Starter, stop
from ui.window import add_sources
from ui.window.handed_in import PAGES, HandedIn, unfinished
from ui.window.stopper import Stopper

ROOT = Path(__file__).parents[3]


def page(number: int) -> str:
    return PAGE.replace("Rice", f"Rice{number}").replace("a week in", f"{number + 2} weeks in")


def pages(folder: Path, count: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    made = [folder / f"{number}.html" for number in range(count)]
    for number, path in enumerate(made):
        path.write_text(page(number), encoding="utf-8")
    return [str(path) for path in made]


def folder_of(files: Sequence[str]) -> list[str]:
    return [str(Path(files[0]).parent)]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Adding waits behind its second page until this is set, or until it is stopped."""
    go, steps = Event(), add_sources.Adding._steps

    def slowly(
        adding: add_sources.Adding, sources: Sequence[str | Path | Page], stopper: Stopper
    ) -> Iterator[Progress]:
        for number, step in enumerate(steps(adding, sources, stopper), 1):
            yield step
            while number == 2 and not go.wait(0.02) and not stopper.stopped:
                pass

    monkeypatch.setattr(add_sources.Adding, "_steps", slowly)
    yield go
    go.set()


def question(desk: Desk) -> QMessageBox | None:
    boxes = [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]
    return boxes[0] if boxes else None


def quit_while_adding(desk: Desk, sources: Sequence[str]) -> QMessageBox:
    desk.window.parts.adding.add(sources)
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 3, timeout=60_000)
    # The page is in the library before the job says so.
    desk.qtbot.waitUntil(lambda: [job.latest.done for job in desk.program.jobs.running] == [2])
    desk.key(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: question(desk) is not None)
    box = question(desk)
    assert box is not None
    return box


def press(box: QMessageBox, text: str) -> None:
    button = next(button for button in box.buttons() if button.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def titles(library: Library) -> list[str]:
    return sorted(one.title for one in library.summaries(Query()) if one.title.startswith("Rice"))


def test_quitting_asks_how_much_is_left_and_esc_waits(desk: Desk, held: Event, tmp_path: Path) -> None:
    box = quit_while_adding(desk, pages(tmp_path / "p", 5))
    assert "3 of 5 pages" in box.text() and "next start" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: question(desk) is None)
    assert desk.window.isVisible()
    with desk.qtbot.waitSignal(desk.window.parts.adding.reported, timeout=60_000) as told:
        held.set()
    assert told.args is not None and len(told.args[0]) == 5
    desk.qtbot.waitUntil(lambda: not desk.program.jobs.running)
    assert unfinished(desk.session.library) == []
    assert desk.window.close()


def test_the_question_goes_when_the_work_is_over(desk: Desk, held: Event, tmp_path: Path) -> None:
    quit_while_adding(desk, pages(tmp_path / "p", 4))
    held.set()
    desk.qtbot.waitUntil(lambda: question(desk) is None, timeout=60_000)
    assert desk.window.isVisible() and desk.session.library.count() == 5


def test_the_rest_is_added_at_the_next_start(start: Starter, held: Event, tmp_path: Path) -> None:
    desk = start()
    box = quit_while_adding(desk, folder_of(pages(tmp_path / "p", 5)))
    press(box, "Quit")
    desk.qtbot.waitUntil(desk.window.isHidden)
    stop(desk.program)
    held.set()
    desk = start()
    assert desk.window.banner.isVisible() and "2 were done, the other 3" in desk.window.banner.text.text()
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 6, timeout=60_000)
    desk.qtbot.waitUntil(lambda: not desk.program.jobs.running)
    assert len(titles(desk.session.library)) == 5
    stop(desk.program)
    desk = start()
    assert desk.window.banner.isHidden() and not desk.program.jobs.running


def test_what_was_cancelled_is_not_taken_up(start: Starter, held: Event, tmp_path: Path) -> None:
    desk = start()
    desk.window.parts.adding.add(pages(tmp_path / "p", 5))
    desk.qtbot.waitUntil(lambda: desk.session.library.count() == 3, timeout=60_000)
    with desk.qtbot.waitSignal(desk.window.parts.adding.reported, timeout=60_000):
        desk.window.status.cancel.click()
    desk.qtbot.waitUntil(lambda: not desk.program.jobs.running)
    assert unfinished(desk.session.library) == []


def test_an_export_is_named_when_quitting(desk: Desk) -> None:
    go = Event()

    def work() -> Iterator[Progress]:
        yield Progress(1, 2)
        assert go.wait(30)

    desk.program.jobs.start("Exporting week.html", work, writes=False)
    assert not desk.window.close()
    box = question(desk)
    assert box is not None and "“Exporting week.html”" in box.text() and "stopped" in box.text()
    go.set()
    desk.qtbot.waitUntil(lambda: question(desk) is None)


# -- on the disk ---------------------------------------------------------------------------------------


def test_pages_words_and_failures_come_back_as_they_were(library: Library, tmp_path: Path) -> None:
    pasted = Page("clipboard", "clipboard.html", b"\x00\xff words", "text/html", "utf-8", "https://example.org/a")
    entry = HandedIn.keep(library, PAGES, ["one.html", pasted, "https://example.org/b", "odd-\udcff.html"])
    other = HandedIn.keep(library, PAGES, ["other.html"])
    entry.note(failed=True)
    entry.note(failed=False)
    first, second = unfinished(library)
    assert first.sources == ("one.html", "https://example.org/b", "odd-\udcff.html") and first.added == 1
    assert second.sources == ("other.html",)
    other.forget()
    entry.forget()
    again = HandedIn.keep(library, PAGES, [pasted])
    assert [rest.sources for rest in unfinished(library)] == [(pasted,)]
    assert again.slot == "1"


KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import Program, make_application
from ui.settings import Settings

application = make_application()
program = Program(Path(sys.argv[1]), Settings(Path(sys.argv[2])), sys.argv[3:])
program.start()
clock = QTimer(interval=5)
def look():
    if program.session.is_open and program.session.library.count() >= 3:
        print("added", flush=True)
        clock.stop()
clock.timeout.connect(look)
clock.start()
application.exec()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_after_a_kill_everything_that_was_handed_in_is_there(
    library_path: Path, start: Starter, tmp_path: Path
) -> None:
    sources = pages(tmp_path / "p", 12)
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(library_path), str(tmp_path / "killed.json"), *sources],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ),
    ) as running:  # fmt: skip
        assert running.stdout is not None and running.stdout.readline() == "added\n"
        running.kill()
    desk = start()
    assert desk.window.banner.isVisible()
    desk.qtbot.waitUntil(lambda: len(titles(desk.session.library)) == 12, timeout=90_000)
    desk.qtbot.waitUntil(lambda: not desk.program.jobs.running)
    assert unfinished(desk.session.library) == []
