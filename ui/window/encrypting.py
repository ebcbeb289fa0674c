"""The library of the window encrypted, and its passphrase changed."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from reader.messages import Message, Words
from ui.desk import Desk
from ui.language.messages import sentence, translate_message

if TYPE_CHECKING:
    from reader.store import Encrypting, Library, PlainCopy
    from ui.dialogs.encrypting import EncryptingDialog
    from ui.dialogs.passphrase import NewPassphraseDialog


class Encryption(QObject):
    """`opened` carries the encrypted library, open, to be taken in place of this one."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._made: Encrypting | None = None
        self.dialog: EncryptingDialog | None = None
        self.changing: NewPassphraseDialog | None = None

    # -- encrypting --------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Begin with a passphrase; the copies that are not encrypted are looked for beside the window."""
        from reader.store import has_packages

        library = self._desk.session.library
        if library.encrypted:
            self._desk.say(self.tr("This library is encrypted already."))
        elif library.readonly:
            self._desk.say(self.tr("This library can only be read."))
        elif not has_packages():
            self._desk.warn(self.tr("An encrypted library needs the packages of tilik[encryption]."))
        else:
            self._desk.jobs.then(partial(_copies, library.path), self._show, self._desk.warn)

    def _show(self, copies: list[PlainCopy]) -> None:
        from ui.dialogs.encrypting import EncryptingDialog
        from ui.dialogs.parts import open_within_screen

        dialog = self.dialog = EncryptingDialog(self._lines(copies), self._desk.window)
        dialog.passphraseChosen.connect(self._make)
        dialog.encryptWanted.connect(self._encrypt)
        open_within_screen(dialog)
        dialog.first.setFocus()

    def _lines(self, copies: list[PlainCopy]) -> list[str]:
        """Backups by their folder, which has many of them; each other copy by what it is."""
        folders = Counter(one.path.parent for one in copies if one.path.is_dir())
        lines = [self.tr("%n backup(s) in {0}", "", count).format(folder) for folder, count in folders.items()]
        return lines + [f"{translate_message(one.why)}: {one.path}" for one in copies if not one.path.is_dir()]

    def _make(self, passphrase: str) -> None:
        path = self._desk.session.library.path
        self._desk.jobs.then(partial(_made, path, passphrase), self._show_words, self._refuse)

    def _show_words(self, made: Encrypting) -> None:
        self._made = made
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.show_words(made.recovery.split("-"), made.asked())

    def _encrypt(self, remove: bool) -> None:
        assert self._made is not None
        library: Library = self._desk.session.library
        self._desk.panel.apply_drafts()
        self._desk.jobs.then(partial(library.encrypt, self._made, remove_plain=remove), self._take, self._refuse)

    def _take(self, library: Library) -> None:
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.accept()
        self.opened.emit(library)

    def _refuse(self, reason: Words) -> None:
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.refuse(sentence(reason))
        else:
            self._desk.latest.warn(reason)

    # -- another passphrase ------------------------------------------------------------------------------------------

    def ask_passphrase(self) -> None:
        """Ask for what opens it now, and for the new one twice."""
        from ui.dialogs.parts import open_within_screen
        from ui.dialogs.passphrase import NewPassphraseDialog

        if not self._desk.session.library.encrypted:
            self._desk.say(self.tr("This library is not encrypted."))
            return
        dialog = self.changing = NewPassphraseDialog(self._desk.window)
        dialog.changeWanted.connect(self._change)
        open_within_screen(dialog)
        dialog.old.setFocus()

    def _change(self, words: str, passphrase: str) -> None:
        path = self._desk.session.library.path
        self._desk.jobs.then(partial(_changed, path, words, passphrase), self._changed, self._refuse_change)

    def _changed(self, told: list[Message]) -> None:
        if self.changing is not None and isValid(self.changing):
            self.changing.accept()
        if told:
            self._desk.latest.banner.tell("\n".join(map(sentence, told)))
        else:
            self._desk.latest.say(self.tr("The passphrase is changed."))

    def _refuse_change(self, reason: Words) -> None:
        if self.changing is not None and isValid(self.changing):
            self.changing.refuse(sentence(reason))


def _copies(path: Path) -> list[PlainCopy]:
    """Called on a thread."""
    from reader.store import plain_copies

    return list(plain_copies(path))


def _made(path: Path, passphrase: str) -> Encrypting:
    """Called on a thread: deriving a key takes a while on purpose."""
    from reader.store import Encrypting

    return Encrypting(path, passphrase)


def _changed(path: Path, words: str, passphrase: str) -> list[Message]:
    """Called on a thread."""
    from reader.store import change_passphrase

    return change_passphrase(path, words, passphrase)
