"""What one row of the marks holds: all that its card shows, and the roles under which a view reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from reader.model.labels import Label
from ui.annotations.facts import Fact
from ui.language.i18n import label_name
from ui.language.plain_words import plain


class Role(IntEnum):
    """What a row gives beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    CARD = Qt.ItemDataRole.UserRole + 2
    LABEL = Qt.ItemDataRole.UserRole + 3
    QUOTE = Qt.ItemDataRole.UserRole + 4
    NOTE = Qt.ItemDataRole.UserRole + 5
    NUMBER = Qt.ItemDataRole.UserRole + 6
    RELATIONS = Qt.ItemDataRole.UserRole + 7
    PARAGRAPH = Qt.ItemDataRole.UserRole + 8


@dataclass(frozen=True, slots=True)
class Card:
    """All that a card shows. `number` is 0 when it has none; `relations` are pairs of what and whom.

    `letter` is the label's sign, `facts` are what can be changed at the card.
    """

    id: str
    label: Label
    number: int
    quote: str
    note: str
    tags: tuple[str, ...]
    relations: tuple[tuple[str, str], ...]
    paragraph: int
    annotator: str
    modified: datetime
    letter: str
    facts: tuple[Fact, ...] = ()
    asks: bool = False  # a person has still to look at where a capture put it

    @property
    def name(self) -> str:
        """The label and the number, as "Claim 1"."""
        return f"{label_name(self.label)} {self.number}" if self.number else label_name(self.label)


def spoken(card: Card) -> str:
    """Return what a screen reader says of a card."""
    sign = QCoreApplication.translate("Annotations", "to look at") if card.asks else ""
    links = [" ".join(line) for line in card.relations]
    facts = [f"{fact.name}: {plain(fact.field, fact.value)}" for fact in card.facts if fact.value]
    parts = [card.name, sign, card.quote, *facts, *links, card.note, ", ".join(card.tags)]
    return ". ".join(part for part in parts if part)


# What a row answers, by Qt's role or one of ours.
READ: dict[int, Any] = {
    Qt.ItemDataRole.DisplayRole: spoken,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Role.CARD: lambda card: card,
    Role.LABEL: lambda card: card.label.id,
    Role.QUOTE: lambda card: card.quote,
    Role.NOTE: lambda card: card.note,
    Role.NUMBER: lambda card: f"{card.letter}{card.number or ''}",
    Role.RELATIONS: lambda card: card.relations,
    Role.PARAGRAPH: lambda card: card.paragraph,
}
