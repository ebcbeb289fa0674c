"""Lines of brat's standoff format, and how our marks, notes and attributes stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ID = "brat"
TILIK, REST, TYPES = "tilik.json", "tilik.jsonl", "tilik-types.json"
NAME = f"tilik-{ID}"
NOTES = "AnnotatorNotes"
ARGUMENTS = ("Arg1", "Arg2")  # of a relation, from and to
TRIGGER, SAME = "trigger", "same"  # roles that we give where brat has none
Place = tuple[int, int]
_BREAKS = re.compile(r"[\t\n]+")
_ID = re.compile(r"[TREAMN#][^\s:]*|\*")
_VALUE = re.compile(r"[^\s|,<>:]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its id (`*` for an equivalence), its type, what it speaks of, and what follows.

    `ends` are roles and ids; a note, an attribute and a normalisation have one end without a role, an event its
    trigger as the first. `words` are the quote, the note, or the value of an attribute.
    """

    id: str
    type: str
    ends: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()
    words: str = ""

    @property
    def kind(self) -> str:
        """The first letter of the id."""
        return self.id[0]

    @property
    def target(self) -> str:
        return self.ends[0][1] if self.ends else ""


def line_of(raw: str) -> Line | None:
    """Return what a line says; None for one that is none of brat's."""
    id, _, rest = raw.partition("\t")
    record, _, words = rest.partition("\t")
    parts = record.split()
    if not _ID.fullmatch(id) or len(parts) < 2 - (id[0] == "E"):
        return None
    if id[0] == "T":
        places = _places(record.partition(" ")[2])
        return Line(id, parts[0], (), places, words) if places else None
    if id[0] == "E":
        return _event(id, parts)
    if id[0] == "R":
        ends = [tuple(one.split(":")) for one in parts[1:]]
        is_sound = len(ends) == 2 and all(len(end) == 2 for end in ends)
        return Line(id, parts[0], ((ends[0][0], ends[0][1]), (ends[1][0], ends[1][1]))) if is_sound else None
    if id[0] == "*":
        return Line(id, parts[0], tuple((SAME, one) for one in parts[1:]))
    value = record.split(" ", 2)[2] if id[0] in "AM" and len(parts) > 2 else words
    return Line(id, parts[0], (("", parts[1]),), (), value)


def _event(id: str, parts: Sequence[str]) -> Line | None:
    ends = [tuple(one.split(":")) for one in parts]
    if not all(len(end) == 2 for end in ends):
        return None
    (type, trigger), *others = ends
    return Line(id, type, ((TRIGGER, trigger), *((end[0], end[1]) for end in others)))


def _places(record: str) -> tuple[Place, ...]:
    found = []
    for one in record.split(";"):
        numbers = one.split()
        if len(numbers) != 2 or not all(n.isdecimal() and n.isascii() and len(n) < 12 for n in numbers):
            return ()
        found.append((int(numbers[0]), int(numbers[1])))
    return tuple(found)


def role_of(name: str) -> str:
    """Return a role without the number by which brat tells equal ones apart."""
    return name.rstrip("0123456789") or name


# -- places --------------------------------------------------------------------------------------------------------


def cut(text: str, spans: Iterable[tuple[int, int]]) -> list[Place]:
    """Return the pieces in which brat can hold these places: none goes over a line end or a tab."""
    found: list[Place] = []
    for start, end in spans:
        at, pieces = start, list[Place]()
        for gap in _BREAKS.finditer(text, start, end):
            pieces.append((at, gap.start()))
            at = gap.end()
        pieces.append((at, end))
        found += [place for place in pieces if place[0] < place[1]] or [(start, start)]
    return found


def joined(text: str, places: Sequence[Place]) -> list[Place]:
    """Return places without the cuts that brat needs."""
    found: list[Place] = []
    for place in places:
        if found and found[-1][1] < place[0] and _BREAKS.fullmatch(text, found[-1][1], place[0]):
            found[-1] = (found[-1][0], place[1])
        else:
            found.append(place)
    return found if cut(text, found) == list(places) else list(places)


# -- notes and attributes ------------------------------------------------------------------------------------------


def one_line(note: str) -> str:
    """Return a note as a line of brat holds it."""
    return note.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def note_of(lines: Iterable[Line]) -> str:
    """Return what people wrote, with its line ends."""
    return "\n".join(line.words.replace("\\n", "\n") for line in lines if line.kind == "#" and line.type == NOTES)


def attributes_of(lines: Iterable[Line]) -> dict[str, Any]:
    """Return attributes by name: a value, true where there is none, a list where there are several."""
    found: dict[str, list[Any]] = {}
    for line in lines:
        if line.kind in "AM":
            found.setdefault(line.type, []).append(line.words or True)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def shown(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attributes that brat can hold, by name: values of one word, and what is so."""
    return {
        name: value
        for name, value in sorted(attributes.items())
        if name and (value is True or (isinstance(value, str) and _VALUE.fullmatch(value)))
    }
