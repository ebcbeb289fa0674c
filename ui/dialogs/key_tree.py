"""Actions in groups with their keys, as the key sheet and the editor of keys show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from reader.text.folding import fold_text

ID = Qt.ItemDataRole.UserRole
WIDEST = 820  # pixels: a small screen has no more
_PADDING = 64  # pixels within and between the columns
_STANDARD = "Exit|Find|Undo|Redo|Copy|Cut|Paste|Open|Close|New|Save|Zoom .*|Help|Backspace"
_RARE = re.compile(rf"(?:^|\+)(?:F1[3-9]|F[2-3]\d|{_STANDARD})$")


class KeyTree(QTreeWidget):
    """Groups that stand open; a row an action: its name and its keys. `settle` makes it so wide that nothing is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setHeaderLabels([translate("KeyTree", "Action"), translate("KeyTree", "Keys")])
        self.setAccessibleName(translate("KeyTree", "Keys"))
        self.setToolTip(translate("KeyTree", "Every action with its keys"))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def add_group(self, title: str) -> QTreeWidgetItem:
        """Return a new group at the end."""
        group = QTreeWidgetItem(self, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFirstColumnSpanned(True)
        group.setExpanded(True)
        return group

    def add_row(self, group: QTreeWidgetItem, name: str, keys: str, id: str = "") -> QTreeWidgetItem:
        """Add an action to a group; `id` comes back as the item's `ID`."""
        row = QTreeWidgetItem(group, [name, keys])
        row.setData(0, ID, id)
        return row

    def rows(self) -> Iterator[QTreeWidgetItem]:
        """Return the rows of actions, from top to bottom."""
        for group in self.groups():
            yield from children(group)

    def groups(self) -> list[QTreeWidgetItem]:
        """Return the groups, from top to bottom."""
        return [item for n in range(self.topLevelItemCount()) if (item := self.topLevelItem(n)) is not None]

    def narrow(self, typed: str) -> None:
        """Show only what has all the typed words in its name, its keys or its group's name."""
        wanted = fold_text(typed).split()
        for group in self.groups():
            rows = children(group)
            for row in rows:
                text = fold_text(f"{row.text(0)} {row.text(1)} {group.text(0)}")
                row.setHidden(not all(word in text for word in wanted))
            group.setHidden(all(row.isHidden() for row in rows))
        left = [row for row in self.rows() if not row.isHidden()]
        if left and self.currentItem() not in left:
            self.setCurrentItem(left[0])

    def settle(self) -> None:
        """Be never narrower than the names and keys that are there, and begin at the first action."""
        wide, rows = self.fontMetrics().horizontalAdvance, list(self.rows())
        names, keys = (max((wide(row.text(n)) for row in rows), default=0) for n in (0, 1))
        beside = 2 * self.indentation() + self.verticalScrollBar().sizeHint().width() + _PADDING
        self.setMinimumWidth(min(WIDEST, names + keys + beside))
        self.setCurrentItem(rows[0])


def children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """Return the rows of a group."""
    return [row for n in range(group.childCount()) if (row := group.child(n)) is not None]


def key_names(keys: Sequence[QKeySequence]) -> str:
    """Return keys that keyboards have: a platform's standard keys include some ("Exit", F14) that few people ever
    saw."""
    usual = [key for key in keys if not _RARE.search(key.toString())]
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in usual)


def search_field(tree: KeyTree, parent: QWidget) -> QLineEdit:
    """Return a field that narrows `tree` to what is typed."""
    field, words = QLineEdit(parent), QCoreApplication.translate("KeyTree", "Search actions and keys")
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    field.setToolTip(QCoreApplication.translate("KeyTree", "Show only the actions that hold these words"))
    field.setClearButtonEnabled(True)
    field.textChanged.connect(tree.narrow)
    return field
