"""A fact on a card: one field with its stored value, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.language.plain_words import field_name, plain


class Owner(StrEnum):
    """Whose field a fact is: of the attribution, of the claim or source that the mark mentions, of a review."""

    ATTRIBUTION = "attribution"
    KNOWN = "known"
    REVIEW = "review"


# Their values say little without the name of the field: "certain" of what?
_NAMED = ("factuality", "verdict")


@dataclass(frozen=True, slots=True)
class Fact:
    """One field with its stored value, empty while nothing is said. `id` is that of the review it belongs to."""

    field: str
    value: str
    owner: Owner
    id: str = ""

    @property
    def name(self) -> str:
        return field_name(self.field)

    @property
    def words(self) -> str:
        """The value in plain words; a field without one, or whose values do not explain themselves, with its name."""
        said = plain(self.field, self.value) or "–"
        return f"{self.name}: {said}" if self.field in _NAMED or not self.value else said
