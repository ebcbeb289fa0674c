"""Values to plain records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from reader.errors import ExportError
from reader.exchange.records.claims import known_out
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Block, InlineMark, LeftOut, Metadata, Revision
from reader.model.dataset import Document
from reader.model.labels import Label
from reader.system_reasons import reason_of

Record = dict[str, Any]


def time_out(time: datetime) -> str:
    """ISO 8601 in UTC with `Z`; the same instant gives the same text, wherever it was written."""
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def json_text(mapping: Mapping[str, Any]) -> str:
    """Compact JSON with sorted keys, or "" for an empty mapping."""
    return plain_json(dict(mapping)) if mapping else ""


def plain_json(value: object) -> str:
    """`value` as compact JSON with sorted keys. Raises `ExportError` for what JSON cannot hold, as NaN."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ExportError("the set holds a value that JSON cannot: {0}", reason_of(error)) from error


def local_name(source: str) -> str:
    """`source` without the folder it lay in: a folder names its owner. Addresses stay as they are."""
    if source.lower().startswith("file:") or not re.match(r"[a-z][a-z0-9+.-]+:", source, re.IGNORECASE):
        return re.split(r"[/\\]", source)[-1]
    return source


def without_folders(document: Document) -> Document:
    """The document without the folders of its owner's disk: in its source, its addresses, its links and pictures."""
    article, revision = document.article, document.revision
    return replace(
        document,
        article=replace(article, origin=local_name(article.origin), url=_address(article.url)),
        revision=replace(
            revision,
            metadata=replace(revision.metadata, url=_address(revision.metadata.url)),
            inline=tuple(replace(m, target=_address(m.target)) for m in revision.inline),
            blocks=tuple(_block_without_folder(b) for b in revision.blocks),
        ),
    )


def _address(address: str) -> str:
    return local_name(address) if address.lower().startswith("file:") else address


def _block_without_folder(block: Block) -> Block:
    src = block.attrs.get("src", "")
    return block if _address(src) == src else replace(block, attrs={**block.attrs, "src": _address(src)})


def label_out(x: Label) -> Record:
    """A label's definition."""
    return {
        "id": x.id, "name": x.name, "key": x.key, "colour": x.colour, "underline": x.underline.value,
        "position": x.position, "builtin": x.builtin,
    }  # fmt: skip


def document_out(document: Document) -> Record:
    """Everything a document holds."""
    return {
        **_article(document.article),
        **_words(document.revision),
        "revision": _revision(document.revision),
        "annotations": [_annotation(a, document.revision.text) for a in document.annotations],
        "relations": [_relation(r) for r in document.relations],
        **known_out(document.known),
    }


def _article(a: Article) -> Record:
    return {
        "id": a.id, "title": a.title, "source": a.origin, "site": a.site, "byline": a.byline, "url": a.url,
        "published": a.published, "published_basis": a.published_basis, "language": a.language, "words": a.words,
        "added": time_out(a.added), "state": a.state.value, "tags": list(a.tags), "extra": json_text(a.extra),
    }  # fmt: skip


def _words(r: Revision) -> Record:
    return {
        "text": r.text, "blocks": [_block(b) for b in r.blocks], "marks": [_mark(m) for m in r.inline],
        "left_out": [_left_out(x) for x in r.left_out], "notices": list(r.notices), "metadata": _metadata(r.metadata),
    }  # fmt: skip


def _revision(r: Revision) -> Record:
    return {
        "id": r.id, "captured": time_out(r.captured), "cleaner": r.cleaner, "fingerprint": r.fingerprint,
        "original_id": r.original_id, "origin": r.origin,
    }  # fmt: skip


def _block(b: Block) -> Record:
    begin, end = b.span.start, b.span.end
    return {"begin": begin, "end": end, "kind": b.kind.value, "level": b.level, "attrs": json_text(b.attrs)}


def _mark(m: InlineMark) -> Record:
    return {"begin": m.span.start, "end": m.span.end, "kind": m.kind.value, "target": m.target}


def _left_out(x: LeftOut) -> Record:
    made: Record = {"text": x.text, "reason": x.reason, "after": x.after, "kind": x.kind.value, "level": x.level}
    return made | {"attrs": json_text(x.attrs)}


def _metadata(m: Metadata) -> Record:
    kept: Record = {name: getattr(m, name) for name in Metadata.__slots__}
    return kept | {"tags": list(m.tags), "basis": json_text(m.basis)}


def _annotation(a: Annotation, text: str) -> Record:
    """`quote` is the text from `begin` to `end`, gaps included, so that any reader can check it against the text."""
    anchor = a.anchor
    return {
        "id": a.id, "label": a.label, "begin": anchor.start, "end": anchor.end, "spans": _pieces(anchor.spans),
        "quote": text[anchor.start : anchor.end], "prefix": anchor.before, "suffix": anchor.after, "note": a.note,
        "tags": list(a.tags), "attributes": json_text(a.attributes), "annotator": a.annotator,
        "created": time_out(a.created), "modified": time_out(a.modified), "extra": json_text(a.extra),
        **({"about": a.about} if a.about else {}),
    }  # fmt: skip


def _pieces(spans: Iterable[Any]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _relation(r: Relation) -> Record:
    return {
        "id": r.id, "type": r.kind, "from": r.end("from"), "to": r.end("to"),
        "members": [{"role": m.role, "annotation": m.annotation_id} for m in r.members],
        "note": r.note, "attributes": json_text(r.attributes), "annotator": r.annotator,
        "created": time_out(r.created), "extra": json_text(r.extra), **({"within": r.within} if r.within else {}),
    }  # fmt: skip
