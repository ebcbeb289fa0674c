"""What a job that ended has brought: said in the line below, and shown only when the reader asks for it.

A job ends while the reader types or reads something else. So it opens nothing, moves nothing and takes no keyboard.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

Show = Callable[["MainWindow"], object]


class Results(QObject):
    """Keeps the latest result until it was shown. What shows it gets the window that is there by then."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.text = ""
        self._show: Show | None = None
        window.status.resultWanted.connect(self.show)

    def tell(self, text: str, show: Show, *, warning: bool = False) -> None:
        """Say `text`, which ends in what the key does, with the key; `show` is called when it is pressed.

        A warning stands above the article too, until it is read.
        """
        self.text, self._show = text, show
        self._say()
        if warning:
            self._window.banner.tell(self.text, action=self.tr("Show ({0})").format(self._key()), call=self.show)

    def _say(self) -> None:
        self._window.status.show_result(f"{self.text} ({self._key()})" if self.text else "")

    def _key(self) -> str:
        return self._window.commands["result"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def show(self) -> None:
        """Show the latest result; what it said goes away."""
        if self._show is None:
            self._window.status.say(self.tr("There is no result to show."))
            return
        if self._window.banner.text.text() == self.text:
            self._window.banner.hide()
        show, self._show, self.text = self._show, None, ""
        self._say()
        show(self._window)

    def take_up(self, before: Results) -> None:
        """Go on with what the window before has not shown."""
        self.text, self._show = before.text, before._show
        self._say()


def is_typing() -> bool:
    """Whether the keyboard is in a field that takes letters, or in a dialog or menu that is open."""
    focus = QApplication.focusWidget()
    if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
        return True
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not focus.isReadOnly()
    return isinstance(focus, QComboBox) and focus.isEditable()
