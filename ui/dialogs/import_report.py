"""How a long add ended: what was added, what was here already, what failed and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reader.intake.add import ADDED, CAPTURED, FAILED, KNOWN, OPENED, AddResult
from ui.dialogs.parts import button, words
from ui.language.messages import translate_message


class ImportReport(QDialog):
    """The failures come first, each with its reason; the whole report can be copied.

    `newerWanted` asks for what was added at the address of another article to be taken as a newer version of that.
    """

    newerWanted = Signal()

    def __init__(self, outcomes: Sequence[AddResult], cancelled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was added"))
        self.resize(640, 420)
        self.text = self._report(outcomes)
        column = QVBoxLayout(self)
        self.headline = self._headline(outcomes, cancelled)
        column.addWidget(words(self.headline, self))
        shown = QPlainTextEdit(self.text, self)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Report"))
        shown.setToolTip(self.tr("Every source with what became of it"))
        column.addWidget(shown, 1)
        row = QHBoxLayout()
        if any(outcome.newer_of for outcome in outcomes):
            row.addWidget(self._newer())
        row.addStretch(1)
        copy = button(self.tr("&Copy"), self.tr("Copy the report"), self)
        close = button(self.tr("Close"), self.tr("Close the report (Esc)"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)

    def _newer(self) -> QPushButton:
        about = self.tr("Put each text beside the older one of its article, with the marks of that (one undo)")
        made = button(self.tr("Take as &newer versions"), about, self)
        made.clicked.connect(self.newerWanted)
        made.clicked.connect(self.accept)
        return made

    def _headline(self, outcomes: Sequence[AddResult], cancelled: bool) -> str:
        """How many were added, were here already and failed; only what was added when all were."""
        counts = Counter(o.status for o in outcomes)
        if counts[ADDED] == len(outcomes) - counts[OPENED] and not cancelled:
            return self.tr("%n article(s) added", "", counts[ADDED])
        parts = [
            self.tr("%n added", "", counts[ADDED]),
            self.tr("%n already here", "", counts[KNOWN]),
            self.tr("%n failed", "", counts[FAILED]),
        ]
        line = " · ".join(parts)
        return self.tr("Cancelled. Until then: {0}").format(line) if cancelled else line

    def _report(self, outcomes: Sequence[AddResult]) -> str:
        names = {
            FAILED: self.tr("Failed, and nothing of it was kept:"),
            OPENED: self.tr("Lists and archives, with what was in them:"),
            KNOWN: self.tr("Already here (same content):"),
            CAPTURED: self.tr("Taken as newer versions:"),
            ADDED: self.tr("Added:"),
        }
        newer = self.tr("Perhaps newer versions of articles that are here (same address, other words); both are kept:")
        lines: list[str] = []
        for status, name in names.items():
            some = [o for o in outcomes if o.status == status and not o.newer_of]
            if some:
                lines += [name, *(f"    {_line(o)}" for o in some), ""]
            if status == FAILED and any(o.newer_of for o in outcomes):
                lines += [newer, *(f"    {_line(o)}" for o in outcomes if o.newer_of), ""]
        return "\n".join(lines)


def _line(one: AddResult) -> str:
    return translate_message(one.reason) if one.reason is not None else one.address
