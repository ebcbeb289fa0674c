"""One document of brat: its lines, sorted to the marks and links that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reader.exchange.records.brat import (
    ARGUMENTS,
    SAME,
    Line,
    attributes_of,
    joined,
    line_of,
    note_of,
    one_line,
    role_of,
    shown,
)
from reader.exchange.records.fields import RecordError, free
from reader.exchange.records.remainder import ToolLink, ToolMark
from reader.messages import Message

Node = dict[str, Any]
Numbered = tuple[int, str, Line]


class AnnDocument:
    """The lines of one `.ann`. `problems` are those that speak of something that is not there."""

    def __init__(self, name: str, text: str, lines: Iterator[str]) -> None:
        self.name, self.text = name, text
        self.problems: list[Message] = []
        self._others: list[list[Any]] = []
        self._by_id: dict[str, Numbered] = {}
        self._same: list[Numbered] = []
        self._about: dict[str, list[Numbered]] = {}  # attributes, notes and normalisations by what they speak of
        for number, raw in enumerate(lines, 1):
            self._sort(number, raw.removesuffix("\r"))
        self._triggers = {id: line.target for id, (_, _, line) in self._by_id.items() if line.kind == "E"}
        self._check()
        self._events: dict[str, list[str]] = {}  # by their trigger
        for event, trigger in self._triggers.items():
            self._events.setdefault(trigger, []).append(event)

    def _sort(self, number: int, raw: str) -> None:
        line = line_of(raw) if raw else None
        if line is None or (line.kind in "TRE" and line.id in self._by_id):
            if raw.strip():
                self._other(number, raw)
        elif line.kind in "TRE":
            self._by_id[line.id] = (number, raw, line)
        elif line.kind == "*":
            self._same.append((number, raw, line))
        else:
            self._about.setdefault(line.target, []).append((number, raw, line))

    def _other(self, number: int, raw: str) -> None:
        self._others.append([number, raw])
        if not raw.startswith("#"):
            self.problems.append(Message("line {0} was not taken: {1}", number, f"{raw!r:.60}"))

    def _check(self) -> None:
        """Put aside what speaks of something that is not there, or of itself."""
        while lost := [one for one in self._by_id.values() if not self._stands(one[2])]:
            for number, raw, line in lost:
                del self._by_id[line.id]
                self._triggers.pop(line.id, None)
                self._other(number, raw)
        for number, raw, line in [*self._same]:
            if not all(id in self._by_id for _, id in line.ends) or len(line.ends) < 2:
                self._same.remove((number, raw, line))
                self._other(number, raw)
        for target in [target for target in self._about if target not in self._by_id]:
            for number, raw, _ in self._about.pop(target):
                self._other(number, raw)

    def _stands(self, line: Line) -> bool:
        if line.kind == "E" and line.target[:1] != "T":
            return False
        return all(id in self._by_id and id[0] in "TE" for _, id in line.ends)

    def _mark_of(self, id: str) -> str:
        return self._triggers.get(id, id)

    def _of(self, id: str) -> list[Numbered]:
        """All lines of a thing: its own, and those that speak of it."""
        return [self._by_id[id], *self._about.get(id, ())]

    def _all_of(self, id: str) -> list[Numbered]:
        """All lines of a mark, with those of events that nobody takes part in: they are their trigger."""
        alone = (event for event in self._events.get(id, ()) if self._is_alone(self._by_id[event][2]))
        return [*self._of(id), *(one for event in alone for one in self._of(event))]

    def _is_alone(self, line: Line) -> bool:
        """Whether an event has nobody who takes part: it is its trigger."""
        return line.kind == "E" and len(line.ends) == 1

    # -- ours ---------------------------------------------------------------------------------------------------------

    def triggers_of(self, events: set[str]) -> set[str]:
        """Return the triggers of events of these ids."""
        return {trigger for id, trigger in self._triggers.items() if id in events}

    def marks(self) -> Iterator[ToolMark]:
        for id, (_, _, line) in self._by_id.items():
            if line.kind == "T":
                about = [one[2] for one in self._all_of(id)]
                said = {"note": note_of(about), "attributes": attributes_of(about)}
                yield ToolMark(id, line.type, [list(place) for place in line.places], said)

    def links(self) -> Iterator[ToolLink]:
        for id, (_, _, line) in self._by_id.items():
            if line.kind in "RE" and not self._is_alone(line):
                note = note_of(one[2] for one in self._about.get(id, ()))
                yield ToolLink(id, line.type, self._ends(line), note)

    @staticmethod
    def same(entry: Mapping[str, Any], mark: ToolMark) -> Mapping[str, Any]:
        """Return the note and the attributes of a mark of ours: as they were, where brat shows them as it did."""
        note, attributes = entry.get("note") or "", dict(free(entry, "attributes"))
        if not isinstance(note, str):
            raise RecordError("“{0}” is not text but {1}", "note", f"{note!r:.60}")
        visible, said = shown(attributes), mark.said["attributes"]
        kept = attributes if visible == said else {**_without(attributes, visible), **said}
        return {"note": note if one_line(note) == one_line(mark.said["note"]) else mark.said["note"],
                "attributes": kept}  # fmt: skip

    # -- others' ------------------------------------------------------------------------------------------------------

    def record(self) -> Node:
        """A record of others; each thing has its lines with it."""
        relations = [self._relation(*one) for one in self._by_id.values() if one[2].kind in "RE"
                     and not self._is_alone(one[2])]  # fmt: skip
        return {
            "id": self.name, "name": self.name, "text": self.text, "title": self._title(),
            "annotations": [self._annotation(id) for id, one in self._by_id.items() if one[2].kind == "T"],
            "relations": [*relations, *(self._equivalence(*one) for one in self._same)],
            **({"others": self._others} if self._others else {}),
        }  # fmt: skip

    def _title(self) -> str:
        return next((line.strip() for line in self.text.split("\n") if line.strip()), self.name)[:200]

    def _annotation(self, id: str) -> Node:
        line = self._by_id[id][2]
        places = joined(self.text, line.places)
        found: Node = {"id": id, "label": line.type, **_told(self._all_of(id))}
        if len(places) == 1 and len(line.places) == 1:
            return {**found, "begin": places[0][0], "end": places[0][1], "quote": line.words}
        return {**found, "spans": [list(place) for place in places], "quote": self._words(line, places)}

    def _words(self, line: Line, places: Sequence[tuple[int, int]]) -> str | None:
        """The quote as we join pieces, when brat's is of the same words."""
        if " ".join(self.text[start:end] for start, end in line.places) != line.words:
            return line.words
        return self.text[places[0][0] : places[-1][1]]

    def _relation(self, number: int, raw: str, line: Line) -> Node:
        members = [{"role": role, "annotation": end} for role, end in self._ends(line)]
        return {"id": line.id, "type": line.type, "members": members, **_told(self._of(line.id))}

    def _ends(self, line: Line) -> list[tuple[str, str]]:
        if line.kind == "R" and tuple(role for role, _ in line.ends) == ARGUMENTS:
            return [(role, self._mark_of(id)) for role, (_, id) in zip(("from", "to"), line.ends, strict=True)]
        return [(role_of(role) if line.kind == "E" else role, self._mark_of(id)) for role, id in line.ends]

    def _equivalence(self, number: int, raw: str, line: Line) -> Node:
        members = [{"role": SAME, "annotation": self._mark_of(end)} for _, end in line.ends]
        return {"type": line.type, "members": members, "lines": [[number, raw]]}


def _told(lines: Sequence[Numbered]) -> Node:
    """The note and the attributes that lines say, and the lines."""
    said = [line for _, _, line in lines]
    return {"note": note_of(said), "attributes": attributes_of(said), "lines": [[n, raw] for n, raw, _ in lines]}


def _without(attributes: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if name not in names}
