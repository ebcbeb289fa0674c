"""What of a document a tool's format has no place for: one record that travels beside it, and the way back.

A tool knows a mark by a key: an id of its own, or its place. On the way back its file counts: what the tool changed is
changed, what it deleted is gone, what it added is new. The rest is taken from the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.edits import CONTEXT
from reader.exchange.records.brat import one_line
from reader.exchange.records.fields import RecordError, made_id, objects, text
from reader.exchange.records.out import Record, document_out, relation_out
from reader.exchange.records.shape import fields_out
from reader.foreign_json import JsonError, parsed
from reader.model.annotations import Annotation, Relation
from reader.model.articles import fingerprint
from reader.model.dataset import Document

NAME, VERSION = "tilik-remainder", 1
FORMAT = f"{NAME}/{VERSION}"
Places = list[list[int]]
_KEPT_EMPTY = frozenset({"blocks", "metadata", "title"})  # a record without them means something else


@dataclass(slots=True)
class Shown:
    """How a format shows a document: `marks` has by the id of a mark the keys of what shows it and where that stands;
    `links` has the keys of what shows a link. `held` are fields of a mark that the format says itself; `said` are the
    marks and links whose note and attributes it says, all of them."""

    held: frozenset[str]
    marks: dict[str, tuple[Sequence[str], Places]] = field(default_factory=dict)
    links: dict[str, Sequence[str]] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)


def remainder(document: Document, shown: Shown, labels: Sequence[Record]) -> Record:
    """Return what is not shown of a document."""
    record = document_out(replace(document, annotations=(), relations=()))
    body = record.pop("text")
    record = {name: value for name, value in record.items() if value not in ("", []) or name in _KEPT_EMPTY}
    return {
        **record, "format": FORMAT, "labels": list(labels),
        "annotations": [_mark(a, body, shown) for a in document.annotations],
        "relations": [_link(r, shown) for r in document.relations],
    }  # fmt: skip


def _mark(a: Annotation, body: str, shown: Shown) -> Record:
    keys, places = shown.marks.get(a.id, ((), []))
    anchor, held = a.anchor, shown.held | {"label"} if keys else frozenset[str]()
    entry = {name: value for name, value in fields_out(a).items() if value and name not in held}
    if entry.get("modified") == entry["created"]:
        del entry["modified"]
    spans = [[s.start, s.end] for s in anchor.spans]
    if keys:
        entry["keys"] = list(keys)
    if not keys or len(spans) > 1 or places != spans:
        entry["spans"] = spans
        if keys and places != spans:
            entry["shown"] = places
    if anchor.before != body[max(0, anchor.start - CONTEXT) : anchor.start]:
        entry["prefix"] = anchor.before
    if anchor.after != body[anchor.end : anchor.end + CONTEXT]:
        entry["suffix"] = anchor.after
    return entry


def _link(r: Relation, shown: Shown) -> Record:
    entry = {name: value for name, value in relation_out(r).items() if value and name not in ("from", "to")}
    return entry | ({"keys": list(shown.links[r.id])} if r.id in shown.links else {})


# -- the way back --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ToolMark:
    """A mark as a tool has it; `said` are the fields of ours that it says."""

    key: str
    label: str
    places: Places
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToolLink:
    """A link as a tool has it: `ends` are roles with the keys of marks, `note` is a line."""

    key: str
    kind: str
    ends: Sequence[tuple[str, str]]
    note: str | None = None  # None where the tool has no notes on links


def is_remainder(value: object) -> bool:
    """Return true for a record of ours of any version."""
    return isinstance(value, Mapping) and str(value.get("format", "")).partition("/")[0] == NAME


def rest_of(value: object) -> Mapping[str, Any] | None:
    """Return the record of ours that stands in a column, as an object or as its text; None when none does."""
    if isinstance(value, str) and value:
        try:
            value = parsed(value)
        except JsonError:
            return None
    return value if isinstance(value, dict) and is_remainder(value) else None


def is_of(rest: Mapping[str, Any], body: str) -> bool:
    """Return whether the text is still the one that the record was made for."""
    inner = rest.get("revision")
    return isinstance(inner, Mapping) and inner.get("fingerprint") in ("", None, fingerprint(body))


def together(
    rest: Mapping[str, Any], body: str, marks: Iterable[ToolMark], links: Iterable[ToolLink],
    same: Callable[[Mapping[str, Any], ToolMark], Mapping[str, Any]] = lambda _entry, mark: mark.said,
) -> Record:  # fmt: skip
    """Return the document as a record of ours. `same` says what of a mark's record and of the tool counts.

    Raises `RecordError` for a remainder that is none.
    """
    version = text(rest, "format").partition("/")[2]
    if not version.isdecimal() or int(version) > VERSION:
        raise RecordError("written by a newer Tilik ({0}); this one reads {1}", text(rest, "format"), FORMAT)
    joining = _Joining(rest, body, same)
    annotations = joining.marks(list(marks))
    return {**rest, "text": body, "annotations": annotations, "relations": joining.links(list(links))}


class _Joining:
    def __init__(
        self, rest: Mapping[str, Any], body: str,
        same: Callable[[Mapping[str, Any], ToolMark], Mapping[str, Any]],
    ) -> None:  # fmt: skip
        self._rest, self._body, self._same = rest, body, same
        self._ids: dict[str, str] = {}  # of marks, by the tool's key
        self._gone: set[str] = set()

    def marks(self, marks: list[ToolMark]) -> list[Record]:
        by_key = {mark.key: mark for mark in marks}
        found, used = list[Record](), set[str]()
        for entry in objects(self._rest, "annotations"):
            keys = _keys(entry)
            there = [by_key[key] for key in keys if key in by_key]
            used.update(keys)
            if keys and not there:
                self._gone.add(text(entry, "id"))
                continue
            found.append(self._mark(entry, there, is_whole=len(there) == len(keys)))
            self._ids.update(dict.fromkeys(keys, text(entry, "id")))
        found += [self._new(mark) for mark in marks if mark.key not in used]
        return found

    def _mark(self, entry: Mapping[str, Any], there: list[ToolMark], *, is_whole: bool) -> Record:
        made = {name: value for name, value in entry.items() if name not in ("keys", "shown")}
        made.setdefault("modified", made.get("created"))
        if not there:
            return self._placed(made, made["spans"]) if "quote" not in made and made.get("spans") else made
        places = sorted(place for mark in there for place in mark.places)
        known = entry.get("shown") or entry.get("spans")
        spans = entry.get("spans") if is_whole and known is not None and places == known else places
        return self._placed({**made, "label": there[0].label, **self._said(entry, there)}, spans or places)

    def _said(self, entry: Mapping[str, Any], there: Sequence[ToolMark]) -> Mapping[str, Any]:
        """What the tool says of a mark; of one that it shows in pieces what it says of each."""
        first, *others = (self._same(entry, mark) for mark in there)
        notes = dict.fromkeys(one["note"] for one in (first, *others) if one.get("note"))
        attributes = [one["attributes"] for one in (first, *others) if one.get("attributes")]
        if len(notes) > 1 or any(one != attributes[0] for one in attributes):
            together = {name: value for one in attributes for name, value in one.items()}
            return {**first, "note": "\n".join(notes), "attributes": together}
        return first

    def _placed(self, made: Record, spans: Any) -> Record:
        if not isinstance(spans, list) or not spans or not all(isinstance(s, list) and len(s) == 2 for s in spans):
            raise RecordError("“spans” is not a list of [begin, end]")
        begin, end = spans[0][0], spans[-1][1]
        if type(begin) is int and type(end) is int and 0 <= begin <= end <= len(self._body):
            made["quote"] = self._body[begin:end]
        made |= {"begin": begin, "end": end, "spans": spans}
        return made

    def _new(self, mark: ToolMark) -> Record:
        """A mark that the tool added."""
        id = made_id("mark of a tool", text(self._rest, "id"), mark.key, mark.label, str(mark.places))
        self._ids[mark.key] = id
        return self._placed({"id": id, "label": mark.label, **mark.said}, sorted(mark.places))

    def links(self, links: list[ToolLink]) -> list[Record]:
        by_key = {link.key: link for link in links}
        found, used = list[Record](), set[str]()
        for entry in objects(self._rest, "relations"):
            keys = _keys(entry)
            used.update(keys)
            there = next((by_key[key] for key in keys if key in by_key), None)
            left = self._left(entry)
            if (there is not None or not keys) and left is not None:
                found.append(self._link(left, there))
        for link in links:
            if link.key not in used and all(key in self._ids for _, key in link.ends):
                found.append(self._new_link(link))
        return found

    def _link(self, entry: Mapping[str, Any], there: ToolLink | None) -> Record:
        made = {name: value for name, value in entry.items() if name != "keys"}
        if there is None:
            return made
        if there.note is not None and one_line(there.note) != one_line(text(entry, "note")):
            made["note"] = there.note
        if there.kind != entry.get("type"):
            made["type"] = there.kind
        plain = {role for role, _ in there.ends} == {"from", "to"} and len(there.ends) == 2
        known = sorted(objects(entry, "members"), key=lambda m: str(m.get("role")))
        if plain and len(known) == 2 and all(key in self._ids for _, key in there.ends):
            members = [{"role": role, "annotation": self._ids[key]} for role, key in there.ends]
            made |= {} if known == members else {"members": members}
        return made

    def _left(self, entry: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The link without the marks that the tool deleted; None where too few are left."""
        members = objects(entry, "members")
        left = [member for member in members if str(member.get("annotation")) not in self._gone]
        if len(left) == len(members):
            return entry
        return {**entry, "members": left} if len(left) > 1 else None

    def _new_link(self, link: ToolLink) -> Record:
        members = [{"role": role, "annotation": self._ids[key]} for role, key in link.ends]
        id = made_id("link of a tool", text(self._rest, "id"), link.kind, str(members))
        return {"id": id, "type": link.kind, "members": members, **({"note": link.note} if link.note else {})}


def keys_of(rest: Mapping[str, Any], name: str) -> set[str]:
    """Return the keys of everything that shows one of the “annotations” or “relations”."""
    return {key for entry in objects(rest, name) for key in _keys(entry)}


def _keys(entry: Mapping[str, Any]) -> list[str]:
    value = entry.get("keys")
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
        raise RecordError("“{0}” is not a list of texts", "keys")
    return value
