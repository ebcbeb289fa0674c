"""Python's collector of reference cycles, on the window's thread and when that is idle.

By itself it runs on whatever thread makes the next value: in the frame of a key it costs tens of milliseconds, and on a
job's thread it may delete Qt's objects there, which Qt forbids.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer, Slot

from reader.memory import collected_by_hand

REST = 700  # milliseconds after the window woke up; an idle window is not woken again
MANY = 2000  # values made since that are worth a look
EVERY = 40  # looks at young values between two at all that are not kept for long


class Collector(QObject):
    """Collects while it lives. Nothing is collected elsewhere: Python's own collector is switched off."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        collected_by_hand(True)
        self._looks = 0
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._rest.timeout.connect(self.look)
        QAbstractEventDispatcher.instance(self.thread()).awake.connect(self._woken)

    @Slot()
    def _woken(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    @Slot()
    def look(self) -> None:
        """Collect what is worth it."""
        if gc.get_count()[0] < MANY:
            return
        self._looks += 1
        gc.collect(2 if self._looks % EVERY == 0 else 1)

    def close(self) -> None:
        """Leave it to Python again."""
        QAbstractEventDispatcher.instance(self.thread()).awake.disconnect(self._woken)
        self._rest.stop()
        collected_by_hand(False)
        gc.enable()
