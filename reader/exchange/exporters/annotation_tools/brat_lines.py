"""The lines of one document for brat; those that came from brat are given back, as far as they are still true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from reader.exchange.exporters.annotation_tools.brat_conf import Types
from reader.exchange.exporters.annotation_tools.shared import in_order, is_plain, placed, theirs
from reader.exchange.records.brat import (
    ARGUMENTS,
    ID,
    NOTES,
    SAME,
    TRIGGER,
    Line,
    Place,
    attributes_of,
    cut,
    joined,
    line_of,
    note_of,
    one_line,
    role_of,
    shown,
)
from reader.exchange.records.remainder import Shown
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Document

Given = tuple[int, str, Line]


class AnnLines:
    """Makes the lines; `shown` is then how brat shows the document."""

    def __init__(self, document: Document, types: Types) -> None:
        self._document, self._types, self._text = document, types, document.revision.text
        self.shown = Shown(frozenset())
        self._lines: list[tuple[int | None, str]] = []
        self._given = {mark.id: _given(mark.extra) for mark in document.annotations}
        self._given |= {link.id: _given(link.extra) for link in document.relations}
        self._last: Counter[str] = Counter()
        self._triggers: dict[str, str] = {}  # of the events that came from brat
        for _, _, line in (one for some in self._given.values() for one in some):
            self._note_id(line)
        self._ids = {mark.id: self._own_id(mark.id, "T") for mark in document.annotations}

    def all(self) -> list[str]:
        """Return the lines, those that came from brat in the order in which they came."""
        said = theirs(self._document.article.extra, ID) or {}
        others = [one for item in said.get("others") or () if (one := placed(item)) and isinstance(one[1], str)]
        for _, raw in others:
            if line := line_of(raw):
                self._note_id(line)
        for mark in self._document.annotations:
            self._mark(mark)
        for link in self._document.relations:
            self._link(link)
        return in_order([*self._lines, *others])

    def _note_id(self, line: Line) -> None:
        if line.id[1:].isdecimal() and len(line.id) < 12:
            self._last[line.kind] = max(self._last[line.kind], int(line.id[1:]))
        if line.kind == "E":
            self._triggers[line.id] = line.target

    def _own_id(self, thing: str, kind: str) -> str:
        there = next((line.id for _, _, line in self._given[thing] if line.kind == kind), "")
        return there or self._next(kind)

    def _next(self, kind: str) -> str:
        self._last[kind] += 1
        return f"{kind}{self._last[kind]}"

    # -- marks --------------------------------------------------------------------------------------------------------

    def _mark(self, mark: Annotation) -> None:
        spans = [(s.start, s.end) for s in mark.anchor.spans]
        places, type, given = cut(self._text, spans), self._types.entity(mark.label), self._given[mark.id]
        id = self._ids[mark.id]
        own = next((one for one in given if one[2].kind == "T"), None)
        if own is not None and own[2].type == type and joined(self._text, own[2].places) == spans:
            self._lines.append(own[:2])
            places = list(own[2].places)
        else:
            self._lines.append((own[0] if own else None, self._bound(id, type, places)))
        self.shown.marks[mark.id] = ([id], [list(place) for place in places])
        others = [one for one in given if one is not own]
        if _says(others, mark) or (shown(mark.attributes) == dict(mark.attributes) and _is_plain(mark.note)):
            self.shown.said.add(mark.id)
        self._attributes(id, others, mark.attributes, makes=True)
        self._notes(id, others, mark.note)
        for _, _, line in others:
            if line.kind == "E":  # an event that nobody takes part in
                self._types.seen(line, ())
        self._lines += [one[:2] for one in others if one[2].kind not in "AM" and not _is_note(one[2])]

    def _bound(self, id: str, type: str, places: Sequence[Place]) -> str:
        where = ";".join(f"{start} {end}" for start, end in places)
        return f"{id}\t{type} {where}\t{' '.join(self._text[start:end] for start, end in places)}"

    def _attributes(self, id: str, given: Sequence[Given], attributes: Mapping[str, Any], *, makes: bool) -> None:
        there = attributes_of(line for _, _, line in given)
        for n, raw, line in given:
            if line.kind in "AM" and attributes.get(line.type) == there[line.type]:
                self._lines.append((n, raw))
                self._types.attribute(line.type, True)
        for name, value in shown(attributes).items() if makes else ():
            if there.get(name) != value:
                record = "" if value is True else f" {value}"
                self._lines.append((None, f"{self._next('A')}\t{self._types.attribute(name, value)} {id}{record}"))
            else:
                self._types.attribute(name, value)

    def _notes(self, id: str, given: Sequence[Given], note: str) -> None:
        if note_of(line for _, _, line in given) == note:
            self._lines += [(n, raw) for n, raw, line in given if _is_note(line)]
        elif note:
            self._lines.append((None, f"{self._next('#')}\t{NOTES} {id}\t{one_line(note)}"))

    # -- links --------------------------------------------------------------------------------------------------------

    def _link(self, link: Relation) -> None:
        """One whose marks are all here; others have no place in a document."""
        if not all(member.annotation_id in self._ids for member in link.members):
            return
        given = self._given[link.id]
        own = next((one for one in given if one[2].kind in "RE*"), None)
        if own is not None and self._still(own[2], link):
            self._lines.append(own[:2])
            self._types.seen(own[2], {line.type for _, _, line in given if line.kind in "AM"})
            id = own[2].id
        else:
            id = self._new_link(link, own[2].id if own and own[2].kind != "*" else "", own[0] if own else None)
        others = [one for one in given if one is not own]
        if _says(others, link):
            self.shown.said.add(link.id)
        self._attributes(id, others, link.attributes, makes=id[0] == "E" and own is not None)
        if id != "*":
            self._notes(id, others, link.note)
            self.shown.links[link.id] = [id]
        self._lines += [one[:2] for one in others if one[2].kind not in "AM" and not _is_note(one[2])]

    def _still(self, line: Line, link: Relation) -> bool:
        ends = [(role_of(role) if line.kind == "E" else role, self._triggers.get(id, id)) for role, id in line.ends]
        if line.kind == "R" and tuple(role for role, _ in line.ends) == ARGUMENTS:
            ends = [(role, id) for role, (_, id) in zip(("from", "to"), line.ends, strict=True)]
            ends = [(role, self._triggers.get(id, id)) for role, id in ends]
        return line.type == link.kind and ends == [(m.role, self._ids[m.annotation_id]) for m in link.members]

    def _new_link(self, link: Relation, id: str, at: int | None) -> str:
        if is_plain(link) and id[:1] != "E":
            id, ends = id or self._next("R"), (link.end("from"), link.end("to"))
            roles = " ".join(f"{role}:{self._ids[end]}" for role, end in zip(ARGUMENTS, ends, strict=True))
            self._lines.append((at, f"{id}\t{self._types.relation(link.kind)} {roles}"))
            return id
        if {member.role for member in link.members} == {SAME}:
            marks = " ".join(self._ids[member.annotation_id] for member in link.members)
            self._lines.append((at, f"*\t{self._types.equivalence(link.kind)} {marks}"))
            return "*"
        return self._event(link, id if id[:1] == "E" else "", at)

    def _event(self, link: Relation, id: str, at: int | None) -> str:
        marks = {mark.id: mark for mark in self._document.annotations}
        members = [member for member in link.members if member.role != TRIGGER]
        type = self._types.event(link.kind)
        own = next((m.annotation_id for m in link.members if m.role == TRIGGER), "")
        if own and self._types.entity(marks[own].label) == type:
            trigger = self._ids[own]
        else:
            cue = next((m.annotation_id for m in members if m.role == "cue"), link.members[0].annotation_id)
            trigger = self._next("T")
            places = cut(self._text, [(s.start, s.end) for s in marks[own or cue].anchor.spans])
            self._lines.append((None, self._bound(trigger, type, places)))
        id = id or self._next("E")
        roles, record = Counter[str](), []
        for member in members:
            role = self._types.role(link.kind, member.role)
            roles[role] += 1
            nth = "" if roles[role] == 1 else str(roles[role])
            record.append(f"{role}{nth}:{self._ids[member.annotation_id]}")
        self._lines.append((at, " ".join([f"{id}\t{type}:{trigger}", *record])))
        return id


def _given(extra: Mapping[str, Any]) -> list[Given]:
    said = (theirs(extra, ID) or {}).get("lines")
    found = [one for item in said or () if (one := placed(item)) and isinstance(one[1], str)] if isinstance(
        said, list) else []  # fmt: skip
    return [(n, raw, line) for n, raw in found if (line := line_of(raw)) is not None]


def _says(given: Sequence[Given], thing: Annotation | Relation) -> bool:
    """Whether the lines that came with a thing still say its note and its attributes."""
    lines = [line for _, _, line in given]
    return note_of(lines) == thing.note and attributes_of(lines) == dict(thing.attributes)


def _is_plain(note: str) -> bool:
    """Whether a note reads the same when it was a line."""
    return note_of([Line("#1", NOTES, (), (), one_line(note))] if note else []) == note


def _is_note(line: Line) -> bool:
    return line.kind == "#" and line.type == NOTES
