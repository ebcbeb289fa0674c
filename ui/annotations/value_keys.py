"""Values of several fields, every one with a key of its own until Enter or Esc; and fields for free words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.model.vocabulary import Values
from ui.annotations.calm import Calm
from ui.annotations.fitting_scroll import FittingScrollArea
from ui.annotations.key_chips import KeyChip, KeyChips
from ui.language.plain_words import field_name, plain
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme

_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = "1234567890qwertyuiopasdfghjklzxcvbnm"


def keys(fields: Mapping[str, Values]) -> dict[str, tuple[str, str]]:
    """Return what each key says: a field and its value, in the order in which they stand."""
    values = [(field, value) for field, among in fields.items() for value in among]
    assert len(values) <= len(_LETTERS)
    return dict(zip(_LETTERS, values, strict=False))


class ValueKeys(QWidget):
    """A key says a value, pressed again takes it away; Enter or Esc leaves. `described` carries a field and a value.

    While it has the keyboard no letter is a command of the window, also one that says nothing here.
    """

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
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.told)
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
        """Show it and take the keyboard; what is said already is in sight."""
        self.told.setText(self.tr("Keys set and unset; Enter or Esc closes"))
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._bring_into_sight)  # its place is known when it was laid out

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (area := _scrolling(self)) is not None:
            area.widen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if (area := _scrolling(self)) is not None:
            area.widen(False)

    def _bring_into_sight(self) -> None:
        area = _scrolling(self)
        held = area.widget() if area is not None else None
        if area is None or held is None:
            return
        area.verticalScrollBar().setValue(self.mapTo(held, QPoint()).y())
        for chips in self.chips.values():
            for button in chips.chips.values():
                if button.isChecked():
                    area.ensureWidgetVisible(button)
                    return

    # -- the keys --------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Return its own keys come before those of the window while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _takes(event: QKeyEvent) -> bool:
        """Whether a key stays here: what closes it, and every letter, digit and sign."""
        return event.key() in _CLOSING or (event.text().isprintable() and event.text() != "" and not _commands(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLOSING:
            if not event.isAutoRepeat():
                Calm(Qt.Key(event.key()))
                self.left.emit()
        elif not self._takes(event):
            super().keyPressEvent(event)
        elif not event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.text().lower() in self._keys:
            self._say(*self._keys[event.text().lower()])

    def _say(self, field: str, value: str) -> None:
        before = self._said(field)
        self.described.emit(field, value)
        self.show_values(self._said)  # a chip that was pressed in vain stays as it was
        self._tell(field, value, before, self._said(field))
        self._show_chip(field, value)

    def _tell(self, field: str, value: str, before: str, now: str) -> None:
        words = plain(field, value)
        if now == value:
            self.told.setText(self.tr("{0}: {1}").format(field_name(field), words))
        elif before == value:
            self.told.setText(self.tr("{0}: {1} taken away").format(field_name(field), words))

    def _show_chip(self, field: str, value: str) -> None:
        area = _scrolling(self)
        chip = next((self.chips[field].chips[k] for k, said in self._keys.items() if said == (field, value)), None)
        if area is not None and chip is not None:
            area.ensureWidgetVisible(chip)

    def _typed(self, name: str) -> None:
        words = self.fields[name].text().strip()
        if words != self._said(name).strip():  # spaces round it are no change of who only looked
            self.described.emit(name, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves a field, with what was typed stored."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            Calm(Qt.Key.Key_Escape)
            self.left.emit()
            return True
        return super().eventFilter(watched, event)


def _commands(event: QKeyEvent) -> bool:
    """Whether a key is pressed together with one that makes commands of letters."""
    modifier = Qt.KeyboardModifier
    return bool(event.modifiers() & (modifier.ControlModifier | modifier.AltModifier | modifier.MetaModifier))


def _scrolling(widget: QWidget) -> FittingScrollArea | None:
    """The area that `widget` is scrolled in."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, FittingScrollArea):
        around = around.parentWidget()
    return around
