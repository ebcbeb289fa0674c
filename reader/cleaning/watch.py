"""A page's time: what its process has of the processor, since on a busy machine a good page waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from reader.sandbox import processor_seconds

PATIENCE = 10  # times as long may pass on the wall: a process that waits for nothing uses no processor
_LEAST = 0.02  # seconds between two looks


class Watch:
    """While it is open, `late` is called, once and from another thread, when a process has used up its `seconds`."""

    def __init__(self, process: int, seconds: float, late: Callable[[], None]) -> None:
        self._process, self._seconds, self._late = process, seconds, late
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._begun, self._before = time.monotonic(), processor_seconds(process)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(max(self._left(), _LEAST)):
            if self._left() <= 0:
                self._late()
                return

    def _left(self) -> float:
        """The time in which it cannot have used up what is left to it."""
        passed = time.monotonic() - self._begun
        on_the_wall = self._seconds * PATIENCE - passed
        now = processor_seconds(self._process)
        if now is None or self._before is None:  # it cannot be asked; the process itself has a limit, see `limit_time`
            return on_the_wall
        return min(on_the_wall, self._seconds - (now - self._before))
