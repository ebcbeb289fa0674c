"""A text source of a REFI-QDA project as a record: each coding of a selection is a mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from reader.exchange.records.plain_xml import local
from reader.exchange.records.refi import ID, PUBLISHED, VARIABLES, refs, xml_of
from reader.exchange.records.refi_words import read_description

NO_CODE = "highlighting"  # the label of a selection that has no code, as in W3C Web Annotation
_BLANK = re.compile(r"\r\n|\s")
_ENOUGH = 50  # selections whose names are compared with the text


@dataclass
class Book:
    """What the sources of a project refer to, by GUIDs in small letters."""

    ours: bool = False
    users: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    selections: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    _first: dict[str, str] = field(default_factory=dict)  # the mark that a selection became first

    def note(self, section: str, element: Element) -> None:
        """Note what an element of a section names."""
        key = element.get("guid", "").strip("{}").lower()
        if section == "Users":
            self.users[key] = element.get("name", "")
        elif section == "Variables":
            self.variables[key] = element.get("name", "")
        elif section == "Notes":
            self.notes[key] = "".join(one.text or "" for one in element if local(one.tag) == "PlainTextContent")

    def user(self, *guids: str | None) -> str:
        """Return the name of the first that is known."""
        return next((self.users[one] for g in guids if g and (one := g.strip("{}").lower()) in self.users), "")

    def id_of(self, selection: str) -> str:
        """Return the id of the mark that stands for a selection, at which links lead to it."""
        return self._first.get(selection, selection)

    def called(self, selection: str, id: str) -> None:
        """Note what the first mark of a selection is called, where that is not its GUID as it is."""
        if id != selection:
            self._first.setdefault(selection, id)


def document(source: Element, text: str, book: Book) -> dict[str, Any]:
    """Return the record of a text source."""
    selections = [one for one in source if local(one.tag) == "PlainTextSelection"]
    text = _as_counted(text, selections)
    record: dict[str, Any] = {
        "id": source.get("guid", "").strip("{}"), "title": source.get("name") or "", "text": text,
        "annotations": [mark for one in selections for mark in _marks(one, text, book)],
    }  # fmt: skip
    values = dict(_values(source, book))
    record |= {name: values[name] for name in VARIABLES if name in values}
    if source.get("creationDateTime"):
        record["added"] = source.get("creationDateTime")
    if book.ours:
        record |= {PUBLISHED: values[PUBLISHED]} if PUBLISHED in values else {}
        return record | {"notices": [line for line in _description(source).split("\n") if line]}
    own = set(VARIABLES) & set(values)
    return record | {
        "description": _description(source), "rest": _rest(source, own, book),
        "variables": {name: id for id, name in book.variables.items() if name in own},
        "textSource": {k: v for k, v in source.attrib.items() if k != "plainTextPath" and not k.startswith("{")},
    }  # fmt: skip


def _as_counted(text: str, selections: Iterable[Element]) -> str:
    """The text with the line ends that its programs counted: ATLAS.ti counts two signs as one, QualCoder as two."""
    if "\r\n" not in text:
        return text
    short = text.replace("\r\n", "\n")
    named = [one for one in selections if one.get("name")][:_ENOUGH]
    return max((text, short), key=lambda body: sum(_is_there(one, body) for one in named))


def _is_there(selection: Element, body: str) -> bool:
    """Whether the words that a selection is called by stand where it says."""
    start, end = _whole(selection.get("startPosition")), _whole(selection.get("endPosition"))
    words = _BLANK.sub(" ", body[start:end])
    return bool(words) and words.startswith(_BLANK.sub(" ", str(selection.get("name")))[: min(30, len(words))])


def _marks(selection: Element, text: str, book: Book) -> Iterator[dict[str, Any]]:
    codings: list[Element | None] = [one for one in selection if local(one.tag) == "Coding"]
    key = selection.get("guid", "").strip("{}")
    for n, coding in enumerate(codings or [None]):
        code = next(iter(refs(coding, "CodeRef")), "") if coding is not None else ""
        label = book.codes.get(code, code) or NO_CODE
        id = key if n == 0 else f"{key}/{n}"
        if n == 0:
            book.called(key.lower(), id)
        mark = _mark(selection, coding, text, label, book) | {"id": id}
        if not book.ours:
            mark["extra"] = {ID: _kept(selection, coding, code, label)}
        yield mark


def _mark(selection: Element, coding: Element | None, text: str, label: str, book: Book) -> dict[str, Any]:
    note, tags, attributes = read_description(_description(selection))
    begin, end = _whole(selection.get("startPosition")), _whole(selection.get("endPosition"))
    by = coding.get("creatingUser") if coding is not None else None
    place: dict[str, Any] = {"begin": begin, "end": end}
    if begin is not None and end is not None and begin <= end <= len(text):
        place["quote"] = text[begin:end]
    created = selection.get("creationDateTime") or (coding.get("creationDateTime") if coding is not None else None)
    return {
        "label": label, **place, "note": note, "tags": list(tags), "attributes": attributes,
        "annotator": book.user(by, selection.get("creatingUser")), "created": created,
        "modified": selection.get("modifiedDateTime") or created,
    }  # fmt: skip


def _kept(selection: Element, coding: Element | None, code: str, label: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "selection": dict(selection.attrib), "description": _description(selection), "label": label,
        "rest": [xml_of(one) for one in selection if local(one.tag) == "NoteRef"],
    }  # fmt: skip
    if coding is not None:
        given = next((one.get("targetGUID", "") for one in coding if local(one.tag) == "CodeRef"), code)
        found |= {"coding": dict(coding.attrib), "code": given,
                  "notes": [xml_of(one) for one in coding if local(one.tag) == "NoteRef"]}  # fmt: skip
    return found


def _description(element: Element) -> str:
    return next((one.text or "" for one in element if local(one.tag) == "Description"), "")


def _values(source: Element, book: Book) -> Iterator[tuple[str, str]]:
    for one in source:
        if local(one.tag) == "VariableValue":
            name = next((book.variables.get(id, "") for id in refs(one, "VariableRef")), "")
            value = next((x.text or "" for x in one if local(x.tag).endswith("Value")), "")
            if name:
                yield name, value


def _rest(source: Element, own: set[str], book: Book) -> dict[str, list[str]]:
    """What a source says besides, in the order that the standard has; variables that are facts of ours are ours."""
    found: Counter[str] = Counter()
    rest: dict[str, list[str]] = {}
    for one in source:
        name = local(one.tag)
        is_ours = name == "VariableValue" and any(book.variables.get(id) in own for id in refs(one, "VariableRef"))
        if name in ("Coding", "NoteRef", "VariableValue") and not is_ours:
            found[name] += 1
            rest.setdefault(name, []).append(xml_of(one))
    return rest


def _whole(value: str | None) -> int | None:
    return int(value) if value is not None and value.isdecimal() and len(value) < 16 else None
