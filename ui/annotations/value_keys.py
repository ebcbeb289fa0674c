"""Values of several fields: every one with a key of its own, while this has the keyboard; and fields for free words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.model.vocabulary import Values
from ui.annotations.key_chips import KeyChip, KeyChips
from ui.language.plain_words import field_name, plain
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme

_LETTERS = "1234567890qwertyuiopasdfghjklzxcvbnm"


def keys(fields: Mapping[str, Values]) -> dict[str, tuple[str, str]]:
    """Return what each key says: a field and its value, in the order in which they stand."""
    values = [(field, value) for field, among in fields.items() for value in among]
    assert len(values) <= len(_LETTERS)
    return dict(zip(_LETTERS, values, strict=False))


class ValueKeys(QWidget):
    """One key says a value and leaves, Esc leaves. `described` carries a field and its value."""

    described = Signal(str, str)
    left = Signal()

    def __init__(
        self, fields: Mapping[str, Values], words: Sequence[str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """`fields` with their values, and the names of the fields that take free `words`."""
        super().__init__(parent)
        self._said: Callable[[str], str] = lambda name: ""
        self._keys = keys(fields)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(", ".join(field_name(name) for name in (*fields, *words)))
        self.chips = {field: KeyChips(theme, self) for field in fields}
        self.fields = {name: QLineEdit(self) for name in words}
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for field, chips in self.chips.items():
            label = QLabel(field_name(field), self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", "muted")
            column.addWidget(label)
            column.addWidget(chips)
            chips.chosen.connect(lambda id: self._say(*self._keys[id]))
        for name, line in self.fields.items():
            line.setPlaceholderText(field_name(name))
            line.setAccessibleName(field_name(name))
            line.setToolTip(plain_tooltip(self.tr("{0}; stored when you leave it").format(field_name(name))))
            line.editingFinished.connect(lambda name=name: self._typed(name))
            line.installEventFilter(self)
            column.addWidget(line)

    def show_values(self, said: Callable[[str], str]) -> None:
        """Show what is known; `said` gives the value of a field, empty for none."""
        self._said = said
        for field, chips in self.chips.items():
            mine = {key: value for key, (name, value) in self._keys.items() if name == field}
            chosen = next((key for key, value in mine.items() if value == said(field)), "")
            chips.show_chips([self._chip(field, key, value) for key, value in mine.items()], chosen)
        for name, line in self.fields.items():
            if not line.hasFocus() and line.text() != said(name):
                line.setText(said(name))

    @staticmethod
    def _chip(field: str, key: str, value: str) -> KeyChip:
        words = plain(field, value)
        return KeyChip(key, words, key.upper(), f"{field_name(field)}: {words} ({key.upper()})")

    def set_theme(self, theme: Theme) -> None:
        for chips in self.chips.values():
            chips.set_theme(theme)

    def open(self) -> None:
        """Show it and take the keyboard."""
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the keys --------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Return its own keys come before those of the window while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._means(event):
            event.accept()
            return True
        return super().event(event)

    def _means(self, event: QKeyEvent) -> str:
        if event.key() == Qt.Key.Key_Escape:
            return "Esc"
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.text().lower() if plain_key and event.text().lower() in self._keys else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = self._means(event)
        if not meant:
            super().keyPressEvent(event)
            return
        if meant != "Esc":
            self._say(*self._keys[meant])
        self.left.emit()

    def _say(self, field: str, value: str) -> None:
        self.described.emit(field, value)
        self.show_values(self._said)  # a chip that was pressed in vain stays as it was

    def _typed(self, name: str) -> None:
        words = self.fields[name].text().strip()
        if words != self._said(name):
            self.described.emit(name, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves a field, with what was typed stored."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
