"""Focus mode: only the text on the screen, and two ways out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

from ui.desk import Desk

_EDGE, _TOP = 24, 14  # pixels between the way out and the desk's corner


class FocusMode(QObject):
    """Takes everything but the text off the screen, and puts it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._on = desk, False
        self.leave = QPushButton(desk.middle)
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
        desk, window, self._on = self._desk, self._desk.window, on
        desk.commands["focus_mode"].setChecked(on)
        for part in (desk.header, desk.status, window.menuBar()):
            part.setVisible(not on)
        desk.folding.settle(alone=on)
        if on != window.isFullScreen():
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.leave.setVisible(on)
        self.leave.raise_()
        self.place()
        desk.view.setFocus()

    def place(self) -> None:
        """The way out stands in the desk's upper right corner."""
        self.leave.adjustSize()
        self.leave.move(self._desk.middle.width() - self.leave.width() - _EDGE, _TOP)
