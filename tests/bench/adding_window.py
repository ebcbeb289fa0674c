"""The frames of an open window while pages are added to its library."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model.pages import Page
from reader.store import Library
from tests.bench.bench_key import opened
from tests.bench.bench_view import fill
from ui.app import Program, make_application


def frames_while_adding(some: Sequence[Page], turned: float) -> list[float]:
    """Return the milliseconds from frame to frame of an article that is turned every `turned` seconds meanwhile."""
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        with Library.open(Path(folder) / "library.tilik") as library:
            article_id, _ = fill(library, 50_000, 1_000)
        with opened(Path(folder) / "library.tilik", application) as desk:
            desk.program.window.open(article_id)
            desk.rest()
            return _frames(desk.program, application, some, turned)


def _frames(program: Program, application: QApplication, some: Sequence[Page], turned: float) -> list[float]:
    view, times, last = program.window.view, list[float](), [time.perf_counter()]

    def turn() -> None:
        at = view.verticalScrollBar()
        QTest.keyClick(view, Qt.Key.Key_PageUp if at.value() == at.maximum() else Qt.Key.Key_PageDown)
        view.viewport().repaint()
        now = time.perf_counter()
        times.append((now - last[0]) * 1000)
        last[0] = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(turn)
    job = program.window.parts.adding.add(list(some))
    assert job is not None
    over: list[object] = []
    job.ended.connect(lambda: over.append(1))
    timer.start(round(turned * 1000))
    while not over:
        application.processEvents()
        time.sleep(0.0005)
    timer.stop()
    return times[1:]
