"""What the window says of its library when that could not be opened, or not be backed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.errors import TilikError
from reader.messages import Message
from ui.desk import Desk
from ui.language.messages import sentence, translate_message

if TYPE_CHECKING:
    from reader.store import Made, Restored


class Trouble:
    """Says why the library could not be opened or backed up, and takes it back when it can."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._refusal = ""  # what was last said of a library that could not be opened

    def refused(self, text: str) -> None:
        """Say why the library could not be opened, and show nothing that would look as if it were empty."""
        self._refusal = text
        self._desk.status.show_not_open(refused=True)
        self._desk.welcome.hide()
        self._desk.banner.tell(text)

    def opened(self) -> None:
        """The library is open after all."""
        desk = self._desk
        desk.welcome.setVisible(desk.session.article is None)
        if self._refusal and desk.banner.text.text() == self._refusal:
            desk.banner.hide()
        self._refusal = ""

    def say_again(self) -> None:
        """Say once more why there is no backup, when there is none."""
        if self._desk.status.backup_problem is not None:
            self.not_backed_up(self._desk.status.backup_problem)

    def backed_up(self, made: Made | None) -> None:
        """There is a backup; say what should be known of it, such as that the second place is not there."""
        self._desk.status.show_backup_problem(None)
        if made is not None and made.warnings:
            self._desk.banner.tell("\n".join(map(sentence, made.warnings)))

    def not_backed_up(self, reason: Message) -> None:
        """Say that there is no backup: above the text until it is read, and below it until there is one."""
        self._desk.status.show_backup_problem(reason)
        self._desk.banner.tell(no_backup(reason))


def put_back(read: Restored) -> str:
    """Put a backup in the library's place; what is to be said of it, also when that failed."""
    try:
        kept = read.settle()
    except TilikError as error:
        return sentence(error.message)
    if kept is None:
        return QCoreApplication.translate("MainWindow", "The backup was put back.")
    return QCoreApplication.translate("MainWindow", "The backup was put back. What it replaced is {0}.").format(kept)


def no_backup(reason: Message) -> str:
    """Return that a backup was not made, and why."""
    text = QCoreApplication.translate("MainWindow", "A backup of the library could not be made: {0}")
    return text.format(translate_message(reason))
