"""Every file of a folder through the real window: added, opened, scrolled, hovered, selected, closed. Figures out.

    python -m tests.drill_window FOLDER [--limit SECONDS]

No test: it is run over folders of hostile files, alone or under a tracer that sees what is opened and connected to.
Prints one line for each file that was slow, and one JSON object; the exit code is 1 when anything hung or broke.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from ui.app import Program, make_application
from ui.settings import Settings


class Drill:
    """One window for all files. `slowest` is the longest that the window took over one step, in seconds."""

    def __init__(self, application: QApplication, folder: Path, limit: float) -> None:
        self.application, self.limit = application, limit
        self.program = Program(folder / "library.tilik", Settings(folder / "settings.json"))
        self.window = self.program.window
        self.window.resize(1280, 800)
        self.program.start()
        self.until(lambda: self.program.session.is_open)
        self.slowest, self.hung, self.added, self.refused = 0.0, list[str](), 0, 0

    def until(self, done: Callable[[], bool]) -> bool:
        """Let the window live until `done`, at most a minute and a half."""
        end = time.monotonic() + 90
        while not done() and time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.005)
        return done()

    def take(self, path: Path) -> None:
        """All that a reader does with one file."""
        told: list[object] = []
        self.window.parts.adding.reported.connect(lambda outcomes, _cancelled: told.extend(outcomes))
        before = self.program.session.article
        self.window.parts.adding.add([str(path)])
        if not self.until(lambda: bool(told) and not self.program.jobs.running):
            self.hung.append(f"{path.name}: adding")
            return
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        id = getattr(told[0], "article_id", "")
        self.refused, self.added = self.refused + (not id), self.added + bool(id)
        if id:
            for step in (lambda: self.window.open(id), self.scroll, self.hover, self.select, self.left_out):
                self.timed(path, step)
        elif self.program.session.article != before:
            self.hung.append(f"{path.name}: refused, and yet another article stands there")

    def timed(self, path: Path, step: Callable[[], object]) -> None:
        start = time.monotonic()
        step()
        self.application.processEvents()
        took = time.monotonic() - start
        self.slowest = max(self.slowest, took)
        if took > self.limit:
            self.hung.append(f"{path.name}: {getattr(step, '__name__', 'open')} took {took:.1f} s")
        elif took > 1:
            print(f"{path.name}: {getattr(step, '__name__', 'open')} {took:.1f} s", flush=True)

    def scroll(self) -> None:
        bar = self.window.view.verticalScrollBar()
        for share in (0.1, 0.5, 1.0):
            bar.setValue(int(bar.maximum() * share))
            self.application.processEvents()

    def hover(self) -> None:
        port = self.window.view.viewport()
        for at in range(20, max(21, port.height()), 60):
            where = QPointF(QPoint(port.width() // 2, at))
            move = QMouseEvent(
                QMouseEvent.Type.MouseMove, where, port.mapToGlobal(where), Qt.MouseButton.NoButton,
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            self.application.sendEvent(port, move)
        QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(400, 300))

    def select(self) -> None:
        cursor = self.window.view.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.window.view.setTextCursor(cursor)
        QTest.keyClick(self.window.view, Qt.Key.Key_1)

    def left_out(self) -> None:
        self.window.commands["left_out"].trigger()
        self.application.processEvents()
        self.window.parts.left_out.drawer.close_drawer()

    def close(self) -> int:
        problems = self.program.session.library.check()
        self.window.close()
        self.program.close()
        figures = {"added": self.added, "refused": self.refused, "slowest_step_s": round(self.slowest, 2)}
        print(json.dumps({**figures, "hangs": self.hung, "library": problems}), flush=True)
        return 1 if self.hung or problems else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=float, default=10.0)
    options = parser.parse_args()
    application = make_application()
    codes: list[int] = []

    def run(folder: Path) -> None:
        drill = Drill(application, folder, options.limit)
        for path in sorted(p for p in options.folder.rglob("*") if p.is_file()):
            drill.take(path)
        codes.append(drill.close())
        application.quit()

    with tempfile.TemporaryDirectory() as folder:
        QTimer.singleShot(0, lambda: run(Path(folder)))
        application.exec()
    return codes[0] if codes else 1


if __name__ == "__main__":
    sys.exit(main())
