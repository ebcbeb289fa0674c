"""What the window says of its library when that could not be opened, or not be backed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.messages import Message
from ui.language.messages import translate_message

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def refused(window: MainWindow, text: str) -> None:
    """Say why the library could not be opened, and show nothing that would look as if it were empty."""
    window.refusal = text
    window.status.show_not_open(refused=True)
    window.welcome.hide()
    window.banner.tell(text)


def opened(window: MainWindow) -> None:
    """The library is open after all."""
    window.welcome.setVisible(window.session.article is None)
    if window.refusal and window.banner.text.text() == window.refusal:
        window.banner.hide()
    window.refusal = ""


def say_again(window: MainWindow) -> None:
    """Say once more why there is no backup, when there is none."""
    if window.status.backup_problem is not None:
        not_backed_up(window, window.status.backup_problem)


def not_backed_up(window: MainWindow, reason: Message) -> None:
    """Say that there is no backup: above the text until it is read, and below it until there is one."""
    window.status.show_backup_problem(reason)
    window.banner.tell(no_backup(reason))


def no_backup(reason: Message) -> str:
    """That today's backup was not made, and why."""
    text = QCoreApplication.translate("MainWindow", "Today's backup of the library could not be made: {0}")
    return text.format(translate_message(reason))
