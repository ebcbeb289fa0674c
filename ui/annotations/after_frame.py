"""What can wait until the frame is painted, and is done at once for whoever asks for what comes of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class AfterFrame(QObject):
    """Calls `act` once, when the events that wait now are done, or before: in `now`."""

    def __init__(self, act: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(act)

    def soon(self) -> None:
        """Call it when the frame is painted."""
        self._timer.start()

    def now(self) -> None:
        """Call it, if that is still to be done."""
        if self._timer.isActive():
            self._timer.stop()
            self._act()
