"""Values to plain records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from reader.exchange.records.claims import known_out
from reader.exchange.records.shape import fields_out
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Block, LeftOut
from reader.model.codec import plain
from reader.model.dataset import Document
from reader.model.labels import Label

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
        article=replace(article, origin=local_name(article.origin), url=_address(article.url)),
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
    return local_name(address) if _is_file(address) else address


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
    revision = document.revision
    return {
        **fields_out(document.article),
        "text": revision.text,
        "blocks": [fields_out(block) for block in revision.blocks],
        "marks": [fields_out(mark) for mark in revision.inline],
        "left_out": [fields_out(part) for part in revision.left_out],
        "notices": list(revision.notices),
        "metadata": fields_out(revision.metadata),
        "revision": fields_out(revision),
        "annotations": [_annotation(a, revision.text) for a in document.annotations],
        "relations": [_relation(r) for r in document.relations],
        **known_out(document.known),
    }


def _annotation(a: Annotation, text: str) -> Record:
    """`quote` is the text from `begin` to `end`, gaps included, so that any reader can check it against the text."""
    anchor = a.anchor
    return {
        **fields_out(a), "begin": anchor.start, "end": anchor.end, "spans": [plain(span) for span in anchor.spans],
        "quote": text[anchor.start : anchor.end], "prefix": anchor.before, "suffix": anchor.after,
    }  # fmt: skip


def _relation(r: Relation) -> Record:
    members = [{"role": m.role, "annotation": m.annotation_id} for m in r.members]
    return {**fields_out(r), "from": r.end("from"), "to": r.end("to"), "members": members}
