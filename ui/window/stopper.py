"""Ends a job that cleans pages."""

from __future__ import annotations

from typing import Any


class Stopper:
    """Ends a step that takes long: kills the worker that is cleaning a page."""

    def __init__(self) -> None:
        self.worker: Any = None
        self.stopped = False

    def stop(self) -> None:
        """Called on the main thread; the worker may not have been made yet."""
        self.stopped = True
        if self.worker is not None:
            self.worker.cancel()
