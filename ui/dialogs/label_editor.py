"""The labels as data: names, keys, colours and lines. Built-in ones can be renamed, not removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QTableWidget, QVBoxLayout, QWidget

from reader.model.labels import COLOURS, Label, Underline
from reader.model.stamps import new_id
from ui.actions.actions import conflict
from ui.dialogs.label_preview import LabelPreview, colour_icon, line_icon
from ui.dialogs.parts import button, words
from ui.language.i18n import label_name
from ui.language.letters import Letters
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import load


class LabelEditor(QDialog):
    """`saved` carries the new label set; nothing is saved while a key is taken or a name is missing."""

    saved = Signal(object)

    def __init__(self, labels: Sequence[Label], in_use: Callable[[str], bool], parent: QWidget | None = None) -> None:
        """`in_use` says whether a mark carries a label; such a label stays."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Labels"))
        self.resize(680, 520)
        self._in_use = in_use
        self._rows: list[Label] = []
        self.table = QTableWidget(0, 4, self)
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Key"), self.tr("Colour"), self.tr("Line")])
        self.table.setAccessibleName(self.tr("Labels"))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.preview = LabelPreview(self)
        self.refused = words("", self)
        self.add = button(self.tr("Add a label"), self.tr("A label of your own"), self)
        self.remove = button(self.tr("Remove"), self.tr("Remove the chosen label (built-in ones stay)"), self)
        self.save = button(self.tr("Save"), self.tr("Save the labels (one step of undo)"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Change nothing (Esc)"), self)
        self._lay_out()
        for label in labels:
            self._append(label)
        self.table.currentCellChanged.connect(lambda *_: self._show())
        self.table.selectRow(0)
        self._show()

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.table, 1)
        column.addWidget(self.preview)
        column.addWidget(self.refused)
        for one in (self.add, self.remove):
            row.addWidget(one)
        row.addStretch(1)
        for one in (self.save, self.leave):
            row.addWidget(one)
        column.addLayout(row)
        for number, width in enumerate((220, 60, 170, 170)):
            self.table.setColumnWidth(number, width)
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.add.clicked.connect(self.add_label)
        self.remove.clicked.connect(self.remove_label)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.reject)

    def _append(self, label: Label) -> None:
        row = len(self._rows)
        self._rows.append(label)
        self.table.insertRow(row)
        name, key = QLineEdit(label.name, self.table), QLineEdit(label.key, self.table)
        key.setMaxLength(1)
        colour, line = self._colours(label.colour), self._lines(label.underline)
        for column, field in enumerate((name, key, colour, line)):
            title = self.table.horizontalHeaderItem(column)
            field.setAccessibleName(f"{title.text() if title else ''} {row + 1}")
            field.setToolTip(plain_tooltip(title.text() if title else ""))
            field.installEventFilter(self)
            self.table.setCellWidget(row, column, field)
        name.textChanged.connect(self._show)
        for box in (colour, line):
            box.currentIndexChanged.connect(self._show)

    def _colours(self, chosen: str) -> QComboBox:
        box, theme = QComboBox(self.table), load(self._paper())
        names = {
            "blue": self.tr("Blue"),
            "amber": self.tr("Amber"),
            "rose": self.tr("Rose"),
            "green": self.tr("Green"),
            "violet": self.tr("Violet"),
            "teal": self.tr("Teal"),
            "brown": self.tr("Brown"),
            "slate": self.tr("Slate"),
        }
        for role in COLOURS:
            tint = theme.tints[role]
            box.addItem(colour_icon(tint.fill, tint.line), names[role], role)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _lines(self, chosen: Underline) -> QComboBox:
        box = QComboBox(self.table)
        box.setIconSize(QSize(24, 24))
        names = {
            Underline.SOLID: self.tr("Solid"),
            Underline.DOTTED: self.tr("Dotted"),
            Underline.WAVY: self.tr("Wavy"),
            Underline.DASHED: self.tr("Dashed"),
            Underline.DOUBLE: self.tr("Double"),
        }
        for style in Underline:
            box.addItem(line_icon(style, self.palette().text().color()), names[style], style.value)
        box.setCurrentIndex(box.findData(chosen.value))
        return box

    def _paper(self) -> str:
        return "dark" if self.palette().window().color().lightness() < 128 else "light"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return the row whose field is entered is the one that is previewed and removed."""
        if event.type() == QEvent.Type.FocusIn:
            cells = ((r, c) for r in range(self.table.rowCount()) for c in range(4))
            row = next((r for r, c in cells if watched is self.table.cellWidget(r, c)), -1)
            if row >= 0 and row != self.table.currentRow():
                self.table.selectRow(row)
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        """Preview the chosen row as it is set now."""
        row = self.table.currentRow()
        if not 0 <= row < len(self._rows):
            self.preview.show_label(None)
            return
        label = self.labels()[row]
        boxes = [self.table.cellWidget(row, column) for column in (2, 3)]
        looks = ", ".join(box.currentText() for box in boxes if isinstance(box, QComboBox))
        letter = Letters(self.labels()).of(label)
        self.preview.show_label(replace(label, name=label_name(label)), f"{label.name}: {looks}", letter)

    def add_label(self) -> None:
        """A new row, in a colour that no other label has while there is one."""
        used = {label.colour for label in self.labels()}
        colour = next((c for c in COLOURS if c not in used), COLOURS[-1])
        self._append(Label(new_id(), self.tr("New label"), "", colour, Underline.DASHED, len(self._rows)))
        self.table.selectRow(len(self._rows) - 1)

    def remove_label(self) -> None:
        """Take the chosen row out, unless it is built in or a mark carries it."""
        row = self.table.currentRow()
        if not 0 <= row < len(self._rows):
            return
        label = self._rows[row]
        if label.builtin or self._in_use(label.id):
            self.refused.setText(self.tr("{0} stays: a mark carries it.").format(label.name))
            return
        del self._rows[row]
        self.table.removeRow(row)

    def labels(self) -> list[Label]:
        """The labels as the rows have them."""
        made = []
        for row, label in enumerate(self._rows):
            name, key, colour, line = (self.table.cellWidget(row, column) for column in range(4))
            assert isinstance(name, QLineEdit) and isinstance(key, QLineEdit)
            assert isinstance(colour, QComboBox) and isinstance(line, QComboBox)
            style = Underline(line.currentData())
            text = name.text().strip()
            made.append(Label(label.id, text, key.text().strip(), str(colour.currentData()), style, row, label.builtin))
        return made

    def _problem(self, labels: Sequence[Label]) -> str:
        for label in labels:
            if not label.name:
                return self.tr("Every label needs a name.")
            taken = conflict(label.key, labels, label.id)
            if taken:
                return self.tr("{0}: the key {1} is taken ({2}).").format(label.name, label.key, taken)
        return ""

    def _save(self) -> None:
        labels = self.labels()
        problem = self._problem(labels)
        self.refused.setText(problem)
        if not problem:
            self.saved.emit(labels)
            self.accept()
