"""What became of the sources that were added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.desk import Desk
from ui.window.dialogs import show
from ui.window.newer_versions import pairs_of, take_newer
from ui.window.results import Results

if TYPE_CHECKING:
    from reader.intake.add import AddResult

translate = QCoreApplication.translate


def report(desk: Desk, results: Results, outcomes: list[AddResult], cancelled: bool) -> None:
    """What became of every source: a line, with a key for the first article or, when anything failed, the report.

    Nothing is opened but the first article on an empty desk: whoever is reading or typing goes on with that.
    """
    from ui.dialogs.import_report import ImportReport

    here = [outcome.article_id for outcome in outcomes if outcome.status in ("added", "known")]
    newer = pairs_of(outcomes)
    opened = bool(here) and desk.open_first(here[0])
    made = ImportReport(outcomes, cancelled, desk.window)
    text = made.headline
    made.deleteLater()  # the one that is shown is made when it is asked for, by the window of that time
    if newer:
        text = translate("Dialogs", "{0}; perhaps a newer version of an article that is here").format(text)
    if newer or cancelled or any(outcome.status == "failed" for outcome in outcomes):
        message = translate("Dialogs", "{0}: show the report").format(text)
        results.tell(message, lambda: _show(desk.latest, outcomes, cancelled), warning=True)
    elif here and not opened:
        message = translate("Dialogs", "{0}: open the first") if len(here) > 1 else translate("Dialogs", "{0}: open")
        results.tell(message.format(text), lambda: desk.latest.open(here[0]))
    else:
        desk.say(text)


def _show(desk: Desk, outcomes: list[AddResult], cancelled: bool) -> None:
    from ui.dialogs.import_report import ImportReport

    shown = ImportReport(outcomes, cancelled, desk.window)
    shown.newerWanted.connect(lambda: take_newer(desk.latest, outcomes))
    show(shown)


def resumed(desk: Desk, left: int, added: int) -> None:
    """That what was handed in before the program ended is being added now; it stays to be read."""
    if left == 0:
        text = translate("Dialogs", "All {0} pages that were being added when Tilik ended are in the library.")
        desk.banner.tell(text.format(added), warning=False)
    elif left < 0:
        desk.banner.tell(
            translate("Dialogs", "What was being added when Tilik ended is added again now."), warning=False
        )
    else:
        text = translate(
            "Dialogs", "Tilik ended while it was adding pages: {0} were done, the other {1} are added now."
        )
        desk.banner.tell(text.format(added, left), warning=False)
