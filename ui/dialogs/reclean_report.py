"""What cleaning articles again would change, shown before it is done: texts, and every mark on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from reader.anchoring import Outcome
from reader.intake.reclean import Recleaned
from ui.dialogs.parts import button, words
from ui.language.messages import translate_message


class RecleanReport(QDialog):
    """`accepted` by the button that takes the new texts; nothing is stored before. `articleChosen` opens an article."""

    articleChosen = Signal(str)

    def __init__(self, found: Sequence[Recleaned], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Clean again"))
        self.resize(760, 460)
        self._changed = [one for one in found if one.edit is not None]
        self._refused = [one for one in found if one.problem]
        self.headline = words(self._headline(len(found)), self)
        self.table = QTableWidget(0, 6, self)
        self.take = button(
            self.tr("&Take the new texts"), self.tr("Take the new texts; one undo brings all back"), self
        )
        self.leave = button(self.tr("Leave them as they are"), self.tr("Change nothing (Esc)"), self)
        self._make_table()
        for one in (*self._changed, *self._refused):
            self._add(one)
        self._lay_out()
        self.take.setEnabled(bool(self._changed))
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.table.cellDoubleClicked.connect(lambda row, _: self.articleChosen.emit(self._id(row)))

    def _headline(self, count: int) -> str:
        asks = sum(one.asks for one in self._changed)
        parts = [
            self.tr("%n article(s) cleaned again", "", count),
            self.tr("%n read differently", "", len(self._changed)),
            self.tr("%n mark(s) to look at", "", asks),
        ]
        return " · ".join(parts)

    def _make_table(self) -> None:
        names = (self.tr("Article"), self.tr("Blocks"), self.tr("In place"), self.tr("Moved"), self.tr("Changed"))
        self.table.setHorizontalHeaderLabels([*names, self.tr("Removed")])
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(self.tr("What would change"))
        self.table.setToolTip(self.tr("What would change; the numbers count marks (double click opens the article)"))
        self.table.setColumnWidth(0, 320)

    def _add(self, one: Recleaned) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        counts = [str(one.count(outcome) or "") for outcome in Outcome]
        cells = [f"+{one.added} −{one.removed}", *counts] if one.problem is None else [translate_message(one.problem)]
        for column, text in enumerate([one.title or one.article_id, *cells]):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, one.article_id)
            self.table.setItem(row, column, item)

    def _id(self, row: int) -> str:
        item = self.table.item(row, 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.headline)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        column.addLayout(row)
        self.leave.setDefault(True)
