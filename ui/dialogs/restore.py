"""The backups of a library, newest first: what each holds, what differs from now, and a way to put one back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.local_time import local_time
from reader.messages import Words
from ui.dialogs.parts import button, words
from ui.language.dates import moment
from ui.language.messages import translate_message
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import px

if TYPE_CHECKING:
    from reader.store import Backup, Differences


_SIDES = (
    Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft,
)  # fmt: skip


class RestoreDialog(QDialog):
    """`examineWanted` asks what differs from now with a backup, which `show_examined` or `show_refused` is told when
    it is known; `restoreWanted` asks to put it back. Both carry the backup."""

    examineWanted = Signal(object)
    restoreWanted = Signal(object)

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        """`backups` come oldest first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.resize(760, 480)
        self.backups = [one for one in reversed(backups) if not _is_twin(one, backups)]
        self._twice = {one.number for one in backups if _is_twin(one, backups)}
        self.table = QTableWidget(len(self.backups), 4, self)
        self.note = words("", self)
        self.restore = button(
            self.tr("&Put this one back…"),
            self.tr("The library becomes what it was then; what it is now is kept beside it"),
            self,
        )
        self.leave = button(self.tr("Close"), self.tr("Close, and change nothing (Esc)"), self)
        self._dress()
        self._fill()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Choose the newest."""
        self.table.selectRow(0)
        self.table.setFocus()
        self._chosen()

    @property
    def backup(self) -> Backup | None:
        """The chosen one."""
        row = self.table.currentRow()
        return self.backups[row] if 0 <= row < len(self.backups) else None

    def _dress(self) -> None:
        table = self.table
        names = (self.tr("When"), self.tr("Articles"), self.tr("Marks"), self.tr("Remarks"))
        table.setAccessibleName(self.tr("Backups, newest first"))
        table.setToolTip(self.tr("Choose a backup to see what differs from now"))
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setItemDelegate(WholeRow(table))
        table.setStyleSheet("QTableWidget::item { padding: 0px 5px; }")  # as far in as the words of the header
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, side in enumerate(_SIDES):
            head = QTableWidgetItem(names[column])
            head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setHorizontalHeaderItem(column, head)
        table.setColumnWidth(0, px(230))

    def _fill(self) -> None:
        for row, one in enumerate(self.backups):
            texts = (self._when(one), _number(one.articles), _number(one.marks), self._remarks(one))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_SIDES[column] | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(plain_tooltip("\n".join(filter(None, (texts[3], str(one.path))))))
                self.table.setItem(row, column, item)

    def _when(self, one: Backup) -> str:
        weekday = QLocale().dayName(local_time(one.made).isoweekday())
        return f"{weekday}, {moment(one.made)}"

    def _remarks(self, one: Backup) -> str:
        said = [
            self.tr("damaged: {0}").format(translate_message(one.damage)) if one.damage is not None else "",
            self.tr("at the second place") if one.elsewhere else "",
            self.tr("also at the second place") if one.number in self._twice and not one.elsewhere else "",
            self.tr("was replaced by a backup") if one.replaced else "",
            self.tr("made by an older Tilik") if not one.number and not one.replaced else "",
        ]
        return ", ".join(text for text in said if text)

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(self.leave)
        column.addLayout(row)
        self.restore.setAutoDefault(False)
        self.leave.setAutoDefault(False)

    def _connect(self) -> None:
        self.table.currentCellChanged.connect(lambda *_cells: self._chosen())
        self.restore.clicked.connect(lambda: self.restoreWanted.emit(self.backup))
        self.leave.clicked.connect(self.reject)

    def _chosen(self) -> None:
        one = self.backup
        self.restore.setEnabled(False)
        if one is None:
            self._say(self.tr("There is no backup of this library."))
        elif one.damage is not None:
            self._say(self.tr("This one cannot be put back: {0}.").format(translate_message(one.damage)))
        else:
            self._say(self.tr("Reading it whole, to see what differs from now…"))
            self.examineWanted.emit(one)

    def show_examined(self, one: Backup, found: Differences) -> None:
        """Say what differs between that backup and the library now."""
        if self.backup == one:
            self.restore.setEnabled(True)
            self._say(self._differing(found))

    def _differing(self, found: Differences) -> str:
        """In words what would go, come back and change."""
        if not found.known:
            return self.tr("It is whole. What differs is not known: the library cannot be read now.")
        if found.none:
            return self.tr("It is whole, and holds the same articles and marks as now.")
        lines, articles, marks = [self.tr("It is whole.")], found.articles, found.marks
        for counts, text in (
            ((articles.now, marks.now), self.tr("Made since, and would go: {0}.")),
            ((articles.then, marks.then), self.tr("Only in it, and would come back: {0}.")),
            ((articles.differing, marks.differing), self.tr("Changed since, and would be as it was: {0}.")),
        ):
            if any(counts):
                lines.append(text.format(self._counted(*counts)))
        return "\n".join(lines)

    def _counted(self, articles: int, marks: int) -> str:
        told = (
            self.tr("%n article(s)", "", articles) if articles else "",
            self.tr("%n mark(s)", "", marks) if marks else "",
        )
        return ", ".join(filter(None, told))

    def show_refused(self, one: Backup, reason: Words) -> None:
        """Say why that backup cannot be put back."""
        if self.backup == one:
            self._say(self.tr("This one cannot be put back: {0}.").format(translate_message(reason).rstrip(".")))

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setAccessibleName(text)


def _number(count: int) -> str:
    return "" if count < 0 else QLocale().toString(count)


def _is_twin(one: Backup, backups: Sequence[Backup]) -> bool:
    """Whether it is at the second place, and the same one stands beside the library."""
    return one.elsewhere and any(
        other.number == one.number and other.made == one.made and not other.elsewhere and other.damage is None
        for other in backups
    )


class WholeRow(QStyledItemDelegate):
    """Rows are chosen whole: no cell of one is framed apart, and numbers keep away from the words beside them."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
