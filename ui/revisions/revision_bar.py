"""The line above an article that has several texts: which capture or correction is shown, what needs review."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.model.captures import Text
from ui.dialogs.parts import button
from ui.language.captures import text_names


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
        self.picker.setAccessibleName(self.tr("Captures and corrections of this article"))
        self.picker.setToolTip(self.tr("Read the article as it was captured or corrected then"))
        self.past = QLabel(self.tr("Older text, to be read only"), self)
        self.past.setTextFormat(Qt.TextFormat.PlainText)
        self.newest = button(self.tr("Back to the &newest"), self.tr("Show the newest text"), self)
        self.marks = button("", self.tr("List the marks by what became of them"), self)
        self.compare = button(self.tr("C&ompare…"), self.tr("Two texts of the article side by side"), self)
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

    def show_revisions(self, revisions: Sequence[Text], shown: str) -> None:
        """The picker over `revisions`, oldest first, at the one that is shown."""
        with QSignalBlocker(self.picker):
            self.picker.clear()
            for one, name in zip(revisions, text_names(revisions), strict=True):
                self.picker.addItem(name, one.id)
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
