"""The manual: a list of pages, the page, the way back, and a field that searches them all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.actions.actions import Actions
from ui.actions.keys import KEYS, with_key
from ui.dialogs.parts import button
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme
from ui.manual import pages
from ui.manual.page_view import PageView

PAGE = Qt.ItemDataRole.UserRole
SIZE = 15  # pixels of its letters


class ManualWindow(QWidget):
    """A window of its own beside the article. `addressWanted` carries a link that leads out of the manual."""

    addressWanted = Signal(str)

    def __init__(
        self, actions: Actions, language: str, theme: Callable[[], Theme], parent: QWidget | None = None
    ) -> None:
        """`theme` gives the one that the windows wear now."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Manual"))
        self._actions, self._language, self._theme = actions, language, theme
        self._texts = {page: pages.read(page, language) for page in pages.PAGES}
        self._gone: list[str] = []
        self._ahead: list[str] = []
        self.page = ""
        self.list, self.view = QListWidget(self), PageView(theme(), self)
        self.search, self.found = QLineEdit(self), QLabel(self)
        self.back = button(self.tr("‹ Back"), "", self)
        self.forward = button(self.tr("Forward ›"), "", self)
        self._build()
        self._lay_out()
        self._connect()
        self.name_keys()
        self.resize(980, 720)

    def _build(self) -> None:
        self.list.setAccessibleName(self.tr("Pages of the manual"))
        self.list.setToolTip(self.tr("Pages of the manual"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        for page, text in self._texts.items():
            QListWidgetItem(pages.title(text), self.list).setData(PAGE, page)
        self.view.setAccessibleName(self.tr("Page of the manual"))
        self.view.setToolTip("")
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setProperty("tone", "muted")

    def _lay_out(self) -> None:
        top, split, column = QHBoxLayout(), QSplitter(self), QVBoxLayout(self)
        for part in (self.back, self.forward):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.found)
        top.addWidget(self.search)
        self.search.setMinimumWidth(240)
        split.addWidget(self.list)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes([250, 730])
        split.setChildrenCollapsible(False)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda now, _before: self._choose(now))
        self.view.linkActivated.connect(self._follow)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(lambda: self.look(True))
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        KEYS.changed.connect(self.name_keys)
        self._shortcuts: list[QShortcut] = []

    def name_keys(self) -> None:
        """Work by the keys that the like actions have now, and say them."""
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        calls = {
            "back": self.go_back,
            "forward": self.go_forward,
            "find": self._to_search,
            "find_next": lambda: self.look(True),
            "find_previous": lambda: self.look(False),
        }
        keys = [(key, call) for id, call in calls.items() for key in KEYS.of(id)]
        self._shortcuts = [QShortcut(QKeySequence(key), self, call) for key, call in (*keys, ("Esc", self.close))]
        for part, words, id in (
            (self.back, self.tr("The page before"), "back"),
            (self.forward, self.tr("The page that you came back from"), "forward"),
            (self.search, self.tr("Words to find in all pages; Enter goes to the next place"), "find"),
        ):
            part.setToolTip(plain_tooltip(with_key(words, id)))
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the paper; the windows know their new theme a moment later."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            QTimer.singleShot(0, self, self.wear_theme)

    def wear_theme(self) -> None:
        """Wear the paper of now."""
        self.view.set_theme(self._theme())
        self._renew()

    def _renew(self) -> None:
        """Show the page anew where it stands."""
        at = self.view.verticalScrollBar().value()
        self._show_page()
        self.view.verticalScrollBar().setValue(at)

    # -- going -----------------------------------------------------------------------------------------------------

    def open(self, page: str) -> None:
        """Show a page, with the way back to the one before."""
        if page != self.page:
            self._gone += [self.page] if self.page else []
            self._ahead.clear()
            self._turn_to(page)

    def go_back(self) -> None:
        """Show the page before."""
        if self._gone:
            self._ahead.append(self.page)
            self._turn_to(self._gone.pop())

    def go_forward(self) -> None:
        """Show the page that `go_back` came from."""
        if self._ahead:
            self._gone.append(self.page)
            self._turn_to(self._ahead.pop())

    def _turn_to(self, page: str) -> None:
        self.page = page
        self._show_page()
        blocked = self.list.blockSignals(True)
        self.list.setCurrentRow(pages.PAGES.index(page))
        self.list.blockSignals(blocked)

    def _show_page(self) -> None:
        self.back.setEnabled(bool(self._gone))
        self.forward.setEnabled(bool(self._ahead))
        if self.page:
            text = pages.filled(self._texts[self.page], self._actions)
            self.view.show_page(text, pages.folder(self._language), SIZE)
            self.setWindowTitle(f"{pages.title(text)} – {self.tr('Manual')}")

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open(str(item.data(PAGE)))

    def _follow(self, to: str) -> None:
        page = to.removesuffix(".md")
        if page in pages.PAGES:
            self.open(page)
        else:
            self.addressWanted.emit(to)

    # -- searching -------------------------------------------------------------------------------------------------

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _fitting(self) -> list[str]:
        wanted = self.search.text().casefold()
        return [page for page, text in self._texts.items() if wanted in _said(text, self._actions)]

    def _narrow(self) -> None:
        """List only the pages that hold the words."""
        fitting = self._fitting()
        for row, page in enumerate(pages.PAGES):
            item = self.list.item(row)
            assert item is not None
            item.setHidden(page not in fitting)
        words = self.tr("%n page(s)", "", len(fitting)) if fitting else self.tr("On no page")
        self.found.setText(words if self.search.text() else "")

    def look(self, onward: bool) -> None:
        """Go to the next place of the words, or the one before, and on to the next page that holds them."""
        words, fitting = self.search.text(), self._fitting()
        if not words or not fitting:
            return
        if self.page in fitting and self._find_here(words, onward):
            return
        at = fitting.index(self.page) + (1 if onward else -1) if self.page in fitting else 0
        self.open(fitting[at % len(fitting)])
        if not onward:
            self.view.moveCursor(QTextCursor.MoveOperation.End)
        self._find_here(words, onward)

    def _find_here(self, words: str, onward: bool) -> bool:
        way = QTextDocument.FindFlag(0) if onward else QTextDocument.FindFlag.FindBackward
        return bool(self.view.find(words, way))


def _said(text: str, actions: Actions) -> str:
    """The words of a page as they are read, without the signs of Markdown."""
    plain = pages.filled(text, actions).replace("`", "").replace("*", "")
    return " ".join(plain.casefold().split())
