"""The bar at the top: name, search, a button for each label, the reading face, export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from reader.model.labels import Label
from ui.actions.actions import Actions
from ui.actions.keys import KEYS, key_name, plain, with_key
from ui.annotations.labels_bar import LabelButton
from ui.language.letters import Letters
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px
from ui.look.theme import Theme

SHOWN = 5  # labels with a button of their own; the others are in the menu beside them


class SearchField(QLineEdit):
    """Words to look for in the library. `left` when the reader goes back to the text with Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


class Header(QFrame):
    """Made from the action table and the labels. `searched` carries the words at every change."""

    searched = Signal(str)

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._actions, self._theme = actions, theme
        self._buttons: list[LabelButton] = []
        self.search = self._search_field()
        self.face = self._button(actions["reading_face"], "Aa")
        self.export = self._button(actions["export"], plain(actions["export"].text()))
        self._more = QToolButton(self)
        self._brand = QLabel("Tilik", self)
        self._row = self._laid_out()
        self.name_keys()
        KEYS.changed.connect(self.name_keys)
        SCALE.follow(self._fit)

    def name_keys(self) -> None:
        """Say the keys that the actions have now."""
        self.search.setPlaceholderText(
            self.tr("Search articles, marks and notes   {0}").format(key_name("search")).rstrip()
        )
        self.search.setToolTip(plain_tooltip(with_key(self.tr("Search articles, marks and notes"), "search")))
        for button, id in ((self.face, "reading_face"), (self.export, "export")):
            button.setToolTip(plain_tooltip(with_key(plain(self._actions[id].text()), id)))

    def _fit(self) -> None:
        font = QFont("Literata")
        font.setPixelSize(px(18))
        font.setWeight(QFont.Weight.Bold)
        self._brand.setFont(font)
        self.search.setMaximumWidth(px(380))
        for button in (self.face, self.export):
            button.setFixedHeight(px(31))

    def _laid_out(self) -> QHBoxLayout:
        brand = self._brand
        brand.setTextFormat(Qt.TextFormat.PlainText)
        brand.setObjectName("brand")
        self._more.setText("…")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setAccessibleName(self.tr("More labels"))
        self._more.setToolTip(self.tr("More labels"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(9)
        row.addWidget(brand)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        for widget in (self._more, self.face, self.export):
            row.addWidget(widget)
        return row

    def _search_field(self) -> SearchField:
        field = SearchField(self)
        field.setAccessibleName(self.tr("Search the library"))
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(140)
        field.textChanged.connect(self.searched)
        return field

    def _button(self, action: QAction, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(plain(action.text()))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button

    def set_labels(self, labels: Sequence[Label]) -> None:
        """A button for each of the first labels, a menu for the rest."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        place = self._row.indexOf(self._more)
        shown = list(zip(self._actions.labels, labels, strict=True))[:SHOWN]
        letters = Letters(labels)
        self._buttons = [
            LabelButton(action, label.colour, letters.of(label), self._theme, self) for action, label in shown
        ]
        for number, button in enumerate(self._buttons):
            self._row.insertWidget(place + number, button)
            self.setTabOrder(self._buttons[number - 1] if number else self.search, button)
        menu = QMenu(self._more)
        menu.addActions(self._actions.labels[SHOWN:])
        self._more.setMenu(menu)
        self._more.setVisible(len(labels) > SHOWN)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self._buttons:
            button.set_theme(theme)
