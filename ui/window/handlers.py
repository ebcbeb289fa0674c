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
from ui.library.model import Role
from ui.settings import PAPERS, ReadingFace
from ui.window import board, copying, dialogs, label_filter, library_files
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
        "print": partial(_print, desk),
        "save_pdf": partial(_save_pdf, desk),
        "open_library": parts.libraries.ask_open,
        "new_library": parts.libraries.ask_new,
        "backup": partial(library_files.backup, desk),
        "restore": partial(_restore, parts),
        "encrypt": lambda: parts.encryption.ask(),
        "passphrase": lambda: parts.encryption.ask_passphrase(),
        "check": partial(library_files.check, desk, results),
        "result": results.show,
        "fetch_all": lambda: parts.fetching.everything(),
        "reclean": parts.recleaning.start,
        "empty_trash": lambda: parts.trash.empty(),
        "lock": partial(_lock, desk),
        "settings": partial(dialogs.settings, desk, partial(library_files.choose_second_place, desk)),
        "quit": lambda: _quit(desk),
    }


def _edit(parts: Parts) -> Handlers:
    desk = parts.desk
    return {
        "undo": lambda: parts.undoing.undo(),
        "redo": lambda: parts.undoing.redo(),
        "history": partial(_history, parts),
        "copy": partial(copying.copy, desk),
        "copy_source": partial(copying.copy_with_source, desk),
        "find": parts.find_bar.open,
        "find_next": partial(parts.find_bar.go_on, True),
        "find_previous": partial(parts.find_bar.go_on, False),
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
        "zoom_in": partial(desk.zoom, 1),
        "zoom_out": partial(desk.zoom, -1),
        "zoom_reset": lambda: desk.set_face(replace(desk.settings.values.face, size=ReadingFace().size)),
        "reading_face": partial(dialogs.reading_face, desk),
        "hide_marks": partial(_hide_marks, desk),
        "page_follows": partial(label_filter.follow, desk),
        "by_person": partial(_by_person, desk),
        "show_all_marks": desk.panel.clear_filter,
        "left_out": left_out.toggle,
        "take_out": left_out.take_out_here,
        "board": partial(board.open_board, desk),
    }


def _article(parts: Parts) -> Handlers:
    desk, revisions = parts.desk, parts.revisions
    made: Handlers = {f"state_{state.value}": partial(_move, parts, state) for state in State}
    return made | {
        "done_next": partial(_done_next, desk),
        "sentence_next": lambda: desk.view.move_sentence(1, False),
        "sentence_previous": lambda: desk.view.move_sentence(-1, False),
        "extend_next": lambda: desk.view.move_sentence(1, True),
        "extend_previous": lambda: desk.view.move_sentence(-1, True),
        "fetch_text": lambda: parts.fetching.chosen(),
        "capture_again": revisions.capture,
        "capture_file": revisions.ask_file,
        "edit_facts": partial(_edit_facts, desk),
        "outcomes": revisions.list_marks,
        "compare": revisions.compare,
        "back": desk.back,
        "forward": desk.forward,
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
        "manual": partial(dialogs.manual, desk),
        "keys": partial(dialogs.keys, desk),
        "edit_keys": partial(dialogs.edit_keys, desk),
        "samples": lambda: _samples(parts),
        "about": partial(dialogs.about, desk),
    }


def _samples(parts: Parts) -> None:
    parts.adding.add_samples()


def _print(desk: Desk) -> None:
    from ui.window.printing import print_article  # no first paint needs it

    print_article(desk)


def _save_pdf(desk: Desk) -> None:
    from ui.window.printing import save_pdf

    save_pdf(desk)


def _quit(desk: Desk) -> None:
    desk.window.close()


def _restore(parts: Parts) -> None:
    parts.restoring.open()


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
    panes = panes or [desk.welcome]
    focus = QApplication.focusWidget()
    here = next((n for n, p in enumerate(panes) if focus is not None and (p is focus or p.isAncestorOf(focus))), -1)
    target = panes[(here + 1) % len(panes)]
    # To the cards, not to a button that happens to be there: the next Enter must not press it.
    cards = desk.panel.list if desk.panel.list.isVisible() else desk.panel.head.search
    proxy = cards if target is desk.panel else target.focusProxy()
    (proxy if proxy is not None and proxy.isVisible() else _first_stop(target)).setFocus()


def _first_stop(pane: QWidget) -> QWidget:
    if pane.focusPolicy():
        return pane
    stops = [child for child in pane.findChildren(QWidget) if child.focusPolicy() and child.isVisible()]
    return stops[-1] if stops else pane


def _hide_marks(desk: Desk) -> None:
    hidden = not desk.settings.values.marks_hidden
    desk.settings.note(marks_hidden=hidden)
    desk.view.set_marks_hidden(hidden)


def _by_person(desk: Desk) -> None:
    showing, people = desk.session.showing, desk.session.annotations.people
    showing.set_by_person(not showing.by_person)
    if showing.by_person and len(people) == 1:
        from ui.annotations.people_box import alone_words

        desk.say(alone_words(next(iter(people))))


def _filter_marks(desk: Desk) -> None:
    desk.folding.fold("panel", shown=True)
    desk.panel.head.focus_words()


def _done_next(desk: Desk) -> None:
    """Move the open article to Done and open the one that follows it in the list."""
    article = desk.session.article
    if article is None:
        desk.say(translate("MainWindow", "Open an article first."))
        return
    model = desk.library.model
    row = model.row_of(article.id)
    following = str(model.index(row + 1).data(Role.ID) or "") if 0 <= row < model.rowCount() - 1 else ""
    if not desk.session.do(edits.set_state([article], State.DONE)):
        return
    title = article.title
    if following:
        desk.open(following)
        desk.say(translate("MainWindow", "Done: “{0}”. This is the next one.").format(title))
    else:
        desk.say(translate("MainWindow", "Done: “{0}”. It was the last one of this list.").format(title))


def _lock(desk: Desk) -> None:
    from ui.window.privacy_screen import lock

    lock(desk)


def _move(parts: Parts, state: State) -> None:
    desk, article = parts.desk, parts.desk.session.article
    if article is None:
        desk.say(translate("MainWindow", "Open an article first."))
    elif state is State.TRASHED and article.state is state:
        parts.trash.delete([article.id])
    elif desk.session.do(edits.set_state([article], state)):
        desk.say(translate("MainWindow", "Moved to {0}").format(desk.library.states.names()[state]))
