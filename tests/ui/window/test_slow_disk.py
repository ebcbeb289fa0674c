"""A library on a disk that takes long to sync: a mark waits for it, and nothing else that the window does."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from reader import edits
from reader.model.labels import BUILTIN
from reader.store.writer import Writer
from tests.ui.conftest import Sample, make_sample
from tests.ui.window_desk import Desk
from ui.jobs import Job

SLOW = 0.05  # seconds that such a disk takes for one sync
OTHER = make_sample(title="Another ferry")
Syncs = list[bool]  # whether the window's thread waited


@pytest.fixture
def sample() -> Sample:
    """An article that fills more than the screen."""
    return make_sample(tuple(f"Line {n} of the log says that the ferry never sailed." for n in range(80)))


@pytest.fixture
def syncs(monkeypatch: pytest.MonkeyPatch) -> Syncs:
    """Each sync, of the library and of any other file, from now on; all of them slow."""
    found, window = Syncs(), threading.get_ident()
    transaction, fsync = Writer._transaction, os.fsync

    def wait() -> None:
        found.append(threading.get_ident() == window)
        time.sleep(SLOW)

    @contextmanager
    def slow_transaction(writer: Writer) -> Iterator[Connection]:
        with writer._writing, transaction(writer) as connection:
            yield connection
            wait()

    def slow_fsync(handle: int) -> None:
        wait()
        fsync(handle)

    monkeypatch.setattr(Writer, "_transaction", slow_transaction)
    monkeypatch.setattr(os, "fsync", slow_fsync)
    return found


def settled(desk: Desk, qtbot: QtBot) -> None:
    """Nothing is written any more, and nothing waits to be."""
    places = desk.window.desk.places
    qtbot.waitUntil(lambda: not places._clock.isActive() and not places._pending)
    qtbot.waitUntil(lambda: not desk.program.settings._later.isActive())
    qtbot.waitUntil(lambda: not desk.program.jobs.findChildren(Job))


@pytest.fixture
def slow(desk: Desk, qtbot: QtBot, syncs: Syncs) -> Desk:
    """Two articles with marks of two people, all of the start over."""
    desk.session.library.apply(edits.add_article(OTHER.article, OTHER.revision))
    for person, words in (("Sari", "Line 2"), ("Budi", "Line 4")):
        desk.session.do(edits.annotate(desk.sample.revision, [desk.sample.span(words)], BUILTIN[0], person))
    settled(desk, qtbot)
    syncs.clear()
    return desk


def test_a_mark_key_waits_for_one_sync_and_no_more(slow: Desk, syncs: Syncs, qtbot: QtBot) -> None:
    slow.select("Line 6")
    slow.key(Qt.Key.Key_C)
    assert syncs == [True] and len(slow.session.page_annotations) == 3
    settled(slow, qtbot)
    assert syncs.count(True) == 1


def test_nothing_but_a_change_waits_for_the_disk(slow: Desk, syncs: Syncs, qtbot: QtBot) -> None:
    window, session = slow.window, slow.session
    view, sample, other = window.view, slow.article.id, OTHER.article.id
    for id in (other, sample, other, sample):
        window.open(id)
        QApplication.processEvents()
    for _ in range(3):
        view.setFocus()
        slow.key(Qt.Key.Key_PageDown)
        wheel(slow)
    QTest.keyClicks(window.panel.head.search, "line")
    window.library.search("ferry")
    window.panel.head.toggle_order()
    view.next_mark(1)
    slow.key(Qt.Key.Key_N)
    slow.key(Qt.Key.Key_Escape)
    window.resize(window.width() - 80, window.height() - 40)
    session.showing.toggle("Sari")
    window.desk.zoom(1)
    settled(slow, qtbot)
    assert syncs and not any(syncs)


def wheel(desk: Desk) -> None:
    """A notch of the wheel, downwards."""
    port = desk.window.view.viewport()
    at, none = QPointF(port.rect().center()), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, port.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, event)
