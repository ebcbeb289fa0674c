"""Focus mode: only the text on the screen, and two ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

_EDGE, _TOP = 24, 14  # pixels between the way out and the desk's corner


class FocusMode(QObject):
    """Takes everything but the text off the screen, and puts it back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._on = window, False
        self.leave = QPushButton(window.desk)
        self.leave.setObjectName("leave")
        self.leave.setText(self.tr("Leave focus mode (Esc)"))
        self.leave.setAccessibleName(self.tr("Leave focus mode"))
        self.leave.hide()
        self.leave.clicked.connect(lambda: self.turn(on=False))

    @property
    def on(self) -> bool:
        """Whether only the text is on the screen."""
        return self._on

    def turn(self, on: bool) -> None:
        """Leave only the text on the screen, with a way out by key and by mouse; or bring the rest back."""
        window, self._on = self._window, on
        window.commands["focus_mode"].setChecked(on)
        for part in (window.header, window.status, window.menuBar()):
            part.setVisible(not on)
        window.folding.settle(alone=on)
        if on != window.isFullScreen():
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.leave.setVisible(on)
        self.leave.raise_()
        self.place()
        window.view.setFocus()

    def place(self) -> None:
        """The way out stands in the desk's upper right corner."""
        self.leave.adjustSize()
        self.leave.move(self._window.desk.width() - self.leave.width() - _EDGE, _TOP)
