"""Reading and marking: the article view on a real library, beside Qt's own text widget with the same text.

Each figure ends with the frame painted, a mark's with its commit too. `python -m tests.bench.bench_view`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget

from reader import edits
from reader.edits import Edit, Swap
from reader.labels import BUILTIN
from reader.model import Annotation, Article, Block, BlockKind, Metadata, Revision, Span, new_id, now
from reader.store import Library
from ui.app import make_application
from ui.article_view import ArticleView
from ui.overview_strip import OverviewStrip
from ui.session import Session

WIDTH, HEIGHT = 1200, 900
OPENS, PAGES, MARKS, SWITCHES = 5, 60, 60, 30
WORDS = "The harbour office of Lembayung Bay says that the night ferry never sailed in week {0} of the year. "


@dataclass(frozen=True)
class Size:
    """A text of so many bytes with so many marks, and the limits in milliseconds (0: none is set)."""

    name: str
    letters: int
    marks: int
    open: float
    page: float
    mark: float


SIZES = (
    Size("50 KB, 1,000 marks", 50_000, 1_000, 0, 8.3, 8.3),
    Size("50 KB, 10,000 marks", 50_000, 10_000, 0, 16, 16),
    Size("500 KB, 10,000 marks", 500_000, 10_000, 0, 16, 16),
    Size("5 MB, 100,000 marks", 5_000_000, 100_000, 500, 16, 16),
)
SWITCH_LIMIT = 50.0


class Desk:
    """A library in a folder, and a window of the view with its strip on it."""

    def __init__(self, folder: Path) -> None:
        self.library = Library.open(folder / "library.tilik")
        self.session = Session(lambda: self.library, None)
        self.window = QWidget()
        self.window.resize(WIDTH, HEIGHT)
        row = QHBoxLayout(self.window)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.view = ArticleView(self.session, self.window)
        self.strip = OverviewStrip(self.view, self.window)
        row.addWidget(self.view)
        row.addWidget(self.strip)

    def paint(self) -> None:
        """All that waits to be painted."""
        QApplication.processEvents()
        self.view.viewport().repaint()
        self.strip.repaint()

    def close(self) -> None:
        self.window.close()
        self.library.close()


def add(library: Library, letters: int, marks: int) -> Revision:
    """An article of paragraphs of some 550 letters; its marks, of 40 letters each, lie evenly over it."""
    paragraphs, at, blocks = ["A week in the bay"], 0, []
    sentences = 0
    while sentences * len(WORDS) < letters:
        paragraphs.append("".join(WORDS.format(sentences + n) for n in range(6)).strip())
        sentences += 6
    for number, words in enumerate(paragraphs):
        blocks.append(Block(Span(at, at + len(words)), BlockKind.PARAGRAPH if number else BlockKind.TITLE))
        at += len(words) + 1
    text, article_id = "\n".join(paragraphs), new_id()
    revision = Revision(new_id(), article_id, text, tuple(blocks), Metadata(title=paragraphs[0], language="en"), now())
    article = Article(article_id, revision.id, paragraphs[0], now(), language="en", words=len(text.split()))
    library.apply(edits.add_article(article, revision))
    made, moment = [], now()
    for n in range(marks):
        start = 20 + n * (len(text) - 100) // marks
        where = edits.anchor(revision, [Span(start, start + 40)])
        made.append(Swap(None, Annotation(new_id(), article_id, BUILTIN[n % 3].id, where, moment, moment)))
    library.apply(Edit("Marks", tuple(made)), "import")
    return revision


def took(step: Callable[[int], object], times: int) -> list[float]:
    """The milliseconds of each step, the shortest first."""
    found = []
    for n in range(times):
        began = time.perf_counter()
        step(n)
        found.append((time.perf_counter() - began) * 1000)
    return sorted(found)


def p95(found: list[float]) -> float:
    return found[int(0.95 * (len(found) - 1))]


def median(found: list[float]) -> float:
    return found[len(found) // 2]


class Report:
    """The lines as they come, and whether any figure is over its limit."""

    missed = False

    def line(self, name: str, ours: float, limit: float, reference: float = 0.0) -> None:
        beside = f"   Qt alone {reference:8.2f} ms   ratio {ours / reference:5.2f}" if reference else ""
        over = bool(limit) and ours >= limit
        self.missed |= over
        wanted = f"limit {limit:g} ms{' MISSED' if over else ''}" if limit else ""
        print(f"  {name:22}{ours:8.2f} ms{beside or ' ' * 39}   {wanted}".rstrip(), flush=True)


def page_down(view: QTextEdit, paint: Callable[[], None]) -> Callable[[int], None]:
    """A page further, from the beginning again after the end."""
    bar = view.verticalScrollBar()

    def step(_: int) -> None:
        bar.setValue(bar.value() + bar.pageStep() if bar.value() < bar.maximum() else 0)
        paint()

    return step


def plain(text: str) -> tuple[float, float]:
    """The reference: Qt's text widget opening the same text, and a page down in it (95th percentile)."""

    def show(_: int) -> None:
        view.setPlainText(text)
        QApplication.processEvents()
        view.viewport().repaint()

    view = QTextEdit()
    view.setReadOnly(True)
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()
    opened = took(show, 3)
    pages = took(page_down(view, view.viewport().repaint), PAGES)
    view.close()
    return median(opened), p95(pages)


def measure(folder: Path, size: Size, report: Report) -> None:
    folder.mkdir()
    desk = Desk(folder)
    revision = add(desk.library, size.letters, size.marks)
    print(size.name)
    opening, paging = plain(revision.text)

    def opened(_: int) -> None:
        desk.session.open(revision.article_id)
        desk.window.show()
        desk.paint()

    def marked(n: int) -> None:
        span = Span(first + 13 * n, first + 13 * n + 40)
        assert desk.session.do(edits.highlight(revision, [span], BUILTIN[n % 3]))
        desk.view.viewport().repaint()

    report.line("open to first frame", took(opened, 1)[0], size.open, opening)
    report.line("open again, median", median(took(opened, OPENS)), size.open, opening)
    report.line(
        "page down p95", p95(took(page_down(desk.view, desk.view.viewport().repaint), PAGES)), size.page, paging
    )
    desk.view.to_top(len(revision.text) // 3)
    desk.paint()
    first = desk.view.first_visible()
    report.line("mark to frame p95", p95(took(marked, MARKS)), size.mark)
    desk.close()


def switch(folder: Path, report: Report) -> None:
    """From one article of 50 KB with 1,000 marks to another and back."""
    folder.mkdir()
    desk = Desk(folder)
    both = [add(desk.library, 50_000, 1_000) for _ in range(2)]
    desk.session.open(both[1].article_id)
    desk.window.show()
    desk.paint()

    def switched(n: int) -> None:
        desk.session.open(both[n % 2].article_id)
        desk.paint()

    print("switching article (50 KB, 1,000 marks)")
    report.line("to first frame p95", p95(took(switched, SWITCHES)), SWITCH_LIMIT, plain(both[0].text)[0])
    desk.close()


def main() -> int:
    application = make_application()
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        for number, size in enumerate(SIZES):
            measure(Path(folder) / str(number), size, report)
        switch(Path(folder) / "switch", report)
    application.processEvents()
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
