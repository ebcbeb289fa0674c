"""The texts of articles of which only the address is here, fetched when that is asked: of one, of chosen ones, of
all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Signal

from reader.messages import Words
from reader.progress import Progress
from ui.desk import Desk
from ui.window.heirs import Heritable
from ui.window.stopper import Stopper

if TYPE_CHECKING:
    from reader.store import Library


class Fetching(Heritable):
    """Starts the jobs, and hands their outcomes on as `reported`. What fails stays to be fetched."""

    reported = Signal(object, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def chosen(self) -> None:
        """Fetch the text of the open article, or of all that are chosen in the list when these are several."""
        ids = self._desk.library.selected()
        article = self._desk.session.article
        if len(ids) < 2:
            ids = [article.id] if article is not None else ids
        if ids:
            self.fetch(ids)
        else:
            self._desk.say(self.tr("Open an article first."))

    def everything(self) -> None:
        """Fetch the text of every article that waits for its own."""
        if self._may_write():
            find = partial(_waiting, self._desk.session.library)
            self._desk.jobs.then(find, lambda found: self.latest._begin(found), self._warn)

    def _begin(self, found: list[str]) -> None:
        if found:
            self.fetch(found)
        else:
            self._desk.say(self.tr("Every article has its text; nothing is to be fetched."))

    def fetch(self, article_ids: Sequence[str]) -> None:
        """Fetch the texts of these articles beside the window, one after the other."""
        if not self._may_write():
            return
        stopper = Stopper()
        name = self.tr("Fetching %n text(s)", "", len(article_ids))
        work = partial(_steps, self._desk.session.library, list(article_ids), stopper)
        job = self._desk.jobs.start(name, work, stop=stopper.stop, expected=len(article_ids))
        first = self._desk.session.library.article(article_ids[0]).url
        self._desk.status.show_network(urlsplit(first).hostname or "")
        job.done.connect(lambda outcomes: self.latest.reported.emit(outcomes, False))
        job.cancelled.connect(lambda outcomes: self.latest.reported.emit(outcomes, True))
        job.failed.connect(self._warn)
        job.ended.connect(lambda: self.latest._desk.status.show_network(""))

    def _may_write(self) -> bool:
        if self._desk.session.library.readonly:
            self._desk.warn(self.tr("This library can only be read; nothing was changed."))
            return False
        return True

    def _warn(self, reason: Words) -> None:
        self._desk.latest.warn(reason)


def _waiting(library: Library) -> list[str]:
    from reader.intake.fetch_texts import to_fetch

    return to_fetch(library)


def _steps(library: Library, article_ids: Sequence[str], stopper: Stopper) -> Iterator[Progress]:
    from reader.cleaning import Workers
    from reader.intake.fetch_texts import fetch_texts

    with Workers(1, background=True) as workers:
        stopper.works_with(workers)
        for step in fetch_texts(library, article_ids, workers):
            if stopper.stopped and getattr(step.result, "status", "") == "failed":
                return  # it was stopped half way, and is fetched when that is asked again
            yield step
