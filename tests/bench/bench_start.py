"""Cold start: process start to the first article painted and to when it may be marked, beside a bare PySide6 window.

The runs alternate, so that a busy moment of the machine hits both. `python -m tests.bench.bench_start [RUNS]`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader import edits
from reader.model.articles import Article, Block, BlockKind, Metadata, Place, Revision
from reader.model.labels import BUILTIN
from reader.model.spans import Span
from reader.model.stamps import new_id, now
from reader.store import Library

ROOT = Path(__file__).parents[2]
LIMIT, READY = 1.9, 2.5  # times a bare window: the first frame; the library open and the panel made ready
MARKS = 1000
SENTENCE = "The harbour office of Lembayung Bay says that the night ferry never sailed that week. "

# A window with the same text in Qt's own text widget: what any PySide6 program pays before it does anything.
BARE = """
import sys, time
from PySide6.QtCore import QObject, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, stamp)
        return False
def stamp():
    print(time.time(), flush=True)
    app.quit()
app = QApplication([])
window = QMainWindow()
page = QTextEdit(open(sys.argv[1], encoding="utf-8").read())
page.setReadOnly(True)
window.setCentralWidget(page)
watch = Watch()
page.viewport().installEventFilter(watch)
window.resize(1280, 800)
window.show()
app.exec()
"""
# `tilik --library LIBRARY`, all of it; only the moment of the paint is watched.
OURS = """
import sys, time
from ui.__main__ import load_window, main
load_window()
from ui import app
class Watched(app.Program):
    def start(self):
        self.window.painted.connect(self.stamp)
        super().start()
    def _make_ready(self):
        assert self.session.is_open and "parts" in self.window.__dict__, "a key would mark now"
        print(time.time(), flush=True)
        app.QApplication.quit()
    def stamp(self):
        print(time.time(), flush=True)
        assert self.session.article is not None
app.Program = Watched
sys.exit(main(["--library", sys.argv[1]]))
"""


def seconds(code: str, cache: Path, *arguments: str) -> list[float]:
    """From before the process is made to the times it prints. Bytecode is kept in `cache`, as when installed."""
    own = {"PYTHONPYCACHEPREFIX": str(cache), "XDG_CONFIG_HOME": str(cache)}
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **own}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True, cwd=ROOT,
        env=environment,
    )  # fmt: skip
    return [float(time) - began for time in done.stdout.split()]


def make_library(path: Path) -> str:
    """50 KB of text with 1,000 marks, opened once; the text."""
    paragraph = SENTENCE * 6
    paragraphs = ["A start"] + [paragraph.strip()] * (50_000 // len(paragraph))
    blocks, at = [], 0
    for number, words in enumerate(paragraphs):
        blocks.append(Block(Span(at, at + len(words)), BlockKind.PARAGRAPH if number else BlockKind.TITLE))
        at += len(words) + 1
    text = "\n".join(paragraphs)
    article_id, revision_id = new_id(), new_id()
    revision = Revision(revision_id, article_id, text, tuple(blocks), Metadata(title="A start"), now())
    article = Article(article_id, revision_id, "A start", now(), words=len(text.split()), language="en")
    step = (len(text) - 100) // MARKS
    marks = [edits.annotate(revision, [Span(20 + n * step, 60 + n * step)], BUILTIN[n % 3]) for n in range(MARKS)]
    with Library.open(path) as library:
        library.apply(edits.add_article(article, revision))
        library.apply(edits.together("marks", marks))
        library.remember_place(Place(article_id, 0, 0.0, now()))
    return text


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        library, page = Path(folder) / "library.tilik", Path(folder) / "page.txt"
        page.write_text(make_library(library), encoding="utf-8")
        cache = Path(folder) / "bytecode"
        bare, painted, ready = list[float](), list[float](), list[float]()
        for _ in range(runs + 1):
            bare += seconds(BARE, cache, str(page))
            first, then = seconds(OURS, cache, str(library))
            painted.append(first)
            ready.append(then)
        for some in (bare, painted, ready):
            del some[0]  # the first runs fill the caches of the disk and of Python
    reference = statistics.median(bare)
    print(f"bare PySide6 window   {reference:.3f} s (median of {runs}, least {min(bare):.3f})")
    missed = 0
    for name, times, limit in (("first article", painted, LIMIT), ("ready to mark", ready, READY)):
        ratio = statistics.median(times) / reference
        missed |= ratio > limit
        print(
            f"Tilik, {name}  {statistics.median(times):.3f} s (least {min(times):.3f}), {ratio:.2f} x (limit {limit})"
        )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
