"""`python -m tests.pictures`: the manual's pictures, made anew from the real window on the samples, in both languages.

Light paper, drawn into memory, with the fonts of `resources/fonts` alone; a palette of colours keeps the files small.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).with_name("fonts.conf")))

from PIL import Image, ImageOps
from PySide6.QtCore import QBuffer, QElapsedTimer, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPixmap, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.cleaning import Worker
from reader.intake.add import add
from reader.intake.capture_again import capture
from reader.intake.sets import import_set
from reader.model.pages import Page
from reader.store import Library
from ui.app import Program, make_application
from ui.settings import Settings
from ui.window.add_sources import samples

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "help" / "pictures"
LANGUAGES = ("en", "id")
NAMES = (
    "window", "welcome", "left-out", "strip", "attribution", "panel", "compare", "board", "search", "export",
)  # fmt: skip
COLOURS = 96  # of a picture's palette
EDGE = (200, 198, 190)  # of a thin frame: the paper of picture and page is the same
WAIT = 60_000  # milliseconds until something that is awaited is given up
SHOWN = "tidewater-post-port-deal"  # the sample that is marked
# What the publisher has changed in the newer capture of it.
CHANGES = (
    ("The transport ministry fears", "The transport ministry says"),
    ("240m crowns", "260m crowns"),
    ("before state auditors have finished reading it", "next week"),
)


def main(languages: tuple[str, ...] = LANGUAGES) -> int:
    """Make every picture of these languages; 0."""
    application = make_application()
    for language in languages:
        (FOLDER / language).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            for name, picture in pictures(Path(folder), language):
                file = FOLDER / language / f"{name}.png"
                file.write_bytes(small(picture))
                print(f"{file.relative_to(ROOT)}  {file.stat().st_size // 1024} KB", flush=True)
    del application
    return 0


def small(picture: QPixmap) -> bytes:
    """Return a picture as a PNG of few colours."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    made, out = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB"), io.BytesIO()
    made = ImageOps.expand(made, border=1, fill=EDGE)
    made.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def until(true: Callable[[], bool], what: str) -> None:
    """Let the window live until something is so; `RuntimeError` when it never is."""
    timer = QElapsedTimer()
    timer.start()
    while not true():
        if timer.elapsed() > WAIT:
            raise RuntimeError(f"this never came: {what}")
        QTest.qWait(20)
    QTest.qWait(50)


def library(path: Path) -> None:
    """A library of the samples."""
    pages, sets = samples()
    with Library.open(path) as made, Worker() as worker:
        for file in sets:
            list(import_set(made, file))
        list(add(made, pages, worker))


def newer(path: Path) -> None:
    """The marked sample captured again, after its publisher has changed it."""
    text = next((ROOT / "seeds").glob(f"{SHOWN}.*")).read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    with Library.open(path) as made, Worker() as worker:
        article = marked(made)
        page = Page("newer.html", "newer.html", text.encode(), "text/html", url=made.article(article).url)
        found = capture(made, article, page, worker)
        assert found.edit is not None
        made.apply(found.edit)


def marked(made: Library) -> str:
    """The article with the most marks."""
    return max(made.summaries(), key=lambda one: sum(one.counts.values())).id


def program(path: Path, folder: Path, language: str, size: tuple[int, int]) -> Program:
    """A program on a library, in a language, with its window of a size."""
    settings = Settings(folder / f"{path.stem}-{language}.json")
    settings.update(language=language, theme="light", annotator="Rahma", panes=(240, 620, 330))
    made = Program(path, settings)
    made.window.resize(*size)
    made.start()
    until(lambda: made.session.is_open, "the open library")
    return made


def stop(made: Program) -> None:
    """Close a program."""
    for window in QApplication.topLevelWidgets():
        window.close()
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def pictures(folder: Path, language: str) -> Iterator[tuple[str, QPixmap]]:
    """Return each picture with its name."""
    made = program(folder / "empty.tilik", folder, language, (1000, 540))
    yield "welcome", made.window.grab()
    stop(made)
    library(folder / "library.tilik")
    made = program(folder / "library.tilik", folder, language, (1280, 760))
    made.window.open(marked(made.session.library))
    yield from of_the_window(made)
    yield from of_other_windows(made)
    stop(made)
    newer(folder / "library.tilik")
    made = program(folder / "library.tilik", folder, language, (1280, 760))
    made.window.open(marked(made.session.library))
    yield "compare", compared(made)
    stop(made)


def of_the_window(made: Program) -> Iterator[tuple[str, QPixmap]]:
    """Return the pictures of the window and its parts."""
    window = made.window
    until(lambda: window.panel.model.total > 0, "the cards")
    window.view.select_mark(next(mark.id for mark in made.session.page_annotations if mark.label == "denial"))
    QTest.qWait(300)
    yield "window", window.grab()
    yield "panel", window.panel.grab()
    yield "strip", strip(made)
    yield "attribution", attribution(made)
    made.session.undo()
    window.commands["left_out"].trigger()
    QTest.qWait(300)
    yield "left-out", window.middle.grab()
    window.commands["left_out"].trigger()
    window.header.search.setText("harbour contract")
    until(lambda: window.library.results.isVisible(), "the hits")
    QTest.qWait(400)
    yield "search", window.grab(QRect(0, 0, 720, 460))
    window.header.search.clear()


def strip(made: Program) -> QPixmap:
    """The text with chosen words and the strip beside them."""
    window = made.window
    select(made, "The transport ministry")
    until(window.bar.isVisible, "the strip")
    right = window.bar.mapTo(window.middle, QPoint(window.bar.width(), 0)).x() + 14
    top = max(0, window.bar.mapTo(window.middle, QPoint(0, 0)).y() - 50)
    return window.middle.grab(QRect(max(0, right - 690), top, 690, window.bar.height() + 90))


def select(made: Program, words: str) -> None:
    """Select words of the open article."""
    view = made.window.view
    view.moveCursor(QTextCursor.MoveOperation.Start)
    if not view.find(words):
        raise RuntimeError(f"the sample has lost its words: {words}")
    view.setFocus()
    QTest.qWait(200)


def attribution(made: Program) -> QPixmap:
    """The chips of an attribution that is made by its keys."""
    window = made.window
    select(made, "fears that")
    window.commands["attribute_belief"].trigger()
    QTest.qWait(100)
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    QTest.qWait(400)
    box = window.panel.inspector.attribution
    until(box.isVisible, "the attribution")
    return box.grab()


def of_other_windows(made: Program) -> Iterator[tuple[str, QPixmap]]:
    """Return the pictures of the board and of the export."""
    made.window.commands["board"].trigger()
    board = shown("BoardWindow")
    board.resize(1200, 620)
    QTest.qWait(1500)
    yield "board", board.grab()
    board.close()
    made.window.commands["export"].trigger()
    QTest.qWait(600)
    yield "export", shown("ExportDialog").grab()
    shown("ExportDialog").close()


def compared(made: Program) -> QPixmap:
    """Two captures side by side."""
    until(lambda: made.window.commands["compare"].isEnabled(), "the captures")
    QTest.qWait(600)
    made.window.commands["compare"].trigger()
    QTest.qWait(1500)
    window = shown("CompareWindow")
    window.resize(1100, 560)
    QTest.qWait(300)
    return window.grab()


def shown(kind: str) -> QWidget:
    """The window of a class, by its name."""
    found = next((w for w in QApplication.topLevelWidgets() if type(w).__name__ == kind and w.isVisible()), None)
    if found is None:
        raise RuntimeError(f"there is no {kind}")
    return found


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:]) or LANGUAGES))
