"""The command palette: type a few letters of an action or an article, Enter does or opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.model.listing import Summary
from reader.text.folding import fold_text
from ui.actions.actions import Actions
from ui.actions.keys import plain
from ui.actions.row import FOUND_BY
from ui.dialogs.palette_row import KEYS, PaletteRow

SHOWN = 30
_WHAT = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """`articleChosen` carries the article to open; actions are triggered here."""

    articleChosen = Signal(str)

    def __init__(
        self, actions: Actions, articles: Callable[[str], list[Summary]], parent: QWidget | None = None
    ) -> None:
        """`articles` finds articles for what was typed."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Command palette"))
        self.resize(560, 420)
        self._actions, self._articles = actions, articles
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("An action or an article"))
        self.field.setAccessibleName(self.tr("An action or an article"))
        self.field.setToolTip(self.tr("Type a few letters; Up and Down choose, Enter does it"))
        self.list = QListWidget(self)
        self.list.setItemDelegate(PaletteRow(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setToolTip(self.tr("What fits (Enter does it)"))
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self.narrow)
        self.field.returnPressed.connect(self._do)
        self.list.itemActivated.connect(self._do)
        self.field.installEventFilter(self)
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show what fits `typed`, actions before articles."""
        self.list.clear()
        for action in self._fitting(typed):
            keys = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts()[:1])
            self._add(plain(action.text()), keys, action)
        if typed.strip():
            for summary in self._articles(typed)[:SHOWN]:
                self._add(summary.title or summary.id, summary.site, summary.id)
        self.list.setCurrentRow(0)

    def _fitting(self, typed: str) -> Iterator[QAction]:
        wanted = fold_text(typed).split()
        for action in self._actions.every():
            # Undo may name an article: its title must not stand before the article itself.
            name = fold_text(str(action.property(FOUND_BY) or plain(action.text())))
            if action.isEnabled() and all(word in name for word in wanted):
                yield action

    def _add(self, text: str, beside: str, what: QAction | str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(KEYS, beside)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text} {beside}".strip())
        item.setData(_WHAT, what)

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        what = item.data(_WHAT)
        self.accept()
        if isinstance(what, QAction):
            what.trigger()
        else:
            self.articleChosen.emit(str(what))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field move through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)
