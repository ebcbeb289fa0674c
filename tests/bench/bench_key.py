"""The mark key to the painted frame in the whole window, switching, paging and dressing; each beside a reference.

`python -m tests.bench.bench_key [--only NUMBER...]`; run it under `chrt -f 10` where the machine is busy. Labels are
pressed in turn. *First* is the frame after the key, *settled* the moment when nothing of it is left to be done. The
references are what any program on Qt and SQLite pays in the same run: a bare row that is committed with
synchronous=FULL and a plain `QTextEdit` painted again. *big* is a library of 100,000 articles, of which the one that is
read is one more. Exit code 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import edits
from reader.model.annotations import Annotation, Origin
from reader.model.articles import Article, Block, BlockKind, Metadata, Place, Revision
from reader.model.labels import BUILTIN
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library
from tests.bench.bench_view import SENTENCE, plain
from tests.bench.libraries import kept_library
from tests.bench.measures import p95
from ui.app import Program, make_application
from ui.garbage import Collector
from ui.jobs import Job
from ui.look import theme
from ui.settings import Settings

KEYS = (Qt.Key.Key_C, Qt.Key.Key_S, Qt.Key.Key_D)
MEMORY = Path("/dev/shm")
SMALL, LARGE = (50_000, 1_000), (5_000_000, 100_000)
SWITCHED = {50_000: 50.0, 500_000: 50.0, 5_000_000: 300.0}
FRAME, LONG_FRAME, STOP, DRESSED = 8.3, 16.0, 100.0, 150.0  # ms
_Step = Callable[[], object]


@dataclass
class Goals:
    """What was missed."""

    missed: list[str] = field(default_factory=list)

    def line(self, name: str, got: float, goal: float, reference: float) -> None:
        missed = got >= goal
        print(
            f"  {name:<44} {got:8.1f} ms (goal {goal:5.1f}, reference {reference:5.1f}, {got / reference:5.1f}x)"
            f"{'  MISSED' if missed else ''}",
            flush=True,
        )
        if missed:
            self.missed.append(name)


def fill(library: Library, size: int, marks: int, captures: int) -> tuple[str, Revision]:
    """An article of `size` characters, captured so often; its marks are carried from the first text to the last."""
    paragraph = (SENTENCE * 5).strip()
    step = len(paragraph) + 1
    count = size // step
    text = "\n".join([paragraph] * count)
    blocks = tuple(Block(Span(n * step, n * step + len(paragraph)), BlockKind.PARAGRAPH) for n in range(count))
    article_id = new_id()
    revisions = [Revision(new_id(), article_id, text, blocks, Metadata(), now()) for _ in range(captures)]
    first, last = revisions[0], revisions[-1]
    library.apply(edits.add_article(Article(article_id, first.id, "Ferry", now()), first))
    for made in revisions[1:]:
        article = library.article(article_id)
        moved = Article(article.id, made.id, article.title, article.added)
        library.apply(edits.Edit("Capture again", (edits.Swap(None, made), edits.Swap(article, moved))))
    at, swaps = now(), []
    for n in range(marks):
        start = n * (len(text) - 60) // marks
        anchor = edits.anchor(last, [Span(start, start + 12 + n % 40)])
        origin = Origin(first.id, anchor.spans, anchor.quote, "placed") if captures > 1 else None
        mark = Annotation(new_id(), article_id, BUILTIN[n % 3].id, anchor, at, at, origin=origin)
        swaps.append(edits.Swap(None, mark))
    library.apply(edits.Edit("Fill", tuple(swaps)))
    return article_id, last


class Painted(QObject):
    """Counts the paintings of some widgets."""

    def __init__(self, *watched: QObject) -> None:
        super().__init__()
        self.count = 0
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Desk:
    """A program on a library, and a clock."""

    def __init__(self, program: Program, application: QApplication) -> None:
        self.program, self.window, self.application = program, program.window, application
        self.view, self.stop = program.window.view, 0.0
        self.painted = Painted(self.view.viewport(), program.window.panel.list.viewport())

    def rest(self, quiet: float = 0.08) -> None:
        """Let everything be done that an idle window does, and for a while longer."""
        since = time.perf_counter()
        while time.perf_counter() - since < quiet:
            began = time.perf_counter()
            self.application.processEvents()
            if time.perf_counter() - began > 0.001 or self.busy:
                since = time.perf_counter()
            time.sleep(0.001)

    @property
    def busy(self) -> bool:
        return any(job.latest.total != 0 and not job.results for job in self.program.jobs.findChildren(Job))

    def frame(self, step: _Step) -> tuple[float, float]:
        """From before `step` to the painted frame, and to when nothing is left to be done, in ms; `stop` is the longest
        time in which no event was answered."""
        count, began = self.painted.count, time.perf_counter()
        step()
        QCoreApplication.sendPostedEvents()
        while self.painted.count == count:
            self.application.processEvents()
            assert time.perf_counter() - began < 30, "nothing was painted"
        first = settled = time.perf_counter()
        self.stop = (first - began) * 1000
        quiet = 0
        while quiet < 3:
            turn = time.perf_counter()
            self.application.processEvents()
            ended = time.perf_counter()
            quiet = quiet + 1 if ended - turn < 0.0003 else 0
            self.stop = max(self.stop, (ended - turn) * 1000)
            settled = ended if quiet == 0 else settled
        return (first - began) * 1000, (settled - began) * 1000


@contextmanager
def opened(path: Path, application: QApplication) -> Iterator[Desk]:
    program = Program(path, Settings(path.parent / "settings.json"))
    program.window.resize(1400, 900)
    program.start()
    while not program.session.is_open:
        application.processEvents()
    desk = Desk(program, application)
    desk.rest()
    yield desk
    program.window.close()
    program.close()
    program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def keys(desk: Desk, times: int = 99) -> tuple[list[float], list[float]]:
    """Labels in turn on other words each time; the first frames, and when each was settled."""
    view, first, settled = desk.view, [], []
    before = len(desk.program.session.page_annotations)
    for number in range(times):
        start = view.first_visible() + number * 3
        words = view.text.index(" ", start) + 1  # whole ones: of others the window asks
        cursor = view.textCursor()
        cursor.setPosition(words)
        cursor.setPosition(view.text.index(" ", words + 14), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        desk.rest(0.005)
        frame, end = desk.frame(lambda n=number: QTest.keyClick(view, KEYS[n % 3]))  # type: ignore[misc]
        first.append(frame)
        settled.append(end)
    assert len(desk.program.session.page_annotations) == before + times, "a key made no mark"
    return first, settled


def key_line(goals: Goals, name: str, desk: Desk, goal: float, floor: float) -> None:
    first, settled = keys(desk)
    goals.line(f"key, {name}", p95(first), goal, floor)
    print(
        f"    first {first[0]:.1f}, median {statistics.median(first):.1f}, most {max(first):.1f};"
        f" settled median {statistics.median(settled):.1f}, p95 {p95(settled):.1f}",
        flush=True,
    )


def switching(goals: Goals, name: str, desk: Desk, size: int, ids: tuple[str, str], floor: float) -> None:
    there, times = ids, []
    for number in range(60):  # of a dozen the p95 would be the first one alone
        wanted = there[number % 2]
        frame, _ = desk.frame(lambda wanted=wanted: desk.window.open(wanted))  # type: ignore[misc]
        if wanted == ids[1]:
            times.append(frame)
        desk.rest(0.02)
    print(f"    switch first {times[0]:.1f}, median {statistics.median(times):.1f}")
    goals.line(f"switch, {name}", p95(times), SWITCHED[size], floor)


def moving(goals: Goals, name: str, desk: Desk, floor: float) -> None:
    """Page down from the beginning, the panel's filter, and the look of the window far down."""
    view, window = desk.view, desk.window
    view.setFocus()
    window.open(desk.program.session.article.id)  # type: ignore[union-attr]
    view.verticalScrollBar().setValue(0)
    frames, stops = [], []
    for _ in range(60):
        frames.append(desk.frame(lambda: QTest.keyClick(view, Qt.Key.Key_PageDown))[0])
        stops.append(desk.stop)
    goals.line(f"page down, longest stop of 60, {name}", max(stops), STOP, floor)
    print(f"    first frame median {statistics.median(frames):.1f}, p95 {p95(frames):.1f}")
    view.to_top(len(view.text) * 8 // 10)
    desk.rest()
    for what, step in (
        ("zoom", lambda: window.desk.zoom(1)),
        ("theme", lambda: window.set_theme(theme.load("dark"))),
        ("resize", lambda: window.resize(window.width() - 60, window.height())),
    ):
        place = view.first_visible()
        frame, _ = desk.frame(step)
        assert abs(view.first_visible() - place) < 400, "the place was lost"
        goals.line(f"{what} far down, {name}", frame, DRESSED, floor)
        desk.rest()


def filtering(name: str, desk: Desk) -> None:
    """The panel's filter and order: how long the window stands still for it, and when the cards are there."""
    model, head = desk.window.panel.model, desk.window.panel.head

    def asked(step: _Step) -> tuple[float, float]:
        count, began = desk.painted.count, time.perf_counter()
        step()
        stop = time.perf_counter() - began
        while model.finder.waiting or desk.painted.count == count:
            turn = time.perf_counter()
            desk.application.processEvents()
            stop = max(stop, time.perf_counter() - turn)
            time.sleep(0.001)  # as a window that waits for events: who never waits lets no thread run
        ended = time.perf_counter()
        desk.rest(0.02)
        return stop * 1000, (ended - began) * 1000

    def type_(letter: str) -> None:
        QTest.keyClicks(head.search, letter)
        head.filter()

    found = [asked(partial(type_, letter)) for letter in "harbour"]
    order = asked(head.toggle_order)
    head.toggle_order()
    head.clear_filter()
    stops, ends = zip(*found, strict=True)
    print(f"    panel filter, a letter, {name}: longest stop {max(stops):.1f}, there after {p95(list(ends)):.1f}")
    print(f"    by time: longest stop {order[0]:.1f}, there after {order[1]:.1f}", flush=True)


def measure(goals: Goals, folder: Path, size: int, marks: int, captures: int, big: Path | None) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    path = folder / "library.tilik"
    if big is not None:
        shutil.copyfile(big, path)
    with Library.open(path) as library:
        other, _ = fill(library, *SMALL, 1)
        article_id, revision = fill(library, size, marks, captures)
        library.remember_place(Place(article_id, 0, 0.0, now()))
    floor = plain(revision.text, folder, application)[2]
    where = "memory" if folder.is_relative_to(MEMORY) else "disk"
    name = f"{size // 1000} KB {marks:,}, captured {captures}x{', big' if big else ''}, {where}"
    synced = 0.0 if where == "memory" else floor  # the disk's own share is the reference's
    with opened(path, application) as desk:
        key_line(goals, name, desk, (FRAME if (size, marks) == SMALL else LONG_FRAME) + synced, floor)
        if where == "memory" and big is None:
            switching(goals, name, desk, size, (other, article_id), floor)
            filtering(name, desk)
            if (size, marks) == LARGE:
                moving(goals, name, desk, floor)


# size, marks, how often captured, on disk, in the library of many articles
CASES = (
    (*SMALL, 1, False, False),
    (*SMALL, 1, True, False),
    (*SMALL, 5, False, False),
    (*SMALL, 1, False, True),
    (50_000, 10_000, 1, False, False),
    (50_000, 10_000, 2, False, False),
    (500_000, 10_000, 1, False, False),
    (*LARGE, 1, False, False),
    (*LARGE, 2, False, False),
    (*LARGE, 1, True, False),
)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", type=int, nargs="*")
    asked, _ = parser.parse_known_args()
    Collector(make_application())
    goals = Goals()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    for number, (size, marks, captures, on_disk, in_big) in enumerate(CASES):
        if asked.only and number not in asked.only:
            continue
        big = kept_library(100_000) if in_big else None
        memory = MEMORY if MEMORY.is_dir() and not on_disk else None
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            measure(goals, Path(folder), size, marks, captures, big)
    for name in goals.missed:
        print(f"missed: {name}")
    return 1 if goals.missed else 0


if __name__ == "__main__":
    sys.exit(main())
