"""Find in the article: words, how many places, the next and the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ui.actions.keys import KEYS, with_keys
from ui.article.view import ArticleView
from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip


class FindBar(QFrame):
    """Opens over the article with `open`, goes with Esc, which gives the keyboard back to the text."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._view = view
        self._last = ""
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in article"))
        self.field.setAccessibleName(self.tr("Find in article"))
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.back = self._button("‹", "", lambda: self.step(False))
        self.on = self._button("›", "", lambda: self.step(True))
        self.shut = self._button("×", self.tr("Close (Esc)"), self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.addWidget(self.field, 1)
        for widget in (self.count, self.back, self.on, self.shut):
            row.addWidget(widget)
        self.field.textChanged.connect(lambda _text: self.step(True))
        view.marksReset.connect(self._another_text)
        self.name_keys()
        KEYS.changed.connect(self.name_keys)
        self.hide()

    def name_keys(self) -> None:
        """Say the keys that go on and back."""
        keys = "find_next", "find_previous"
        before = native("Shift+Enter")
        hint = self.tr("Words to find (Enter or {0} next, {2} or {1} before, Esc closes)").replace("{2}", before)
        self.field.setToolTip(plain_tooltip(with_keys(hint, *keys)))
        for button, hint, id in (
            (self.back, self.tr("The place before ({1}, {0})").replace("{1}", before), "find_previous"),
            (self.on, self.tr("The next place (Enter, {0})"), "find_next"),
        ):
            button.setAccessibleName(with_keys(hint, id))
            button.setToolTip(plain_tooltip(with_keys(hint, id)))

    def _button(self, text: str, hint: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(hint)
        button.setToolTip(plain_tooltip(hint))
        button.clicked.connect(act)
        return button

    def open(self) -> None:
        """Show the bar with the selected words in it, ready to type."""
        chosen = self._view.textCursor().selectedText()
        if chosen and len(chosen) < 200:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def go_on(self, forward: bool) -> None:
        """Go to the next place of the words that were looked for last, or to the one before, and leave the keyboard
        where it is; without such words, open the bar."""
        if not self._last:
            self.open()
            return
        self.show()
        if self.field.text().strip():
            self.step(forward)
        else:
            self.field.setText(self._last)  # which is a step

    def _another_text(self) -> None:
        """What is counted is counted in one text."""
        if self._view.finder.words != self.field.text():
            self.count.setText("")

    def step(self, forward: bool) -> None:
        """Go to the next place or to the one before, and say which it is."""
        words = self.field.text()
        self._last = words if words.strip() else self._last
        count = self._view.seek(words, forward)
        finder = self._view.finder
        if not words.strip():
            self.count.setText("")
        elif not count:
            self.count.setText(self.tr("not in this article"))
        else:
            self.count.setText(self.tr("{0} of {1}").format(finder.current + 1, count))

    def close_bar(self) -> None:
        """Go, and forget the places."""
        self._view.seek("", True)
        self.hide()
        self._view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)
