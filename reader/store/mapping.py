"""Values to rows and back. Rows are read by column name, so SQLAlchemy's and `sqlite3`'s serve alike."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from reader.model.annotations import Anchor, Annotation, Member, PageAnnotation, Relation
from reader.model.articles import (
    Article,
    Block,
    BlockKind,
    InlineKind,
    InlineMark,
    LeftOut,
    Metadata,
    Place,
    Revision,
    State,
)
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.claims_codec import known_of, plain
from reader.model.labels import Label, Underline
from reader.model.pages import Original, Picture
from reader.model.spans import Span


class Row(Protocol):
    """Anything with columns by name."""

    def __getitem__(self, name: str, /) -> Any: ...


def dump(value: object) -> str:
    """Compact JSON with sorted keys."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _load(text: str, empty: Any) -> Any:
    return json.loads(text) if text else empty


def _words(text: str) -> tuple[str, ...]:
    return tuple(_load(text, ()))


def article_row(a: Article) -> dict[str, Any]:
    return {
        "id": a.id, "revision_id": a.revision_id, "title": a.title, "added": a.added.isoformat(), "source": a.origin,
        "site": a.site, "byline": a.byline, "published": a.published, "published_basis": a.published_basis,
        "language": a.language, "url": a.url, "state": a.state.value, "tags": dump(a.tags) if a.tags else "",
        "words": a.words, "extra": dump(a.extra) if a.extra else "",
    }  # fmt: skip


def article_of(row: Row) -> Article:
    return Article(
        row["id"], row["revision_id"], row["title"], datetime.fromisoformat(row["added"]), row["source"], row["site"],
        row["byline"], row["published"], row["published_basis"], row["language"], row["url"], State(row["state"]),
        _words(row["tags"]), row["words"], _load(row["extra"], {}),
    )  # fmt: skip


def _left_out(x: LeftOut) -> list[Any]:
    return [x.text, x.reason, x.after, x.kind, x.level, *([dict(x.attrs)] if x.attrs else [])]


def revision_row(r: Revision) -> dict[str, Any]:
    return {
        "id": r.id, "article_id": r.article_id, "present": 1, "text": r.text,
        "blocks": dump([_block_out(b) for b in r.blocks]),
        "marks": dump([[m.span.start, m.span.end, m.kind.value, m.target] for m in r.inline]) if r.inline else "",
        "metadata": dump(metadata_out(r.metadata)),
        "left_out": dump([_left_out(x) for x in r.left_out]) if r.left_out else "",
        "notices": dump(r.notices) if r.notices else "", "captured": r.captured.isoformat(), "cleaner": r.cleaner,
        "fingerprint": r.fingerprint, "original_id": r.original_id, "origin": r.origin,
    }  # fmt: skip


def revision_of(row: Row) -> Revision:
    return Revision(
        row["id"], row["article_id"], row["text"],
        tuple(_block_of(*b) for b in _load(row["blocks"], ())),
        metadata_of(_load(row["metadata"], {})), datetime.fromisoformat(row["captured"]),
        tuple(InlineMark(Span(s, e), InlineKind(k), t) for s, e, k, t in _load(row["marks"], ())),
        tuple(LeftOut(t, why, after, BlockKind(k), *rest) for t, why, after, k, *rest in _load(row["left_out"], ())),
        _words(row["notices"]), row["cleaner"], row["fingerprint"], row["original_id"], row["origin"],
    )  # fmt: skip


def _block_out(b: Block) -> list[Any]:
    short = [b.span.start, b.span.end, b.kind.value, b.level]
    return [*short, dict(b.attrs)] if b.attrs else short


_KINDS = {kind.value: kind for kind in BlockKind}


def _block_of(start: int, end: int, kind: str, level: int, attrs: Mapping[str, str] | None = None) -> Block:
    return Block(Span(start, end), _KINDS[kind], level, attrs or {})


def metadata_out(m: Metadata) -> dict[str, Any]:
    """The fields that say something."""
    kept = {name: getattr(m, name) for name in Metadata.__slots__}
    return {name: dict(v) if isinstance(v, Mapping) else v for name, v in kept.items() if v}


def metadata_of(fields: Mapping[str, Any]) -> Metadata:
    return Metadata(**{**fields, "tags": tuple(fields.get("tags", ()))})


def original_row(o: Original) -> dict[str, Any]:
    data = zlib.compress(o.data, 6)
    return {"id": o.id, "media_type": o.media_type, "name": o.name, "encoding": o.encoding, "data": data}


def original_of(row: Row) -> Original:
    return Original(row["id"], row["media_type"], row["name"], zlib.decompress(row["data"]), row["encoding"])


def picture_row(p: Picture) -> dict[str, Any]:
    return {"id": p.id, "media_type": p.media_type, "width": p.width, "height": p.height, "data": p.data}


def picture_of(row: Row) -> Picture:
    return Picture(row["id"], row["media_type"], row["data"], row["width"], row["height"])


def annotation_row(a: Annotation) -> dict[str, Any]:
    spans = a.anchor.spans
    return {
        "id": a.id, "article_id": a.article_id, "revision_id": a.anchor.revision_id, "label": a.label,
        "start": a.anchor.start, "end": a.anchor.end,
        "spans": dump([[s.start, s.end] for s in spans]) if len(spans) > 1 else None,
        "quote": a.anchor.quote, "before": a.anchor.before, "after": a.anchor.after, "note": a.note,
        "tags": dump(a.tags) if a.tags else "", "attributes": dump(a.attributes) if a.attributes else "",
        "annotator": a.annotator, "created": a.created.isoformat(), "modified": a.modified.isoformat(),
        "extra": dump(a.extra) if a.extra else "", "about": a.about,
    }  # fmt: skip


def _spans_of(row: Row) -> tuple[Span, ...]:
    if row["spans"] is None:
        return (Span(row["start"], row["end"]),)
    return _pieces(row["spans"])


def annotation_of(row: Row) -> Annotation:
    return Annotation(
        row["id"], row["article_id"], row["label"],
        Anchor(row["revision_id"], _spans_of(row), row["quote"], row["before"], row["after"]),
        datetime.fromisoformat(row["created"]), datetime.fromisoformat(row["modified"]), row["note"],
        _words(row["tags"]), _load(row["attributes"], {}), row["annotator"], _load(row["extra"], {}), row["about"],
    )  # fmt: skip


PAGE_ANNOTATIONS = (
    "SELECT start, \"end\", id, label, note <> '', spans, annotator FROM annotation"
    " WHERE revision_id = ? ORDER BY start"
)


def page_annotations_of(rows: Iterable[tuple[int, int, str, str, int, str | None, str]]) -> list[PageAnnotation]:
    """From the rows of `PAGE_ANNOTATIONS`, by place: an article may hold 100,000."""
    made = [
        PageAnnotation(start, end, id, label, noted == 1, () if spans is None else _pieces(spans), annotator)
        for start, end, id, label, noted, spans, annotator in rows
    ]
    made.sort()  # ordered by start already, as the index is: the rest is quicker here than in SQLite
    return made


def _pieces(spans: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(spans))


def relation_row(r: Relation) -> dict[str, Any]:
    return {
        "id": r.id, "kind": r.kind, "created": r.created.isoformat(), "note": r.note,
        "attributes": dump(r.attributes) if r.attributes else "", "annotator": r.annotator,
        "extra": dump(r.extra) if r.extra else "", "within": r.within,
    }  # fmt: skip


def member_rows(r: Relation) -> list[dict[str, Any]]:
    return [
        {"relation_id": r.id, "position": n, "role": m.role, "annotation_id": m.annotation_id}
        for n, m in enumerate(r.members)
    ]


def relation_of(row: Row, members: tuple[Member, ...]) -> Relation:
    return Relation(
        row["id"], row["kind"], members, datetime.fromisoformat(row["created"]), row["note"],
        _load(row["attributes"], {}), row["annotator"], _load(row["extra"], {}), row["within"],
    )  # fmt: skip


_KEYS = {Claim: "text", Source: "name", Evidence: "claim_id", Review: "claim_id"}


def known_row(thing: ClaimRecord) -> dict[str, Any]:
    """A claim, a source, evidence or a review."""
    key = _KEYS[type(thing)]
    return {"id": thing.id, key: getattr(thing, key), "told": dump(plain(thing))}


def known_reader(kind: str) -> Callable[[Row], ClaimRecord]:
    """What makes things of that kind from their rows."""
    return lambda row: known_of(kind, json.loads(row["told"]))


def label_row(x: Label) -> dict[str, Any]:
    return {
        "id": x.id, "name": x.name, "key": x.key, "colour": x.colour, "underline": x.underline.value,
        "position": x.position, "builtin": int(x.builtin),
    }  # fmt: skip


def label_of(row: Row) -> Label:
    return Label(
        row["id"], row["name"], row["key"], row["colour"], Underline(row["underline"]), row["position"],
        bool(row["builtin"]),
    )  # fmt: skip


def place_of(row: Row) -> Place:
    return Place(row["article_id"], row["position"], row["progress"], datetime.fromisoformat(row["opened"]))
