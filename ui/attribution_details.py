"""What else can be said of an attribution: every value with a key of its own, while this has the keyboard."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.attributing import Attribution
from reader.vocabulary import ATTRIBUTION, ATTRIBUTION_WORDS
from ui.key_chips import KeyChip, KeyChips
from ui.plain_words import field_name, plain
from ui.theme import Theme

DETAILS = ("response_form", "quote_type", "engagement", "explicitness", "channel", "polarity", "attack")
_LETTERS = "1234567890qwertyuiopasdfghjklzxcvbnm"


def keys() -> dict[str, tuple[str, str]]:
    """What each key says: a field and its value, in the order in which they stand."""
    values = [(field, value) for field in DETAILS for value in ATTRIBUTION[field]]
    return dict(zip(_LETTERS, values, strict=False))


class AttributionDetails(QWidget):
    """One key says a value and leaves, Esc leaves. `described` carries a field and its value."""

    described = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Attribution | None = None
        self._keys = keys()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("More about this attribution"))
        self.chips = {field: KeyChips(theme, self) for field in DETAILS}
        self.fields = {name: QLineEdit(self) for name in ATTRIBUTION_WORDS}
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
            line.setToolTip(self.tr("{0}; stored when you leave it").format(field_name(name)))
            line.editingFinished.connect(lambda name=name: self._typed(name))
            line.installEventFilter(self)
            column.addWidget(line)

    def show_attribution(self, held: Attribution) -> None:
        """Show what is known of it."""
        self._held = held
        for field, chips in self.chips.items():
            mine = {key: value for key, (name, value) in self._keys.items() if name == field}
            chosen = next((key for key, value in mine.items() if value == held.said(field)), "")
            chips.show_chips([self._chip(field, key, value) for key, value in mine.items()], chosen)
        for name, line in self.fields.items():
            if not line.hasFocus() and line.text() != held.said(name):
                line.setText(held.said(name))

    @staticmethod
    def _chip(field: str, key: str, value: str) -> KeyChip:
        words = plain(field, value)
        return KeyChip(key, words, key.upper(), html.escape(f"{field_name(field)}: {words} ({key.upper()})"))

    def set_theme(self, theme: Theme) -> None:
        for chips in self.chips.values():
            chips.set_theme(theme)

    def open(self) -> None:
        """Show it and take the keyboard."""
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the keys --------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Its own keys come before those of the window while it has the keyboard."""
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
        if self._held is not None:
            self.show_attribution(self._held)  # a chip that was pressed in vain stays as it was

    def _typed(self, name: str) -> None:
        words = self.fields[name].text().strip()
        if self._held is not None and words != self._held.said(name):
            self.described.emit(name, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves a field, with what was typed stored."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
