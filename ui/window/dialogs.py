"""Opens the dialogs, each imported when it is first asked for: none is needed for the first paint."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QWidget

from reader import edits
from reader.messages import Message
from reader.revisions import edit_text
from reader.system import write_whole
from reader.system_reasons import reason_of
from ui.language.messages import translate_message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from reader.intake.add import AddResult
    from ui.jobs import Work
    from ui.window.main_window import MainWindow


READING_FACES = ("Literata", "Inter", "Noto Naskh Arabic")
translate = QCoreApplication.translate


def message(parent: QWidget, text: str, *, warning: bool = False) -> QMessageBox:
    """A message whose text is shown as it is, never as markup."""
    from PySide6.QtWidgets import QMessageBox

    icon = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.Information
    box = QMessageBox(icon, "Tilik", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def ask_refused(parent: QWidget, text: str, locked: bool) -> str:
    """Why the library was not opened, and what now: `again`, `readonly` (only when `locked`) or `quit`."""
    from PySide6.QtWidgets import QMessageBox

    box = message(parent, text, warning=True)
    again = box.addButton(translate("Dialogs", "Try again"), QMessageBox.ButtonRole.AcceptRole)
    readonly = box.addButton(translate("Dialogs", "Only read"), QMessageBox.ButtonRole.ActionRole) if locked else None
    leave = box.addButton(translate("Dialogs", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    box.setEscapeButton(leave)
    box.exec()
    if readonly is not None and box.clickedButton() is readonly:
        return "readonly"
    return "again" if box.clickedButton() is again else "quit"


def save_original(window: MainWindow) -> None:
    """Write the bytes that the open article came from, exactly as they came."""
    revision = window.session.revision
    if revision is None or not revision.original_id:
        window.status.say(translate("Dialogs", "This article has no original page."))
        return
    original = window.session.library.original(revision.original_id)
    from PySide6.QtWidgets import QFileDialog

    # The stored name came from outside: only its last part may name a file.
    start = Path(window.settings.values.export_folder) / (Path(original.name).name or "page.html")
    name, _ = QFileDialog.getSaveFileName(window, translate("Dialogs", "Save the original page"), str(start))
    if not name:
        return
    try:
        write_whole(Path(name), original.data)
    except OSError as error:
        window.warn(
            translate("Dialogs", "{0} could not be written: {1}").format(name, translate_message(reason_of(error)))
        )
        return
    window.status.say(translate("Dialogs", "Saved {0}").format(name))


def backup(window: MainWindow) -> None:
    """A whole, checked copy of the library beside it."""
    library = window.session.library
    window.jobs.then(
        library.backup, lambda made: _backed_up(window.current, made), lambda reason: window.current.warn(reason)
    )


def _backed_up(window: MainWindow, made: Path) -> None:
    window.status.show_backup_problem(None)
    window.status.say(translate("Dialogs", "Backed up to {0}").format(made))


def check(window: MainWindow) -> None:
    """Look the library over and say what was found."""
    window.jobs.then(
        window.session.library.check,
        lambda found: _tell_check(window.current, found),
        lambda reason: window.current.warn(reason),
    )


def _tell_check(window: MainWindow, problems: list[Message]) -> None:
    if not problems:
        window.status.say(translate("Dialogs", "The library is sound."))
        return
    found = translate("Dialogs", "The library has problems: show them")
    window.results.tell(found, lambda window: _show_problems(window, problems), warning=True)


def _show_problems(window: MainWindow, problems: list[Message]) -> None:
    shown = "\n".join(translate_message(problem) for problem in problems[:20])
    message(window, translate("Dialogs", "Problems in the library:") + "\n\n" + shown, warning=True).open()


def settings(window: MainWindow) -> None:
    """The settings that are in no menu, beside those that are."""
    from ui.dialogs.settings import SettingsDialog

    show(SettingsDialog(window.settings, window.session.library.path, window))


def edit_labels(window: MainWindow) -> None:
    """Name, key and colour the labels."""
    from reader.query import Query
    from ui.dialogs.label_editor import LabelEditor

    session = window.session
    dialog = LabelEditor(session.labels, lambda id: bool(session.library.count(Query(label=id))), window)
    dialog.saved.connect(lambda labels: session.do(edits.save_labels(session.labels, labels)))
    show(dialog)


def show(dialog: QDialog) -> None:
    """Open `dialog` over its window; it is gone when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def palette(window: MainWindow) -> None:
    """Actions and articles by a few letters."""
    from reader.query import Query
    from ui.dialogs.palette import Palette

    library = window.session.library
    dialog = Palette(window.commands, lambda typed: library.summaries(Query(words=typed), limit=20), window)
    dialog.articleChosen.connect(window.open)
    show(dialog)


def reading_face(window: MainWindow) -> None:
    """How the text is set, seen at once behind the dialog."""
    from ui.dialogs.reading_face import ReadingFaceDialog

    values = window.settings.values
    others = [family for family in QFontDatabase.families() if family not in READING_FACES]
    dialog = ReadingFaceDialog(values.face, values.theme, [*READING_FACES, *others], window)
    dialog.faceChosen.connect(window.set_face)
    dialog.paperChosen.connect(window.themeWanted)
    show(dialog)


def keys(window: MainWindow) -> None:
    """Every action with its keys."""
    from ui.dialogs.key_sheet import KeySheet

    show(KeySheet(window.commands, window))


def about(window: MainWindow) -> None:
    """What this is, and where its library lies."""
    from ui.dialogs.about import About

    show(About(window.session.library.path, window))


def report(window: MainWindow, outcomes: list[AddResult], cancelled: bool) -> None:
    """What became of every source: a line, with a key for the first article or, when anything failed, the report.

    Nothing is opened but the first article on an empty desk: whoever is reading or typing goes on with that.
    """
    from ui.dialogs.import_report import ImportReport

    here = [outcome.article_id for outcome in outcomes if outcome.status in ("added", "known")]
    opened = bool(here) and window.open_first(here[0])
    made = ImportReport(outcomes, cancelled, window)
    text = made.headline
    made.deleteLater()  # the one that is shown is made when it is asked for, by the window of that time
    if cancelled or any(outcome.status == "failed" for outcome in outcomes):
        told = translate("Dialogs", "{0}: show the report").format(text)
        window.results.tell(told, lambda window: show(ImportReport(outcomes, cancelled, window)), warning=True)
    elif here and not opened:
        told = translate("Dialogs", "{0}: open the first") if len(here) > 1 else translate("Dialogs", "{0}: open")
        window.results.tell(told.format(text), lambda window: window.open(here[0]))
    else:
        window.status.say(text)


def link(window: MainWindow, address: str) -> None:
    """Where a link leads; nothing is opened until the reader says so."""
    from ui.dialogs.link_dialog import LinkDialog

    show(LinkDialog(address, window))


def export(window: MainWindow) -> None:
    """Choose what leaves as which format; it is written beside the window."""
    from ui.dialogs.export_dialog import ExportDialog, Scope

    article, chosen = window.session.article, window.library.selected()
    scopes = [Scope(translate("Dialogs", "This article"), [article.id])] if article is not None else []
    if len(chosen) > 1:
        scopes.append(Scope(translate("Dialogs", "The chosen articles"), chosen))
    if window.library.filtered:
        scopes.append(Scope(translate("Dialogs", "The articles of the list"), window.library.listed()))
    scopes.append(Scope(translate("Dialogs", "The whole library"), None))
    dialog = ExportDialog(window.session.library, scopes, window.settings.values.export_folder, window)
    dialog.exportWanted.connect(lambda work, target: _write(window, work, target))
    show(dialog)


def _write(window: MainWindow, work: Work, target: str) -> None:
    window.settings.update(export_folder=str(Path(target).parent))
    job = window.jobs.start(translate("Dialogs", "Exporting {0}").format(Path(target).name), work, writes=False)
    job.done.connect(lambda _results: _written(window.current, target))
    job.cancelled.connect(lambda _r: window.current.status.say(translate("Dialogs", "Cancelled; nothing was written.")))
    job.failed.connect(lambda reason: window.current.warn(reason))


def _written(window: MainWindow, target: str) -> None:
    from ui.dialogs.export_dialog import show_in_folder

    window.status.say(translate("Dialogs", "Exported to {0}").format(target))
    told = translate("Dialogs", "Exported {0}: show its folder").format(Path(target).name)
    window.results.tell(told, lambda _window: show_in_folder(Path(target)))


def left_out(window: MainWindow) -> None:
    """Open the drawer with what is not in the article, or close it."""
    if window.drawer.isVisible():
        window.drawer.close_drawer()
    elif window.session.revision is not None:
        window.drawer.open()


def put_back(window: MainWindow, index: int) -> None:
    """Put a left-out block back as a new revision; every mark stays on its words."""
    article, revision = window.session.article, window.session.revision
    if article is not None and revision is not None:
        marks = [a for a in window.session.library.annotations(article.id) if a.anchor.revision_id == revision.id]
        window.session.do(edit_text.put_back(article, revision, index, marks))


def take_out(window: MainWindow, index: int) -> None:
    """Leave a block of the article out as a new revision; every mark stays on its words, or nothing happens."""
    article, revision = window.session.article, window.session.revision
    if article is None or revision is None:
        return
    marks = [a for a in window.session.library.annotations(article.id) if a.anchor.revision_id == revision.id]
    window.guarded(lambda: window.session.do(edit_text.take_out(article, revision, index, marks)))


def take_out_here(window: MainWindow) -> None:
    """The same with the block of the selection, or of the sentence at the reading cursor."""
    spans, revision = window.view.selected_spans(), window.session.revision
    if revision is None or not spans:
        hint = translate("Drawer", "Choose a sentence of the block first (J or K), or select words in it.")
        window.status.say(hint)
        return
    starts = [block.span.start for block in revision.blocks]
    take_out(window, max(0, bisect_right(starts, spans[0].start) - 1))
