"""The article view: opening, paging, marking and switching at four sizes, beside a plain text widget in the same run.

`python -m tests.bench.bench_view`; frames are counted up to the painted viewport, a mark with its synced commit. What
any program on Qt and SQLite pays stands beside each: a plain `QTextEdit` with the same text, and one bare row that is
committed with synchronous=FULL before that widget is painted again. Both widgets are paged once Qt has laid them out.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from reader import edits
from reader.model.annotations import Annotation
from reader.model.articles import Article, Block, BlockKind, Metadata, Revision
from reader.model.labels import BUILTIN, CLAIM
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library
from tests.bench.measures import p95, timed
from ui.article.view import ArticleView
from ui.session import Session

SENTENCE = "The harbour office of Lembayung Bay says that the night ferry never sailed that week. "
SIZES = ((50_000, 1_000), (50_000, 10_000), (500_000, 10_000), (5_000_000, 100_000))


def fill(library: Library, size: int, marks: int) -> tuple[str, Revision]:
    """An article of `size` characters in paragraphs of five sentences, with `marks` marks spread over it."""
    paragraph = (SENTENCE * 5).strip()
    count = size // (len(paragraph) + 1)
    text = "\n".join([paragraph] * count)
    step = len(paragraph) + 1
    blocks = tuple(Block(Span(n * step, n * step + len(paragraph)), BlockKind.PARAGRAPH) for n in range(count))
    article_id, revision_id = new_id(), new_id()
    revision = Revision(revision_id, article_id, text, blocks, Metadata(), now())
    library.apply(edits.add_article(Article(article_id, revision_id, "Ferry", now()), revision))
    at, swaps = now(), []
    for n in range(marks):
        start = n * (len(text) - 60) // marks
        anchor = edits.anchor(revision, [Span(start, start + 12 + n % 40)])
        mark = Annotation(new_id(), article_id, BUILTIN[n % 3].id, anchor, at, at)
        swaps.append(edits.Swap(None, mark))
    library.apply(edits.Edit("Fill", tuple(swaps)))
    return article_id, revision


def settled(time: float) -> float:
    """`time`; what was to be deleted when the event loop comes round is so now, as it is in the program."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return time


def show(view: QTextEdit, application: QApplication) -> None:
    view.resize(1200, 900)
    view.show()
    application.processEvents()
    view.viewport().repaint()


def laid_out(application: QApplication) -> None:
    """Give Qt the time to lay the rest of the text out, as it does while the first screen is read."""
    quiet = 0
    while quiet < 3:
        quiet = quiet + 1 if timed(application.processEvents) < 1 else 0


def paging(view: QTextEdit) -> float:
    bar, times = view.verticalScrollBar(), []
    for _ in range(60):
        bar.setValue(bar.value() + bar.pageStep())
        times.append(timed(view.viewport().repaint))
    return p95(times)


def plain(text: str, folder: Path, application: QApplication) -> tuple[float, float, float]:
    """Opening, paging, and a bare committed row with the frame after it."""
    view = QTextEdit()
    view.setReadOnly(True)

    def open_() -> None:
        view.setPlainText(text)
        show(view, application)

    opened = timed(open_)
    laid_out(application)
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE mark (id TEXT, quote TEXT)")

    def mark() -> None:
        bare.execute("INSERT INTO mark VALUES (?, ?)", (new_id(), SENTENCE))
        view.viewport().repaint()

    paged, marked = paging(view), p95([timed(mark) for _ in range(100)])
    bare.close()
    return opened, paged, marked


def measure(library: Library, size: int, marks: int, application: QApplication) -> None:
    article_id, revision = fill(library, size, marks)
    session = Session(lambda: library, None)
    view = ArticleView(session)

    def open_() -> None:
        session.open(article_id)
        show(view, application)

    def mark(number: int) -> None:
        place = view.first_visible() + number * 3
        session.do(edits.annotate(revision, [Span(place, place + 20)], CLAIM, "Sari"))
        view.viewport().repaint()

    def switch() -> None:
        session.open(article_id)
        view.viewport().repaint()

    opened = timed(open_)
    laid_out(application)
    paged, floor = paging(view), plain(revision.text, library.path.parent, application)
    marked = p95([timed(lambda n=n: mark(n)) for n in range(100)])  # type: ignore[misc]
    switched = p95([settled(timed(switch)) for _ in range(20)])
    found = zip(("open", "page p95", "mark p95"), (opened, paged, marked), floor, strict=True)
    told = " | ".join(f"{name} {ours:.1f} ms (plain {bare:.1f}, {ours / bare:.1f}x)" for name, ours, bare in found)
    print(f"{size // 1000:>5} KB {marks:>7,} marks | {told} | switch p95 {switched:.0f} ms", flush=True)
    view.close()


def main() -> None:
    application = QApplication(sys.argv[:1])
    for size, marks in SIZES:
        with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.tilik") as library:
            measure(library, size, marks, application)


if __name__ == "__main__":
    main()
