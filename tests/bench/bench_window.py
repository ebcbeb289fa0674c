"""The whole window: the key of a label to the frame with the mark in it, its card and its row; opening an article.

`python -m tests.bench.bench_window`. The mark is committed with synchronous=FULL before it is painted. Beside it stands
what any program on Qt and SQLite pays: one bare committed row, and a plain `QTextEdit` painted again.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model.articles import Place
from reader.model.stamps import now
from reader.store import Library
from tests.bench.bench_view import SIZES, fill, laid_out, p95, plain, settled, timed
from ui.app import Program, make_application
from ui.settings import Settings


@contextmanager
def opened(folder: Path, article_id: str, application: QApplication) -> Iterator[Program]:
    """The program on the library of `folder`, with the article laid out."""
    program = Program(folder / "library.tilik", Settings(folder / "settings.json"))
    program.window.resize(1400, 900)
    program.start()
    while not program.session.is_open:
        application.processEvents()
    program.window.open(article_id)
    laid_out(application)
    yield program
    program.window.close()
    program.close()


def marking(program: Program, application: QApplication) -> list[float]:
    view, times = program.window.view, []
    for number in range(100):
        place = view.first_visible() + number * 3
        cursor = view.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(place + 20, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        laid_out(application)

        def key() -> None:
            QTest.keyClick(view, Qt.Key.Key_C)
            view.viewport().repaint()  # and with it all of the window that changed

        times.append(timed(key))
    return times


def measure(folder: Path, size: int, marks: int, application: QApplication) -> None:
    with Library.open(folder / "library.tilik") as library:
        article_id, revision = fill(library, size, marks)
        other_id, _ = fill(library, 50_000, 1_000)
        library.remember_place(Place(article_id, 0, 0.0, now()))
    floor = plain(revision.text, folder, application)[2]
    with opened(folder, article_id, application) as program:
        before = len(program.session.page_annotations)
        marked = marking(program, application)
        assert len(program.session.page_annotations) == before + len(marked), "a key made no mark"
        switched = []
        for number in range(20):
            wanted = (other_id, article_id)[number % 2]

            def open_(wanted: str = wanted) -> None:
                program.window.open(wanted)
                program.window.view.viewport().repaint()

            took = settled(timed(open_))
            if wanted == article_id:
                switched.append(took)
            laid_out(application)
    print(
        f"{size // 1000:>5} KB {marks:>7,} marks | mark median {sorted(marked)[50]:.1f} ms, p95 {p95(marked):.1f} ms"
        f" (plain {floor:.1f}, {p95(marked) / floor:.1f}x) | switch p95 {p95(switched):.0f} ms",
        flush=True,
    )


def main() -> None:
    application = make_application()
    for size, marks in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), size, marks, application)


if __name__ == "__main__":
    sys.exit(main())
