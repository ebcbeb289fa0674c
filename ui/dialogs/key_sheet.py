"""Every key, made from the tables of actions and of the panes' own keys."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ui.actions.actions import Actions, plain
from ui.actions.pane_keys import PANE_KEYS
from ui.actions.table import MENU_TITLES, TABLE

_STANDARD = "Exit|Find|Undo|Redo|Copy|Cut|Paste|Open|Close|New|Save|Zoom .*|Help|Backspace"
_RARE = re.compile(rf"(?:^|\+)(?:F1[3-9]|F[2-3]\d|{_STANDARD})$")


class KeySheet(QDialog):
    """A table of actions and keys with a field to narrow it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 620)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Narrow the list"))
        self.field.setAccessibleName(self.tr("Narrow the list"))
        self.field.setToolTip(self.tr("Show only the actions that hold these words"))
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("Menu or pane")])
        self.table.setAccessibleName(self.tr("Keys"))
        self.table.setToolTip(self.tr("Every action with its keys"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._fill(actions)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        self.field.textChanged.connect(self._narrow)

    def _fill(self, actions: Actions) -> None:
        annotate = QCoreApplication.translate("Actions", MENU_TITLES["annotate"])
        for action in actions.labels:
            self._add(plain(action.text()), _keys(action.shortcuts()), plain(annotate))
        for row in TABLE:
            menu = plain(QCoreApplication.translate("Actions", MENU_TITLES[row.menu]))
            self._add(plain(actions[row.id].text()), _keys(actions[row.id].shortcuts()), menu)
        translate = partial(QCoreApplication.translate, "PaneKeys")
        for key in PANE_KEYS:
            self._add(translate(key.text), _keys([QKeySequence(one) for one in key.keys]), translate(key.place))

    def _add(self, *texts: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, column, item)

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold()
        for row in range(self.table.rowCount()):
            items = [self.table.item(row, column) for column in range(3)]
            text = " ".join(item.text() for item in items if item is not None)
            self.table.setRowHidden(row, wanted not in text.casefold())


def _keys(keys: list[QKeySequence]) -> str:
    """Keys that keyboards have: a platform's standard keys include some ("Exit", F14) that few people ever saw."""
    usual = [key for key in keys if not _RARE.search(key.toString())]
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in usual)
