"""Reads the board's picture beside the window, again whenever something changed that it shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from reader.edits import Change
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, Evidence, Review, Source
from ui.board.snapshot import board_snapshot
from ui.jobs import Jobs
from ui.session import Session

_SOON = 60  # milliseconds: several changes at once are read once
_SHOWN = (Annotation, Article, Relation, Claim, Evidence, Review, Source)


class Gatherer(QObject):
    """`gathered` brings a picture, the last one asked for. Nothing is read while `watching` is off."""

    gathered = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, scope: Callable[[], Sequence[str] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._scope = session, jobs, scope
        self._running = self._stale = False
        self._watching = False
        self._began = 0.0
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._start)
        session.changed.connect(self._changed)

    def watch(self, on: bool) -> None:
        """Follow the library from now on, or no longer."""
        self._watching = on
        if on:
            self.ask()

    def ask(self) -> None:
        """Read again, soon."""
        self._stale = True
        self._soon.start()

    def _changed(self, change: Change) -> None:
        if self._watching and any(isinstance(swap.entity, _SHOWN) for swap in change.edit.swaps):
            self.ask()

    def _start(self) -> None:
        if self._running or not self._watching or not self._session.is_open:
            return
        self._running, self._stale, self._began = True, False, time.monotonic()
        self._jobs.then(partial(board_snapshot, self._session.library, self._scope()), self._receive, self._refused)

    def _receive(self, found: object) -> None:
        if not isValid(self):  # the window went meanwhile
            return
        self._running = False
        # A large library takes its time: whoever marks on meanwhile is not to share the machine with every step.
        self._soon.setInterval(max(_SOON, int((time.monotonic() - self._began) * 1000)))
        if self._stale:  # something changed meanwhile: what was read may be of before
            self._soon.start()
        else:
            self.gathered.emit(found)

    def _refused(self, reason: Message) -> None:
        if not isValid(self):
            return
        self._running = False
        if self._session.is_open:
            self.failed.emit(reason)
