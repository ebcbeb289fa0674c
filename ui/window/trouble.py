"""What the window says of its library when that could not be opened, or not be backed up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.messages import Message
from ui.desk import Desk
from ui.language.messages import translate_message


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

    def not_backed_up(self, reason: Message) -> None:
        """Say that there is no backup: above the text until it is read, and below it until there is one."""
        self._desk.status.show_backup_problem(reason)
        self._desk.banner.tell(no_backup(reason))


def no_backup(reason: Message) -> str:
    """Return that today's backup was not made, and why."""
    text = QCoreApplication.translate("MainWindow", "Today's backup of the library could not be made: {0}")
    return text.format(translate_message(reason))
