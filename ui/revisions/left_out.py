"""The drawer: everything of the page that is not in the article, with the reason; one key puts a block back.

With the whole page shown, the article's blocks stand between them in their order, and one key takes a block out.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.folding import fold_text
from ui.language.messages import translate_stored
from ui.look.plain_tooltip import plain_tooltip
from ui.revisions.drawer import Drawer
from ui.revisions.left_out_row import REASON, ROW, DrawerDelegate, DrawerRow, rows_of
from ui.session import Session

_SHOWN = 400  # characters of a block


class _Blocks(QListWidget):
    """The blocks in the order of the page. `wanted` carries what its keys ask for: "back", "out" or "either"."""

    wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        either = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        asked = {Qt.Key.Key_P: "back", Qt.Key.Key_X: "out"} | dict.fromkeys(either, "either")
        found = asked.get(Qt.Key(event.key()))
        if found and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit(found)
        else:
            super().keyPressEvent(event)


class LeftOutDrawer(Drawer):
    """`putBack` and `takeOut` carry the index of a block in the revision's `left_out` or `blocks`.

    `placeChosen` carries the span of the article's block that is chosen; `closed` comes when the drawer goes away.
    """

    putBack = Signal(int)
    takeOut = Signal(int)
    placeChosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self._session = session
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.search = QLineEdit(self)
        self.whole = QCheckBox(self.tr("&Whole page"), self)
        self.list = _Blocks(self)
        self.put = QPushButton(self)
        self.shut = QToolButton(self)
        self._name()
        self._lay_out()
        self._connect()
        self.hide()

    # -- made once -------------------------------------------------------------------------------------------------

    def _name(self) -> None:
        self.search.setPlaceholderText(self.tr("Find words"))
        self.search.setAccessibleName(self.tr("Find in what was left out"))
        self.search.setToolTip(self.tr("Show only the blocks that hold these words"))
        self.search.setMaximumWidth(280)
        self.whole.setAccessibleName(self.tr("Whole page"))
        key = self.whole.shortcut().toString(QKeySequence.SequenceFormat.NativeText)  # the underlined letter
        self.whole.setToolTip(
            plain_tooltip(self.tr("Show the blocks of the article between those that were left out ({0})").format(key))
        )
        self.list.setItemDelegate(DrawerDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Blocks that were left out"))
        self.list.setToolTip(self.tr("Blocks of the page (P puts one back, X takes one out, Enter does what fits)"))
        self.shut.setText("×")
        self.shut.setAccessibleName(self.tr("Close the drawer"))
        self.shut.setToolTip(self.tr("Close the drawer (Esc)"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 6)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        controls: tuple[QWidget, ...] = (self.whole, self.search, self.put, self.shut)
        for widget in controls:
            head.addWidget(widget, 2 if widget is self.search else 0)  # its hint is read whole
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setMinimumHeight(160)
        self.setMaximumHeight(320)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.whole.toggled.connect(self._fill)
        self.list.wanted.connect(self._do)
        self.list.itemDoubleClicked.connect(lambda: self._do("either"))
        self.list.currentItemChanged.connect(self._choose)
        self.put.clicked.connect(lambda: self._do("either"))
        self.shut.clicked.connect(self.close_drawer)
        self._session.articleOpened.connect(self._refresh)
        self._session.articleClosed.connect(self.hide)

    # -- open and shut ---------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the drawer and put the keyboard into it."""
        self._fill()
        self.show()
        self.list.setFocus()
        self.list.setCurrentRow(0)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        row, revision = self.list.currentRow(), self._session.revision
        with QSignalBlocker(self.list):  # of no row on the way from the old ones to the new
            self.list.clear()
        for found in rows_of(revision, whole=self.whole.isChecked()) if revision is not None else ():
            self._add(found)
        count = len(revision.left_out) if revision is not None else 0
        self.title.setText(self.tr("Left out of this article: %n block(s)", "", count))
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._choose()
        self._narrow(self.search.text())

    def _add(self, row: DrawerRow) -> None:
        reason = translate_stored(row.reason) if row.reason else self.tr("in the article")
        item = QListWidgetItem(f"{reason}:  {row.text[:_SHOWN]}", self.list)
        item.setData(ROW, row)
        item.setData(REASON, reason)

    def _narrow(self, typed: str) -> None:
        wanted = fold_text(typed)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in fold_text(item.text()))

    # -- what it does ----------------------------------------------------------------------------------------------

    def _row(self) -> DrawerRow | None:
        item = self.list.currentItem()
        if not self.list.count() or item.isHidden():  # an empty list has no item, whatever the stub says
            return None
        row = item.data(ROW)
        return row if isinstance(row, DrawerRow) else None

    def _choose(self) -> None:
        """Say on the button what it would do, and show where the article's block stands."""
        row = self._row()
        out = row is not None and row.block >= 0
        self.put.setText(self.tr("Take out (X)") if out else self.tr("Put back (P)"))
        self.put.setAccessibleName(
            self.tr("Take the chosen block out") if out else self.tr("Put the chosen block back")
        )
        self.put.setToolTip(
            self.tr("Leave the chosen block out of the article (X)")
            if out
            else self.tr("Put the chosen block back into the article, where it stood (P)")
        )
        self.put.setEnabled(row is not None)
        if row is not None and row.span is not None and self.isVisible():
            self.placeChosen.emit(row.span)

    def _do(self, wanted: str) -> None:
        row = self._row()
        if row is None:
            return
        if row.left_out >= 0 and wanted != "out":
            self.putBack.emit(row.left_out)
        elif row.block >= 0 and wanted != "back":
            self.takeOut.emit(row.block)
