"""Before the window is closed, or another library opened: what is still being done, and whether to leave it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from ui.desk import Desk
from ui.jobs import Job

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

translate = QCoreApplication.translate
NAMED, LONGEST = 3, 60  # jobs that are named, and letters of a name


class Leaving(QObject):
    """Asks once; while the question stands the work goes on, and when it is over the question goes away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._agreed = False
        self._switching = False
        self._box: QMessageBox | None = None

    def agreed(self, go: Callable[[], object], *, switching: bool = False) -> bool:
        """Return whether nothing is left undone, or the reader has said that it may be; else ask, and `go` then."""
        if self._agreed or not self._desk.jobs.running or _session_ends():
            return True
        self._switching = switching
        self._ask(go)
        return False

    def _ask(self, go: Callable[[], object]) -> None:
        from PySide6.QtWidgets import QMessageBox

        from ui.window.dialogs import message

        if self._box is not None:
            self._box.raise_()
            return
        box = self._box = message(self._desk.window, "")
        words = translate("Leaving", "&Leave") if self._switching else translate("Leaving", "&Quit")
        leave = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
        wait = box.addButton(translate("Leaving", "&Wait"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(wait)
        box.setEscapeButton(wait)
        leave.clicked.connect(lambda: self._leave(go))
        box.finished.connect(self._answered)
        self._desk.jobs.changed.connect(self._follow)
        self._follow()
        box.open()

    def _leave(self, go: Callable[[], object]) -> None:
        self._agreed = True
        go()
        self._agreed = False

    def _answered(self) -> None:
        self._desk.jobs.changed.disconnect(self._follow)
        box, self._box = self._box, None
        if box is not None:
            box.deleteLater()

    def _follow(self) -> None:
        if self._box is None:
            return
        if not self._desk.jobs.running:
            self._box.reject()
            return
        self._box.setText(still_to_do(self._desk.jobs.running, switching=self._switching))


def still_to_do(jobs: Sequence[Job], *, switching: bool = False) -> str:
    """Return what `jobs` have not done yet, whether it is lost, and the question."""
    counted = [job for job in jobs if job.kept and job.total]
    lines = []
    if counted:
        total = sum(job.total for job in counted)
        left = total - sum(job.latest.done for job in counted)
        lines.append(translate("Leaving", "{0} of {1} pages are still to be added.").format(left, total))
    for job in [one for one in jobs if one not in counted][:NAMED]:
        name = job.name if len(job.name) <= LONGEST else job.name[: LONGEST - 1] + "…"
        if job.kept:
            lines.append(translate("Leaving", "“{0}” is not finished; it is done again later.").format(name))
        else:
            lines.append(translate("Leaving", "“{0}” is not finished; it would be stopped.").format(name))
    if switching:
        lines.append(translate("Leaving", "Leave this library now?"))
        if counted:
            lines.append(translate("Leaving", "The rest is added when it is opened again."))
    else:
        lines.append(translate("Leaving", "Quit now?"))
        if counted:
            lines.append(translate("Leaving", "The rest is added at the next start."))
    return " ".join(lines)


def _session_ends() -> bool:
    """Whether the person logs out: a question would hold that up, and what was handed in is on disk."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
