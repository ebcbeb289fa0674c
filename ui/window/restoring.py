"""The page of backups over the window, and a backup on its way back; also where the library cannot be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from reader.errors import EncryptedError, TilikError
from reader.messages import Message, Words
from ui.desk import Desk
from ui.language.dates import moment
from ui.window.dialogs import message

if TYPE_CHECKING:
    from reader.store import Backup, Differences, Restored
    from ui.dialogs.restore import RestoreDialog


class Restoring(QObject):
    """`chosen` carries a backup that was read whole, and is to take the library's place; `left`: none was."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, library: Path) -> None:
        super().__init__(desk.window)
        self._desk, self._library = desk, library
        self._reading = False
        self._wanted: Backup | None = None
        self._taken = False
        self.dialog: RestoreDialog | None = None

    def open(self) -> None:
        """Show the backups; they are looked for beside the window."""
        from reader.store import backups_here

        self._desk.jobs.then(partial(backups_here, self._library), self._show, self._desk.warn)

    def _show(self, backups: list[Backup]) -> None:
        from ui.dialogs.parts import open_within_screen
        from ui.dialogs.restore import RestoreDialog

        dialog = self.dialog = RestoreDialog(backups, self._desk.window)
        dialog.examineWanted.connect(self._examine)
        dialog.restoreWanted.connect(self._ask)
        dialog.finished.connect(self._closed)
        open_within_screen(dialog)
        dialog.begin()

    def _closed(self) -> None:
        if not self._taken:
            self.left.emit()

    # -- what differs ------------------------------------------------------------------------------------------------

    def _examine(self, backup: Backup) -> None:
        """One is read at a time: of those that are wanted meanwhile, the last is next."""
        self._wanted = backup
        if not self._reading:
            self._next()

    def _next(self) -> None:
        backup, self._wanted = self._wanted, None
        if backup is None or self.dialog is None or not isValid(self.dialog):
            return
        self._reading = True
        self._desk.jobs.then(
            partial(_examined, self._library, backup.path), partial(self._show_examined, backup),
            partial(self._show_refused, backup),
        )  # fmt: skip

    def _show_examined(self, backup: Backup, found: Differences | EncryptedError) -> None:
        self._reading = False
        if isinstance(found, EncryptedError):
            self._unlock(backup, found)
            return
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.show_examined(backup, found)
        self._next()

    def _unlock(self, backup: Backup, error: EncryptedError) -> None:
        """Ask for the passphrase of a backup whose key nobody has given yet."""
        from ui.window.unlocking import Unlocking

        unlocking = Unlocking(self._desk, backup.path)
        unlocking.unlocked.connect(lambda: self._examine(backup))
        unlocking.left.connect(lambda: self._show_refused(backup, error.message))
        unlocking.ask()

    def _show_refused(self, backup: Backup, reason: Message) -> None:
        self._reading = False
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.show_refused(backup, reason)
        self._next()

    # -- put back ----------------------------------------------------------------------------------------------------

    def _ask(self, backup: Backup) -> None:
        assert self.dialog is not None
        text = self.tr("Put back the library as it was on {0}? What it is now is kept beside it, under another name.")
        box = message(self.dialog, text.format(moment(backup.made)))
        sure = box.addButton(self.tr("&Put it back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        sure.clicked.connect(lambda: self._read(backup))
        box.open()

    def _read(self, backup: Backup) -> None:
        """Read it whole once more: it may have been damaged meanwhile."""
        self._taken = True
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.accept()
        self._desk.say(self.tr("Reading the backup…"))
        self._desk.jobs.then(partial(_read, self._library, backup.path), self._take, self._refuse)

    def _take(self, found: Restored | TilikError) -> None:
        if isinstance(found, TilikError):
            self._refuse(found.message)
        else:
            self.chosen.emit(found)

    def _refuse(self, reason: Words) -> None:
        self._taken = False
        self._desk.latest.warn(reason)
        self.left.emit()


def _examined(library: Path, backup: Path) -> Differences | EncryptedError:
    """Called on a thread."""
    from reader.store import Restored, differences

    try:
        read = Restored(library, backup)
    except EncryptedError as error:
        return error
    try:
        return differences(library, read.path)
    finally:
        read.discard()


def _read(library: Path, backup: Path) -> Restored | TilikError:
    """Called on a thread."""
    from reader.store import Restored

    try:
        return Restored(library, backup)
    except TilikError as error:
        return error
