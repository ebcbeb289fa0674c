"""Ends a job that waits for a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cleaning import Worker, Workers
    from reader.exchange.confined import SetReader


class Stopper:
    """Ends a step that takes long: kills the processes that clean pages or read a set."""

    def __init__(self) -> None:
        self._cleaner: Worker | Workers | SetReader | None = None
        self.stopped = False

    def works_with(self, cleaner: Worker | Workers | SetReader) -> None:
        """Say who is to be stopped; called on the job's thread, which may have been stopped before."""
        self._cleaner = cleaner
        if self.stopped:
            cleaner.cancel()

    def stop(self) -> None:
        """Called on the main thread; the cleaner may not have been made yet."""
        self.stopped = True
        if self._cleaner is not None:
            self._cleaner.cancel()
