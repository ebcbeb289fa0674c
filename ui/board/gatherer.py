"""Reads what the board shows beside the window: all of it once, then what a change touched and what comes into view."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from reader.board.values import Row
from reader.edits import Change, Swap
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, Evidence, Review, Source
from ui.board.arranging import Arranged
from ui.board.line import Line
from ui.board.picture import Asked, Picture, View, arrangement, changed_picture, some_lines, whole_picture
from ui.board.rows_read import RowsRead
from ui.jobs import Jobs
from ui.question import Questions
from ui.session import Session

if TYPE_CHECKING:
    from reader.store import Interrupt

_SOON = 60  # milliseconds: several changes at once are read once
_SHOWN = (Annotation, Article, Relation, Claim, Evidence, Review, Source)
_POLITE = 0.3  # seconds that an arrangement waits for rows on the screen, before it goes on
_AT_ONCE = 200  # rows read for the view by one job


class Gatherer(QObject):
    """`gathered` brings a picture. `filled` tells that rows were read that were asked for by `want`, `arranged` how
    all rows stand, as it was asked for last. Nothing is read while `watching` is off."""

    gathered = Signal(object)
    filled = Signal()
    arranged = Signal(object)
    failed = Signal(object)
    _partly = Signal(object, object)

    def __init__(
        self, session: Session, jobs: Jobs, scope: Callable[[], Sequence[str] | None], view: Callable[[], View],
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._jobs, self._scope, self._view = session, jobs, scope, view
        self.rows = RowsRead()
        self.picture: Picture | None = None
        self._running = self._whole = self._watching = self._reading = self._looking = False
        self._swaps: list[Swap] = []
        self._wanted: dict[int, None] = {}
        self._arranging = Questions(jobs, self)
        self._began = 0.0
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._start)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._read_on)
        self._partly.connect(self._take_part, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._changed)

    def watch(self, on: bool) -> None:
        """Follow the library from now on, or no longer."""
        self._watching = on
        if on:
            self.ask()
        else:
            self._arranging.stop()

    def ask(self) -> None:
        """Read all again, soon: other articles, or the board was not watched."""
        self._whole = True
        self._soon.start()

    def look_again(self) -> None:
        """Another page is seen: read what it needs besides."""
        self._looking = True
        self._soon.start()

    def _changed(self, change: Change) -> None:
        if change.unlisted and self._watching:
            self.ask()
            return
        swaps = [swap for swap in change.edit.swaps if isinstance(swap.entity, _SHOWN)]
        if self._watching and swaps:
            self._swaps += swaps
            self._soon.start()

    # -- what there is ---------------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self._running or not self._watching or not self._session.is_open:
            return
        self._running, self._began = True, time.monotonic()
        library, view, swaps = self._session.library, self._view(), tuple(self._swaps)
        self._swaps.clear()
        self._looking = False
        if self._whole or self.picture is None:
            self._whole = False
            call = partial(whole_picture, library, self._scope(), view)
        else:
            known = dict(self.rows.keys), frozenset(self.rows.lines)
            call = partial(changed_picture, library, self.picture, swaps, *known, view)
        self._jobs.then(call, self._receive, self._refused)

    def _receive(self, found: Picture) -> None:
        if not isValid(self):  # the window went meanwhile
            return
        self._running = False
        # A large library takes its time: whoever marks on meanwhile is not to share the machine with every step.
        self._soon.setInterval(max(_SOON, int((time.monotonic() - self._began) * 1000)))
        if self._whole or self._swaps or self._looking:  # something changed meanwhile: what was read may be of before
            self._soon.start()
        if self._whole:
            return
        if found.change is None:
            self.rows.clear()
        else:
            self.rows.follow(found.change)
        self.picture = found
        self._keep(found.lines, found.cited)
        self.gathered.emit(found)

    def _keep(self, lines: Mapping[int, Line], cited: Mapping[str, Annotation]) -> None:
        self.rows.cited |= cited
        self.rows.put(lines, self._view().keys)

    def _refused(self, reason: Message) -> None:
        if not isValid(self):
            return
        self._running = self._reading = False
        self._whole = True  # what was changed meanwhile was not followed
        if self._session.is_open:
            self.failed.emit(reason)

    # -- rows that come into view ----------------------------------------------------------------------------------

    def want(self, keys: Iterable[int]) -> None:
        """Read these rows: they are on the screen, or soon will be."""
        for key in keys:
            self._wanted.pop(key, None)
            self._wanted[key] = None
        if self._wanted and not self._reading:
            self._next.start()

    def _read_on(self) -> None:
        wanted = list(self._wanted)[-_AT_ONCE:]  # who drags the bar is not shown what was passed
        self._wanted.clear()
        if self._reading or not wanted or self.picture is None or not self._session.is_open:
            return
        self._reading = True
        call = partial(self._some, self.picture, wanted, self._view().matrix)
        self._jobs.then(call, self._fill, self._refused)

    def _some(
        self, picture: Picture, keys: Sequence[int], named: bool
    ) -> tuple[Picture, Mapping[int, Line], Mapping[str, Annotation]]:
        with self._session.library.moment() as moment:
            return picture, *some_lines(moment, picture, keys, named=named or picture.few)

    def _fill(self, found: tuple[Picture, Mapping[int, Line], Mapping[str, Annotation]]) -> None:
        if not isValid(self):
            return
        self._reading = False
        if found[0] is self.picture and not self._swaps:  # else the view asks again
            self._keep(found[1], found[2])
        self.filled.emit()
        if self._wanted:
            self._next.start()

    def whole_rows(self, keys: Sequence[int], receive: Callable[[Sequence[Row]], object]) -> None:
        """Hand over these rows: at once when all were read, else when they are."""
        missing, lines = self.rows.missing(keys), dict(self.rows.lines)

        def give(found: Mapping[int, Line]) -> None:
            there = lines | dict(found)
            if isValid(self):
                receive([there[key].row for key in keys if key in there])

        if not missing or self.picture is None:
            give({})
        else:
            self._jobs.then(partial(self._lines, self.picture, missing), give, self._refused)

    def _lines(self, picture: Picture, keys: Sequence[int]) -> Mapping[int, Line]:
        found: dict[int, Line] = {}
        with self._session.library.moment() as moment:
            for start in range(0, len(keys), _AT_ONCE):
                found |= some_lines(moment, picture, keys[start : start + _AT_ONCE], named=False)[0]
        return found

    def first_naming(self, source_id: str, receive: Callable[[Annotation], object]) -> None:
        """Hand over the first mark that names that source, if there is one in the articles of the board."""

        def give(found: Sequence[Annotation]) -> None:
            if isValid(self) and found:
                receive(found[0])

        if self.picture is not None:
            self._jobs.then(partial(self._naming, self.picture, source_id), give, self._refused)

    def _naming(self, picture: Picture, source_id: str) -> Sequence[Annotation]:
        with self._session.library.moment() as moment:
            return [n.mark for n in moment.first_naming(source_id, picture.index.scope.article_ids)]

    # -- how all rows stand ----------------------------------------------------------------------------------------

    def arrange(self, asked: Asked | None) -> None:
        """Put all rows in order, filter and group them; what was asked for before is stopped. None only stops."""
        self._arranging.stop()
        if asked is not None and self.picture is not None and self._session.is_open:
            call = partial(self._arrange, self.picture, asked)
            self._arranging.ask(call, self.arranged.emit, self._refused)

    def _arrange(self, picture: Picture, asked: Asked, interrupt: Interrupt) -> Arranged:
        def partly(found: Arranged) -> None:
            self._partly.emit(interrupt, found)
            time.sleep(0.01)  # the window asks for what is seen now

        return arrangement(self._session.library, picture, asked, partial(self._let_pass, interrupt), partly)

    def _let_pass(self, interrupt: Interrupt) -> None:
        """Let rows that somebody waits for be read first: two readings at once would wait for each other at every row.
        Raises `InterruptedQueryError` when the arrangement is not wanted any longer."""
        end = time.monotonic() + _POLITE
        while (self._reading or self._running) and not interrupt.stopped and time.monotonic() < end:
            time.sleep(0.002)
        interrupt.check()

    def _take_part(self, interrupt: Interrupt, found: Arranged) -> None:
        if not interrupt.stopped:
            self.arranged.emit(found)
