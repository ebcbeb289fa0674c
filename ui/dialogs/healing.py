"""What of a damaged library can be healed, part by part: from where, and what it says before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.model.kind_names import part_word
from ui.dialogs.parts import button, words
from ui.language.messages import translate_message

if TYPE_CHECKING:
    from reader.store import Remedy


class HealingDialog(QDialog):
    """`chosen` brings the ids of what is to be healed; nothing is changed before."""

    chosen = Signal(list)

    def __init__(self, found: Sequence[Remedy], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Heal the library"))
        self.resize(720, 420)
        text = self.tr(
            "What is ticked is taken from a sound copy. Indexes and counts are made anew. The damaged file is kept"
            " beside the library, so that this can be taken back; then the library is opened again."
        )
        self.text = words(text, self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What is damaged"))
        self.list.setToolTip(self.tr("What is damaged, and from where it can be healed (Space: tick or untick)"))
        self.list.setWordWrap(True)
        for one in found:
            self._add(one)
        self.heal = button(self.tr("&Heal and open again"), self.tr("Heal what is ticked (Enter)"), self)
        self.leave = button(self.tr("Leave it as it is"), self.tr("Change nothing (Esc)"), self)
        self.heal.setDefault(True)
        self.heal.clicked.connect(self._choose)
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.heal)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _add(self, one: Remedy) -> None:
        name = " ".join((translate_message(part_word(one.part)), one.name or one.id))
        if one.source is None:
            said = self.tr("{0}: nothing sound was found; it stays as it is").format(name)
        else:
            said = self.tr("{0}: from {1}").format(name, translate_message(one.source))
        if one.since is not None:
            said += f" ({translate_message(one.since)})"
        if one.after:
            said += "\n− " + one.before + "\n+ " + one.after
        item = QListWidgetItem(said, self.list)
        item.setData(Qt.ItemDataRole.UserRole, one.id)
        if one.source is None:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        else:
            item.setCheckState(Qt.CheckState.Checked)

    def _choose(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        self.accept()
        self.chosen.emit([str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked])
