"""Other libraries: opened, made, and gone back to. What is there is looked at first, and nothing of it is changed by
that; only when the other library is open is this one let go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from reader.errors import EncryptedError, TilikError
from reader.messages import Words
from ui.desk import Desk
from ui.settings import RECENTS
from ui.window.leaving import Leaving

if TYPE_CHECKING:
    from reader.store import Library

SUFFIX = ".tilik"


class Libraries(QObject):
    """`opened` carries what is to take the place of the library in the window: another one, or a backup of it."""

    opened = Signal(object)

    def __init__(self, desk: Desk, leaving: Leaving) -> None:
        super().__init__(desk.window)
        self._desk, self._leaving = desk, leaving
        self._opening = False

    def ask_open(self) -> None:
        """Choose another library."""
        name, _ = QFileDialog.getOpenFileName(
            self._desk.window, self.tr("Open a library"), self._folder(), self._kinds()
        )
        if name:
            self.open(Path(name))

    def ask_new(self) -> None:
        """Say where a new library is to lie."""
        name, _ = QFileDialog.getSaveFileName(
            self._desk.window, self.tr("New library"), self._folder(), self._kinds(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self.make(Path(name))

    def _folder(self) -> str:
        return str(self._desk.session.library.path.parent)

    def _kinds(self) -> str:
        return self.tr("Tilik libraries (*.tilik);;All files (*)")

    def make(self, path: Path) -> None:
        """Open a new library at `path`; what is there already is left alone."""
        path = path if path.suffix else path.with_name(path.name + SUFFIX)
        if path.exists():
            self._refuse(self.tr("{0} is there already. Open it, or give the new library another name.").format(path))
        else:
            self._leave_for(path)

    def open(self, path: Path) -> None:
        """Open the library at `path` in this window, or say why it cannot be opened."""
        if _same(path, self._desk.session.library.path):
            self._desk.say(self.tr("This library is open already."))
            return
        self._desk.jobs.then(partial(_look, path), partial(self._looked, path), self._refuse)

    def _looked(self, path: Path, older: bool | TilikError) -> None:
        if isinstance(older, EncryptedError):
            self._unlock(path)
        elif isinstance(older, TilikError):
            self._refuse(older.message)
        elif older:
            self._ask_older(path)
        else:
            self._leave_for(path)

    def _unlock(self, path: Path) -> None:
        """Ask for its passphrase, then look again."""
        from ui.window.unlocking import Unlocking

        unlocking = Unlocking(self._desk, path)
        unlocking.unlocked.connect(lambda: self.open(path))
        unlocking.ask()

    def _ask_older(self, path: Path) -> None:
        from PySide6.QtWidgets import QMessageBox

        from ui.window.dialogs import message

        text = self.tr(
            "{0} was made by an older Tilik. It is brought up to date when it is opened, after a backup; an older"
            " Tilik cannot open it then."
        )
        box = message(self._desk.window, text.format(path))
        sure = box.addButton(self.tr("&Open it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        sure.clicked.connect(lambda: self._leave_for(path))
        box.open()

    def _leave_for(self, path: Path) -> None:
        if self._opening:
            return
        if self._leaving.agreed(partial(self._open, path), switching=True):
            self._open(path)

    def _open(self, path: Path) -> None:
        self._opening = True
        self._desk.jobs.then(partial(_opened, path), self._take, self._refuse)

    def _take(self, found: Library | TilikError) -> None:
        self._opening = False
        if isinstance(found, TilikError):
            self._refuse(found.message)
        else:
            self.opened.emit(found)

    def _refuse(self, reason: Words) -> None:
        self._opening = False
        self._desk.latest.warn(reason)


def remembered(recents: Sequence[str], *paths: Path) -> tuple[str, ...]:
    """Return `recents` with `paths` first, each library once."""
    return tuple(dict.fromkeys([*map(str, paths), *recents]))[:RECENTS]


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _look(path: Path) -> bool | TilikError:
    """Called on a thread."""
    from reader.store import is_older

    try:
        return is_older(path)
    except TilikError as error:
        return error


def _opened(path: Path) -> Library | TilikError:
    """Called on a thread."""
    from reader.store import Library

    try:
        return Library.open(path)
    except TilikError as error:
        return error
