"""Whose marks are on the desk: people who are hidden, the one label that is on the page, colours by person."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from reader.foreign_json import parsed
from reader.model.annotations import PageAnnotation
from reader.model.labels import COLOURS

# Other colours than those of claim, source and denial come first.
_ROLES = (*COLOURS[3:], *COLOURS[:3])


class Showing(QObject):
    """What of an article's marks is shown. `changed` comes after any change; `kept` is what a library keeps of it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hidden: frozenset[str] = frozenset()
        self.label = ""  # the only label on the page; empty for all
        self.by_person = False
        self._people: list[str] = []  # in the order in which they were first met: it gives each a colour for good

    # -- asked ----------------------------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Whether some marks may be hidden."""
        return bool(self.hidden or self.label)

    @property
    def filter(self) -> Callable[[PageAnnotation], bool] | None:
        """`shows`, or None while every mark is shown."""
        return self.shows if self.active else None

    def shows(self, mark: PageAnnotation) -> bool:
        """Return whether `mark` is on the page."""
        return mark.annotator not in self.hidden and (not self.label or mark.label == self.label)

    def colour(self, person: str) -> str:
        """Return the colour role of a person, the same in every article of the library."""
        self.meet([person])
        return _ROLES[self._people.index(person) % len(_ROLES)]

    def role(self, mark: PageAnnotation) -> str:
        """Return the colour role of a mark by its person; empty while marks are coloured by their label."""
        return self.colour(mark.annotator) if self.by_person else ""

    # -- told -----------------------------------------------------------------------------------------------------

    def meet(self, people: Iterable[str]) -> bool:
        """Remember people in the order in which they come; whether one was new."""
        new = [person for person in dict.fromkeys(people) if person not in self._people]
        self._people += new
        return bool(new)

    def toggle(self, person: str) -> None:
        """Hide a person's marks, or show them again."""
        self._set(self.hidden ^ {person}, self.label)

    def only(self, person: str, people: Iterable[str]) -> None:
        """Hide all of `people` but one; when that is so already, show all."""
        others = frozenset(people) - {person}
        self._set(frozenset() if others and self.hidden == others else others, self.label)

    def set_label(self, label: str) -> None:
        """Only this label on the page; empty for all."""
        self._set(self.hidden, label)

    def show_all(self) -> None:
        """Every mark is shown."""
        self._set(frozenset(), "")

    def reveal(self, mark: PageAnnotation) -> None:
        """Show as much more as it takes to see `mark`: one that was just made must not vanish."""
        self._set(self.hidden - {mark.annotator}, self.label if mark.label == self.label else "")

    def set_by_person(self, on: bool) -> None:
        """Colour marks by their person instead of their label."""
        if on != self.by_person:
            self.by_person = on
            self.changed.emit()

    def _set(self, hidden: frozenset[str], label: str) -> None:
        if (hidden, label) != (self.hidden, self.label):
            self.hidden, self.label = hidden, label
            self.changed.emit()

    # -- kept with the library -----------------------------------------------------------------------------------

    @property
    def kept(self) -> str:
        """People, who of them is hidden, and the colours, as JSON. The label of the moment is not kept."""
        stored = {"people": self._people, "hidden": sorted(self.hidden), "by_person": self.by_person}
        return json.dumps(stored, ensure_ascii=False)

    def restore(self, kept: str) -> None:
        """Take what was kept; anything that is not as it should be counts as never kept."""
        try:
            stored = parsed(kept or "{}")
        except ValueError:
            stored = {}
        stored = stored if isinstance(stored, dict) else {}
        self._people = [one for one in _list(stored.get("people")) if isinstance(one, str)]
        self.by_person = stored.get("by_person") is True
        self.hidden = frozenset(one for one in _list(stored.get("hidden")) if isinstance(one, str))
        self.changed.emit()


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def initials(person: str) -> str:
    """At most two letters for a name: of its first and its last word."""
    words = [word for word in person.split() if word[:1].isalnum()]
    return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper() if words else "?"
