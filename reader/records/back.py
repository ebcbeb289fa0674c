"""Plain records to values. What one of them gets wrong is said, and the rest is kept."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from reader.edits import CONTEXT, JOIN
from reader.labels import COLOURS
from reader.model import (
    Anchor,
    Annotation,
    Article,
    Block,
    BlockKind,
    Label,
    LeftOut,
    Mark,
    MarkKind,
    Member,
    Metadata,
    Relation,
    Revision,
    Span,
    State,
    Underline,
    fingerprint,
    now,
)
from reader.offsets import Offsets
from reader.records.fields import (
    RecordError,
    choice,
    free,
    inside,
    mapping_of,
    number,
    objects,
    span,
    text,
    time,
    time_of,
    words,
)
from reader.sets import Document
from reader.text import count_words, frozen

__all__ = ["RecordError", "anchored", "document_of", "label_of", "mapping_of", "time_of"]

# Ids of records that came without one are made of what they say, so that the same file gives the same ids.
NAMESPACE = uuid.UUID("6f1b2a60-6f0e-4d0c-9b6c-2f6b1d3f7a11")


def document_of(record: Mapping[str, Any]) -> tuple[Document, list[tuple[str, str]]]:
    """The document in `record`, and the id and a sentence for each mark or relation that could not be taken.

    Raises `RecordError` when the article itself cannot be read.
    """
    words_ = text(record, "text")
    if not words_.strip():
        raise RecordError("there is no text")
    if frozen(words_) != words_ and len(frozen(words_)) != len(words_):
        raise RecordError("the text holds CR LF line ends, so that its offsets cannot be trusted")
    words_ = frozen(words_)
    article = _article(record, words_)
    revision = _revision(record, article, words_)
    refused: list[tuple[str, str]] = []
    marks = tuple(_annotations(record, revision, refused))
    relations = tuple(_relations(record, article.id, refused))
    return Document(article, revision, marks, relations), refused


def label_of(record: Mapping[str, Any]) -> Label:
    """A label from its definition; only the id is required."""
    id = text(record, "id")
    if not id:
        raise RecordError("a label has no id")
    colour = text(record, "colour")
    return Label(
        id, text(record, "name", id), text(record, "key"), colour if colour in COLOURS else "slate",
        choice(record, "underline", Underline, Underline.SOLID), number(record, "position", 0),
        record.get("builtin") is True,
    )  # fmt: skip


def _id(record: Mapping[str, Any], *told: str) -> str:
    value = record.get("id")
    if value is None or value == "":
        return str(uuid.uuid5(NAMESPACE, "\n".join(told)))
    return value if isinstance(value, str) else str(number(record, "id"))


def _article(record: Mapping[str, Any], body: str) -> Article:
    id = _id(record, "article", body, text(record, "url"))
    inner = record.get("revision")
    revision_id = text(mapping_of(inner, "“revision”"), "id") if inner is not None else ""
    return Article(
        id, revision_id or str(uuid.uuid5(NAMESPACE, f"revision\n{id}\n{body}")),
        text(record, "title", text(record, "name") or body.split("\n", 1)[0]), time(record, "added", now()),
        text(record, "source"), text(record, "site"), text(record, "byline"), text(record, "published"),
        text(record, "published_basis"), text(record, "language"), text(record, "url"),
        choice(record, "state", State, State.INBOX), words(record, "tags"),
        number(record, "words", count_words(body)), free(record, "extra"),
    )  # fmt: skip


def _revision(record: Mapping[str, Any], article: Article, body: str) -> Revision:
    inner = mapping_of(record.get("revision", {}), "“revision”")
    size = len(body)
    return Revision(
        article.revision_id, article.id, body, _blocks(record, body), _metadata(record, article),
        time(inner, "captured", article.added),
        tuple(
            Mark(span(m, size), choice(m, "kind", MarkKind, MarkKind.EMPHASIS), text(m, "target"))
            for m in objects(record, "marks")
        ),
        tuple(_left_out(x) for x in objects(record, "left_out")), words(record, "notices"), text(inner, "cleaner"),
        text(inner, "fingerprint", fingerprint(body)), text(inner, "original_id"), text(inner, "origin", "import"),
    )  # fmt: skip


def _blocks(record: Mapping[str, Any], body: str) -> tuple[Block, ...]:
    """The blocks as told; in a record that tells none, each line is a paragraph."""
    told = objects(record, "blocks")
    if told or record.get("blocks") is not None:
        return tuple(_block(b, len(body)) for b in told)
    out, position = [], 0
    for line in body.split("\n"):
        out.append(Block(Span(position, position + len(line))))
        position += len(line) + 1
    return tuple(out)


def _block(b: Mapping[str, Any], size: int) -> Block:
    kind = choice(b, "kind", BlockKind, BlockKind.PARAGRAPH)
    return Block(span(b, size), kind, number(b, "level", 0), free(b, "attrs"))


def _left_out(x: Mapping[str, Any]) -> LeftOut:
    kind = choice(x, "kind", BlockKind, BlockKind.PARAGRAPH)
    return LeftOut(text(x, "text"), text(x, "reason"), number(x, "after", 0), kind, number(x, "level", 0))


def _metadata(record: Mapping[str, Any], article: Article) -> Metadata:
    told = record.get("metadata")
    if told is None:
        return Metadata(title=article.title, site=article.site, language=article.language, url=article.url)
    fields = mapping_of(told, "“metadata”")
    plain = {name: text(fields, name) for name in Metadata.__slots__ if name not in ("tags", "basis")}
    return Metadata(**plain, tags=words(fields, "tags"), basis=free(fields, "basis"))


def _annotations(record: Mapping[str, Any], revision: Revision, refused: list[tuple[str, str]]) -> Iterator[Annotation]:
    units = Offsets(revision.text)
    for n, told in enumerate(objects(record, "annotations"), 1):
        name = f"annotation {n} ({told['id']})" if told.get("id") else f"annotation {n}"
        try:
            yield _annotation(told, revision, units, n)
        except RecordError as error:
            refused.append((str(told.get("id", "")), f"{name}: {error}"))


def _annotation(told: Mapping[str, Any], revision: Revision, units: Offsets, n: int) -> Annotation:
    created = time(told, "created", revision.captured)
    label = text(told, "label")
    if not label:
        raise RecordError("it has no label")
    anchor = anchored(revision, _spans(told, revision.text, units), text(told, "prefix"), text(told, "suffix"))
    return Annotation(
        _id(told, "annotation", revision.id, label, str(anchor.spans), str(n)), revision.article_id, label, anchor,
        created, time(told, "modified", created), text(told, "note"), words(told, "tags"), free(told, "attributes"),
        text(told, "annotator"), free(told, "extra"),
    )  # fmt: skip


def _spans(told: Mapping[str, Any], body: str, units: Offsets) -> tuple[Span, ...]:
    """The pieces in code points: as told when the quote fits, else taken as UTF-16 units when it fits then."""
    pairs = _pairs(told)
    quote = told.get("quote")
    if quote is None:
        return tuple(inside(s, e, len(body)) for s, e in pairs)
    first, last = pairs[0][0], pairs[-1][1]
    if 0 <= first <= last <= len(body) and body[first:last] == quote:
        return tuple(inside(s, e, len(body)) for s, e in pairs)
    turned = [(units.to_code_points(s), units.to_code_points(e)) for s, e in pairs]
    if turned[-1][1] <= len(body) and body[turned[0][0] : turned[-1][1]] == quote:
        return tuple(Span(s, e) for s, e in turned)
    inside(first, last, len(body))
    raise RecordError(f"at [{first}, {last}) the text says {body[first:last]!r:.60}, not {quote!r:.60}")


def _pairs(told: Mapping[str, Any]) -> list[tuple[int, int]]:
    spans = told.get("spans")
    if not spans:
        begin = number(told, "begin") if "begin" in told else number(told, "start")
        return [(begin, number(told, "end"))]
    if not isinstance(spans, list) or not all(_is_pair(pair) for pair in spans):
        raise RecordError("“spans” is not a list of [begin, end]")
    pairs = [(pair[0], pair[1]) for pair in spans]
    if any(s > e for s, e in pairs) or any(a[1] > b[0] for a, b in pairwise(pairs)):
        raise RecordError(f"“spans” {pairs} are not in order or run into each other")
    return pairs


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(type(x) is int and x >= 0 for x in pair)


def anchored(revision: Revision, spans: tuple[Span, ...], before: str = "", after: str = "") -> Anchor:
    """An anchor on `spans` as they are; `before` and `after` are taken when the text says so, else read from it."""
    body, start, end = revision.text, spans[0].start, spans[-1].end
    if not (before and body.endswith(before, 0, start)):
        before = body[max(0, start - CONTEXT) : start]
    if not (after and body.startswith(after, end)):
        after = body[end : end + CONTEXT]
    return Anchor(revision.id, spans, JOIN.join(s.of(body) for s in spans), before, after)


def _relations(record: Mapping[str, Any], article_id: str, refused: list[tuple[str, str]]) -> Iterator[Relation]:
    for n, told in enumerate(objects(record, "relations"), 1):
        try:
            yield _relation(told, article_id, time(record, "added", now()), n)
        except RecordError as error:
            id = str(told.get("id", ""))
            refused.append((id, f"relation {n} ({id or 'no id'}): {error}"))


def _relation(told: Mapping[str, Any], article_id: str, default: datetime, n: int) -> Relation:
    members = tuple(Member(text(m, "role"), text(m, "annotation")) for m in objects(told, "members"))
    if not members:
        members = (Member("from", text(told, "from")), Member("to", text(told, "to")))
    if len(members) < 2 or not all(m.annotation_id for m in members):
        raise RecordError("it does not join two marks")
    kind = text(told, "type")
    return Relation(
        _id(told, "relation", article_id, kind, str(members), str(n)), kind, members, time(told, "created", default),
        text(told, "note"), free(told, "attributes"), text(told, "annotator"), free(told, "extra"),
    )  # fmt: skip
