"""What is done with the library's files: the original page, backups, checks, exports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from reader.messages import Message
from reader.system import write_whole
from reader.system_reasons import reason_of
from reader.targets import safe_file_name
from ui.desk import Desk
from ui.language import i18n
from ui.language.messages import sentence, translate_message
from ui.window.dialogs import message, show
from ui.window.results import Results

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.store import Made
    from ui.dialogs.export_dialog import ExportDialog, Scope
    from ui.jobs import Work

_TOLD = 2  # damaged things of an export that are named
translate = QCoreApplication.translate


def save_original(desk: Desk) -> None:
    """Write the bytes that the open article came from, exactly as they came."""
    revision = desk.session.revision
    if revision is None or not revision.original_id:
        desk.say(translate("Dialogs", "This article has no original page."))
        return
    original = desk.session.library.original(revision.original_id)
    from PySide6.QtWidgets import QFileDialog

    start = Path(desk.settings.values.export_folder) / safe_file_name(original.name, "page.html")
    name, _ = QFileDialog.getSaveFileName(desk.window, translate("Dialogs", "Save the original page"), str(start))
    if not name:
        return
    try:
        write_whole(Path(name), original.data)
    except OSError as error:
        desk.warn(
            translate("Dialogs", "{0} could not be written: {1}").format(name, translate_message(reason_of(error)))
        )
        return
    desk.say(translate("Dialogs", "Saved {0}").format(name))


def backup(desk: Desk) -> None:
    """A whole, checked copy of the library beside it."""
    library = desk.session.library
    desk.jobs.then(library.back_up, lambda made: _backed_up(desk.latest, made), lambda reason: desk.latest.warn(reason))


def _backed_up(desk: Desk, made: Made) -> None:
    desk.status.show_backup_problem(None)
    desk.say(translate("Dialogs", "Backed up to {0}").format(made.path))
    if made.warnings:
        desk.banner.tell("\n".join(map(sentence, made.warnings)))


def choose_second_place(desk: Desk, none: bool = False) -> None:
    """Choose where backups go too, another disk or a stick; `none`: nowhere any more."""
    from PySide6.QtWidgets import QFileDialog

    library = desk.session.library
    title = translate("Dialogs", "Second place for backups")
    name = "" if none else QFileDialog.getExistingDirectory(desk.window, title)
    if not name and not none:
        return
    library.use_second_place(Path(name) if name else None)
    if name:
        backup(desk)
    else:
        desk.say(translate("Dialogs", "Backups are kept beside the library only."))


def check(desk: Desk, results: Results) -> None:
    """Look the library over and say what was found."""
    desk.jobs.then(
        desk.session.library.check,
        lambda found: _tell_check(desk.latest, results, found),
        lambda reason: desk.latest.warn(reason),
    )


def _tell_check(desk: Desk, results: Results, problems: list[Message]) -> None:
    if not problems:
        desk.say(translate("Dialogs", "The library is sound."))
        return
    found = translate("Dialogs", "The library has problems: show them")
    results.latest.tell(found, lambda: _show_problems(desk.latest, problems), warning=True)


def _show_problems(desk: Desk, problems: list[Message]) -> None:
    shown = "\n".join(translate_message(problem) for problem in problems[:20])
    message(desk.window, translate("Dialogs", "Problems in the library:") + "\n\n" + shown, warning=True).open()


def export(desk: Desk, results: Results) -> None:
    """Choose what leaves as which format; it is written beside the window."""
    from ui.dialogs.export_dialog import Scope

    article, chosen = desk.session.article, desk.library.selected()
    scopes = [Scope(translate("Dialogs", "This article"), [article.id], article.title)] if article is not None else []
    if len(chosen) > 1:
        scopes.append(Scope(translate("Dialogs", "The chosen articles"), chosen))
    if desk.library.filtered:
        scopes.append(Scope(translate("Dialogs", "The articles of the list"), desk.library.listed()))
    scopes.append(Scope(translate("Dialogs", "The whole library"), None))
    _ask(desk, results, scopes)


def export_these(desk: Desk, results: Results, article_ids: Sequence[str]) -> None:
    """The same for these articles alone."""
    from ui.dialogs.export_dialog import Scope

    name = desk.session.library.article(article_ids[0]).title[:60] if len(article_ids) == 1 else ""
    _ask(desk, results, [Scope(name or translate("Dialogs", "The chosen articles"), list(article_ids), name)])


def _ask(desk: Desk, results: Results, scopes: list[Scope]) -> None:
    from ui.dialogs.export_dialog import ExportDialog

    last = desk.settings.values
    dialog = ExportDialog(
        desk.session.library,
        scopes,
        last.export_folder,
        desk.window,
        format=last.export_format,
        options=last.export_options,
        language=i18n.chosen(last.language),
    )
    dialog.exportWanted.connect(lambda work, target: _write(desk, results, work, target))
    dialog.exportWanted.connect(lambda _work, _target: _remember(desk, dialog))
    dialog.previewWanted.connect(lambda work, take: _preview(desk, dialog, work, take))
    show(dialog)


def _preview(desk: Desk, dialog: ExportDialog, work: Work, take: Callable[[object], None]) -> None:
    """Draw the first page beside the window; the dialog may be gone when it is ready."""
    job = desk.jobs.start(translate("Dialogs", "Drawing the first page"), work, writes=False)
    job.done.connect(lambda found: take(found[-1]) if isValid(dialog) else None)
    job.failed.connect(lambda reason: take(reason) if isValid(dialog) else None)


def _remember(desk: Desk, dialog: ExportDialog) -> None:
    desk.settings.update(export_format=dialog.exporter.id, export_options=dialog.remembered())


def _write(desk: Desk, results: Results, work: Work, target: str) -> None:
    desk.settings.update(export_folder=str(Path(target).parent))
    library = desk.session.library
    told = len(library.damaged)  # what is told from here on is of this set
    job = desk.jobs.start(translate("Dialogs", "Exporting {0}").format(Path(target).name), work, writes=False)
    job.done.connect(lambda _results: _written(desk.latest, results, target, library.damaged[told:]))
    job.cancelled.connect(lambda _r: desk.latest.status.say(translate("Dialogs", "Cancelled; nothing was written.")))
    job.failed.connect(lambda reason: desk.latest.warn(reason))


def _written(desk: Desk, results: Results, target: str, damaged: Sequence[Message]) -> None:
    """Say where the set is; above the text what in it is damaged, or was left out because it cannot be read."""
    from ui.dialogs.export_dialog import show_in_folder

    desk.say(translate("Dialogs", "Exported to {0}").format(target))
    message = translate("Dialogs", "Exported {0}: show its folder").format(Path(target).name)
    results.latest.tell(message, lambda: show_in_folder(Path(target)))
    if damaged:
        named = [*dict.fromkeys(map(translate_message, damaged))]
        said = "; ".join(named[:_TOLD]) + (f" (+{len(named) - _TOLD})" if len(named) > _TOLD else "")
        desk.banner.tell(said)
