"""The article view: opening, paging, marking and switching at four sizes, beside a plain text widget in the same run.

`python -m tests.bench.bench_view`; frames are counted up to the painted viewport, a mark with its synced commit.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QTextEdit

from reader import edits
from reader.labels import BUILTIN, CLAIM
from reader.model import Annotation, Article, Block, BlockKind, Metadata, Revision, Span, new_id, now
from reader.store import Library
from ui.article_view import ArticleView
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


def timed(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return (time.perf_counter() - start) * 1000


def p95(times: list[float]) -> float:
    return sorted(times)[len(times) * 95 // 100]


def show(view: QTextEdit, application: QApplication) -> None:
    view.resize(1200, 900)
    view.show()
    application.processEvents()
    view.viewport().repaint()


def paging(view: QTextEdit) -> float:
    bar, times = view.verticalScrollBar(), []
    for _ in range(60):
        bar.setValue(bar.value() + bar.pageStep())
        times.append(timed(view.viewport().repaint))
    return p95(times)


def plain(text: str, application: QApplication) -> tuple[float, float]:
    view = QTextEdit()
    view.setReadOnly(True)

    def open_() -> None:
        view.setPlainText(text)
        show(view, application)

    return timed(open_), paging(view)


def measure(library: Library, size: int, marks: int, application: QApplication) -> None:
    article_id, revision = fill(library, size, marks)
    session = Session(lambda: library, None)
    view = ArticleView(session)

    def open_() -> None:
        session.open(article_id)
        show(view, application)

    def mark(number: int) -> None:
        place = view.first_visible() + number * 3
        session.do(edits.highlight(revision, [Span(place, place + 20)], CLAIM, "Sari"))
        view.viewport().repaint()

    def switch() -> None:
        session.open(article_id)
        view.viewport().repaint()

    opened, paged, floor = timed(open_), paging(view), plain(revision.text, application)
    marked = p95([timed(lambda n=n: mark(n)) for n in range(100)])  # type: ignore[misc]
    switched = p95([timed(switch) for _ in range(20)])
    print(
        f"{size // 1000:>5} KB {marks:>7,} marks | open {opened:.0f} ms (plain {floor[0]:.0f}, ratio"
        f" {opened / floor[0]:.1f}) | page p95 {paged:.1f} ms (plain {floor[1]:.1f}, ratio"
        f" {paged / floor[1]:.1f}) | mark p95 {marked:.1f} ms | switch p95 {switched:.0f} ms",
        flush=True,
    )
    view.close()


def main() -> None:
    application = QApplication(sys.argv[:1])
    for size, marks in SIZES:
        with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.tilik") as library:
            measure(library, size, marks, application)


if __name__ == "__main__":
    main()
