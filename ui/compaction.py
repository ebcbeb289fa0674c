"""Old steps of the history let go of, a while after the library was backed up, when there are many, and told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.model.steps import DAYS

if TYPE_CHECKING:
    from reader.store import Library
    from ui.desk import Desk

AFTER = 60_000  # milliseconds after the backup that a start makes
MANY = 500  # steps that are let go of together: for fewer the log is not touched


def compacted(library: Library) -> int:
    """Let go of the way back of old steps when there are many; how many. The file is not written anew: that would keep
    whoever marks waiting."""
    return library.compact(anew=False).steps if library.old_steps() >= MANY else 0


class Compaction(QObject):
    """Does it when nobody waits any more; a window that is closed before does not. `desk` is that on the screen."""

    def __init__(self, desk: Callable[[], Desk], library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._library = desk, library
        if not library.readonly:
            QTimer.singleShot(AFTER, self, self._start)

    def _start(self) -> None:
        desk = self._desk()
        desk.jobs.then(partial(compacted, self._library), self._tell, lambda reason: self._desk().warn(reason))

    def _tell(self, steps: int) -> None:
        if steps:
            text = self.tr(
                "%n step(s) older than {0} days can no longer be taken back; they stay in the history.", "", steps
            )
            self._desk().status.say(text.format(DAYS))
