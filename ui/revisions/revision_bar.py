"""The line above an article that was captured more than once: which capture is shown, and what needs review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.local_time import local_time
from reader.model.articles import Revision
from ui.dialogs.parts import button


def captured(moment: datetime) -> str:
    """Day and time of a capture, here, in the reader's language."""
    here, locale = local_time(moment), QLocale()
    return f"{locale.toString(QDate(here.year, here.month, here.day), 'd MMM yyyy')} {here:%H:%M}"


class RevisionBar(QFrame):
    """`chosen` carries a revision's id. Hidden for an article with one revision."""

    chosen = Signal(str)
    newestWanted = Signal()
    compareWanted = Signal()
    marksWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.picker = QComboBox(self)
        self.picker.setAccessibleName(self.tr("Captures of this article"))
        self.picker.setToolTip(self.tr("Read the article as it was captured then"))
        self.past = QLabel(self.tr("Older text, to be read only"), self)
        self.past.setTextFormat(Qt.TextFormat.PlainText)
        self.newest = button(self.tr("Back to the &newest"), self.tr("Show the newest text"), self)
        self.marks = button("", self.tr("List the marks by what became of them"), self)
        self.compare = button(self.tr("C&ompare…"), self.tr("Two captures side by side"), self)
        self._lay_out()
        self.picker.activated.connect(lambda row: self.chosen.emit(str(self.picker.itemData(row))))
        self.newest.clicked.connect(self.newestWanted)
        self.marks.clicked.connect(self.marksWanted)
        self.compare.clicked.connect(self.compareWanted)
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 5, 8, 5)
        rows: tuple[tuple[QWidget, ...], ...] = ((self.picker, self.marks, self.compare), (self.past, self.newest))
        for parts in rows:
            row = QHBoxLayout()
            row.addWidget(parts[0])
            row.addStretch(1)
            for part in parts[1:]:
                row.addWidget(part)
            column.addLayout(row)

    def show_revisions(self, revisions: Sequence[Revision], shown: str) -> None:
        """The picker over `revisions`, oldest first, at the one that is shown."""
        with QSignalBlocker(self.picker):
            self.picker.clear()
            for number, one in enumerate(revisions, 1):
                text = self.tr("Captured {0} · {1} of {2}").format(captured(one.captured), number, len(revisions))
                self.picker.addItem(text, one.id)
            self.picker.setCurrentIndex(self.picker.findData(shown))
        older = bool(revisions) and revisions[-1].id != shown
        self.past.setVisible(older)
        self.newest.setVisible(older)
        self.setProperty("tone", "warning" if older else "")
        self.style().polish(self)
        self.setVisible(len(revisions) > 1)

    def show_asking(self, count: int, listed: int) -> None:
        """How many marks ask; the list can be opened while it holds anything."""
        text = self.tr("%n mark(s) to look at", "", count) if count else self.tr("Marks by outcome")
        self.marks.setText(("⚠ " if count else "") + text)
        self.marks.setAccessibleName(text)
        self.marks.setVisible(listed > 0)
