"""Every key, in groups, made from the tables of actions and of the panes' own keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.actions import Actions
from ui.actions.groups import PANES, groups
from ui.actions.keys import plain, row_name
from ui.actions.pane_keys import PANE_KEYS
from ui.dialogs.key_tree import KeyTree, key_names, search_field
from ui.dialogs.parts import button


class KeySheet(QDialog):
    """A list of actions and keys with a field to search it. `changeWanted` asks for the editor of keys."""

    changeWanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.tree = KeyTree(self)
        self.field = search_field(self.tree, self)
        self.change = button(self.tr("Change the keys…"), self.tr("Give actions other keys"), self)
        self.leave = button(self.tr("Close"), self.tr("Close (Esc)"), self)
        self._fill(actions)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.field)
        column.addWidget(self.tree, 1)
        row.addWidget(self.change)
        row.addStretch(1)
        row.addWidget(self.leave)
        column.addLayout(row)
        self.change.setAutoDefault(False)
        self.leave.setAutoDefault(False)
        self.change.clicked.connect(self._change)
        self.leave.clicked.connect(self.reject)
        self.tree.settle()
        self.resize(self.sizeHint().width(), 640)
        self.setTabOrder(self.field, self.tree)
        self.setTabOrder(self.tree, self.change)
        self.field.setFocus()

    def _fill(self, actions: Actions) -> None:
        for id, title, rows in groups():
            group = self.tree.add_group(title)
            for action in actions.labels if id == "marking" else ():
                self.tree.add_row(group, plain(action.text()), key_names(action.shortcuts()))
            for row in rows:
                self.tree.add_row(group, row_name(row), key_names(actions[row.id].shortcuts()), row.id)
        group, translate = (
            self.tree.add_group(QCoreApplication.translate("KeyGroups", PANES)),
            partial(QCoreApplication.translate, "PaneKeys"),
        )
        for key in PANE_KEYS:
            name = f"{translate(key.place)}: {translate(key.text)}"
            self.tree.add_row(group, name, key_names([QKeySequence(one) for one in key.keys]))

    def _change(self) -> None:
        self.accept()
        self.changeWanted.emit()
