"""Values to plain records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from reader.exchange.records.claims import known_out
from reader.exchange.records.shape import fields_out
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Block, LeftOut, Revision
from reader.model.dataset import Document
from reader.model.labels import Label
from reader.text.credentials import without_credentials

Record = dict[str, Any]


def local_name(source: str) -> str:
    """Return `source` without the folder it lay in: a folder names its owner. Addresses stay as they are."""
    if source.lower().startswith("file:") or not re.match(r"[a-z][a-z0-9+.-]+:", source, re.IGNORECASE):
        return re.split(r"[/\\]", source)[-1]
    return source


def without_folders(document: Document) -> Document:
    """Return the document without the folders of its owner's disk: in its source, its addresses, its links and
    pictures. What has none stays the same object, so that comparing costs little."""
    article, revision = document.article, document.revision
    return replace(
        document,
        article=replace(article, origin=without_credentials(local_name(article.origin)), url=_address(article.url)),
        revision=replace(
            revision,
            metadata=replace(revision.metadata, url=_address(revision.metadata.url)),
            inline=tuple([replace(m, target=_address(m.target)) if _is_file(m.target) else m for m in revision.inline]),
            blocks=_pictures_without_folders(revision.blocks),
            left_out=_pictures_without_folders(revision.left_out),
        ),
    )


def _is_file(address: str) -> bool:
    return address[:5].lower() == "file:"


def _address(address: str) -> str:
    return local_name(address) if _is_file(address) else without_credentials(address)


_Part = TypeVar("_Part", Block, LeftOut)


def _pictures_without_folders(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    return tuple([
        replace(part, attrs={**part.attrs, "src": _address(part.attrs["src"])})
        if _is_file(part.attrs.get("src", "")) else part
        for part in parts
    ])  # fmt: skip


def label_out(label: Label) -> Record:
    """Return a label's definition."""
    return fields_out(label)


def document_out(document: Document) -> Record:
    """Return everything that a document holds."""
    revision, texts = document.revision, {one.id: one.text for one in document.revisions}
    return {
        **fields_out(document.article),
        **text_out(revision),
        "revision": fields_out(revision),
        "annotations": [mark_out(a, revision.text) for a in document.annotations],
        "orphans": [{**mark_out(a, texts[a.anchor.revision_id]), "revision": a.anchor.revision_id}
                    for a in document.orphans],
        "relations": [relation_out(r) for r in document.relations],
        "revisions": [{**fields_out(one), **text_out(one)} for one in document.revisions],
        **known_out(document.known),
    }  # fmt: skip


def text_out(revision: Revision) -> Record:
    """Return a text with its structure and what the page says of itself."""
    return {
        "text": revision.text,
        "blocks": [fields_out(block) for block in revision.blocks],
        "marks": [fields_out(mark) for mark in revision.inline],
        "left_out": [fields_out(part) for part in revision.left_out],
        "notices": list(revision.notices),
        "metadata": fields_out(revision.metadata),
    }


def mark_out(a: Annotation, text: str) -> Record:
    """Return a mark. `quote` is the text from `begin` to `end`, gaps included, so that any reader can check it against
    the text."""
    anchor = a.anchor
    spans = anchor.spans
    start, end = spans[0].start, spans[-1].end
    record = fields_out(a)
    record["begin"], record["end"], record["spans"] = start, end, [[one.start, one.end] for one in spans]
    record["quote"], record["prefix"], record["suffix"] = text[start:end], anchor.before, anchor.after
    return record


def relation_out(r: Relation) -> Record:
    """Return a link, its ends by role and those of a plain one by name."""
    members = [{"role": m.role, "annotation": m.annotation_id} for m in r.members]
    return {**fields_out(r), "from": r.end("from"), "to": r.end("to"), "members": members}
