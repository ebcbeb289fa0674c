"""An article's title, byline, date and address corrected: the publisher's value stays beside each, with a way back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.edits.facts import FACTS, publisher_value
from reader.messages import Words
from reader.model.articles import Article
from ui.dialogs.parts import button, words
from ui.language.messages import translate_message
from ui.look.plain_tooltip import plain_tooltip


class FactsDialog(QDialog):
    """`saveWanted` carries the values that were changed, by name; it closes when these were stored (`accept`)."""

    saveWanted = Signal(object)

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct title, byline, date and address"))
        self.resize(620, 260)
        self._before = {name: str(getattr(article, name)) for name in FACTS}
        self._said = {name: publisher_value(article, name) for name in FACTS}
        self.fields: dict[str, QLineEdit] = {}
        self.said: dict[str, QLabel] = {}
        self.back: dict[str, QPushButton] = {}
        self.error = words("", self)
        self.error.hide()
        grid = self._grid()  # before the buttons, so that the keyboard begins in it
        self.save = button(self.tr("&Save"), self.tr("Keep what was corrected; one undo takes it back (Enter)"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Change nothing (Esc)"), self)
        self._lay_out(grid)
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.reject)
        self.fields["title"].setFocus()
        self.fields["title"].selectAll()

    def _names(self) -> Mapping[str, str]:
        return {
            "title": self.tr("&Title"), "byline": self.tr("&Byline"), "published": self.tr("&Published"),
            "url": self.tr("&Address"),
        }  # fmt: skip

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for number, (name, text) in enumerate(self._names().items()):
            self._add_row(grid, 2 * number, name, text)
        return grid

    def _lay_out(self, grid: QGridLayout) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addStretch(1)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.leave)
        column.addLayout(row)

    def _add_row(self, grid: QGridLayout, row: int, name: str, text: str) -> None:
        """The field, and below it what the publisher has, seen while that is another value."""
        field, label = QLineEdit(self._before[name], self), QLabel(text, self)
        plain, said = text.replace("&", ""), self._said[name] or self.tr("nothing")
        field.setAccessibleName(plain)
        field.setCursorPosition(0)
        hint = self.tr("As 2026-02-16, or 16 February 2026") if name == "published" else plain
        field.setToolTip(plain_tooltip(hint))
        field.setPlaceholderText(hint if name == "published" else "")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(field)
        self.fields[name] = field
        self.said[name] = words(self.tr("The publisher has: {0}").format(said), self)
        self.back[name] = button(
            self.tr("Take the publisher's"), self.tr("{0}: go back to what the publisher has").format(plain), self
        )
        self.back[name].setAutoDefault(False)
        self.back[name].clicked.connect(partial(field.setText, self._said[name]))
        field.textChanged.connect(partial(self._changed, name))
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1, 1, 2)
        grid.addWidget(self.said[name], row + 1, 1)
        grid.addWidget(self.back[name], row + 1, 2)
        grid.setColumnStretch(1, 1)
        self._changed(name)

    def _changed(self, name: str, _text: str = "") -> None:
        differs = self.fields[name].text().strip() != self._said[name]
        self.said[name].setVisible(differs)
        self.back[name].setVisible(differs)
        self.error.hide()

    def _save(self) -> None:
        given = {name: field.text() for name, field in self.fields.items()}
        self.saveWanted.emit({name: text for name, text in given.items() if text != self._before[name]})

    def refuse(self, reason: Words) -> None:
        """Say why the values were not taken; nothing was stored."""
        text = translate_message(reason)
        self.error.setText(f"⚠ {text[:1].upper()}{text[1:]}")
        self.error.setAccessibleName(text)
        self.error.show()
