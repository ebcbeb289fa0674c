"""The first page of the board: all claims of the scope in a table, and what is done with the chosen ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.board.values import Row
from ui.board.arranging import HEADING, Arranged
from ui.board.line import Column
from ui.board.picture import SCREEN, Picture
from ui.board.rows_model import RowsModel
from ui.board.rows_read import RowsRead
from ui.dialogs.parts import button, words
from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import px

_WIDTHS = {
    Column.SAID: 112, Column.DENIED: 104, Column.EVIDENCE: 78, Column.SOURCES: 84, Column.VERDICT: 96,
    Column.STATUS: 80, Column.ARTICLES: 62,
}  # fmt: skip
_ROW, _TALL, _NARROW = 30, 46, 320  # heights of a row, and the width of a wording that is set in two lines below it
_LEAST = 120  # pixels of a wording: where the others leave it less, the table is wider than its window
_SOON = 150  # milliseconds after the last letter of a filter


_SHARES = {Column.SAID: 0.17, Column.DENIED: 0.13}  # of a wide window, so that names are read whole


class ClaimsTable(QTableView):
    """`wanted` carries what its keys ask for: `open`, `merge`, `split` or `delete`."""

    wanted = Signal(str)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, share in _SHARES.items():
            self.setColumnWidth(column, max(px(_WIDTHS[column]), int(event.size().width() * share)))
        self._spare_wording(event.size().width())
        super().resizeEvent(event)

    def _spare_wording(self, width: int) -> None:
        """The words of the claim take what the others leave, and some in any case."""
        header, least = self.horizontalHeader(), px(_LEAST)
        narrow = width - sum(map(self.columnWidth, _WIDTHS)) < least
        mode = QHeaderView.ResizeMode.Fixed if narrow else QHeaderView.ResizeMode.Stretch
        header.setSectionResizeMode(Column.WORDING, mode)
        if narrow:
            header.resizeSection(Column.WORDING, least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        asked = {
            Qt.Key.Key_Return: "open", Qt.Key.Key_Enter: "open", Qt.Key.Key_M: "merge", Qt.Key.Key_P: "split",
            Qt.Key.Key_Delete: "delete",
        }.get(Qt.Key(event.key()))  # fmt: skip
        if asked and plain:
            self.wanted.emit(asked)
        else:
            super().keyPressEvent(event)


class ClaimsPage(QWidget):
    """`chosen` carries the chosen rows, as far as they are few, and how many they are; `wanted` what is asked for them
    (see `ClaimsTable`; `erase`: deleted for good)."""

    chosen = Signal(object, int)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsModel(self)
        self._untold = False  # a row is chosen that is not read yet
        self.filter = QLineEdit(self)
        self.group = QComboBox(self)
        self.table = ClaimsTable(self)
        self.loose = words("", self)
        self.empty = words("", self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._make_buttons()
        self._make_table()
        self._name()
        self._lay_out()
        self._connect()

    # -- made once -------------------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.open_ = button(self.tr("Open the place"), self.tr("Open the article at the claim (Enter)"), self)
        self.merge = button(self.tr("Merge…"), self.tr("Make the chosen claims one (M)"), self)
        self.split = button(self.tr("Split…"), self.tr("Make some mentions a claim of their own (P)"), self)
        self.delete = button(self.tr("Delete"), self.tr("Delete the chosen claims; their marks stay (Del)"), self)
        self.erase = button(
            self.tr("Delete for good…"),
            self.tr("Delete the chosen claims with their evidence, their reviews and all that was ever noted of them"),
            self,
        )
        self._buttons = {
            "open": self.open_, "merge": self.merge, "split": self.split, "delete": self.delete, "erase": self.erase,
        }  # fmt: skip
        for name, one in self._buttons.items():
            one.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))

    def _make_table(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(_ROW))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(56)
        header.setSectionResizeMode(Column.WORDING, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, px(width))

    def _name(self) -> None:
        self.filter.setPlaceholderText(self.tr("Find in the claims"))
        self.filter.setAccessibleName(self.tr("Find in the claims"))
        self.filter.setToolTip(
            plain_tooltip(self.tr("Show only claims that hold all these words ({0})").format(native("Ctrl+F")))
        )
        self.filter.setClearButtonEnabled(True)
        for text, by in (
            (self.tr("No groups"), ""), (self.tr("By verdict"), "verdict"), (self.tr("By status"), "status"),
            (self.tr("By article"), "article"), (self.tr("By worth checking"), "worth"),
        ):  # fmt: skip
            self.group.addItem(text, by)
        self.group.setAccessibleName(self.tr("Group the claims"))
        self.group.setToolTip(self.tr("Group the claims"))
        self.table.setAccessibleName(self.tr("Claims"))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("welcome")

    def _lay_out(self) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.filter, 1)
        head.addWidget(self.group)
        foot.setSpacing(6)
        for one in self._buttons.values():
            foot.addWidget(one)
        foot.addStretch(1)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.loose)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._soon.start())
        self._soon.timeout.connect(lambda: self._again(lambda: self.model.narrow(self.filter.text())))
        self.group.activated.connect(lambda _at: self._again(lambda: self.model.group(str(self.group.currentData()))))
        self.table.horizontalHeader().sortIndicatorChanged.connect(
            lambda column, order: self._again(lambda: self.model.sort(column, order))
        )
        self.table.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell())
        self.table.doubleClicked.connect(lambda _at: self.wanted.emit("open"))
        self.table.wanted.connect(self.wanted)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.horizontalHeader().sectionResized.connect(self._fit_rows)

    def _open_menu(self, at: QPoint) -> None:
        """The menu of the chosen claims holds what the buttons below do."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, one in self._buttons.items():
            action = menu.addAction(one.text())
            action.setEnabled(one.isEnabled())
            action.triggered.connect(lambda _checked=False, name=name: self.wanted.emit(name))
        menu.popup(self.table.viewport().mapToGlobal(at))

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_picture(self, picture: Picture, read: RowsRead) -> None:
        """Show this moment; what was chosen stays chosen."""
        moved = picture.change.moved if picture.change is not None else {}
        again = [moved.get(key, key) for key in self.keys()]
        self._again(lambda: self.model.show(picture, read, again), again)
        index = picture.index
        text = self.tr("%n denial(s) are linked to no claim yet: ", "", index.denials)
        quotes = "  ·  ".join(f"“{' '.join(quote.split())[:80]}”" for quote in index.first_denials)
        self.loose.setText(text + quotes if index.denials else "")
        self.loose.setVisible(bool(index.denials))
        self._tell()

    def filled(self) -> None:
        """Draw rows that were read since; one that is chosen is told."""
        before = self._untold
        self.model.filled()
        if before and not self._unread():
            self._tell()

    def take(self, found: Arranged) -> None:
        """Show the rows as they were arranged beside the window."""
        self._again(lambda: self.model.take(found))

    def on_screen(self) -> list[int]:
        """Return the keys of the rows that are seen."""
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        return self.model.keys(first, last if last >= 0 else first + SCREEN)

    def _fit_rows(self, column: int, _before: int, width: int) -> None:
        """Where a wording has little room it takes two lines."""
        tall = width < _NARROW
        if column == Column.WORDING and tall != self.table.wordWrap():
            self.table.setWordWrap(tall)
            self.table.verticalHeader().setDefaultSectionSize(px(_TALL if tall else _ROW))

    def forget_order(self) -> None:
        """Show what is read next in its own order; until then rows keep their place."""
        self.model.forget_order()

    def _again(self, change: Callable[[], None], keys: Sequence[int] | None = None) -> None:
        """Change what is shown, and choose the same claims again, which may have other `keys` now."""
        before = self.keys()
        kept = before if keys is None else list(keys)
        bar, at = self.table.verticalScrollBar(), self.table.currentIndex().row()
        first = bar.value()
        offset = at - first if at >= 0 and self.table.visualRect(self.model.index(at, 0)).isValid() else -1
        change()
        self.choose(kept, scroll=False)
        now = self.table.currentIndex().row()
        height = self.table.verticalHeader().defaultSectionSize()
        seen = kept and 0 <= offset <= self.table.viewport().height() // height
        bar.setValue(now - offset if seen and now >= 0 else first)
        nothing = not self.model.rowCount()
        self.table.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self.empty.setText(self._nothing())
        if before and not self.keys():
            self._tell()  # Qt says nothing of what was chosen in rows that went

    def _nothing(self) -> str:
        if self.filter.text():
            return self.tr("No claim holds these words.")
        return self.tr("No claims here yet.\n\nMark what is claimed in an article with 1, and it stands here.")

    def choose(self, keys: Collection[int], *, scroll: bool = True) -> None:
        """Choose these claims, as far as they are shown."""
        rows = self.model.rows_of(keys)
        wanted, last = QItemSelection(), len(Column) - 1
        for first, end in _runs(rows):
            wanted.append(QItemSelectionRange(self.model.index(first, 0), self.model.index(end, last)))
        flags = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        if rows:
            selection.setCurrentIndex(self.model.index(rows[0], 0), flags.NoUpdate)
        selection.select(wanted, flags.ClearAndSelect | flags.Rows)
        if rows and scroll:
            self.table.scrollTo(self.model.index(rows[0], 0))

    def select(self, ids: Collection[str]) -> None:
        """Choose these claims by their ids, as far as they were read and are shown."""
        self.choose([key for id in ids if (key := self.model.key_of(id)) != HEADING])

    def keys(self) -> list[int]:
        """Return the keys of the chosen rows, from the top, each once."""
        chosen = self.table.selectionModel().selection()
        ranges = sorted((chosen.at(n).top(), chosen.at(n).bottom()) for n in range(chosen.count()))
        return list(dict.fromkeys(key for top, bottom in ranges for key in self.model.keys(top, bottom)))

    def rows(self) -> list[Row]:
        """Return the chosen rows, from the top, each once; those that were read."""
        lines = (self.model.lines.get(key) for key in self.keys())
        return [line.row for line in lines if line is not None]

    def _unread(self) -> bool:
        """Whether the one that is chosen was not read yet."""
        keys = self.keys()
        return len(keys) == 1 and keys[0] not in self.model.lines

    def _tell(self) -> None:
        keys = self.keys()
        self._untold = self._unread()
        if self._untold:
            self.model.linesWanted.emit(keys)
        rows = self.rows() if len(keys) <= SCREEN else []
        self.open_.setEnabled(len(keys) == 1)
        self.merge.setEnabled(len(keys) > 1)
        self.split.setEnabled(len(rows) == 1 and len(rows[0].mentions) > 1)
        for one in (self.delete, self.erase):
            one.setEnabled(any(key < HEADING for key in keys))
        if not self._untold:
            self.chosen.emit(rows, len(keys))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Sorted rows as runs of neighbours: ten thousand single ones would keep the window busy for seconds."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
