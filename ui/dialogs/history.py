"""What was done, newest first: where, by whom and when; each step a way to its place, and to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from reader.messages import Words
from reader.model.steps import DONE, Step
from ui.dialogs.history_model import HistoryModel, Read
from ui.dialogs.parts import button, words
from ui.language.messages import translate_message


class _Table(QTableView):
    """`entered` carries the row at which Enter was pressed."""

    entered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class History(QDialog):
    """`goWanted` asks for a step's place behind the dialog; `undoWanted` and `fromHereWanted` to take steps back.

    `examineWanted` asks whether a step can be taken back, which `show_examined` is told when it is known.
    """

    goWanted = Signal(object)
    undoWanted = Signal(object)
    fromHereWanted = Signal(object)
    examineWanted = Signal(object)

    def __init__(self, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self.resize(820, 560)
        self.model = HistoryModel(read, self.palette(), self)
        self.table = _Table(self)
        self.note = words("", self)
        self.undo = button(
            self.tr("&Undo this step"), self.tr("Take this step back; those after it stay as they are"), self
        )
        self.from_here = button(
            self.tr("Undo &from here on…"),
            self.tr("Take this step and the later ones of its article back; it is asked first"),
            self,
        )
        self.leave = button(self.tr("Close"), self.tr("Close the history (Esc)"), self)
        self._dress()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Choose the newest step."""
        self.table.selectRow(0)
        self._chosen()

    def _dress(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("History"))
        table.setToolTip(self.tr("Every step, newest first (a click or Enter goes to its place)"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in enumerate((220, 300, 110)):
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        row.addWidget(self.undo)
        row.addWidget(self.from_here)
        row.addStretch(1)
        row.addWidget(self.leave)
        column.addLayout(row)
        for one in (self.undo, self.from_here, self.leave):
            one.setAutoDefault(False)  # Enter goes to the place

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.clicked.connect(lambda index: self._go(index.row()))
        self.table.entered.connect(self._enter)
        self.undo.clicked.connect(lambda: self.undoWanted.emit(self.step))
        self.from_here.clicked.connect(lambda: self.fromHereWanted.emit(self.step))
        self.leave.clicked.connect(self.reject)

    @property
    def step(self) -> Step | None:
        """The chosen step."""
        row = self.table.currentIndex().row()
        return self.model.steps[row] if 0 <= row < len(self.model.steps) else None

    def _go(self, row: int) -> None:
        self.goWanted.emit(self.model.steps[row])

    def _enter(self, row: int) -> None:
        self._go(row)
        self.accept()

    def reload(self) -> None:
        """Show what has changed; the same step stays chosen."""
        number = self.step.number if self.step is not None else 0
        self.model.reload()
        self.table.selectRow(max(0, self.model.row_of(number)))
        self._chosen()

    def _chosen(self) -> None:
        """Say what can be done with the chosen step; whether it can be taken back is asked of the library."""
        step = self.step
        self.undo.setEnabled(False)
        self.from_here.setEnabled(step is not None and step.state == DONE and step.count == 1)
        self.note.setText(self.model.state_words(step) if step is not None else self.tr("Nothing was done yet."))
        if step is not None and step.state == DONE:
            self.examineWanted.emit(step)

    def show_examined(self, found: tuple[int, Words | None]) -> None:
        """Show why the step of that number cannot be taken back, or that it can."""
        number, reason = found
        if self.step is None or self.step.number != number:
            return
        self.undo.setEnabled(reason is None)
        if reason is not None:
            why = translate_message(reason)
            self.note.setText(self.tr("This step cannot be taken back any more: {0}.").format(why.rstrip(".")))
