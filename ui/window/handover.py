"""What a window that is made anew, in another language, takes up from the one before."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

from reader.messages import Message
from reader.model.articles import Place, State
from reader.model.spans import Span
from reader.query import Query
from ui.desk import Desk
from ui.frame.history import History
from ui.window import board as window_board
from ui.window.open_parts import OpenParts
from ui.window.parts import Parts
from ui.window.results import Results


@dataclass(frozen=True)
class Handover:
    """Where the reader was, what was selected in the text, the panel and the list, and what the window was saying."""

    place: Place | None
    spans: tuple[Span, ...]
    marks: tuple[str, ...]
    sentence: Span | None
    state: State | None
    order: Query
    searched: str
    chosen: tuple[str, ...]
    focused: str
    backup_problem: Message | None
    host: str
    board: bool
    results: Results
    opened: OpenParts
    history: History

    @classmethod
    def of(cls, parts: Parts) -> Handover:
        """Return what a window leaves. What is being typed in it is stored first."""
        desk = parts.desk
        library, status = desk.library, desk.status
        return cls(
            place=desk.places.latest,
            spans=desk.session.here.words,
            marks=desk.session.here.marks,
            sentence=desk.session.here.sentence,
            state=library.states.state,
            order=library.model.wanted,
            searched=desk.header.search.text(),
            chosen=tuple(library.selected()),
            focused=_focused(desk),
            backup_problem=status.backup_problem,
            host=status.host,
            board=window_board.is_open(desk),
            results=parts.results,
            opened=OpenParts.of(parts),
            history=desk.history,
        )

    def take_up(self, parts: Parts) -> None:
        """Put a window where the one before was."""
        desk = parts.desk
        desk.library.states.choose(self.state)
        desk.library.sort(self.order.order)
        if self.searched:
            desk.header.search.setText(self.searched)
            desk.search(self.searched)
        desk.library.select(self.chosen)
        for mark in self.marks[:1]:
            desk.panel.reveal(mark)
        desk.view.choose(self.spans, self.marks, self.sentence)
        desk.session.here.changed.emit()  # what is chosen is the same; the parts of this window have not heard of it
        desk.status.show_backup_problem(self.backup_problem)
        desk.status.show_network(self.host)
        desk.status.show_jobs(desk.jobs.running)
        parts.results.take_up(self.results)
        desk.history = self.history
        if self.board:
            desk.commands["board"].trigger()
        self.opened.take_up(parts)
        if not self.opened.take_keyboard(parts):
            _focus(desk, self.focused)


def _focused(desk: Desk) -> str:
    focus = QApplication.focusWidget()
    parts: dict[str, QWidget] = {"library": desk.library, "panel": desk.panel, "search": desk.header.search}
    return next((name for name, part in parts.items() if focus and (part is focus or part.isAncestorOf(focus))), "text")


def _focus(desk: Desk, name: str) -> None:
    target: dict[str, QWidget] = {
        "library": desk.library.list,
        "panel": desk.panel.list,
        "search": desk.header.search,
    }
    target.get(name, desk.view).setFocus()
