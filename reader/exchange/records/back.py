"""Plain records to values. What one of them gets wrong is said, and the rest is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, cast

from reader.credentials import without_credentials
from reader.edits.facts import FACTS, correct_facts
from reader.errors import FactError
from reader.exchange.records.claims import FIELDS, known_in
from reader.exchange.records.fields import (
    Dropped,
    RecordError,
    made_id,
    mapping_of,
    objects,
    text,
    time_of,
    words,
)
from reader.exchange.records.ids import Ids
from reader.exchange.records.locating import Located, blocks_of, located
from reader.exchange.records.marks import links_of, marks_of
from reader.exchange.records.shape import fields_in, record_names
from reader.exchange.records.told import NEWER, Told
from reader.messages import Message
from reader.model.annotations import Annotation, Relation
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
from reader.model.captures import TO_FETCH
from reader.model.claims import ClaimRecord
from reader.model.codec import description
from reader.model.dataset import Document
from reader.model.labels import COLOURS, Label, Underline
from reader.model.stamps import now
from reader.text.invariants import count_words, frozen

__all__ = ["Read", "RecordError", "belonging_to_none", "document_of", "label_of", "mapping_of", "objects", "time_of"]

ARTICLE = frozenset({
    "annotations", "blocks", "format", "labels", "left_out", "marks", "metadata", "notices", "orphans", "relations",
    "revision", "revisions", "text", *FIELDS, *record_names(Article),
})  # fmt: skip
BOM = "\ufeff"
_WITHOUT_TEXT = Message("it stands on an older text that is not in the set")


@dataclass(slots=True)
class Read:
    """A document as it was read. `entries` has the record of each thing by its id: what a record does not say must
    not take away what is here. `looked_for` are the marks that were put by their words."""

    document: Document
    told: Told
    entries: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    looked_for: tuple[Annotation, ...] = ()


def document_of(record: Mapping[str, Any], ids: Ids, here: tuple[Article, Revision] | None = None) -> Read:
    """Return the document in `record`; on the text that is `here` when it has none of its own.

    Raises `RecordError` when the article itself cannot be read.
    """
    told = Told()
    if not isinstance(record.get("annotations"), list):
        raise RecordError("there is no list of “annotations”, but {0}", ", ".join(sorted(map(str, record))))
    if here is None:
        article, revision, raw = _texts(record, ids, told)
    else:
        article, revision = here
        raw = revision.text
        ids.article(record, revision.fingerprint)
        if ids.ours and record.get("id") == article.id:
            article = _corrected(article, record)
    read = _with_marks(record, article, revision, raw, ids, told)
    if here is not None and article.as_published != here[0].as_published:
        kept = {"as_published": dict(article.as_published), "published_basis": article.published_basis}
        read.entries[article.id] = {**record, **kept}
    return read


def _texts(record: Mapping[str, Any], ids: Ids, told: Told) -> tuple[Article, Revision, str]:
    raw = text(record, "text")
    if not raw.strip() and not _is_to_fetch(record):
        raise RecordError("there is no text")
    body = told.plain(raw if ids.ours else raw.removeprefix(BOM))
    dropped = Dropped()
    article = _article(record, body, ids, told, dropped)
    revision = _revision(mapping_of(record.get("revision") or {}, "“revision”"), record, article, body, dropped)
    for reason in dropped:
        told.add(Message("article {0}: {1}", article.id, reason))
    told.naive += dropped.naive
    return article, revision, raw


def _corrected(article: Article, record: Mapping[str, Any]) -> Article:
    """The article here with what a record without a text says of it; what the publisher says stays beside it."""
    for name in FACTS:
        value = text(record, name)
        if record.get(name) is None or value == getattr(article, name):
            continue
        try:
            for swap in correct_facts(article, {name: value}).swaps:
                article = cast("Article", swap.after)
        except FactError as error:
            raise RecordError("“{0}”: {1}", name, error.message) from error
    given: dict[str, Any] = {name: text(record, name) for name in ("site", "language") if record.get(name) is not None}
    if record.get("tags") is not None:
        given["tags"] = words(record, "tags")
    return replace(article, **given)


def _is_to_fetch(record: Mapping[str, Any]) -> bool:
    """Whether only the address of the article was in the library that it comes from."""
    inner = record.get("revision")
    return isinstance(inner, dict) and inner.get("origin") == TO_FETCH


def _with_marks(
    record: Mapping[str, Any], article: Article, revision: Revision, raw: str, ids: Ids, told: Told
) -> Read:
    marks = marks_of(record, "annotations", revision, raw, ids, told)
    found = located(marks.floating, revision)
    entries = marks.entries
    older = {one.id: one for one in _older(record, article)}
    orphans = [*_orphans(record, older, revision, ids, told, entries), *found.orphans]
    relations = tuple(links_of(record, article.id, ids, told, entries))
    known = tuple(known_in(record, ids, told, entries))
    texts = (*older.values(), *([found.words] if found.words is not None else []))
    document = Document(article, revision, (*marks.placed, *found.placed), relations, known, tuple(orphans), texts)
    return Read(document, told, entries, (*found.placed, *found.orphans))


def _older(record: Mapping[str, Any], article: Article) -> list[Revision]:
    found = []
    for one in objects(record, "revisions"):
        made = _revision(one, one, replace(article, revision_id=text(one, "id")), frozen(text(one, "text")), Dropped())
        found.append(made)
    return found


def _orphans(
    record: Mapping[str, Any], older: Mapping[str, Revision], revision: Revision, ids: Ids, told: Told,
    entries: dict[str, Mapping[str, Any]],
) -> list[Annotation]:  # fmt: skip
    """The marks that stand on older texts of the record."""
    by_text: dict[str, list[Mapping[str, Any]]] = {}
    for entry in objects(record, "orphans"):
        by_text.setdefault(text(entry, "revision"), []).append(entry)
    found: list[Annotation] = []
    for id, some in by_text.items():
        if id not in older:
            for entry in some:
                told.refuse(str(entry.get("id", "")), _WITHOUT_TEXT)
            continue
        marks = marks_of({"orphans": some}, "orphans", older[id], older[id].text, ids, told)
        looked: Located = located(marks.floating, older[id])
        found += [*marks.placed, *looked.placed, *looked.orphans]
        entries |= marks.entries
    return found


def belonging_to_none(
    record: Mapping[str, Any], ids: Ids
) -> tuple[tuple[Relation, ...], tuple[ClaimRecord, ...], Read]:
    """Return the links and the claims of a record that is no article."""
    told, entries = Told(), dict[str, Mapping[str, Any]]()
    relations = tuple(links_of(record, "", ids, told, entries))
    known = tuple(known_in(record, ids, told, entries))
    nothing = Article("", "", "", now())
    text_ = Revision("", "", "", (), Metadata(), now())
    return relations, known, Read(Document(nothing, text_), told, entries)


def label_of(record: Mapping[str, Any]) -> Label:
    """Return A label from its definition; only the id is required."""
    id = text(record, "id")
    if not id:
        raise RecordError("a label has no id")
    values = fields_in(Label, record, [], name=id, colour="slate", underline=Underline.SOLID, position=0)
    return Label(**values | {"colour": values["colour"] if values["colour"] in COLOURS else "slate"})


def _article(record: Mapping[str, Any], body: str, ids: Ids, told: Told, dropped: Dropped) -> Article:
    words_alone = fingerprint(body)
    id = ids.article(record, words_alone, body, text(record, "url"))
    inner = record.get("revision")
    revision_id = text(mapping_of(inner, "“revision”"), "id") if inner is not None and ids.ours else ""
    known = ARTICLE if record.get("title") is not None else ARTICLE | {"name"}
    record, newer = _without_newer(Article, record, ids, told)
    more = told.extra(record, known, ids, "article")
    values = fields_in(Article, record, dropped, added=now(), words=count_words(body)) | {
        "id": id,
        "revision_id": revision_id or made_id(f"revision\n{id}\n{body}"),
        "title": text(record, "title", text(record, "name") or body.split("\n", 1)[0]),
        "extra": {**more, NEWER: {**_mapping(more.get(NEWER)), **newer}} if newer else more,
    }
    values |= {name: without_credentials(values.get(name) or "") for name in ("url", "origin")}
    if not ids.ours:
        values |= {"tags": told.clean_tags(values["tags"]), "title": told.plain(values["title"])}
    return Article(**values)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _without_newer(
    kind: type[Any], record: Mapping[str, Any], ids: Ids, told: Told
) -> tuple[Mapping[str, Any], dict[str, Any]]:
    """The record without the values that only a newer Tilik knows, and these."""
    if not ids.ours:
        return record, {}
    newer = {
        f.name: record[f.name]
        for f in description(kind)
        if isinstance(f.hint, type) and issubclass(f.hint, StrEnum) and isinstance(record.get(f.name), str)
        and record[f.name] not in list(f.hint)
    }  # fmt: skip
    told.newer(kind.__name__.lower(), newer)
    return ({**record, **dict.fromkeys(newer)}, newer) if newer else (record, newer)


def _revision(
    inner: Mapping[str, Any], record: Mapping[str, Any], article: Article, body: str, dropped: Dropped
) -> Revision:
    values = fields_in(Revision, inner, dropped, captured=article.added, origin="import") | {
        "id": article.revision_id,
        "fingerprint": fingerprint(body) if body else "",
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
    blocks: Sequence[Mapping[str, Any]] = objects(record, "blocks")
    if blocks or record.get("blocks") is not None:
        return tuple(Block(**fields_in(Block, block, [], length=len(body))) for block in blocks)
    return blocks_of(body)


def _metadata(record: Mapping[str, Any], article: Article) -> Metadata:
    value = record.get("metadata")
    if value is None:
        return Metadata(title=article.title, site=article.site, language=article.language, url=article.url)
    found = Metadata(**fields_in(Metadata, mapping_of(value, "“metadata”"), []))
    return replace(found, url=without_credentials(found.url))
