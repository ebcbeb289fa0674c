"""Plain records to values. What one of them gets wrong is said, and the rest is kept."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from reader.exchange.records.claims import FIELDS, known_in
from reader.exchange.records.fields import (
    NAMESPACE,
    RecordError,
    extra,
    id_of,
    mapping_of,
    objects,
    text,
    time_of,
    words,
)
from reader.exchange.records.marks import Refused, links_of, marks_of
from reader.exchange.records.shape import fields_in, record_names
from reader.messages import Message
from reader.model.articles import (
    Article,
    Block,
    InlineKind,
    InlineMark,
    LeftOut,
    Metadata,
    Revision,
    fingerprint,
)
from reader.model.dataset import Document
from reader.model.labels import COLOURS, Label, Underline
from reader.model.spans import Span
from reader.model.stamps import now
from reader.text.invariants import count_words, frozen

__all__ = ["RecordError", "document_of", "label_of", "mapping_of", "objects", "time_of"]

ARTICLE = frozenset({
    "annotations", "blocks", "format", "labels", "left_out", "marks", "metadata", "notices", "orphans", "relations",
    "revision", "revisions", "text", *FIELDS, *record_names(Article),
})  # fmt: skip


def document_of(record: Mapping[str, Any]) -> tuple[Document, Refused]:
    """Return the document in `record`, and the id and a sentence for each mark or relation that could not be taken.

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
    """Return A label from its definition; only the id is required."""
    id = text(record, "id")
    if not id:
        raise RecordError("a label has no id")
    values = fields_in(Label, record, [], name=id, colour="slate", underline=Underline.SOLID, position=0)
    return Label(**values | {"colour": values["colour"] if values["colour"] in COLOURS else "slate"})


def _article(record: Mapping[str, Any], body: str, dropped: list[Message]) -> Article:
    id = id_of(record, "article", body, text(record, "url"))
    inner = record.get("revision")
    revision_id = text(mapping_of(inner, "“revision”"), "id") if inner is not None else ""
    values = fields_in(Article, record, dropped, added=now(), words=count_words(body)) | {
        "id": id,
        "revision_id": revision_id or str(uuid.uuid5(NAMESPACE, f"revision\n{id}\n{body}")),
        "title": text(record, "title", text(record, "name") or body.split("\n", 1)[0]),
        "extra": extra(record, ARTICLE if record.get("title") is not None else ARTICLE | {"name"}),
    }
    return Article(**values)


def _revision(record: Mapping[str, Any], article: Article, body: str, dropped: list[Message]) -> Revision:
    inner = mapping_of(record.get("revision", {}), "“revision”")
    values = fields_in(Revision, inner, dropped, captured=article.added, origin="import") | {
        "id": article.revision_id,
        "fingerprint": fingerprint(body),
    }
    return Revision(
        **values, article_id=article.id, text=body, blocks=_blocks(record, body), metadata=_metadata(record, article),
        inline=tuple(_inline(m, len(body)) for m in objects(record, "marks")), notices=words(record, "notices"),
        left_out=tuple(LeftOut(**fields_in(LeftOut, x, [])) for x in objects(record, "left_out")),
    )  # fmt: skip


def _inline(record: Mapping[str, Any], length: int) -> InlineMark:
    return InlineMark(**fields_in(InlineMark, record, [], length=length, kind=InlineKind.EMPHASIS))


def _blocks(record: Mapping[str, Any], body: str) -> tuple[Block, ...]:
    """The blocks as given; in a record that gives none, each line is a paragraph."""
    blocks = objects(record, "blocks")
    if blocks or record.get("blocks") is not None:
        return tuple(Block(**fields_in(Block, block, [], length=len(body))) for block in blocks)
    out, position = [], 0
    for line in body.split("\n"):
        out.append(Block(Span(position, position + len(line))))
        position += len(line) + 1
    return tuple(out)


def _metadata(record: Mapping[str, Any], article: Article) -> Metadata:
    value = record.get("metadata")
    if value is None:
        return Metadata(title=article.title, site=article.site, language=article.language, url=article.url)
    return Metadata(**fields_in(Metadata, mapping_of(value, "“metadata”"), []))
