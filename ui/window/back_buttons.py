"""The mouse's buttons for back and forward, wherever in the window the mouse is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.actions.actions import Actions


class BackButtons(QObject):
    """Watches `widgets`: lists and the text keep a press for themselves, everything else hands it up to the window."""

    def __init__(self, commands: Actions, widgets: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {
            Qt.MouseButton.BackButton: commands["back"],
            Qt.MouseButton.ForwardButton: commands["forward"],
        }
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.button() not in self._actions:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._actions[event.button()].trigger()
        return True
