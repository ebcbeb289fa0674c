"""The window hidden by itself, when nobody touched a key or the mouse for as many minutes as were chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from ui.desk import Desk

MINUTE = 60_000  # milliseconds
_TOUCHED = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
    QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.InputMethod,
})  # fmt: skip


class Idle(QObject):
    """Looks at what happens only while it is to hide the window; events cost nothing else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._looking = desk, False
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._hide)
        desk.settings.changed.connect(self._follow)
        self._follow({"lock_after"})

    def _follow(self, names: set[str]) -> None:
        if "lock_after" not in names:
            return
        minutes, application = self._desk.settings.values.lock_after, QCoreApplication.instance()
        assert application is not None
        if self._looking:
            application.removeEventFilter(self)
        self._looking = minutes > 0
        self.timer.setInterval(minutes * MINUTE)
        if self._looking:
            application.installEventFilter(self)
            self.timer.start()
        else:
            self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHED:
            self.timer.start()
        return super().eventFilter(watched, event)

    def _hide(self) -> None:
        if self._desk.window.isVisible():  # else it is hidden already, or another took its place
            from ui.window.privacy_screen import lock

            lock(self._desk)
        else:
            self.timer.start()
