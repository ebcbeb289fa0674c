"""The attribution of the chosen mark, in the inspector: type, certainty and stance as chips, each with its key."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.edits import attribution
from reader.edits.attribution import Attribution
from reader.model.vocabulary import ATTRIBUTION, ATTRIBUTION_WORDS, AUTHOR, IMPLICIT
from ui.actions.attribution_rows import CERTAINTIES, STANCES, TYPES
from ui.actions.keys import KEYS, short_key, with_key
from ui.annotations.attribution_choice import denies, value_word
from ui.annotations.key_chips import KeyChip, KeyChips
from ui.annotations.relation_rows import QuoteButton
from ui.annotations.value_keys import ValueKeys
from ui.language.plain_words import field_name, plain, source_not_marked
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme

DETAILS = {
    field: ATTRIBUTION[field]
    for field in ("response_form", "quote_type", "engagement", "explicitness", "channel", "polarity", "attack")
}
_FIELDS = (("attribution_type", TYPES), ("factuality", CERTAINTIES), ("stance", STANCES))
_ORDER = {"factuality": [f"certainty_{n}" for n in (1, 4, 2, 5, 3, 6, 7, 8)]}  # each beside its opposite


class AttributionBox(QWidget):
    """`actionWanted` carries the id of an action whose chip was pressed, `described` a field and its new value,
    `goWanted` the mark of what reports it."""

    actionWanted = Signal(str)
    described = Signal(str, str)
    goWanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._held: Attribution | None = None
        self._label, self._around = "", ("", "")
        self.title, self.rest, self.more = _words(self), _words(self), QToolButton(self)
        self.around = QuoteButton("", self)
        self.around.setToolTip(self.tr("Go to what reports it"))
        self.around.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.around.clicked.connect(lambda: self.goWanted.emit(self._around[1]))
        self.title.setText(self.tr("Attribution"))
        self.rest.setProperty("tone", "muted")
        self.rest.setWordWrap(True)
        self.more.setAccessibleName(self.tr("More about this attribution"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self.open_details)
        self.chips = {field: KeyChips(theme, self) for field, _ in _FIELDS}
        for chips in self.chips.values():
            chips.chosen.connect(self._pressed)
        self._lay_out()
        self.name_keys()
        KEYS.changed.connect(self.name_keys)
        self.hide()

    def name_keys(self) -> None:
        """Say the keys that the actions have now."""
        key, more = short_key("describe"), self.tr("More")
        self.more.setText(self.tr("More ({0})").format(key) if key else more)
        hint = self.tr("How it is quoted, the channel, the form of a response, and more")
        self.more.setToolTip(plain_tooltip(with_key(hint, "describe")))
        if self._held is not None:
            self.show_attribution(self._held, self._label, self._around)

    def _lay_out(self) -> None:
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head.addWidget(self.title)
        head.addWidget(self.around, 1)
        head.addStretch()
        head.addWidget(self.more)
        column.addLayout(head)
        for chips in self.chips.values():
            column.addWidget(chips)
        column.addWidget(self.rest)
        self._column = column

    @cached_property
    def details(self) -> ValueKeys:
        """All the other attributes; made when they are first wanted."""
        made = ValueKeys(DETAILS, ATTRIBUTION_WORDS, self._theme, self)
        made.described.connect(self.described)
        made.left.connect(self.close_details)
        self._column.addWidget(made)
        return made

    def show_attribution(self, held: Attribution | None, label: str = "", around: tuple[str, str] = ("", "")) -> None:
        """Show the attribution of a mark of label `label`; `around` are words for what reports it, and their mark."""
        self._held, self._label, self._around = held, label, around
        self.setVisible(held is not None)
        if held is None:
            return
        self.around.say(self.tr("reported by: {0}").format(around[0]))
        self.around.setAccessibleName(self.around.quote)
        self.around.setVisible(bool(around[0]))
        for field, actions in _FIELDS:
            value = held.said(field)
            chosen = next((id for id, each in actions.items() if each == value), "")
            order = _ORDER.get(field, actions)
            self.chips[field].show_chips([_chip(field, id, actions[id], self._denied) for id in order], chosen)
        self._say_rest(held)
        if "details" in self.__dict__:
            self.details.show_values(held.said)

    def _say_rest(self, held: Attribution) -> None:
        parts = [plain(field, held.said(field)) for field in DETAILS if held.said(field)]
        if not held.source and held.said("explicitness") not in (IMPLICIT, AUTHOR):
            parts.insert(0, self.tr("who says so: {0}").format(source_not_marked("")))
        if not held.said("stance"):
            implied = attribution.stance(held, self._label)
            parts.insert(0, self.tr("by its label: {0}").format(plain("stance", implied)))
        parts += [f"{field_name(name)}: {held.said(name)}" for name in ATTRIBUTION_WORDS if held.said(name)]
        self.rest.setText(" · ".join(parts))
        self.rest.setVisible(bool(parts) and not self._are_details_open())

    @property
    def _denied(self) -> bool:
        return denies(self._held, self._label)

    def _are_details_open(self) -> bool:
        return "details" in self.__dict__ and not self.details.isHidden()

    def _pressed(self, id: str) -> None:
        self.actionWanted.emit(id)
        if self._held is not None:
            self.show_attribution(self._held, self._label, self._around)

    def open_details(self) -> None:
        """Show all the other attributes, each with a key, and take the keyboard."""
        if self._held is not None:
            self.details.show_values(self._held.said)
            for part in (*self.chips.values(), self.rest):
                part.hide()  # there is no room for all
            self.details.open()

    def close_details(self) -> None:
        """Fold them away, and give the keyboard back."""
        self.details.hide()
        for chips in self.chips.values():
            chips.show()
        if self._held is not None:
            self._say_rest(self._held)
        self.left.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chips in self.chips.values():
            chips.set_theme(theme)
        if "details" in self.__dict__:
            self.details.set_theme(theme)

    def stops(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [self.around, self.more, *(button for chips in self.chips.values() for button in chips.chips.values())]


def _chip(field: str, action: str, value: str, denied: bool) -> KeyChip:
    """What a key says; who denies something does not say it."""
    words = value_word(field, value, denied=denied)
    return KeyChip(action, words, short_key(action), with_key(f"{field_name(field)}: {words}", action))


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
