"""The parts of the window that do things: made once a window, given to what connects them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

from ui.article.find_bar import FindBar
from ui.desk import Desk
from ui.marking.actions import Marking
from ui.window.add_sources import Adding
from ui.window.ended import Ended
from ui.window.focus import FocusMode
from ui.window.heirs import Heritable
from ui.window.leaving import Leaving
from ui.window.left_out import LeftOut
from ui.window.libraries import Libraries
from ui.window.reclean import Recleaning
from ui.window.results import Results
from ui.window.revisions import Revisions
from ui.window.trouble import Trouble

if TYPE_CHECKING:
    from ui.marking.merge import Merging
    from ui.window.adding_line import AddingLine
    from ui.window.connectors import Relations
    from ui.window.damages import Damages
    from ui.window.drop_target import DropTarget
    from ui.window.encrypting import Encryption
    from ui.window.fetching import Fetching
    from ui.window.restoring import Restoring
    from ui.window.trash import Trash
    from ui.window.undoing import Undoing

_LATE = ("trash", "fetching")  # made when they are asked for


@dataclass(eq=False, repr=False, match_args=False)
class Parts:
    """What stands on a desk. `relations` and `merging` watch the marks, and the first paint does without them."""

    desk: Desk
    find_bar: FindBar
    marking: Marking
    adding: Adding
    results: Results
    recleaning: Recleaning
    revisions: Revisions
    left_out: LeftOut
    focus_mode: FocusMode
    trouble: Trouble
    leaving: Leaving
    libraries: Libraries
    ended: Ended

    @classmethod
    def on(cls, desk: Desk, find_bar: FindBar) -> Parts:
        """Make the parts of a window."""
        results = Results(desk)
        leaving = Leaving(desk)
        adding = Adding(desk.session, desk.settings, desk.jobs, desk.window)
        return cls(
            desk=desk,
            find_bar=find_bar,
            marking=Marking(desk.session, desk.settings, desk.view, desk.panel, desk.window),
            adding=adding,
            results=results,
            recleaning=Recleaning(desk, results),
            revisions=Revisions(desk, adding, results),
            left_out=LeftOut(desk),
            focus_mode=FocusMode(desk),
            trouble=Trouble(desk),
            leaving=leaving,
            libraries=Libraries(desk, leaving),
            ended=Ended(desk),
        )

    @cached_property
    def undoing(self) -> Undoing:
        """What undo and redo do; made when the first of them is asked for."""
        from ui.window.undoing import Undoing

        return Undoing(self.desk)

    @cached_property
    def fetching(self) -> Fetching:
        """What fetches the texts of addresses; made when that is asked for."""
        from ui.window import add_report
        from ui.window.fetching import Fetching

        made = Fetching(self.desk)
        made.reported.connect(lambda found, cancelled: add_report.report(self.desk, self.results, found, cancelled))
        return made

    @cached_property
    def damages(self) -> Damages:
        """What checks the library and says what is damaged; made when that is open."""
        from ui.window.damages import Damages

        return Damages(self.desk)

    @cached_property
    def trash(self) -> Trash:
        """What deletes for good; made when it is asked for."""
        from ui.window.trash import Trash

        return Trash(self.desk)

    @property
    def restoring(self) -> Restoring:
        """The page of backups, made anew each time that it is asked for."""
        from ui.window.restoring import Restoring

        made = Restoring(self.desk, self.desk.session.library.path)
        made.chosen.connect(self.libraries.opened)
        return made

    @cached_property
    def encryption(self) -> Encryption:
        """What encrypts the library and changes its passphrase; made when it is asked for."""
        from ui.window.encrypting import Encryption

        made = Encryption(self.desk)
        made.opened.connect(self.libraries.opened)
        return made

    @cached_property
    def relations(self) -> Relations:
        """The connectors of the chosen mark; made when the library is open."""
        from ui.window.connectors import Relations

        return Relations(self.desk)

    @cached_property
    def merging(self) -> Merging:
        """The offer to make two marks one; made when the library is open."""
        from ui.marking.merge import Merging

        return Merging(self.desk)

    @cached_property
    def drop_target(self) -> DropTarget:
        """What lies over the window while something is dragged over it; made when that first happens."""
        from ui.window.drop_target import DropTarget

        return DropTarget(self.desk)

    @cached_property
    def adding_line(self) -> AddingLine:
        """The line above the list while pages are added; made when the library is open."""
        from ui.window.adding_line import AddingLine

        return AddingLine(self.desk)

    def make_followers(self) -> None:
        """Make what watches the marks."""
        for part in (self.relations, self.merging):
            part.setObjectName(type(part).__name__)
        self.adding_line.follow()
        from ui.window.idle import Idle

        Idle(self.desk)

    def bequeath(self, to: Parts) -> None:
        """From now on what jobs of this window bring goes to the like part of the window that takes its place."""
        self.desk.heir = to.desk
        made = [field.name for field in fields(self)] + [name for name in _LATE if name in self.__dict__]
        for name in made:
            part = getattr(self, name)
            if isinstance(part, Heritable):
                part.heir = getattr(to, name)
