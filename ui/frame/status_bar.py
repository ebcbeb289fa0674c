"""The line at the bottom: saved, how far the reader is, what was left out, what runs, whether the network is used."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from reader.messages import Message
from ui.frame.cut_label import CutLabel
from ui.jobs import Job
from ui.look.plain_tooltip import plain_tooltip

STAYS = 8000  # milliseconds that a message stands


class StatusBar(QFrame):
    """Shows what goes on; its signals request the drawer, the language and the end of a job."""

    leftOutWanted = Signal()
    languageWanted = Signal()
    cancelWanted = Signal()
    resultWanted = Signal()
    backupWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.saved = self._label()
        self.reading = self._label()
        self.left_out = self._button(self.tr("Left out of this page"), self.leftOutWanted)
        self.result = self._button(self.tr("Show the last result"), self.resultWanted)
        self.backup = self._button(self.tr("No backup"), self.backupWanted)
        self.backup.setText("⚠ " + self.tr("No backup"))
        self.backup_problem: Message | None = None
        self.host = ""
        self.message = CutLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setObjectName("message")
        self.job = self._label()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = self._button(self.tr("Cancel"), self.cancelWanted)
        self.cancel.setText(self.tr("Cancel"))
        self.network = self._label()
        self.language = self._button(self.tr("Language of the window"), self.languageWanted)
        self._clock = QTimer(self, singleShot=True, interval=STAYS)
        self._clock.timeout.connect(self._forget)
        self._lay_out()
        self.show_saved()
        self.show_jobs([])
        self.show_result("")
        self.show_backup_problem(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 10, 3)
        row.setSpacing(16)
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        left: tuple[QWidget, ...] = (self.saved, self.backup, self.reading, self.left_out, self.result)
        for widget in left:
            row.addWidget(widget)
        row.addWidget(self.message, 1)
        right: tuple[QWidget, ...] = (self.job, self.bar, self.cancel, self.network, self.language)
        for widget in right:
            row.addWidget(widget)

    def _label(self) -> QLabel:
        label = CutLabel(self)  # a narrow window leaves it less room than it asks for
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, name: str, wanted: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(plain_tooltip(name))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(wanted)
        return button

    def make_ready(self) -> None:
        """Load what the first message would wait for."""
        self._is_heard()

    # -- what it tells ---------------------------------------------------------------------------------------------

    def say(self, text: str, *, warning: bool = False) -> None:
        """Show `text` for a while, and give it to a screen reader."""
        tone = "warning" if warning else ""
        if tone != (self.message.property("tone") or ""):
            self.message.setProperty("tone", tone)
            self.message.style().polish(self.message)
        self.message.setText(text)
        self.message.setToolTip("")
        self._clock.start()
        self._announce(text, warning)

    @staticmethod
    def _is_heard() -> bool:
        """Whether a screen reader listens."""
        from PySide6.QtGui import QAccessible  # 150 names that no first paint needs

        return QAccessible.isActive()

    def _announce(self, text: str, warning: bool) -> None:
        if not self._is_heard():
            return
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self, text)
        if warning:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _forget(self) -> None:
        self.message.clear()

    def show_saved(self, *, readonly: bool = False) -> None:
        """That every mark is on disk, or that this library takes none."""
        self._readonly = readonly
        self.saved.setText("○ " + self.tr("Read only") if readonly else "● " + self.tr("Saved"))
        self.saved.setToolTip("" if readonly else self.tr("Every mark is on disk before it is drawn."))

    def show_draft(self, *, typed: bool, refused: bool) -> None:
        """That what is being typed is not on disk yet, or was refused; neither: that all is."""
        if not typed and not refused:
            self.show_saved(readonly=self._readonly)
            return
        self.saved.setText("✕ " + self.tr("Not saved") if refused else "◌ " + self.tr("Saving…"))
        self.saved.setToolTip(self.tr("What you typed last is not on disk."))

    def show_not_open(self, *, refused: bool, share: str = "") -> None:
        """That the library is being opened, and what share of that is done, or that it could not be."""
        opening = ("○ " + self.tr("Opening the library") + f" {share}").rstrip()
        self.saved.setText("✕ " + self.tr("Library not open") if refused else opening)
        self.saved.setToolTip("")

    def show_backup_problem(self, reason: Message | None) -> None:
        """That the last backup failed; no `reason`: it did not."""
        self.backup_problem = reason
        self.backup.setVisible(reason is not None)

    def show_result(self, text: str) -> None:
        """What a job brought, to be clicked; an empty `text`: nothing."""
        self.result.setText(text.replace("&", "&&"))
        self.result.setAccessibleName(text or self.tr("Show the last result"))
        self.result.setVisible(bool(text))

    def show_reading(self, progress: float, minutes: int) -> None:
        """The share that was read (0 to 1) and the minutes left; `progress` below 0: no article."""
        if progress < 0:
            self.reading.setText("")
            return
        percent = round(progress * 100)
        left = self.tr("%n min left", "", minutes) if minutes else self.tr("read to the end")
        self.reading.setText(self.tr("{0} % read").format(percent) + " · " + left)

    def show_left_out(self, blocks: int) -> None:
        self.left_out.setVisible(blocks > 0)
        self.left_out.setText(self.tr("Left out of this page: %n block(s)", "", blocks))

    def show_jobs(self, jobs: list[Job]) -> None:
        """What runs now and how far it is."""
        busy: tuple[QWidget, ...] = (self.job, self.bar, self.cancel)
        for widget in busy:
            widget.setVisible(bool(jobs))
        if not jobs:
            return
        step = jobs[0].latest
        name = self.tr("Stopping: {0}").format(jobs[0].name) if jobs[0].stopping else jobs[0].name
        count = f" {step.done}/{step.total}" if step.total else ""
        more = self.tr(" (and %n more)", "", len(jobs) - 1) if len(jobs) > 1 else ""
        self.job.setText(name + count + more)
        self.bar.setRange(0, step.total or 0)
        self.bar.setValue(step.done)

    def show_network(self, host: str) -> None:
        """Which host is being asked; empty: nothing is."""
        self.host = host
        self.network.setText(self.tr("Fetching {0}").format(host) if host else self.tr("Offline"))
        self.network.setToolTip(self.tr("Tilik uses the network only while you add an address or fetch a text."))
