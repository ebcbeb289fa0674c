"""The history opened over the window: its steps are gone to and taken back here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from reader.model.steps import Step
from ui.desk import Desk
from ui.dialogs.history import History
from ui.dialogs.parts import open_within_screen
from ui.window.undoing import Undoing


def open_history(desk: Desk, undoing: Undoing) -> None:
    """Show what was done, newest first."""
    library = desk.session.library
    dialog = History(lambda before, limit: library.history(before, limit=limit), desk.window)
    dialog.goWanted.connect(partial(_go, desk, undoing))
    dialog.undoWanted.connect(undoing.take_back)
    dialog.fromHereWanted.connect(undoing.ask_from_here)
    dialog.examineWanted.connect(partial(_examine, desk, dialog))
    dialog.begin()
    desk.session.undoChanged.connect(dialog.reload)
    open_within_screen(dialog)


def _examine(desk: Desk, dialog: History, step: Step) -> None:
    library = desk.session.library
    desk.jobs.then(lambda: (step.number, library.objection(step.number)), dialog.show_examined, desk.warn)


def _go(desk: Desk, undoing: Undoing, step: Step) -> None:
    here = desk.session.library.articles([one.article_id for one in step.articles])
    if step.everywhere:
        desk.say(QCoreApplication.translate("Steps", "This step was made in the whole library."))
    elif step.articles[0].article_id in here:
        undoing.go(step)
    else:
        desk.say(QCoreApplication.translate("Steps", "The article of this step is no longer here."))
