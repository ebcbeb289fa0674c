"""The backups of a library, newest first: what each holds, what differs from now, and a way to put one back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from reader.local_time import local_time
from reader.messages import Words
from ui.dialogs.parts import button, words
from ui.language.dates import moment
from ui.language.messages import translate_message
from ui.look.plain_tooltip import plain_tooltip

if TYPE_CHECKING:
    from reader.store import Backup, Differences


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
        self.backups = list(reversed(backups))
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
        table.setHorizontalHeaderLabels([self.tr("When"), self.tr("Articles"), self.tr("Marks"), self.tr("Remarks")])
        table.setAccessibleName(self.tr("Backups, newest first"))
        table.setToolTip(self.tr("Choose a backup to see what differs from now"))
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 210)

    def _fill(self) -> None:
        for row, one in enumerate(self.backups):
            texts = (self._when(one), _number(one.articles), _number(one.marks), self._remarks(one))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column in (1, 2):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(plain_tooltip(str(one.path)))
                self.table.setItem(row, column, item)

    def _when(self, one: Backup) -> str:
        weekday = QLocale().dayName(local_time(one.made).isoweekday())
        return f"{weekday}, {moment(one.made)}"

    def _remarks(self, one: Backup) -> str:
        said = [
            self.tr("damaged: {0}").format(translate_message(one.damage)) if one.damage is not None else "",
            self.tr("at the second place") if one.elsewhere else "",
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
            self._say(difference_words(found))

    def show_refused(self, one: Backup, reason: Words) -> None:
        """Say why that backup cannot be put back."""
        if self.backup == one:
            self._say(self.tr("This one cannot be put back: {0}.").format(translate_message(reason).rstrip(".")))

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setAccessibleName(text)


def _number(count: int) -> str:
    return "" if count < 0 else QLocale().toString(count)


def difference_words(found: Differences) -> str:
    """Return in words what would go, come back and change."""
    from PySide6.QtCore import QCoreApplication

    translate = QCoreApplication.translate
    if not found.known:
        return translate("RestoreDialog", "It is whole. What differs is not known: the library cannot be read now.")
    if found.none:
        return translate("RestoreDialog", "It is whole, and holds the same articles and marks as now.")
    lines = [translate("RestoreDialog", "It is whole.")]
    gone, back = (found.articles.now, found.marks.now), (found.articles.then, found.marks.then)
    if any(gone):
        text = translate("RestoreDialog", "Not in it, so they would go: {0} articles, {1} marks.")
        lines.append(text.format(*map(_number, gone)))
    if any(back):
        text = translate("RestoreDialog", "Only in it, so they would come back: {0} articles, {1} marks.")
        lines.append(text.format(*map(_number, back)))
    if found.articles.differing or found.marks.differing:
        text = translate("RestoreDialog", "Changed since, so they would be as they were: {0} articles, {1} marks.")
        lines.append(text.format(_number(found.articles.differing), _number(found.marks.differing)))
    return "\n".join(lines)
