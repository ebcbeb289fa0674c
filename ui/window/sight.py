"""Whether what is chosen can be seen: a key never acts on words that are off the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.desk import Desk
from ui.here import Target


def in_sight(desk: Desk) -> bool:
    """Return whether what a key would act on is on the screen; else bring it there and say so."""
    here, view = desk.session.here, desk.view
    if view.target_lines() or any(_card_in_sight(desk, id) for id in here.marks):
        return True
    spans = here.spans
    if here.target is Target.MARKS and here.mark in view.index:
        spans = list(view.index.marks[here.mark].spans)
    if not spans or (view.state.hidden and here.target is Target.MARKS):
        return True  # there is nothing to scroll to: what the key does is said by itself
    view.scroll_to(spans[0])
    desk.say(QCoreApplication.translate("MainWindow", "This is what is chosen. Press the key again."))
    return False


def _card_in_sight(desk: Desk, id: str) -> bool:
    cards, row = desk.panel.list, desk.panel.model.row_of(id)
    shown = cards.isVisible() and row >= 0
    return shown and cards.viewport().rect().intersects(cards.visualRect(desk.panel.model.index(row)))
