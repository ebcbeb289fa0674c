"""The claims against the parties: one glance says who supports, who denies, and who was not heard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.board.matrix_model import MatrixModel
from ui.board.picture import SCREEN, Picture
from ui.board.rows_read import RowsRead
from ui.dialogs.parts import button, words
from ui.look.chosen import has_keyboard, paint_ring
from ui.look.theme import Theme

_FITTED = 200  # rows whose height follows their words; more would keep the window busy


class _Table(QTableView):
    """`wanted` carries `open` (Enter) or `silence` (S)."""

    wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit("open")
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self.wanted.emit("silence")
        else:
            super().keyPressEvent(event)


class _Cell(QStyledItemDelegate):
    """A cell on its tint, with a ring where the keyboard is: a style sheet that draws an edge leaves the tint out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if has_keyboard(option, index):
            paint_ring(painter, QRectF(option.rect), self.theme.accent)


class MatrixPage(QWidget):
    """`chosen` carries the row of the current cell, `placeWanted` a mark, `silenceWanted` a row and the marks
    that name a party."""

    chosen = Signal(object)
    placeWanted = Signal(object)
    silenceWanted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MatrixModel(theme, self)
        self.table, self._cell = _Table(self), _Cell(theme, self)
        self.key = words(
            self.tr("✓ supports   ✗ denies   ? questions   – only comments   ■ says nothing   · named, but not heard   "
                    "⚠ denies something else than the claim says   "
                    "not counted: ≠ words changed since, ∅ taken back, ≈ not confirmed since"), self
        )  # fmt: skip
        self.more = words("", self)
        self.silence = button(
            self.tr("Says nothing"),
            self.tr("Record that this party says nothing to this claim, or take that back (S)"),
            self,
        )
        self._make_table()
        self._lay_out()
        self.table.wanted.connect(self._do)
        self.table.doubleClicked.connect(lambda _at: self._do("open"))
        self.table.selectionModel().currentChanged.connect(self._current)
        self.silence.clicked.connect(lambda: self._do("silence"))

    def _make_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(self._cell)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(64)
        table.horizontalHeader().setDefaultSectionSize(164)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.setAccessibleName(self.tr("Claims and parties"))
        table.setObjectName("matrix")

    def _lay_out(self) -> None:
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(self.key, 1)
        foot.addWidget(self.silence)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.more)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def set_theme(self, theme: Theme) -> None:
        """Tint in `theme` from now on."""
        self._cell.theme = theme
        self.model.set_theme(theme)

    def show_picture(self, picture: Picture, read: RowsRead) -> None:
        """Show this moment; the current cell stays that of its claim and its party, wherever these are now."""
        if not picture.few and not self.isVisible():
            self.model.follow_late(picture)
            return
        at = self.table.currentIndex()
        row, party = self.model.row(at), self.model.party(at)
        seen = self.table.visualRect(at).topLeft()
        self.model.show(picture, read)
        self.table.setColumnWidth(0, 280)
        self._fit()
        left_out = self.model.left_out
        self.more.setText(self.tr("%n more part(ies) are not shown: choose fewer articles.", "", left_out))
        self.more.setVisible(left_out > 0)
        again = read.again(row) if row is not None else None
        if again is not None:
            self._return(self.model.row_of(read.keys[again.id]), self.model.column_of(party), seen)
        self._current(self.table.currentIndex())

    def _fit(self) -> None:
        if self.model.rowCount() <= _FITTED:
            self.table.resizeRowsToContents()

    def filled(self) -> None:
        """Draw rows that were read since; the current one is told."""
        self.model.filled()
        self._fit()
        self._current(self.table.currentIndex())

    def on_screen(self) -> list[int]:
        """Return the keys of the rows that are seen."""
        if not self.isVisible():
            return []
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        current = self.model.key(self.table.currentIndex())
        seen = self.model.keys(first, last if last >= 0 else first + SCREEN)
        return [*seen, current] if current else seen

    def _return(self, row: int, column: int, seen: QPoint) -> None:
        """Make that cell the current one, at the place of the screen where it was seen; -1 is none any longer."""
        if row < 0 or column < 0:
            return
        index = self.model.index(row, column)
        self.table.setCurrentIndex(index)
        for bar, header, at, old in (
            (self.table.horizontalScrollBar(), self.table.horizontalHeader(), column, seen.x()),
            (self.table.verticalScrollBar(), self.table.verticalHeader(), row, seen.y()),
        ):
            bar.setValue(header.sectionPosition(at) - old)
        self.table.scrollTo(index)

    def forget_order(self) -> None:
        """Show what is read next in its own order; until then rows keep their place."""
        self.model.forget_order()

    def select(self, key: int) -> None:
        """Make the claim the current one."""
        at = self.model.row_of(key)
        if at >= 0 and self.table.currentIndex().row() != at:
            self.table.setCurrentIndex(self.model.index(at, max(0, self.table.currentIndex().column())))

    def _current(self, index: QModelIndex) -> None:
        self.silence.setEnabled(self.model.can_be_silent(index))
        row = self.model.row(index)
        if row is not None and self.isVisible():
            self.chosen.emit(row)

    def _do(self, asked: str) -> None:
        index = self.table.currentIndex()
        row, party = self.model.row(index), self.model.party(index)
        if row is None:
            return
        if asked == "silence":
            if party and self.model.can_be_silent(index):
                self.silenceWanted.emit(row, self.model.named(index))
            return
        voices = self.model.cell(index).voices if party is not None else ()
        marks = [v.mark for v in voices] or list(row.mentions)
        if marks:
            self.placeWanted.emit(marks[0])
