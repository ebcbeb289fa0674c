"""Which claim a mark states or which source it names, in the inspector, and the last ones, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.edits.claims import BASIS
from reader.model.annotations import Annotation
from reader.model.claims import Claim, Source
from reader.model.vocabulary import CLAIM, SOURCE
from ui.annotations.key_chips import KeyChip, KeyChips
from ui.annotations.relation_rows import QuoteButton
from ui.annotations.value_keys import ValueKeys
from ui.language.plain_words import field_name, plain
from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme

Known = Claim | Source
_CLAIM_WORDS, _SOURCE_WORDS = ("text", "event_time", "place"), ("name", "affiliation", "role")
_SOURCE = {field: values for field, values in SOURCE.items() if field != BASIS}  # how it is known is the mark's


class MentionBox(QWidget):
    """`actionWanted` carries the id of an action, `basisWanted` how it is known who a source is, `described` a field
    of what the mark mentions and its new value."""

    actionWanted = Signal(str)
    basisWanted = Signal(str)
    described = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Known | None = None
        self._theme = theme
        self._mark: Annotation | None = None
        self.name = QuoteButton("", self)
        self.kind, self.search = QLabel(self), QToolButton(self)
        self.kind.setTextFormat(Qt.TextFormat.PlainText)
        self.kind.setProperty("tone", "muted")
        self.search.setText(self.tr("Find (⇧L)"))
        self.search.setToolTip(
            plain_tooltip(self.tr("Type to find a claim or a source for this mark ({0})").format(native("Shift+L")))
        )
        self.search.setAccessibleName(self.tr("Find a claim or a source"))
        self.name.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.recent, self.basis = KeyChips(theme, self), KeyChips(theme, self)
        self._lay_out()
        self.recent.chosen.connect(self._pressed)
        self.basis.chosen.connect(self._based)
        self.search.clicked.connect(lambda: self.actionWanted.emit("find_known"))
        self.name.clicked.connect(lambda: self.actionWanted.emit("describe_known"))
        self.hide()

    def _lay_out(self) -> None:
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head.setSpacing(4)
        head.addWidget(self.kind)
        head.addWidget(self.name, 1)
        head.addWidget(self.search)
        column.addLayout(head)
        column.addWidget(self.basis)
        column.addWidget(self.recent)
        self._column = column

    def show_mention(self, mark: Annotation | None, kind: str, known: Known | None, offered: Sequence[Known]) -> None:
        """What `mark` mentions (`kind` is claim or source, empty for neither), and what it could mention instead."""
        self._mark, self._known = mark, known
        self.setVisible(bool(kind))
        if mark is None or not kind:
            return
        self.kind.setText(self.tr("Claim:") if kind == "claim" else self.tr("Source:"))
        self.name.say(_words(known) if known else self.tr("none yet"))
        self.name.setAccessibleName(f"{self.kind.text()} {self.name.quote}")
        self.name.setToolTip(plain_tooltip(_words(known)) if known else self.tr("This mark mentions none yet"))
        self.name.setEnabled(known is not None)
        new = self.tr("New claim") if kind == "claim" else self.tr("New source")
        chips = [] if known is not None else [KeyChip("new_known", new, "B", f"{new} (B)")]
        self.recent.show_chips([*chips, *(_chip(n, one) for n, one in enumerate(offered, 1))])
        if self.is_open and self.form is not None:
            self.form.show_values(self._said)
        else:
            self._show_basis(mark if isinstance(known, Source) and not offered else None)

    def _show_basis(self, mark: Annotation | None) -> None:
        self.basis.setVisible(mark is not None)
        if mark is not None:
            name = field_name(BASIS)
            chips = [KeyChip(v, plain(BASIS, v), "", f"{name}: {plain(BASIS, v)}") for v in SOURCE[BASIS]]
            self.basis.show_chips(chips, str(mark.attributes.get(BASIS, "")))

    def _pressed(self, id: str) -> None:
        self.recent.chips[id].setChecked(False)
        self.actionWanted.emit(id)

    def _based(self, value: str) -> None:
        self.basisWanted.emit(value)
        self._show_basis(self._mark)

    # -- what is known of it ---------------------------------------------------------------------------------------

    @cached_property
    def _forms(self) -> dict[type[Known], ValueKeys]:
        """The fields of a claim and those of a source; made when they are first wanted."""
        made = {
            Claim: ValueKeys(CLAIM, _CLAIM_WORDS, self._theme, self),
            Source: ValueKeys(_SOURCE, _SOURCE_WORDS, self._theme, self),
        }
        for form in made.values():
            form.described.connect(self.described)
            form.left.connect(self.close_details)
            self._column.addWidget(form)
        return made

    @property
    def form(self) -> ValueKeys | None:
        """The fields of what the mark mentions; None when it mentions nothing."""
        return self._forms[type(self._known)] if self._known is not None else None

    @property
    def is_open(self) -> bool:
        """Whether the fields of what the mark mentions are shown."""
        return "_forms" in self.__dict__ and any(not form.isHidden() for form in self._forms.values())

    def open_details(self) -> None:
        """Show all that can be said of the claim or the source, each value with a key, and take the keyboard."""
        if self.form is not None:
            for part in (self.basis, self.recent):
                part.hide()
            self.form.show_values(self._said)
            self.form.open()

    def close_details(self) -> None:
        """Fold it away, and give the keyboard back."""
        for form in self._forms.values():
            form.hide()
        self.recent.show()
        self._show_basis(self._mark if isinstance(self._known, Source) else None)
        self.left.emit()

    def _said(self, name: str) -> str:
        return str(getattr(self._known, name, ""))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for form in self._forms.values() if "_forms" in self.__dict__ else ():
            form.set_theme(theme)
        self.recent.set_theme(theme)
        self.basis.set_theme(theme)

    def stops(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [self.name, self.search, *self.basis.chips.values(), *self.recent.chips.values()]


def _words(known: Known) -> str:
    return " ".join((known.text if isinstance(known, Claim) else known.name).split())


def _chip(number: int, known: Known) -> KeyChip:
    words, key = _words(known), "Shift B" if number == 1 else f"Alt {number}"
    return KeyChip(f"recent_{number}", words[:60], key, f"{words[:300]} ({key.replace(' ', '+')})")
