"""Signals by which the system ends a program: the same as Quit, on the window's thread."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.qtbot import QtBot

from ui.ending import SIGNALS, Ending


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", SIGNALS)
def test_each_is_told_once_on_the_thread_of_the_window(number: signal.Signals, qtbot: QtBot) -> None:
    parent, told = QObject(), list[QThread]()
    before = signal.getsignal(number)
    ending = Ending(lambda: told.append(QThread.currentThread()), parent)
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(told))
        application = QCoreApplication.instance()
        assert application is not None and told == [application.thread()]
    finally:
        ending.close()
    assert signal.getsignal(number) == before
