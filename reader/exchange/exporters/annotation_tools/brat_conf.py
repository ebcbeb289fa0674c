"""The types of a collection of brat: plain names for labels and links, and the files that tell brat of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.exchange.exporters.annotation_tools.label_studio_config import COLOURS
from reader.exchange.records.brat import Line, role_of
from reader.model.labels import Label

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class _Plain:
    """Names that brat can hold, one for each of ours."""

    def __init__(self) -> None:
        self.by_ours: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, ours: str, but: Iterable[str] = ()) -> str:
        if ours not in self.by_ours:
            plain = _UNSAFE.sub("_", ours).strip("_-") if _UNSAFE.search(ours) or not ours else ours
            plain, n = plain or "type", 2
            name = plain
            while name in self._taken or name in but:
                name, n = f"{plain}_{n}", n + 1
            self.by_ours[ours] = name
            self._taken.add(name)
        return self.by_ours[ours]


class Types:
    """What a collection uses: types of entities, relations, events with their roles, attributes with their values."""

    def __init__(self, labels: Sequence[Label]) -> None:
        self.labels = {label.id: label for label in labels}
        self._entities, self._relations, self._events, self._attributes = _Plain(), _Plain(), _Plain(), _Plain()
        self._roles = _Plain()
        self.roles: dict[str, set[str]] = {}
        self.values: dict[str, set[str]] = {}
        self.equivalences: set[str] = set()
        self.used: set[str] = set()  # of entities
        for label in sorted(labels, key=lambda one: one.id):
            self._entities.of(label.id)

    def entity(self, label: str) -> str:
        name = self._entities.of(label)
        self.used.add(name)
        return name

    def relation(self, kind: str) -> str:
        return self._relations.of(kind)

    def equivalence(self, kind: str) -> str:
        name = self._relations.of(kind)
        self.equivalences.add(name)
        return name

    def event(self, kind: str) -> str:
        """Return the type of an event, which is that of its trigger, too."""
        name = self._events.of(kind, () if kind in self._events.by_ours else self._entities.by_ours.values())
        self.roles.setdefault(name, set())
        return name

    def role(self, kind: str, role: str) -> str:
        name = self._roles.of(role)
        self.roles[self.event(kind)].add(name)
        return name

    def attribute(self, name: str, value: Any) -> str:
        plain = self._attributes.of(name)
        self.values.setdefault(plain, set()).update(() if value is True else (str(value),))
        return plain

    def seen(self, line: Line, attributes: Iterable[str]) -> None:
        """Note the types of a line of brat's own."""
        if line.kind == "E":
            self.roles.setdefault(line.type, set()).update(role_of(role) for role, _ in line.ends[1:])
            self._events.by_ours.setdefault(line.type, line.type)
        elif line.kind == "*":
            self.equivalence(line.type)
        else:
            self.relation(line.type)
        for name in attributes:
            self.values.setdefault(self._attributes.of(name), set())

    @property
    def entities(self) -> Mapping[str, str]:
        """The types of entities by our labels, without those that are of events."""
        return {ours: name for ours, name in self._entities.by_ours.items() if name not in self.roles}

    @property
    def relations(self) -> Sequence[str]:
        return sorted(self._relations.by_ours.values())

    @property
    def renamed(self) -> Mapping[str, Mapping[str, str]]:
        """What names stand for, where they are other than ours."""
        kinds = {"entities": self._entities, "relations": self._relations, "events": self._events,
                 "attributes": self._attributes, "roles": self._roles}  # fmt: skip
        return {
            kind: {name: ours for ours, name in plain.by_ours.items() if name != ours} for kind, plain in kinds.items()
        }


def annotation_conf(types: Types, theirs: str = "") -> str:
    """Return what may stand in the collection; one that it came with is kept, and gets what is used beyond it."""
    if theirs:
        return _with_more(theirs, _annotation_conf(types, sorted(types.used - types.roles.keys())))
    return _annotation_conf(types, sorted(types.entities.values()))


def _with_more(theirs: str, ours: str) -> str:
    known, more = _sections(theirs), _sections(ours)
    lines = theirs.split("\n")
    for section, entries in more.items():
        there = known.get(section, {})
        missing = [line for name, line in entries.items() if name not in there and not name.startswith("<")]
        if not missing:
            continue
        if section not in known:
            lines += [section]
            known[section] = {}
        at = next(n for n, line in enumerate(lines) if line.strip() == section) + 1
        lines[at:at] = missing
    return "\n".join(lines)


def _sections(conf: str) -> dict[str, dict[str, str]]:
    """The lines of a file by section and type; one that only orders others has an exclamation mark."""
    found: dict[str, dict[str, str]] = {}
    section = ""
    for line in conf.split("\n"):
        words = line.split()
        if line.strip().startswith("[") and line.strip().endswith("]"):
            section = line.strip()
            found.setdefault(section, {})
        elif section and words and not words[0].startswith("#"):
            found[section].setdefault(words[0].lstrip("!"), line)
    return found


def _annotation_conf(types: Types, entities: Sequence[str]) -> str:
    lines = ["[entities]", *entities, "", "[relations]"]
    lines.append("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>")
    for name in types.relations:
        symmetric = ", <REL-TYPE>:symmetric-transitive" if name in types.equivalences else ""
        lines.append(f"{name}\tArg1:<ANY>, Arg2:<ANY>{symmetric}")
    lines += ["", "[events]"]
    for name in sorted(types.roles):
        lines.append(f"{name}\t{', '.join(f'{role}*:<ANY>' for role in sorted(types.roles[name]))}")
    lines += ["", "[attributes]"]
    for name in sorted(types.values):
        values = f", Value:{'|'.join(sorted(types.values[name]))}" if types.values[name] else ""
        lines.append(f"{name}\tArg:<ANY>{values}")
    return "\n".join([*lines, ""])


def visual_conf(types: Types) -> str:
    """Return what types are called and how they look."""
    lines = ["[labels]"]
    for id, name in sorted(types.entities.items()):
        called = types.labels[id].name if id in types.labels else id
        lines.append(f"{name} | {' '.join(called.replace('|', '/').split())}")
    lines += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:#d9dee5, borderColor:darken"]
    lines.append("ARC_DEFAULT\tcolor:black, arrowHead:triangle-5")
    for id, name in sorted(types.entities.items()):
        if id in types.labels:
            lines.append(f"{name}\tbgColor:{COLOURS.get(types.labels[id].colour, COLOURS['slate'])}")
    return "\n".join([*lines, ""])
