"""The claims board: its first page, scrolling, a letter of its filter, a change, and memory, in its own window.

`python -m tests.bench.bench_board [ARTICLES…]` on copies of libraries of articles with marks. Beside each figure
stands a reference of the same run: bare `sqlite3` that counts the rows and reads a page of them, and a bare
`QTableView` over words that are in memory. It returns 1 when a goal is missed.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QStringListModel, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from reader.edits import Edit, Swap
from reader.store import Library
from tests.bench.claims_library import make_claims
from tests.bench.libraries import in_memory, kept_library, memory_folder
from tests.bench.measures import memory, p95, timed
from ui.app import make_application
from ui.board.window import BoardWindow
from ui.jobs import Jobs
from ui.look.theme import load
from ui.session import Session

FIRST, FRAME, LETTER, MEMORY = 300, 16, 100, 100  # milliseconds and megabytes: the goals at any size
_ROWS = "SELECT number, quote FROM annotation WHERE about = '' AND label = 'claim' ORDER BY number LIMIT 60"
_COUNT = "SELECT count(*) FROM annotation WHERE about = '' AND label = 'claim'"
_missed: list[str] = []


def say(name: str, found: float, reference: float, goal: float, unit: str = "ms") -> None:
    """Print a figure beside its reference and its goal, and note when that is missed."""
    ratio = f"{found / reference:6.1f} x {reference:.2f}" if reference else ""
    missed = found > goal
    print(f"  {name:<42}{found:8.1f} {unit}  goal {goal:>5.0f}  {ratio}{'  MISSED' if missed else ''}", flush=True)
    if missed:
        _missed.append(name)


class Bench:
    """A board on one library, waited for by its own event loop."""

    def __init__(self, path: Path, application: QApplication) -> None:
        self.application = application
        self.library = Library.open(path)
        self.session = Session(lambda: self.library, None)
        assert self.session.library is self.library
        self.jobs = Jobs()
        scopes = [("library", "All", lambda: None)]
        self.board = BoardWindow(self.session, self.jobs, scopes, lambda: "", load("light"))
        self.board.resize(1400, 900)

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until it is so, and what it changed is painted."""
        end, loop, look = time.monotonic() + 120, QEventLoop(), QTimer()
        look.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > end else None)
        look.start(1)
        if not done():
            loop.exec()  # asleep, as a window is that nobody touches; `qWait` would keep Python from the reading
        assert done(), "the board did not answer"
        self.board.claims.table.viewport().repaint()

    def is_read(self) -> bool:
        """Whether all rows on the screen were read."""
        model, seen = self.board.claims.model, self.board.claims.on_screen()
        return bool(seen) and all(key in model.lines for key in seen)

    def first_page(self) -> float:
        def show() -> None:
            self.board.show()
            self.wait(self.is_read)

        return timed(show)

    def scrolled(self, at: float) -> tuple[float, float]:
        """The longest stop of the window, and how long until the rows there are read."""
        bar, table = self.board.claims.table.verticalScrollBar(), self.board.claims.table

        def drag() -> None:
            bar.setValue(int(bar.maximum() * at))
            table.viewport().repaint()

        return timed(drag), timed(lambda: self.wait(self.is_read))

    def letter(self, letter: str) -> tuple[float, float]:
        """A letter typed in the filter, to its first rows painted, and to the last row found."""
        claims, arrived = self.board.claims, list[object]()
        self.board.gatherer.arranged.connect(arrived.append)
        QTest.keyClicks(claims.filter, letter)
        claims._soon.stop()
        begun = time.perf_counter()
        claims._soon.timeout.emit()
        self.wait(lambda: bool(arrived) and (self.is_read() or not claims.model.rowCount()))
        first = time.perf_counter() - begun
        self.wait(lambda: not claims.model._unsure)
        return first * 1000, (time.perf_counter() - begun) * 1000

    def changed(self) -> float:
        """A note written on the mark of the last row on the screen, to the board with it."""
        seen = self.board.claims.on_screen()[-1]
        mark = self.board.claims.model.lines[seen].row.mentions[0]
        pictures: list[object] = []
        self.board.gatherer.gathered.connect(pictures.append)
        self.session.do(Edit("Note", (Swap(mark, replace(mark, note=f"{mark.note}.")),)))
        self.board.gatherer._soon.stop()
        begun = time.perf_counter()
        self.board.gatherer._soon.timeout.emit()
        self.wait(lambda: bool(pictures) and self.is_read())
        return (time.perf_counter() - begun) * 1000

    def close(self) -> None:
        self.board.close()
        self.jobs.close()
        self.session.close()


def bare_sqlite(path: Path) -> tuple[float, float]:
    """Counting the rows and reading a page; reading all their words."""
    with closing(sqlite3.connect(path)) as connection:
        page = [timed(lambda: (connection.execute(_COUNT).fetchall(), connection.execute(_ROWS).fetchall()))]
        page += [timed(lambda: (connection.execute(_COUNT).fetchall(), connection.execute(_ROWS).fetchall()))]
        every = timed(lambda: [q for _, q in connection.execute(_ROWS.replace(" LIMIT 60", ""))])
    return min(page), every


def bare_table(rows: int, application: QApplication) -> float:
    """The frame of a table that is dragged, over words that are in memory."""
    table = QTableView()
    table.setModel(QStringListModel([f"Row {n} with some words in it" for n in range(rows)], table))
    table.resize(1000, 800)
    table.show()
    application.processEvents()

    def drag(at: float) -> None:
        table.verticalScrollBar().setValue(int(table.verticalScrollBar().maximum() * at))
        table.viewport().repaint()

    times = [timed(lambda n=n: drag(n / 50)) for n in range(50)]  # type: ignore[misc]
    table.close()
    return p95(times)


def measure(path: Path, application: QApplication) -> None:
    with Library.open(path) as library:
        if not library.claims():
            make_claims(library, 2_000 if library.count() > 2_000 else 200, 300)
    page, every = bare_sqlite(path)
    bench, before = Bench(path, application), memory()
    print(f"{path.name}: {bench.library.count()} articles")
    say("first page", bench.first_page(), page, FIRST)
    say("memory that the board takes", memory() - before, 0, MEMORY, "MB")
    count = bench.board.claims.model.rowCount()
    drags = [bench.scrolled(n * 37 % 50 / 50) for n in range(50)]
    frame = bare_table(min(count, 100_000), application)
    say(f"frame of the bar dragged over {count:,}, p95", p95([stop for stop, _ in drags]), frame, FRAME)
    say("until the rows there are read, p95", p95([wait for _, wait in drags]), page, LETTER)
    say("a note changed, to the board", p95([bench.changed() for _ in range(20)]), page, LETTER)
    for letter in "aqu":
        first, last = bench.letter(letter)
        found = bench.board.claims.model.count
        if found:
            say(f"letter {letter!r}: first rows of {found:,}", first, page, 2 * LETTER)
        else:  # all words are looked through: beside what reading them takes
            say(f"letter {letter!r}: that there is none", last, every, 8 * every + LETTER)
    say("memory after all of that", memory() - before, 0, 2 * MEMORY, "MB")
    bench.close()


def main() -> int:
    application = make_application()
    for articles in map(int, sys.argv[1:] or ("1000", "100000")):
        with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
            measure(in_memory(kept_library(articles), Path(folder)), application)
    return 1 if _missed else 0


if __name__ == "__main__":
    sys.exit(main())
