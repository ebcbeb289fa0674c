"""The list of articles and the search in the window: dragged, paged, ordered, filtered, searched letter by letter.

`python -m tests.bench.bench_list [LIBRARY...]`; without one, on those of `libraries.py`. Each time runs to the painted
frame. Beside the list stands the same gesture on a bare `QTableView` over strings, beside the search the same beginning
of a word asked of FTS5 by plain `sqlite3`, ranked. Ends with 1 when a goal is missed.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QStringListModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from reader.model.articles import State
from reader.query import ORDERS
from tests.bench.libraries import in_memory, kept_library, memory_folder
from tests.bench.measures import memory, p95, timed
from ui.app import Program, make_application
from ui.library.pane import LibraryPane
from ui.settings import Settings

SIZES = (1_000, 100_000)
FRAME, LIST, LETTER = 16.0, 100.0, 50.0  # milliseconds: goals
MEMORY = 300  # megabytes
FILTERS = ("site:site1", "lang:id", "label:claim", "annotator:Sari", "tag:nobody")
Act = Callable[[], object]


@dataclass
class Report:
    """Figures, each with its goal and what it is compared with."""

    missed: list[str] = field(default_factory=list)

    def line(self, name: str, times: Sequence[float], goal: float, reference: Sequence[float] = ()) -> None:
        beside = f" | reference {p95(reference):7.2f}, {p95(times) / p95(reference):6.1f} x" if reference else ""
        late = p95(times) > goal
        self.missed += [name] if late else []
        print(f"  {name:<34} median {sorted(times)[len(times) // 2]:7.2f} p95 {p95(times):7.2f} ms (goal {goal:.0f}"
              f"{', MISSED' if late else ''}){beside}", flush=True)  # fmt: skip

    def memory(self, used: float) -> None:
        """Say how much memory the whole program takes, in MB."""
        late = used > MEMORY
        self.missed += ["memory"] if late else []
        print(f"  memory of the program {used:.0f} MB (goal {MEMORY}{', MISSED' if late else ''})", flush=True)


@dataclass
class Window:
    """The program on a library, its list painted."""

    application: QApplication
    program: Program

    @property
    def pane(self) -> LibraryPane:
        return self.program.window.library

    def until(self, there: Callable[[], bool]) -> None:
        """Wait as a window does that has nothing to do: a loop that spins would keep the answer's thread waiting."""
        loop, look, ends = QEventLoop(), QTimer(), time.monotonic() + 300
        look.timeout.connect(lambda: loop.quit() if there() or time.monotonic() > ends else None)
        look.start(1)
        if not there():
            loop.exec()
        if not there():
            raise TimeoutError("the list never came")

    def paint(self) -> None:
        """Let what was begun be laid out and painted."""
        self.application.processEvents()
        self.pane.window().repaint()

    def timed(self, act: Act, there: Callable[[], bool] = lambda: True) -> float:
        def whole() -> None:
            act()
            self.until(there)
            self.paint()

        return timed(whole)


def bare(rows: int, like: QAbstractItemView) -> QTableView:
    """A table over strings that costs what Qt costs."""
    table = QTableView()
    table.setModel(QStringListModel([f"{n} A title of an article" for n in range(rows)], table))
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(46)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.resize(like.size())
    table.show()
    return table


def dragged(view: QAbstractItemView, application: QApplication, times: int = 60) -> list[float]:
    places, bar = random.Random(3), view.verticalScrollBar()

    def to(value: int) -> None:
        bar.setValue(value)
        application.processEvents()
        view.viewport().repaint()

    return [timed(lambda: to(places.randrange(bar.maximum() + 1))) for _ in range(times)]


def paged(view: QAbstractItemView, application: QApplication, times: int = 60) -> list[float]:
    def down() -> None:
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        application.processEvents()
        view.viewport().repaint()

    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    return [timed(down) for _ in range(times)]


def measure_list(window: Window, report: Report) -> None:
    pane, application = window.pane, window.application
    table = bare(pane.model.rowCount(), pane.list)
    report.line("bar dragged", dragged(pane.list, application), FRAME, dragged(table, application))
    report.line("page down", paged(pane.list, application), FRAME, paged(table, application))
    pane.list.verticalScrollBar().setValue(pane.list.verticalScrollBar().maximum() // 2)
    window.paint()
    report.line("order", [window.timed(partial(pane.sort, order)) for order in ORDERS * 6], LIST)
    states = [State.INBOX, State.READING, State.DONE, None] * 6
    report.line("state", [window.timed(partial(pane.states.choose, state)) for state in states], LIST)
    report.line("counts of the states", [timed(pane.states.count) for _ in range(10)], FRAME)
    pane.list.setFocus()
    chosen = []
    for _ in range(3):
        chosen.append(window.timed(pane.list.selectAll))
        pane.list.clearSelection()
    report.line("all chosen", chosen, LIST * 5)
    table.close()


def measure_filters(window: Window, words: Sequence[str], report: Report) -> None:
    for asked in (*FILTERS, *(f"{one} {word}" for one in FILTERS[:4] for word in words[:2])):
        report.line(asked, [filtered(window, asked) for _ in range(20)], LIST)


def filtered(window: Window, asked: str) -> float:
    pane = window.pane
    before = pane.model.query
    took = window.timed(partial(pane.search, asked), lambda: pane.model.query != before)
    window.timed(partial(pane.search, ""))
    return took


def measure_typing(window: Window, path: Path, words: Sequence[str], report: Report) -> None:
    """A letter after the other, each waited for; then whole words, of which each letter stops the search before it."""
    field, answers = window.program.window.header.search, list[int]()
    window.pane.results.answered.connect(lambda shown, _more: answers.append(shown))

    def typed(letters: str) -> float:
        answers.clear()
        return window.timed(partial(QTest.keyClicks, field, letters), lambda: bool(answers))

    by_letter: list[float] = []
    plain: list[float] = []
    at_once: list[float] = []
    with closing(sqlite3.connect(path)) as connection:
        for word in words:
            by_letter += [typed(letter) for letter in word]
            plain += [ranked(connection, word[: end + 1]) for end in range(len(word))]
            window.timed(field.clear)
            at_once.append(typed(word) / len(word))
            window.timed(field.clear)
    report.line(f"a letter typed in search ({len(by_letter)})", by_letter, LETTER, plain)
    report.line("a letter of a word typed at once", at_once, LETTER)


def ranked(connection: sqlite3.Connection, beginning: str) -> float:
    asked = "SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rank LIMIT 50"
    return timed(lambda: connection.execute(asked, (f'"{beginning}"*',)).fetchall())


def common_words(path: Path) -> list[str]:
    """Words of some articles of the library, long and short."""
    with closing(sqlite3.connect(path)) as connection:
        (titles,) = zip(*connection.execute("SELECT title FROM article ORDER BY number LIMIT 12"), strict=True)
    return [words[number % len(words)].lower() for number, title in enumerate(titles) if (words := title.split())]


def measure(path: Path, application: QApplication, report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        program = Program(path, Settings(Path(folder) / "settings.json"))
        window = Window(application, program)
        program.window.resize(1400, 900)
        program.start()
        window.until(lambda: program.session.is_open and program.window.library.model.rowCount() > 100)
        window.paint()
        print(f"{path.name}: {window.pane.model.rowCount():,} articles, load {os.getloadavg()[0]:.1f}", flush=True)
        words = common_words(path)
        measure_list(window, report)
        measure_filters(window, words, report)
        measure_typing(window, path, words, report)
        report.memory(memory())
        program.window.close()
        program.close()


def main() -> int:
    application, report = make_application(), Report()
    if given := [Path(name) for name in sys.argv[1:]]:
        for path in given:
            measure(path, application, report)
    else:
        for size in SIZES:
            with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
                measure(in_memory(kept_library(size), Path(folder)), application, report)
    for name in report.missed:
        print(f"missed: {name}")
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
