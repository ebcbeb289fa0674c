"""The marks and links of a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from reader.edits import CONTEXT, JOIN
from reader.exchange.records.fields import RecordError, extra, id_of, inside, number, objects, text, time
from reader.exchange.records.shape import fields_in, record_names
from reader.messages import Message
from reader.model.annotations import Anchor, Annotation, Member, Relation
from reader.model.articles import Revision
from reader.model.earlier_forms import split_origin
from reader.model.spans import Span
from reader.model.stamps import now
from reader.text.offsets import Offsets

MARK = frozenset({"begin", "end", "prefix", "quote", "spans", "start", "suffix", *record_names(Annotation)})
LINK = frozenset({"from", "members", "to", *record_names(Relation)})
ATTRIBUTION = "attributed_to"
Refused = list[tuple[str, Message]]


def marks_of(record: Mapping[str, Any], revision: Revision, refused: Refused) -> Iterator[Annotation]:
    """Yield the marks on `revision`; those that cannot be taken are put to `refused`, as id and reason."""
    units = Offsets(revision.text)
    for n, entry in enumerate(objects(record, "annotations"), 1):
        id = str(entry.get("id") or "")
        name = Message("annotation {0} ({1})", n, id) if id else Message("annotation {0}", n)
        dropped: list[Message] = []
        try:
            yield _annotation(entry, revision, units, n, dropped)
        except RecordError as error:
            dropped = [error.message]
        refused += [(str(entry.get("id", "")), Message("{0}: {1}", name, reason)) for reason in dropped]


def _annotation(
    entry: Mapping[str, Any], revision: Revision, units: Offsets, n: int, dropped: list[Message]
) -> Annotation:
    label = text(entry, "label")
    if not label:
        raise RecordError("it has no label")
    anchor = anchored(revision, _spans(entry, revision.text, units), text(entry, "prefix"), text(entry, "suffix"))
    created = time(entry, "created", revision.captured, [])
    given = fields_in(Annotation, entry, dropped, created=revision.captured, modified=created) | {
        "id": id_of(entry, "annotation", revision.id, label, str(anchor.spans), str(n)),
    }
    origin, given["extra"] = split_origin(extra(entry, MARK))
    given["origin"] = given["origin"] or origin
    return Annotation(**given, article_id=revision.article_id, anchor=anchor)


def _spans(entry: Mapping[str, Any], body: str, units: Offsets) -> tuple[Span, ...]:
    """The pieces in code points: as given when the quote fits, else taken as UTF-16 units when it fits then."""
    pairs = _pairs(entry)
    quote = entry.get("quote")
    if quote is None:
        return tuple(inside(s, e, len(body)) for s, e in pairs)
    first, last = pairs[0][0], pairs[-1][1]
    if 0 <= first <= last <= len(body) and body[first:last] == quote:
        return tuple(inside(s, e, len(body)) for s, e in pairs)
    turned = [(units.to_code_points(s), units.to_code_points(e)) for s, e in pairs]
    if turned[-1][1] <= len(body) and body[turned[0][0] : turned[-1][1]] == quote:
        return tuple(Span(s, e) for s, e in turned)
    inside(first, last, len(body))
    raise RecordError(
        "at [{0}, {1}) the text says {2}, not {3}", first, last, f"{body[first:last]!r:.60}", f"{quote!r:.60}"
    )


def _pairs(entry: Mapping[str, Any]) -> list[tuple[int, int]]:
    spans = entry.get("spans")
    if not spans:
        begin = number(entry, "begin") if "begin" in entry else number(entry, "start")
        return [(begin, number(entry, "end"))]
    if not isinstance(spans, list) or not all(_is_pair(pair) for pair in spans):
        raise RecordError("“spans” is not a list of [begin, end]")
    pairs = [(pair[0], pair[1]) for pair in spans]
    if any(s > e for s, e in pairs) or any(a[1] > b[0] for a, b in pairwise(pairs)):
        raise RecordError("“spans” {0} are not in order or run into each other", str(pairs))
    return pairs


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(type(x) is int and x >= 0 for x in pair)


def anchored(revision: Revision, spans: tuple[Span, ...], before: str = "", after: str = "") -> Anchor:
    """Return an anchor on `spans` as they are; `before` and `after` are taken when the text says so, else read from
    it."""
    body, start, end = revision.text, spans[0].start, spans[-1].end
    if not (before and body.endswith(before, 0, start)):
        before = body[max(0, start - CONTEXT) : start]
    if not (after and body.startswith(after, end)):
        after = body[end : end + CONTEXT]
    return Anchor(revision.id, spans, JOIN.join(s.of(body) for s in spans), before, after)


def links_of(record: Mapping[str, Any], article_id: str, refused: Refused) -> Iterator[Relation]:
    """Yield the links; those that join no two marks are put to `refused`."""
    default = time(record, "added", now(), [])
    for n, entry in enumerate(objects(record, "relations"), 1):
        dropped: list[Message] = []
        try:
            yield _relation(entry, article_id, default, n, dropped)
        except RecordError as error:
            dropped = [error.message]
        id = str(entry.get("id", ""))
        name = Message("relation {0} ({1})", n, id) if id else Message("relation {0} (no id)", n)
        refused += [(id, Message("{0}: {1}", name, reason)) for reason in dropped]


def _relation(entry: Mapping[str, Any], article_id: str, default: datetime, n: int, dropped: list[Message]) -> Relation:
    members = tuple(Member(text(m, "role"), text(m, "annotation")) for m in objects(entry, "members"))
    if not members:
        members = (Member("from", text(entry, "from")), Member("to", text(entry, "to")))
    kind = text(entry, "type")
    least = 1 if kind == ATTRIBUTION else 2  # words may be said by nobody who is named
    if len(members) < least or not all(m.annotation_id for m in members):
        raise RecordError("it does not join two marks")
    given = fields_in(Relation, entry, dropped, created=default) | {
        "id": id_of(entry, "relation", article_id, kind, str(members), str(n)),
        "extra": extra(entry, LINK),
    }
    return Relation(**given, members=members)
