"""A library that could not be opened, or is not there any more: why, and what now."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reader.errors import (
    EncryptedError,
    ForeignError,
    FullDiskError,
    GoneError,
    LockedError,
    NewerLibraryError,
    TilikError,
)
from ui.desk import Desk
from ui.language.messages import translate_message
from ui.window import trouble
from ui.window.dialogs import ask_clean_copy, ask_library, ask_refused
from ui.window.gone import gone_words
from ui.window.unlocking import Unlocking

if TYPE_CHECKING:
    from reader.store import Restored

# What is offered beside trying again and quitting; everything else: a backup.
_OFFERED: dict[type[TilikError], tuple[str, ...]] = {
    LockedError: ("readonly",),
    FullDiskError: ("readonly", "restore"),
    NewerLibraryError: ("elsewhere",),
    ForeignError: ("copy", "elsewhere"),
    EncryptedError: ("elsewhere", "restore"),
    GoneError: ("restore", "elsewhere", "new"),
}
_SAYS_ALL = (EncryptedError, LockedError, NewerLibraryError, ForeignError, GoneError)


class Refused(QObject):
    """`again` asks to open it once more, only to read where it carries true; `other` to open the library of that path
    instead; `given_up`: the program is to end."""

    again = Signal(bool)
    other = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk, trouble: trouble.Trouble, library: Path) -> None:
        super().__init__(desk.window)
        self._desk, self._trouble, self._library = desk, trouble, library

    def ask(self, error: TilikError) -> None:
        """Say why the library was not opened, and do what is answered."""
        if isinstance(error, EncryptedError):
            self._unlock(error)
        else:
            self._ask(error)

    def _unlock(self, error: TilikError) -> None:
        """Ask for the passphrase of an encrypted library; without it, what else is to be done."""
        unlocking = Unlocking(self._desk, self._library)
        unlocking.unlocked.connect(lambda: self.again.emit(False))
        unlocking.left.connect(lambda: QTimer.singleShot(0, self, lambda: self._ask(error)))
        unlocking.ask()

    def _ask(self, error: TilikError) -> None:
        text = refusal(error, self._library)
        self._trouble.refused(text)
        offered = next((ways for kind, ways in _OFFERED.items() if isinstance(error, kind)), ("restore",))
        self._do(ask_refused(self._desk.window, text, offered), error)

    def _do(self, answer: str, error: TilikError) -> None:
        if answer == "quit":
            self.given_up.emit()
        elif answer == "restore":
            self._restore(error)
        elif answer == "elsewhere":
            self._go_to(ask_library(self._desk.window, self._library), error)
        elif answer == "copy":
            self._copy(error)
        elif answer == "new":
            self._begin(error)
        else:
            self.again.emit(answer == "readonly")

    def _go_to(self, library: Path | None, error: TilikError) -> None:
        """Open the library that was named; without one ask again."""
        if library is None:
            self.ask(error)
        else:
            self.other.emit(library)

    def _begin(self, error: TilikError) -> None:
        from reader.store import Library

        try:
            Library.begin_new(self._library)
        except TilikError as refused:
            self.ask(refused)
            return
        self.again.emit(False)

    def _copy(self, error: TilikError) -> None:
        """Make a clean library of the rows of this one, beside the window, and open that."""
        from reader.store import Library

        target = ask_clean_copy(self._desk.window, self._library)
        if target is None:
            self.ask(error)
            return
        self._desk.say(QCoreApplication.translate("Program", "Making a clean copy…"))
        self._desk.jobs.then(
            partial(Library.copy_clean, self._library, target), lambda _done: self.other.emit(target),
            lambda reason: self.ask(TilikError("{0}", reason)),
        )  # fmt: skip

    def _restore(self, error: TilikError) -> None:
        """Show the backups; without one chosen ask again."""
        from ui.window.restoring import Restoring

        page = Restoring(self._desk, self._library)
        page.left.connect(lambda: QTimer.singleShot(0, self, lambda: self.ask(error)))
        page.chosen.connect(self._restored)
        page.open()

    def _restored(self, read: Restored) -> None:
        told = trouble.put_back(read)
        self.again.emit(False)
        self._desk.banner.tell(told)


def refusal(error: TilikError, library: Path) -> str:
    """Return why the library was not opened, which file it is, and what can be done."""
    if isinstance(error, GoneError) and (told := gone_words(error, library)):
        return told
    text = translate_message(error.message)
    if str(library) not in text:
        text = f"{library}: {text}"
    text = f"{text[:1].upper()}{text[1:].rstrip('.')}."  # it stands alone here, and not behind the program's name
    if isinstance(error, _SAYS_ALL):
        return text
    return f"{text}\n\n" + QCoreApplication.translate(
        "Program",
        "See that its disk is there, has room, and that you may read and write in its folder; then try again. "
        "Backups are kept in {0}.",
    ).format(library.parent / "backups")
