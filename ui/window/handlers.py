"""What each action of the table does: one row of the table, one row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from reader import edits
from reader.model.articles import State
from ui.settings import PAPERS, ReadingFace
from ui.window import board, dialogs, label_filter

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

translate = QCoreApplication.translate
Handlers = dict[str, Callable[[], None]]


def handlers(window: MainWindow) -> Handlers:
    """Every action's id with what it does in `window`; failures are told there."""
    made = {**_file(window), **_edit(window), **_view(window), **_article(window), **_annotate(window), **_help(window)}
    return {id: partial(window.guarded, act) for id, act in made.items()}


def _file(window: MainWindow) -> Handlers:
    adding = window.adding
    return {
        "add_file": adding.ask_files,
        "add_folder": adding.ask_folder,
        "add_address": adding.ask_address,
        "paste": adding.paste,
        "import_set": adding.ask_set,
        "export": partial(dialogs.export, window),
        "export_original": partial(dialogs.save_original, window),
        "backup": partial(dialogs.backup, window),
        "check": partial(dialogs.check, window),
        "result": window.results.show,
        "reclean": lambda: window.recleaning.start(),
        "settings": partial(dialogs.settings, window),
        "quit": lambda: _quit(window),
    }


def _edit(window: MainWindow) -> Handlers:
    return {
        "undo": window.session.undo,
        "redo": window.session.redo,
        "copy": _copy,
        "find": window.find_bar.open,
        "search": partial(_search, window),
        "palette": partial(dialogs.palette, window),
    }


def _view(window: MainWindow) -> Handlers:
    made: Handlers = {f"paper_{paper}": partial(window.themeWanted.emit, paper) for paper in PAPERS}
    return made | {
        "toggle_library": lambda: window.folding.toggle("library"),
        "toggle_panel": lambda: window.folding.toggle("panel"),
        "focus_mode": lambda: window.focus_mode.turn(not window.focus_mode.on),
        "next_pane": partial(_next_pane, window),
        "zoom_in": partial(_zoom, window, 1),
        "zoom_out": partial(_zoom, window, -1),
        "zoom_reset": lambda: window.set_face(replace(window.settings.values.face, size=ReadingFace().size)),
        "reading_face": partial(dialogs.reading_face, window),
        "hide_marks": partial(_hide_marks, window),
        "page_follows": partial(label_filter.follow, window),
        "by_person": lambda: window.session.showing.set_by_person(not window.session.showing.by_person),
        "show_all_marks": window.panel.clear_filter,
        "left_out": partial(dialogs.left_out, window),
        "take_out": partial(dialogs.take_out_here, window),
        "board": partial(board.open_board, window),
    }


def _article(window: MainWindow) -> Handlers:
    made: Handlers = {f"state_{state.value}": partial(_move, window, state) for state in State}
    return made | {
        "sentence_next": lambda: window.view.move_sentence(1, False),
        "sentence_previous": lambda: window.view.move_sentence(-1, False),
        "extend_next": lambda: window.view.move_sentence(1, True),
        "extend_previous": lambda: window.view.move_sentence(-1, True),
        "capture_again": lambda: window.revisions.capture(),
        "capture_file": lambda: window.revisions.ask_file(),
        "outcomes": lambda: window.revisions.list_marks(),
        "compare": lambda: window.revisions.compare(),
        "article_next": lambda: window.library.step(1),
        "article_previous": lambda: window.library.step(-1),
    }


def _annotate(window: MainWindow) -> Handlers:
    marking, view = window.marking, window.view
    return {
        "mark_again": marking.mark_again,
        "note": marking.note,
        "tags": marking.tags,
        "link": marking.link,
        "delete_mark": marking.delete,
        "merge_mark": lambda: window.merging.merge(),
        "filter_marks": partial(_filter_marks, window),
        "order_marks": window.panel.head.toggle_order,
        "next_mark": partial(marking.step, 1),
        "previous_mark": partial(marking.step, -1),
        "next_linked": lambda: window.relations.next_linked(),
        "start_back": lambda: view.nudge("start", -1),
        "start_on": lambda: view.nudge("start", 1),
        "end_back": lambda: view.nudge("end", -1),
        "end_on": lambda: view.nudge("end", 1),
        "edit_labels": partial(dialogs.edit_labels, window),
        **marking.acts(),
    }


def _help(window: MainWindow) -> Handlers:
    return {
        "keys": partial(dialogs.keys, window),
        "samples": window.adding.add_samples,
        "about": partial(dialogs.about, window),
    }


def _quit(window: MainWindow) -> None:
    window.close()


def _copy() -> None:
    focus = QApplication.focusWidget()
    copy = getattr(focus, "copy", None)
    if callable(copy):
        copy()


def _search(window: MainWindow) -> None:
    window.header.search.setFocus()
    window.header.search.selectAll()


def _next_pane(window: MainWindow) -> None:
    panes: list[QWidget] = [pane for pane in (window.library, window.view, window.panel) if pane.isVisible()]
    focus = QApplication.focusWidget()
    here = next((n for n, p in enumerate(panes) if focus is not None and (p is focus or p.isAncestorOf(focus))), -1)
    target = panes[(here + 1) % len(panes)]
    (target.focusProxy() or _first_stop(target)).setFocus()


def _first_stop(pane: QWidget) -> QWidget:
    if pane.focusPolicy():
        return pane
    stops = [child for child in pane.findChildren(QWidget) if child.focusPolicy() and child.isVisible()]
    return stops[-1] if stops else pane


def _zoom(window: MainWindow, step: int) -> None:
    face = window.settings.values.face
    window.set_face(replace(face, size=face.size + step))


def _hide_marks(window: MainWindow) -> None:
    hidden = not window.settings.values.marks_hidden
    window.settings.update(marks_hidden=hidden)
    window.view.set_marks_hidden(hidden)


def _filter_marks(window: MainWindow) -> None:
    window.folding.fold("panel", shown=True)
    window.panel.head.focus_words()


def _move(window: MainWindow, state: State) -> None:
    article = window.session.article
    if article is None:
        window.status.say(translate("MainWindow", "Open an article first."))
    elif window.session.do(edits.set_state([article], state)):
        window.status.say(translate("MainWindow", "Moved to {0}").format(window.library.states.names()[state]))
