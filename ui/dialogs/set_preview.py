"""What an annotated set would bring, before anything is stored: what is new, what is here, what differs and does not
fit; and what to do with what differs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.intake.sets import Differing, SetItem, SetReport
from reader.intake.sets.report import ADDED, CHANGED, DIFFERS, FAILED, KNOWN, MOVED, ORPHAN
from reader.model.annotations import Annotation
from reader.model.kind_names import kind_word
from reader.model.labels import Label
from ui.dialogs.parts import add_row, button, words
from ui.dialogs.set_comparison import SetComparison, field_name
from ui.language.i18n import label_name
from ui.language.messages import sentence, translate_message
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import px

WIDE = 420  # pixels that a line of counts takes without a table below it
SHOWN = 500  # rows; what is chosen for all counts for the rest, too
_ASKS = (DIFFERS, FAILED, ORPHAN, CHANGED, MOVED)


def asks(items: Sequence[SetItem]) -> bool:
    """Return whether a person should look: something differs, does not fit, or was put elsewhere."""
    return any(item.status in _ASKS or item.reason is not None for item in items)


class SetPreview(QDialog):
    """`accepted` by the button that brings the set in; `choice` and `choices` say what to do with what differs."""

    def __init__(
        self,
        items: Sequence[SetItem],
        report: SetReport,
        name: str,
        parent: QWidget | None = None,
        *,
        labels: Sequence[Label] = (),
    ) -> None:
        super().__init__(parent)
        self._labels = {label.id: label_name(label) for label in labels}
        self.setWindowTitle(self.tr("Import annotated set"))
        self.resize(820, 600)
        self._told = [item for item in items if item.status in _ASKS or item.reason is not None]
        self._told.sort(key=lambda item: _ASKS.index(item.status) if item.status in _ASKS else len(_ASKS))
        self._own: dict[str, QComboBox] = {}
        self.headline = words(self._headline(report, name), self)
        self.all = self._choices(self.tr("What differs"))
        self.table = QTableWidget(0, 4, self)
        self.comparison = SetComparison(self)
        self.bring = button(self.tr("&Import"), self.tr("Bring the set in; one undo takes it back"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Change nothing (Esc)"), self)
        self._make_table()
        for item in self._told[:SHOWN]:
            self._add(item)
        self._lay_out()
        self._connect()

    # -- what was chosen -------------------------------------------------------------------------------------------

    @property
    def choice(self) -> Differing:
        """What is done with all that differs, but for those that have a choice of their own."""
        return Differing(self.all.currentData())

    @property
    def choices(self) -> dict[str, Differing]:
        """The choices of single things, by id, where they are not that for all."""
        own = {id: Differing(combo.currentData()) for id, combo in self._own.items()}
        return {id: choice for id, choice in own.items() if choice is not self.choice}

    # -- made once -------------------------------------------------------------------------------------------------

    def _headline(self, report: SetReport, name: str) -> str:
        """The name of the file, and below it the counts that are not zero."""
        sums = {status: sum(n for (_, s), n in report.counts.items() if s == status) for status in (KNOWN, *_ASKS)}
        articles, marks, links = (report.count(kind, ADDED) for kind in ("article", "annotation", "relation"))
        elsewhere = sums[MOVED] + sums[CHANGED] + sums[ORPHAN]
        counted = {
            self.tr("%n new article(s)", "", articles): articles,
            self.tr("%n new mark(s)", "", marks): marks,
            self.tr("%n new link(s)", "", links): links,
            self.tr("%n already here", "", sums[KNOWN]): sums[KNOWN],
            self.tr("%n differ(s)", "", sums[DIFFERS]): sums[DIFFERS],
            self.tr("%n put elsewhere", "", elsewhere): elsewhere,
            self.tr("%n do(es) not fit", "", sums[FAILED]): sums[FAILED],
        }
        return f"{name}\n" + " · ".join([text for text, number in counted.items() if number] or list(counted)[:1])

    def _choices(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        for choice, text in (
            (Differing.SKIP, self.tr("Keep ours")), (Differing.UPDATE, self.tr("Take theirs")),
            (Differing.BOTH, self.tr("Keep both")),
        ):  # fmt: skip
            combo.addItem(text, choice.value)
        combo.setAccessibleName(name)
        combo.setToolTip(plain_tooltip(self.tr("Keep ours, take what the set says, or keep both")))
        return combo

    def _make_table(self) -> None:
        names = [self.tr("What"), self.tr("Which"), self.tr("What would become of it"), self.tr("Choice")]
        self.table.setHorizontalHeaderLabels(names)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.tr("What asks for a look"))
        self.table.setToolTip(self.tr("What differs, does not fit or is put elsewhere"))
        self.table.setColumnWidth(1, 280)
        self.table.setColumnWidth(3, 130)

    def _add(self, item: SetItem) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((self._kind(item), self._name(item), self._reason(item))):
            cell = QTableWidgetItem(text)
            cell.setToolTip(plain_tooltip(text))
            self.table.setItem(row, column, cell)
        if item.status == DIFFERS:
            combo = self._choices(self.tr("Choice for {0}").format(self._name(item)))
            self._own[item.id] = combo
            self.table.setCellWidget(row, 3, combo)
            self.table.setColumnWidth(3, max(self.table.columnWidth(3), combo.sizeHint().width()))

    def _name(self, item: SetItem) -> str:
        """What a thing is called; of a mark, its label by its name and its words."""
        if isinstance(mark := item.theirs, Annotation):
            label = self._labels.get(mark.label, mark.label)
            return f"{label}: {item.name.removeprefix(f'{mark.label}: ')}"
        return self._labels.get(item.name, item.name) if item.kind == "annotation" else item.name

    def _kind(self, item: SetItem) -> str:
        return self.tr("mark") if item.kind == "annotation" else translate_message(kind_word(item.kind))

    def _reason(self, item: SetItem) -> str:
        if item.status == DIFFERS:
            return self.tr("Differs in: {0}").format(", ".join(field_name(name) for name in item.fields))
        return sentence(item.reason) if item.reason is not None else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.headline)
        if self._own:
            form = QFormLayout()
            add_row(form, self.tr("What differs"), self.all)
            column.addLayout(form)
        column.addWidget(self.table, 3)
        if len(self._told) > SHOWN:
            more = self.tr("and %n more", "", len(self._told) - SHOWN)
            column.addWidget(words(more, self))
        column.addWidget(self.comparison, 2)
        row = QHBoxLayout()
        row.addStretch(1)
        self.bring.setDefault(True)
        row.addWidget(self.bring)
        row.addWidget(self.leave)
        column.addLayout(row)
        self.all.setVisible(bool(self._own))
        self.table.setVisible(bool(self._told))
        self.comparison.setVisible(bool(self._own))
        if not self._told:
            self.setMinimumWidth(px(WIDE))
            self.resize(self.sizeHint())

    def _connect(self) -> None:
        self.all.currentIndexChanged.connect(self._choose_all)
        self.table.currentCellChanged.connect(lambda row, *_: self._compare(row))
        for row, item in enumerate(self._told[:SHOWN]):
            if item.id in self._own:
                self._own[item.id].currentIndexChanged.connect(partial(self._select, row))
        self.bring.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        if self._told:
            self.table.setCurrentCell(0, 0)
            self._compare(0)

    def _choose_all(self, index: int) -> None:
        for combo in self._own.values():
            combo.blockSignals(True)
            combo.setCurrentIndex(index)
            combo.blockSignals(False)

    def _select(self, row: int, _choice: int) -> None:
        self.table.setCurrentCell(row, 0)

    def _compare(self, row: int) -> None:
        item = self._told[row] if 0 <= row < len(self._told) else None
        self.comparison.compare(item if item is not None and item.status == DIFFERS else None)
