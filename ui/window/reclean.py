"""Cleaning stored pages again with a newer cleaner: offered once, reported first, taken as one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from reader.messages import Words
from reader.progress import Progress
from ui.desk import Desk
from ui.window.heirs import Heritable
from ui.window.results import Results
from ui.window.stopper import Stopper
from ui.window.taking import take_with_marks

if TYPE_CHECKING:
    from reader.intake.reclean import Recleaned
    from reader.store import Library

OFFERED = "cleaning again was offered by"


class Recleaning(Heritable):
    """Offers, and does when asked. Texts that were changed by hand are passed over."""

    def __init__(self, desk: Desk, results: Results) -> None:
        super().__init__(desk.window)
        self._desk, self._results = desk, results

    def offer(self) -> None:
        """Say once for every cleaner that some articles were cleaned by another."""
        from reader.cleaning import CLEANER

        library = self._desk.session.library
        if not library.readonly and library.setting(OFFERED) != CLEANER:
            self._desk.jobs.then(partial(_outdated, library), self._tell_offer, self._warn)

    def start(self) -> None:
        """Clean all such articles again beside the window, and show what that would change."""
        if self._desk.session.library.readonly:
            self._desk.warn(self.tr("This library can only be read; nothing was changed."))
            return
        find = partial(_outdated, self._desk.session.library)
        self._desk.jobs.then(find, lambda found: self.latest._begin(found), self._warn)

    def _warn(self, reason: Words) -> None:
        self._desk.latest.warn(reason)

    def _tell_offer(self, found: list[str]) -> None:
        from reader.cleaning import CLEANER

        if found and self._desk.session.is_open and self._desk.banner.isHidden():
            self._desk.session.library.remember_setting(OFFERED, CLEANER)
            text = self.tr("%n article(s) were cleaned by another version of Tilik.", "", len(found))
            self._desk.banner.tell(text, warning=False, action=self.tr("See what would change…"), call=self.start)

    def _begin(self, found: list[str]) -> None:
        if not found:
            self._desk.say(self.tr("Every article was cleaned by this version, or changed by hand."))
            return
        stopper = Stopper()
        name = self.tr("Cleaning %n article(s) again", "", len(found))
        job = self._desk.jobs.start(name, partial(self._steps, found, stopper), writes=False, stop=stopper.stop)
        job.done.connect(lambda found: self.latest._tell(found))
        job.failed.connect(self._warn)

    def _steps(self, found: list[str], stopper: Stopper) -> Iterator[Progress]:
        from reader.cleaning import Workers
        from reader.intake.reclean import reclean

        with Workers(background=True) as workers:
            stopper.works_with(workers)
            yield from reclean(self._desk.session.library, found, workers)

    def _tell(self, found: list[Recleaned]) -> None:
        message = self.tr("%n article(s) cleaned again: see what would change", "", len(found))
        self._results.tell(message, lambda: self.latest.report(found))

    def report(self, found: list[Recleaned]) -> None:
        """What would change; it is taken from there."""
        from ui.dialogs.parts import open_within_screen
        from ui.dialogs.reclean_report import RecleanReport

        dialog = RecleanReport(found, self._desk.window)
        dialog.accepted.connect(lambda: self._take(found))
        dialog.articleChosen.connect(self._desk.open)
        open_within_screen(dialog)

    def _take(self, found: list[Recleaned]) -> None:
        from reader.intake.reclean import accept

        said = self.tr("The new texts were taken; one undo brings the old ones back.")
        take_with_marks(self._desk, accept(found), lambda: self._desk.latest.say(said))


def _outdated(library: Library) -> list[str]:
    """Called on a thread, which must not ask the session: a session opens its library again when it was closed."""
    from reader.intake.reclean import outdated

    return outdated(library)
