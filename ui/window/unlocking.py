"""An encrypted library, or a backup of one, opened by what a person types; the words are tried beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from reader.messages import Message, Words
from ui.desk import Desk
from ui.language.messages import sentence

if TYPE_CHECKING:
    from ui.dialogs.passphrase import PassphraseDialog


class Unlocking(QObject):
    """`unlocked` comes when the key is held; `left` when nothing was typed that opens it."""

    unlocked = Signal()
    left = Signal()

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__(desk.window)
        self._desk, self._path, self._done = desk, path, False
        self.dialog: PassphraseDialog | None = None

    def ask(self) -> None:
        """Ask for the passphrase."""
        from ui.dialogs.parts import open_within_screen
        from ui.dialogs.passphrase import PassphraseDialog

        dialog = self.dialog = PassphraseDialog(self._path.name, self._desk.window)
        dialog.wordsGiven.connect(self._try)
        dialog.finished.connect(lambda _code: None if self._done else self.left.emit())
        open_within_screen(dialog)
        dialog.begin()

    def _try(self, words: str) -> None:
        self._desk.jobs.then(partial(_unlock, self._path, words), self._take, self._refuse)

    def _take(self, told: Message | None) -> None:
        self._done = True
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.accept()
        if told is not None:
            self._desk.warn(told)
        self.unlocked.emit()

    def _refuse(self, reason: Words) -> None:
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.refuse(sentence(reason))


def _unlock(path: Path, words: str) -> Message | None:
    """Called on a thread: deriving a key takes a while on purpose."""
    from reader.store import unlock

    return unlock(path, words)
