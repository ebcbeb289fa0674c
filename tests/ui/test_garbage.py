"""Garbage is collected on the window's thread alone, and only when there is some."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.memory import gc_paused
from ui import garbage
from ui.garbage import Collector
from ui.jobs import Jobs


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    gc.enable()
    made = Collector(qapp)
    yield made
    made.close()
    made.deleteLater()
    gc.disable()


@pytest.fixture
def threads(collector: Collector) -> Iterator[list[threading.Thread]]:
    """Where the collector ran."""
    found: list[threading.Thread] = []

    def told(phase: str, _info: object) -> None:
        found.append(threading.current_thread())

    gc.callbacks.append(told)
    yield found
    gc.callbacks.remove(told)


def cycles(count: int = 20_000) -> int:
    """Make values that only the collector takes away again."""
    for _ in range(count):
        ring: list[object] = []
        ring.append(ring)
    return count


def test_a_jobs_thread_never_collects(
    collector: Collector, threads: list[threading.Thread], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = Jobs()
    answers: list[object] = []
    jobs.then(cycles, answers.append, answers.append)
    qtbot.waitUntil(lambda: answers == [20_000])
    assert gc.get_count()[0] > garbage.MANY or threads
    qtbot.waitUntil(lambda: bool(threads))
    jobs.close()
    assert set(threads) == {threading.main_thread()}


def test_qt_objects_in_a_cycle_are_deleted_on_the_window_s_thread(collector: Collector, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []

    class Ring(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.own = self

        def __del__(self) -> None:
            gone.append(threading.current_thread())

    Ring()
    jobs = Jobs()
    answers: list[object] = []
    jobs.then(cycles, answers.append, answers.append)
    qtbot.waitUntil(lambda: bool(gone))
    jobs.close()
    assert gone == [threading.main_thread()]


def test_an_idle_window_is_not_woken(collector: Collector, threads: list[threading.Thread], qtbot: QtBot) -> None:
    cycles()
    qtbot.waitUntil(lambda: bool(threads))
    del threads[:]
    collector._rest.stop()
    collector.look()
    assert threads == [] and not collector._rest.isActive()
    QAbstractEventDispatcher.instance().awake.emit()
    assert collector._rest.isActive()


def test_what_stays_for_long_is_kept_apart_also_when_the_program_collects(collector: Collector) -> None:
    gc.unfreeze()
    with gc_paused(freeze=True):
        kept = [[n] for n in range(100)]
    assert gc.get_freeze_count() >= len(kept) and not gc.isenabled()
    gc.unfreeze()
