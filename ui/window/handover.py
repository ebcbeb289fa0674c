"""What a window that is made anew, in another language, takes up from the one before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from reader.messages import Message
from reader.model.articles import Place, State
from reader.model.spans import Span
from reader.query import Query
from ui.window import board as window_board
from ui.window.results import Results

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


@dataclass(frozen=True)
class Handover:
    """Where the reader was, what was selected in the text, the panel and the list, and what the window was saying."""

    place: Place | None
    spans: tuple[Span, ...]
    mark: str
    sentence: Span | None
    marks: tuple[str, ...]
    state: State | None
    order: Query
    searched: str
    chosen: tuple[str, ...]
    focused: str
    backup_problem: Message | None
    host: str
    board: bool
    results: Results

    @classmethod
    def of(cls, window: MainWindow) -> Handover:
        """What `window` leaves. What is being typed in it is stored first."""
        library, status = window.library, window.status
        return cls(
            place=window.places.latest,
            spans=tuple(window.view.selection()),
            mark=window.view.selected_mark,
            sentence=window.view.sentence,
            marks=tuple(window.panel.chosen),
            state=library.states.state,
            order=library.model.query,
            searched=window.header.search.text(),
            chosen=tuple(library.selected()),
            focused=_focused(window),
            backup_problem=status.backup_problem,
            host=status.host,
            board=window_board.is_open(window),
            results=window.results,
        )

    def take_up(self, window: MainWindow) -> None:
        """Put `window` where the one before was."""
        window.library.states.choose(self.state)
        window.library.sort(self.order.order)
        if self.searched:
            window.header.search.setText(self.searched)
            window.search(self.searched)
        window.library.select(self.chosen)
        for mark in self.marks[:1]:
            window.panel.reveal(mark)
        window.view.choose(self.spans, self.mark, self.sentence)
        window.status.show_backup_problem(self.backup_problem)
        window.status.show_network(self.host)
        window.status.show_jobs(window.jobs.running)
        window.results.take_up(self.results)
        if self.board:
            window.commands["board"].trigger()
        _focus(window, self.focused)


def _focused(window: MainWindow) -> str:
    focus = QApplication.focusWidget()
    parts: dict[str, QWidget] = {"library": window.library, "panel": window.panel, "search": window.header.search}
    return next((name for name, part in parts.items() if focus and (part is focus or part.isAncestorOf(focus))), "text")


def _focus(window: MainWindow, name: str) -> None:
    target: dict[str, QWidget] = {
        "library": window.library.list,
        "panel": window.panel.list,
        "search": window.header.search,
    }
    target.get(name, window.view).setFocus()
