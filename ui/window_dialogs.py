"""Opens the dialogs, each imported when it is first asked for: none is needed for the first paint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui.settings import write_whole

if TYPE_CHECKING:
    from ui.main_window import MainWindow


translate = QCoreApplication.translate


def message(parent: QWidget, text: str, icon: QMessageBox.Icon = QMessageBox.Icon.Information) -> QMessageBox:
    """A message whose text is shown as it is, never as markup."""
    box = QMessageBox(icon, "Tilik", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def ask_refused(parent: QWidget, text: str, locked: bool) -> str:
    """Why the library was not opened, and what now: `again`, `readonly` (only when `locked`) or `quit`."""
    box = message(parent, text, QMessageBox.Icon.Warning)
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
    # The stored name came from outside: only its last part may name a file.
    start = Path(window.settings.values.export_folder) / (Path(original.name).name or "page.html")
    name, _ = QFileDialog.getSaveFileName(window, translate("Dialogs", "Save the original page"), str(start))
    if not name:
        return
    try:
        write_whole(Path(name), original.data)
    except OSError as error:
        window.warn(translate("Dialogs", "{0} could not be written: {1}").format(name, error.strerror or error))
        return
    window.status.say(translate("Dialogs", "Saved {0}").format(name))


def backup(window: MainWindow) -> None:
    """A whole, checked copy of the library beside it."""
    library = window.session.library
    window.jobs.then(
        library.backup,
        lambda made: window.status.say(translate("Dialogs", "Backed up to {0}").format(made)),
        window.warn,
    )


def check(window: MainWindow) -> None:
    """Look the library over and say what was found."""
    window.jobs.then(window.session.library.check, lambda found: _tell_check(window, found), window.warn)


def _tell_check(window: MainWindow, problems: list[str]) -> None:
    if not problems:
        window.status.say(translate("Dialogs", "The library is sound."))
        return
    shown = "\n".join(problems[:20])
    message(window, translate("Dialogs", "Problems in the library:") + "\n\n" + shown, QMessageBox.Icon.Warning).open()


def settings(window: MainWindow) -> None:
    """The settings that are in no menu, beside those that are."""
    from ui.settings_dialog import SettingsDialog

    SettingsDialog(window.settings, window.session.library.path, window).open()


def export(window: MainWindow) -> None:
    pass


def palette(window: MainWindow) -> None:
    pass


def reading_face(window: MainWindow) -> None:
    pass


def left_out(window: MainWindow) -> None:
    pass


def edit_labels(window: MainWindow) -> None:
    pass


def keys(window: MainWindow) -> None:
    pass


def about(window: MainWindow) -> None:
    pass
