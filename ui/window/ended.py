"""Long work that ends while the reader is elsewhere: the window asks for a look, and never takes the keyboard."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.desk import Desk
from ui.jobs import Job

if TYPE_CHECKING:
    from ui.portal import Portal

LONG = 10.0  # seconds of work that nobody sits and waits for
_STANDS = 15_000  # milliseconds that the sign in the tray stands


class Ended(QObject):
    """Tells the desktop. What the work brought is said in the window, as always."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._portal: Portal | None = None
        desk.jobs.over.connect(self._follow)

    def _follow(self, job: Job) -> None:
        if time.monotonic() - job.began < LONG or QApplication.activeWindow() is not None:
            return
        QApplication.alert(self._desk.window)
        self.tell(QCoreApplication.translate("Ended", "Finished: {0}").format(job.name))

    def tell(self, text: str) -> None:
        """Show `text` as a notification of the desktop, where it has such."""
        from ui import portal

        if not portal.is_there():
            self._tell_by_tray(text)
            return
        if self._portal is None:
            self._portal = portal.Portal(self)
        self._portal.notify("Tilik", text, lambda: self._tell_by_tray(text))

    def _tell_by_tray(self, text: str) -> None:
        from PySide6.QtWidgets import QSystemTrayIcon

        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return  # the window has asked for a look; the desktop shows no notifications
        sign = QSystemTrayIcon(QApplication.windowIcon(), self)
        sign.show()
        sign.showMessage("Tilik", text, QApplication.windowIcon())
        QTimer.singleShot(_STANDS, sign, sign.deleteLater)
