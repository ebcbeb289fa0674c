"""Plain records to values. What one of them gets wrong is said, and the rest is kept."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from reader.exchange.records.claims import FIELDS, known_in
from reader.exchange.records.fields import (
    NAMESPACE,
    RecordError,
    choice,
    extra,
    free,
    id_of,
    mapping_of,
    number,
    objects,
    span,
    text,
    time,
    time_of,
    words,
)
from reader.exchange.records.marks import Refused, links_of, marks_of
from reader.messages import Message
from reader.model.articles import (
    Article,
    Block,
    BlockKind,
    InlineKind,
    InlineMark,
    LeftOut,
    Metadata,
    Revision,
    State,
    fingerprint,
)
from reader.model.dataset import Document
from reader.model.labels import COLOURS, Label, Underline
from reader.model.spans import Span
from reader.model.stamps import now
from reader.text.invariants import count_words, frozen

__all__ = ["RecordError", "document_of", "label_of", "mapping_of", "objects", "time_of"]

ARTICLE = {
    "added", "annotations", "blocks", "byline", "extra", "format", "id", "labels", "language", "left_out", "marks",
    "metadata", "notices", "published", "published_basis", "relations", "revision", "site", "source", "state", "tags",
    "text", "title", "url", "words", *FIELDS,
}  # fmt: skip


def document_of(record: Mapping[str, Any]) -> tuple[Document, Refused]:
    """The document in `record`, and the id and a sentence for each mark or relation that could not be taken.

    Raises `RecordError` when the article itself cannot be read.
    """
    body = text(record, "text")
    if not body.strip():
        raise RecordError("there is no text")
    if not isinstance(record.get("annotations"), list):
        raise RecordError("there is no list of “annotations”, but {0}", ", ".join(sorted(map(str, record))))
    if frozen(body) != body and len(frozen(body)) != len(body):
        raise RecordError("the text holds CR LF line ends, so that its offsets cannot be trusted")
    body = frozen(body)
    dropped: list[Message] = []
    article = _article(record, body, dropped)
    revision = _revision(record, article, body, dropped)
    refused: Refused = [(article.id, Message("article {0}: {1}", article.id, reason)) for reason in dropped]
    marks = tuple(marks_of(record, revision, refused))
    relations = tuple(links_of(record, article.id, refused))
    return Document(article, revision, marks, relations, tuple(known_in(record, refused))), refused


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


def _article(record: Mapping[str, Any], body: str, dropped: list[Message]) -> Article:
    id = id_of(record, "article", body, text(record, "url"))
    inner = record.get("revision")
    revision_id = text(mapping_of(inner, "“revision”"), "id") if inner is not None else ""
    return Article(
        id, revision_id or str(uuid.uuid5(NAMESPACE, f"revision\n{id}\n{body}")),
        text(record, "title", text(record, "name") or body.split("\n", 1)[0]), time(record, "added", now(), dropped),
        text(record, "source"), text(record, "site"), text(record, "byline"), text(record, "published"),
        text(record, "published_basis"), text(record, "language"), text(record, "url"),
        choice(record, "state", State, State.INBOX), words(record, "tags"),
        number(record, "words", count_words(body)),
        extra(record, ARTICLE if record.get("title") is not None else ARTICLE | {"name"}),
    )  # fmt: skip


def _revision(record: Mapping[str, Any], article: Article, body: str, dropped: list[Message]) -> Revision:
    inner = mapping_of(record.get("revision", {}), "“revision”")
    size = len(body)
    return Revision(
        article.revision_id, article.id, body, _blocks(record, body), _metadata(record, article),
        time(inner, "captured", article.added, dropped),
        tuple(
            InlineMark(span(m, size), choice(m, "kind", InlineKind, InlineKind.EMPHASIS), text(m, "target"))
            for m in objects(record, "marks")
        ),
        tuple(_left_out(x) for x in objects(record, "left_out")), words(record, "notices"), text(inner, "cleaner"),
        fingerprint(body), text(inner, "original_id"), text(inner, "origin", "import"),
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
    level, attrs = number(x, "level", 0), free(x, "attrs")
    return LeftOut(text(x, "text"), text(x, "reason"), number(x, "after", 0), kind, level, attrs)


def _metadata(record: Mapping[str, Any], article: Article) -> Metadata:
    told = record.get("metadata")
    if told is None:
        return Metadata(title=article.title, site=article.site, language=article.language, url=article.url)
    fields = mapping_of(told, "“metadata”")
    plain = {name: text(fields, name) for name in Metadata.__slots__ if name not in ("tags", "basis")}
    return Metadata(**plain, tags=words(fields, "tags"), basis=free(fields, "basis"))
