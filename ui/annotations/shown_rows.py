"""Which marks have a card, in which order: told at once or, where thousands must be read for it, a little later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from reader.messages import Message
from reader.model.annotations import PageAnnotation
from reader.model.labels import DETAILS
from ui.session import Session

if TYPE_CHECKING:
    from reader.store import Interrupt
    from ui.jobs import Jobs
    from ui.question import Questions

FEW = 5000  # marks of an article that are read within a frame
Rows = list[PageAnnotation]


class Filter(NamedTuple):
    """What the cards are filtered by, and whether they stand by time; of nothing, all by place."""

    label: str = ""
    text: str = ""
    by_time: bool = False

    @property
    def chooses(self) -> bool:
        """Whether it is one at all, and no order alone."""
        return bool(self.label or self.text)


class ShownRows(QObject):
    """Finds the rows of the session's article. A newer question stops the one before."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._questions: Questions | None = None
        self.waiting = False  # whether an answer is still to come

    def ask_by(self, jobs: Jobs) -> None:
        """Let many marks be read beside the window from now on."""
        from ui.question import Questions  # no first paint needs it

        self._questions = Questions(jobs, self)

    def find(self, wanted: Filter, receive: Callable[[Rows], object]) -> None:
        """Give `receive` the rows of a filter: now, or later where `waiting` says so."""
        if self._questions is not None:
            self._questions.stop()
        self.waiting = False
        index = self._session.annotations
        if self._session.revision is None or not len(index):
            receive([])
        elif not wanted.text and not wanted.by_time:
            receive(self._without_hidden(self._by_place(wanted)))
        elif self._questions is None or len(index) <= FEW:
            receive(self._reader(wanted)(None))
        else:
            self.waiting = True
            self._questions.ask(self._reader(wanted), lambda rows: self._take(rows, receive), self._refuse)

    def _take(self, rows: Rows, receive: Callable[[Rows], object]) -> None:
        self.waiting = False
        receive(rows)

    def _refuse(self, reason: Message) -> None:
        self.waiting = False
        self._session.failed.emit(reason)

    def _by_place(self, wanted: Filter) -> Rows:
        index, quiet = self._session.annotations, self.quiet_labels()
        if wanted.label:
            return [mark for mark in index.in_order if mark.label == wanted.label]
        return [mark for mark in index.in_order if mark.label not in quiet] if quiet else list(index.in_order)

    def _without_hidden(self, rows: Rows) -> Rows:
        hidden = self._session.showing.hidden
        return [mark for mark in rows if mark.annotator not in hidden] if hidden else rows

    def quiet_labels(self) -> set[str]:
        """Return the labels whose marks have no card unless one filters: a cue belongs to its attribution."""
        label = self._session.label
        return {id for id in self._session.annotations.counts if label(id) in DETAILS}

    def _reader(self, wanted: Filter) -> Callable[[Interrupt | None], Rows]:
        """What reads the rows, on any thread: it is given all that it needs of the window."""
        session, revision = self._session, self._session.revision
        assert revision is not None
        library, marks, hidden = session.library, session.annotations.marks, set(session.showing.hidden)
        quiet = set() if wanted.chooses else self.quiet_labels()

        def read(stop: Interrupt | None) -> Rows:
            ids = library.filter_annotations(revision.id, **wanted._asdict(), stop=stop)
            found = (marks.get(id) for id in ids)
            return [m for m in found if m is not None and m.annotator not in hidden and m.label not in quiet]

        return read
