"""SIGTERM, SIGHUP and Ctrl+C end the program as its own Quit does: what is being typed is stored, the lock let go."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

if TYPE_CHECKING:
    from ui.desk import Desk

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


def leave(desk: Desk, keep: Callable[[], object]) -> None:
    """Store what is typed, by `keep`, and end the program, without a question."""
    desk.guarded(keep)
    QCoreApplication.exit(0)


class Ending(QObject):
    """Calls `end` on the window's thread when the system asks the program to end.

    A signal reaches Python only while Python runs, which it does not while Qt waits: so each wakes a socket that Qt
    listens to. See https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd.
    """

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._woken, self._wakes = socket.socketpair()
        for one in (self._woken, self._wakes):
            one.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._ask)
        self._before = {number: signal.signal(number, lambda *_: None) for number in SIGNALS}
        self._fd = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)

    def _ask(self) -> None:
        if self._woken.recv(64):
            self._end()

    def close(self) -> None:
        """Leave the signals as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd)
        for number, before in self._before.items():
            signal.signal(number, before)
        for one in (self._woken, self._wakes):
            one.close()
