"""What keeps a key that closed something from going on as another key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_PRESSED = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease)


class Calm(QObject):
    """After a key closed something: while it is still held down, it is no key for what has the keyboard now."""

    def __init__(self, key: Qt.Key) -> None:
        super().__init__()
        self._key, self._application = key, QCoreApplication.instance()
        if self._application is not None:
            self.setParent(self._application)
            self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return whether it is the same press going on."""
        if isinstance(event, QKeyEvent) and event.type() in _PRESSED:
            if event.isAutoRepeat() and event.key() == self._key:
                event.accept()
                return True
            if event.type() != QEvent.Type.KeyRelease or event.key() == self._key:
                self._end()
        return False

    def _end(self) -> None:
        if self._application is not None:
            self._application.removeEventFilter(self)
        self.deleteLater()
