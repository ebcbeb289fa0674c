"""The marks and links of a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from reader.edits import CONTEXT, JOIN
from reader.exchange.records.counting import AS_THEY_ARE, Counting, decided
from reader.exchange.records.fields import (
    Dropped,
    RecordError,
    free,
    objects,
    old_id,
    optional_time,
    text,
    time,
)
from reader.exchange.records.ids import Ids
from reader.exchange.records.places import QUOTES, Place, place_of
from reader.exchange.records.shape import fields_in, record_names
from reader.exchange.records.told import Told
from reader.messages import Message
from reader.model.annotations import Anchor, Annotation, Member, Relation
from reader.model.articles import Revision
from reader.model.earlier_forms import split_origin
from reader.model.spans import Span
from reader.model.stamps import now

MARK = frozenset({"begin", "end", "pieces", "prefix", "quote", "revision", "spans", "start", "suffix",
                  *record_names(Annotation)})  # fmt: skip
LINK = frozenset({"from", "members", "to", *record_names(Relation)})
ATTRIBUTION = "attributed_to"
_ENDS = {"from": ("from", "from_id", "head"), "to": ("to", "to_id", "child")}  # what tools call the two ends
# What `_quick` reads; a field that is new in the model is read field by field.
_QUICK = frozenset(
    {
        "about", "annotator", "attributes", "begin", "created", "end", "extra", "id", "label", "modified", "note",
        "origin", "prefix", "quote", "spans", "suffix", "tags",
    }
)  # fmt: skip
_NOTHING = (None, "")


@dataclass(slots=True)
class Floating:
    """A mark whose words do not stand where it says, or that says none; `values` are its fields but the anchor."""

    values: dict[str, Any]
    place: Place
    near: int | None
    name: Message


@dataclass(slots=True)
class Marks:
    """What became of the marks of a record: those that stand, and those that are to be looked for."""

    placed: list[Annotation] = field(default_factory=list)
    floating: list[Floating] = field(default_factory=list)
    entries: dict[str, Mapping[str, Any]] = field(default_factory=dict)


def marks_of(record: Mapping[str, Any], name: str, revision: Revision, raw: str, ids: Ids, told: Told) -> Marks:
    """Return the marks of the list `name` on `revision`, whose text was given as `raw`; those that cannot be taken are
    put to `told`."""
    entries, marks = objects(record, name), Marks()
    counting = _counting(entries, revision.text, raw, told)
    for n, entry in enumerate(entries, 1):
        mark = _quick(entry, revision) if counting is AS_THEY_ARE and ids.ours else None
        if mark is None:
            mark = _slow(entry, n, revision, counting, ids, told, marks)
        if mark is not None:
            marks.placed.append(mark)
            marks.entries[mark.id] = entry
    return marks


def _counting(entries: Sequence[Mapping[str, Any]], body: str, raw: str, told: Told) -> Counting:
    """How the offsets are counted: nearly always as they are, which is seen at once."""
    if all(_stands(entry, body) for entry in entries):
        return AS_THEY_ARE
    proofs = []
    has_numbers = False
    for entry in entries:
        try:
            place = place_of(entry)
        except RecordError:
            continue
        proofs += list(place.proofs())
        has_numbers = has_numbers or any(piece.begin is not None for piece in place.pieces)
    found = decided(body, raw, proofs)
    if found.told:
        told.add(Message("its offsets were taken as {0}, which the words beside them prove", found.told))
    elif has_numbers and not proofs and (raw != body or (not body.isascii() and max(body) > "\uffff")):
        told.add(Message("no words beside its offsets prove how they are counted; they were taken as characters"))
    return found


def _stands(entry: Mapping[str, Any], body: str) -> bool:
    begin, end, quote = entry.get("begin"), entry.get("end"), entry.get("quote")
    is_place = type(begin) is int and type(end) is int and 0 <= begin <= end <= len(body)
    return is_place and body[begin:end] == quote


def _quick(entry: Mapping[str, Any], revision: Revision) -> Annotation | None:
    """A mark of ours that says all as we write it; None for one that must be looked at field by field."""
    if any(name not in MARK or entry[name] not in _NOTHING for name in entry.keys() - _QUICK):
        return None
    get = entry.get
    id, label, begin, end, spans = get("id"), get("label"), get("begin"), get("end"), get("spans")
    note, tags, annotator, about = get("note", ""), get("tags", ()), get("annotator", ""), get("about", "")
    created, modified, attributes, more = get("created"), get("modified"), get("attributes"), get("extra")
    if not (
        type(begin) is int and type(end) is int
        and type(id) is str and id and type(label) is str and label
        and (spans is None or spans == [[begin, end]]) and "pieces" not in entry and get("origin") in _NOTHING
        and type(note) is str and type(annotator) is str and type(about) is str
        and type(tags) in (list, tuple) and all(type(tag) is str for tag in tags)
        and type(created) is str and type(modified) is str and _stands(entry, revision.text)
    ):  # fmt: skip
        return None
    if more not in _NOTHING and more != {}:
        return None
    dropped = Dropped()
    at, changed = optional_time(entry, "created", dropped), optional_time(entry, "modified", dropped)
    if at is None or changed is None or dropped or dropped.naive:
        return None
    try:
        values = {} if attributes in _NOTHING else free(entry, "attributes")
        anchor = anchored(revision, (Span(begin, end),), text(entry, "prefix"), text(entry, "suffix"))
    except RecordError:
        return None
    return Annotation(
        id, revision.article_id, label, anchor, at, changed, note, tuple(tags), values, annotator, {}, about
    )


def _slow(
    entry: Mapping[str, Any], n: int, revision: Revision, counting: Counting, ids: Ids, told: Told, marks: Marks
) -> Annotation | None:
    old = str(entry.get("id") or "")
    name = Message("annotation {0} ({1})", n, old) if old else Message("annotation {0}", n)
    dropped = Dropped()
    try:
        if not text(entry, "label"):
            raise RecordError("it has no label")
        place = place_of(entry)
        spans = place.spans(revision.text, counting)
        if spans is None and not place.has_words:
            raise place.refusal(revision.text)
        values = _values(entry, n, revision, place, ids, told, dropped)
    except RecordError as error:
        told.refuse(old, Message("{0}: {1}", name, error.message))
        return None
    told.naive += dropped.naive
    for reason in dropped:
        told.add(Message("{0}: {1}", name, reason))
    if spans is not None:
        first, last = place.pieces[0], place.pieces[-1]
        return Annotation(**values, anchor=anchored(revision, spans, first.prefix, last.suffix))
    begin, end = place.pieces[0].begin, place.pieces[0].end
    hint = counting.span(begin, end, len(revision.text)) if begin is not None and end is not None else None
    marks.floating.append(Floating(values, place, hint[0] if hint else begin, name))
    marks.entries[values["id"]] = entry
    return None


def _values(
    entry: Mapping[str, Any], n: int, revision: Revision, place: Place, ids: Ids, told: Told, dropped: Dropped
) -> dict[str, Any]:
    """The fields of a mark but for its anchor."""
    label = text(entry, "label")
    created = time(entry, "created", revision.captured, dropped)
    quiet = Dropped()  # a time is told of once
    given = fields_in(Annotation, {**entry, "created": None}, quiet, created=created, modified=created)
    dropped += quiet
    dropped.naive += quiet.naive
    known = MARK if "pieces" in entry else MARK | {name for name in QUOTES if _is_the_quote(entry, name)}
    id = ids.of("annotation", entry, revision.id, label, str([(p.begin, p.end, p.quote) for p in place.pieces]), str(n))
    if old := old_id(entry):
        ids.of_marks.setdefault(old, id)
    origin, more = split_origin(told.extra(entry, known, ids, "annotation"))
    given |= {"id": id, "article_id": revision.article_id, "origin": given["origin"] or origin, "extra": more}
    if not ids.ours:
        given |= told.cleaned(given["note"], given["tags"], given["annotator"])
        given["about"] = ids.known(given["about"])
    return given


def _is_the_quote(entry: Mapping[str, Any], name: str) -> bool:
    return next((one for one in QUOTES if isinstance(entry.get(one), str)), "") == name


def anchored(revision: Revision, spans: tuple[Span, ...], before: str = "", after: str = "") -> Anchor:
    """Return an anchor on `spans` as they are; `before` and `after` are taken when the text says so, else read from
    it."""
    body, start, end = revision.text, spans[0].start, spans[-1].end
    if not (before and body.endswith(before, 0, start)):
        before = body[max(0, start - CONTEXT) : start]
    if not (after and body.startswith(after, end)):
        after = body[end : end + CONTEXT]
    quote = body[start:end] if len(spans) == 1 else JOIN.join([s.of(body) for s in spans])
    return Anchor(revision.id, spans, quote, before, after)


def links_of(
    record: Mapping[str, Any], article_id: str, ids: Ids, told: Told, entries: dict[str, Mapping[str, Any]]
) -> Iterator[Relation]:
    """Yield the links; those that join no two marks are put to `told`. An end that is no mark of the document keeps
    the id that it has in the set."""
    listed = objects(record, "relations")
    default = time(record, "added", now(), []) if listed else now()
    for n, entry in enumerate(listed, 1):
        dropped = Dropped()
        id = str(entry.get("id", ""))
        name = Message("relation {0} ({1})", n, id) if id else Message("relation {0} (no id)", n)
        try:
            made = _quick_link(entry) if ids.ours else None
            made = made or _relation(entry, article_id, default, n, ids, told, dropped)
            entries[made.id] = entry
            yield made
        except RecordError as error:
            told.refuse(id, Message("{0}: {1}", name, error.message))
        told.naive += dropped.naive
        for reason in dropped:
            told.add(Message("{0}: {1}", name, reason))


def _quick_link(entry: Mapping[str, Any]) -> Relation | None:
    """A link of ours that says all as we write it; None for one that must be looked at field by field."""
    if not entry.keys() <= LINK:
        return None
    get = entry.get
    id, kind, ends, created = get("id"), get("type"), get("members"), get("created")
    note, annotator, within = get("note", ""), get("annotator", ""), get("within", "")
    if not (
        type(id) is str and id and type(kind) is str and kind and type(created) is str
        and type(note) is str and type(annotator) is str and type(within) is str
        and get("attributes") in _NOTHING and get("extra") in _NOTHING and type(ends) is list and len(ends) > 1
        and all(type(m) is dict and type(m.get("role")) is str and type(m.get("annotation")) is str for m in ends)
        and all(m["annotation"] for m in ends)
    ):  # fmt: skip
        return None
    unsure = Dropped()
    at = optional_time(entry, "created", unsure)
    if at is None or unsure or unsure.naive:
        return None
    members = tuple([Member(m["role"], m["annotation"]) for m in ends])
    return Relation(id, kind, members, at, note, {}, annotator, {}, within)


def _relation(
    entry: Mapping[str, Any], article_id: str, default: datetime, n: int, ids: Ids, told: Told, dropped: Dropped
) -> Relation:
    members = tuple(Member(text(m, "role"), _end(m, "annotation")) for m in objects(entry, "members"))
    used = {"members"}
    if not members:
        names = {role: next((name for name in some if entry.get(name)), some[0]) for role, some in _ENDS.items()}
        used = set(names.values())
        members = tuple(Member(role, _end(entry, name)) for role, name in names.items())
        if not members[1].annotation_id:
            members = members[:1]
    kind = text(entry, "type") or text(entry, "label")
    least = 1 if kind == ATTRIBUTION and "members" in entry else 2  # words may be said by nobody who is named
    if len(members) < least or not all(m.annotation_id for m in members):
        raise RecordError("it does not join two marks")
    given = fields_in(Relation, entry, dropped, created=default)
    known = LINK | used | (set() if text(entry, "type") else {"label"})
    given |= {
        "id": ids.of("relation", entry, article_id, kind, str(members), str(n)), "kind": kind,
        "extra": told.extra(entry, known, ids, "relation"),
    }  # fmt: skip
    if not ids.ours:
        members = tuple(Member(m.role, ids.of_marks.get(m.annotation_id, m.annotation_id)) for m in members)
        given |= told.cleaned(given["note"], (), given["annotator"], tags_too=False)
        if given["within"]:
            given["within"] = ids.first("relation", given["within"])
    return Relation(**given, members=members)


def _end(record: Mapping[str, Any], name: str) -> str:
    """The id of a mark, which some tools write as a number."""
    value = record.get(name)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else text(record, name)
