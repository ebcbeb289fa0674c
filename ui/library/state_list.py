"""The states an article can be in, with how many are in each."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.edits import Change
from reader.model.articles import Article, State
from ui.look.chosen import has_keyboard, is_chosen, paint_ring
from ui.look.scale import SCALE, px
from ui.look.theme import Theme
from ui.session import Session

_ROW, _COLUMNS, _COUNT = 26, 2, Qt.ItemDataRole.UserRole + 1
_AROUND, _APART = 24, 4  # pixels beside name and count, and between them


class _Row(QStyledItemDelegate):
    """A name on the left, a count on the right, a soft ground under the chosen one."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self.theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width() - 2
        left = self._left_column(width)
        return QSize(max(40, width - left if index.row() % _COLUMNS else left), px(_ROW))

    def _left_column(self, width: int) -> int:
        """Half the width where that does; else what names and counts on the left want, as far as the right can spare
        it."""
        left, right = (
            max(map(self._wanted, range(column, self._view.count(), _COLUMNS))) for column in range(_COLUMNS)
        )
        half = width // 2
        if max(left, right) <= half or left + right > width:
            return half
        return left if left > half else width - right

    def _wanted(self, row: int) -> int:
        item, wide = self._view.item(row), QFontMetricsF(self._view.font()).horizontalAdvance
        return ceil(_AROUND + wide(item.text()) + _APART + wide(str(item.data(_COUNT) or "")))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area = QRectF(option.rect).adjusted(5, 1, -3, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen(option, index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.selection)
            painter.drawRoundedRect(area, 6, 6)
        if has_keyboard(option, index):
            paint_ring(painter, area, self.theme.accent, 5)
        room, count = area.adjusted(8, 0, -8, 0), str(index.data(_COUNT) or "")
        metrics = QFontMetricsF(painter.font())
        left = room.width() - metrics.horizontalAdvance(count) - _APART
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, left)
        painter.setPen(self.theme.chrome_text)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(self.theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        painter.restore()


class StateList(QWidget):
    """`chosen` carries the state to show; None is all but the trash."""

    chosen = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.list = QListWidget(self)
        self.list.setFont(QFont(self.font()))
        self._row = _Row(theme, self.list)
        self.list.setItemDelegate(self._row)
        self.list.setAccessibleName(self.tr("States"))
        self.list.setToolTip(self.tr("Which articles to show"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for state, name in self.names().items():
            item = QListWidgetItem(name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, state)
        # Two columns: six rows would take the room of three articles in a low window.
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        SCALE.follow(self._fit)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self.count)
        if session.first is not None or session.is_open:
            self.count()
        session.libraryOpened.connect(self.count)
        session.changed.connect(self._changed)

    def _fit(self) -> None:
        self.list.setFont(QFont(self.font()))
        self.list.setFixedHeight(px(_ROW) * -(-self.list.count() // _COLUMNS) + 2)
        self.list.doItemsLayout()

    @property
    def state(self) -> State | None:
        """The state that is chosen; None for all articles."""
        chosen = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return State(chosen) if chosen else None  # Qt gives the plain text of it back

    def choose(self, state: State | None) -> None:
        """Choose `state`."""
        self.list.setCurrentRow(list(self.names()).index(state))

    def names(self) -> dict[State | None, str]:
        """Return every state with its name in the reader's language, in the order of the list."""
        return {
            None: self.tr("All articles"),
            State.INBOX: self.tr("Inbox"),
            State.READING: self.tr("Reading"),
            State.DONE: self.tr("Done"),
            State.ARCHIVED: self.tr("Archive"),
            State.TRASHED: self.tr("Trash"),
        }

    def set_theme(self, theme: Theme) -> None:
        self._row.theme = theme
        self.list.viewport().update()

    def count(self) -> None:
        """Count anew."""
        first, opened = self._session.first, self._session.is_open
        counts = first.counts if first is not None and not opened else self._session.library.state_counts()
        for row in range(self.list.count()):
            item = self.list.item(row)
            state = item.data(Qt.ItemDataRole.UserRole)
            number = sum(n for s, n in counts.items() if s != State.TRASHED) if state is None else counts.get(state, 0)
            item.setData(_COUNT, str(number) if number else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {number}")
        self.list.scheduleDelayedItemsLayout()  # the columns are as wide as what they say

    def _changed(self, change: Change) -> None:
        if change.unlisted or any(_counted(swap.before) != _counted(swap.after) for swap in change.edit.swaps):
            self._later.start()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self.list.item(row).data(Qt.ItemDataRole.UserRole))


def _counted(thing: object) -> State | None:
    """The state in which something is counted; None when it is no article."""
    return thing.state if isinstance(thing, Article) else None
