"""Added pages that are newer versions of articles: taken as that when the reader says so in the report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.desk import Desk
from ui.window.taking import take_with_marks

if TYPE_CHECKING:
    from reader.intake.add import AddResult
    from reader.intake.merge_captures import Merged

translate = QCoreApplication.translate


def pairs_of(outcomes: Sequence[AddResult]) -> list[tuple[str, str]]:
    """Return the ids of the articles that may be newer versions, each with that of the older one."""
    return [(one.article_id, one.newer_of) for one in outcomes if one.newer_of]


def take_newer(desk: Desk, outcomes: Sequence[AddResult]) -> None:
    """Put the text of each newer version beside the older one of its article, with the marks of that; one undo takes it
    back."""
    from reader.intake.merge_captures import merge_captures

    desk.panel.apply_drafts()
    ask = partial(merge_captures, desk.session.library, pairs_of(outcomes))
    desk.jobs.then(ask, lambda found: _take(desk.latest, found), lambda why: desk.latest.warn(why))


def _take(desk: Desk, found: Merged) -> None:
    if found.edit is None:
        desk.say(translate("Dialogs", "Nothing was taken: the newer articles have marks of their own, or are gone."))
        return
    take_with_marks(desk, found.edit, lambda: _taken(desk.latest, found))


def _taken(desk: Desk, found: Merged) -> None:
    desk.open(found.taken[0])
    if found.kept:
        text = translate(
            "Dialogs", "Newer versions taken: {0}. Kept as they are, since they have marks of their own: {1}."
        )
        desk.banner.tell(text.format(len(found.taken), len(found.kept)), warning=False)
    else:
        desk.say(translate("Dialogs", "Taken as newer versions; one undo takes it back."))
