"""What each action of the table does: one row of the table, one row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from reader import edits
from reader.model.articles import State
from ui.desk import Desk
from ui.settings import PAPERS, ReadingFace
from ui.window import board, dialogs, label_filter, library_files
from ui.window.parts import Parts

translate = QCoreApplication.translate
Handlers = dict[str, Callable[[], None]]


def handlers(parts: Parts) -> Handlers:
    """Return every action's id with what it does; what fails is said on the desk."""
    made = {**_file(parts), **_edit(parts), **_view(parts), **_article(parts), **_annotate(parts), **_help(parts)}
    return {id: partial(parts.desk.guarded, act) for id, act in made.items()}


def _file(parts: Parts) -> Handlers:
    desk, adding, results = parts.desk, parts.adding, parts.results
    return {
        "add_file": adding.ask_files,
        "add_folder": adding.ask_folder,
        "add_address": adding.ask_address,
        "paste": adding.paste,
        "import_set": adding.ask_set,
        "export": partial(library_files.export, desk, results),
        "export_original": partial(library_files.save_original, desk),
        "backup": partial(library_files.backup, desk),
        "check": partial(library_files.check, desk, results),
        "result": results.show,
        "reclean": parts.recleaning.start,
        "empty_trash": parts.trash.empty,
        "settings": partial(dialogs.settings, desk),
        "quit": lambda: _quit(desk),
    }


def _edit(parts: Parts) -> Handlers:
    desk = parts.desk
    return {
        "undo": parts.undoing.undo,
        "redo": parts.undoing.redo,
        "history": partial(_history, parts),
        "copy": _copy,
        "find": parts.find_bar.open,
        "search": partial(_search, desk),
        "palette": partial(dialogs.palette, desk),
    }


def _view(parts: Parts) -> Handlers:
    desk, focus_mode, left_out = parts.desk, parts.focus_mode, parts.left_out
    made: Handlers = {f"paper_{paper}": partial(desk.settings.update, theme=paper) for paper in PAPERS}
    return made | {
        "toggle_library": lambda: desk.folding.toggle("library"),
        "toggle_panel": lambda: desk.folding.toggle("panel"),
        "focus_mode": lambda: focus_mode.turn(not focus_mode.on),
        "next_pane": partial(_next_pane, desk),
        "zoom_in": partial(_zoom, desk, 1),
        "zoom_out": partial(_zoom, desk, -1),
        "zoom_reset": lambda: desk.set_face(replace(desk.settings.values.face, size=ReadingFace().size)),
        "reading_face": partial(dialogs.reading_face, desk),
        "hide_marks": partial(_hide_marks, desk),
        "page_follows": partial(label_filter.follow, desk),
        "by_person": lambda: desk.session.showing.set_by_person(not desk.session.showing.by_person),
        "show_all_marks": desk.panel.clear_filter,
        "left_out": left_out.toggle,
        "take_out": left_out.take_out_here,
        "board": partial(board.open_board, desk),
    }


def _article(parts: Parts) -> Handlers:
    desk, revisions = parts.desk, parts.revisions
    made: Handlers = {f"state_{state.value}": partial(_move, parts, state) for state in State}
    return made | {
        "sentence_next": lambda: desk.view.move_sentence(1, False),
        "sentence_previous": lambda: desk.view.move_sentence(-1, False),
        "extend_next": lambda: desk.view.move_sentence(1, True),
        "extend_previous": lambda: desk.view.move_sentence(-1, True),
        "capture_again": revisions.capture,
        "capture_file": revisions.ask_file,
        "edit_facts": partial(_edit_facts, desk),
        "outcomes": revisions.list_marks,
        "compare": revisions.compare,
        "article_next": lambda: desk.library.step(1),
        "article_previous": lambda: desk.library.step(-1),
    }


def _annotate(parts: Parts) -> Handlers:
    desk, marking, view = parts.desk, parts.marking, parts.desk.view
    return {
        "mark_again": marking.mark_again,
        "note": marking.note,
        "tags": marking.tags,
        "link": marking.link,
        "delete_mark": marking.delete,
        "merge_mark": lambda: parts.merging.merge(),
        "filter_marks": partial(_filter_marks, desk),
        "order_marks": desk.panel.head.toggle_order,
        "next_mark": partial(marking.step, 1),
        "previous_mark": partial(marking.step, -1),
        "next_linked": lambda: parts.relations.next_linked(),
        "start_back": lambda: view.nudge("start", -1),
        "start_on": lambda: view.nudge("start", 1),
        "end_back": lambda: view.nudge("end", -1),
        "end_on": lambda: view.nudge("end", 1),
        "edit_labels": partial(dialogs.edit_labels, desk),
        **marking.acts(),
    }


def _help(parts: Parts) -> Handlers:
    desk = parts.desk
    return {
        "keys": partial(dialogs.keys, desk),
        "samples": parts.adding.add_samples,
        "about": partial(dialogs.about, desk),
    }


def _quit(desk: Desk) -> None:
    desk.window.close()


def _copy() -> None:
    focus = QApplication.focusWidget()
    copy = getattr(focus, "copy", None)
    if callable(copy):
        copy()


def _history(parts: Parts) -> None:
    from ui.window.history import open_history  # no first paint needs it

    open_history(parts.desk, parts.undoing)


def _edit_facts(desk: Desk) -> None:
    from ui.window.facts import edit_facts  # no first paint needs it

    edit_facts(desk)


def _search(desk: Desk) -> None:
    desk.header.search.setFocus()
    desk.header.search.selectAll()


def _next_pane(desk: Desk) -> None:
    panes: list[QWidget] = [pane for pane in (desk.library, desk.view, desk.panel) if pane.isVisible()]
    focus = QApplication.focusWidget()
    here = next((n for n, p in enumerate(panes) if focus is not None and (p is focus or p.isAncestorOf(focus))), -1)
    target = panes[(here + 1) % len(panes)]
    (target.focusProxy() or _first_stop(target)).setFocus()


def _first_stop(pane: QWidget) -> QWidget:
    if pane.focusPolicy():
        return pane
    stops = [child for child in pane.findChildren(QWidget) if child.focusPolicy() and child.isVisible()]
    return stops[-1] if stops else pane


def _zoom(desk: Desk, step: int) -> None:
    face = desk.settings.values.face
    desk.set_face(replace(face, size=face.size + step))


def _hide_marks(desk: Desk) -> None:
    hidden = not desk.settings.values.marks_hidden
    desk.settings.update(marks_hidden=hidden)
    desk.view.set_marks_hidden(hidden)


def _filter_marks(desk: Desk) -> None:
    desk.folding.fold("panel", shown=True)
    desk.panel.head.focus_words()


def _move(parts: Parts, state: State) -> None:
    desk, article = parts.desk, parts.desk.session.article
    if article is None:
        desk.say(translate("MainWindow", "Open an article first."))
    elif state is State.TRASHED and article.state is state:
        parts.trash.delete([article.id])
    elif desk.session.do(edits.set_state([article], state)):
        desk.say(translate("MainWindow", "Moved to {0}").format(desk.library.states.names()[state]))
