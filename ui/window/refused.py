"""A library that could not be opened: why, and what now. A backup of it can be put back from here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reader.errors import LockedError, NewerLibraryError, TilikError
from ui.desk import Desk
from ui.language.messages import translate_message
from ui.window import trouble
from ui.window.dialogs import ask_refused

if TYPE_CHECKING:
    from reader.store import Restored


class Refused(QObject):
    """`again` asks to open it once more, only to read where it carries true; `given_up`: the program is to end."""

    again = Signal(bool)
    given_up = Signal()

    def __init__(self, desk: Desk, trouble: trouble.Trouble, library: Path) -> None:
        super().__init__(desk.window)
        self._desk, self._trouble, self._library = desk, trouble, library

    def ask(self, error: TilikError) -> None:
        """Say why the library was not opened, and do what is answered."""
        text = refusal(error, self._library)
        self._trouble.refused(text)
        answer = ask_refused(self._desk.window, text, isinstance(error, LockedError))
        if answer == "quit":
            self.given_up.emit()
        elif answer == "restore":
            self._restore(error)
        else:
            self.again.emit(answer == "readonly")

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
    text = translate_message(error.message)
    if str(library) not in text:
        text = f"{library}: {text}"
    if isinstance(error, LockedError | NewerLibraryError):
        return text
    return f"{text}\n\n" + QCoreApplication.translate(
        "Program",
        "See that its disk is there, has room, and that you may read and write in its folder; then try again. "
        "Backups are kept in {0}.",
    ).format(library.parent / "backups")
