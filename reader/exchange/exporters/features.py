"""What a set may hold, by features, and what a format that lacks some of them loses of one document.

Every field of every entity of a set belongs to a feature here (`tests` hold that), so that a format which says what it
holds never loses anything in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, BlockKind, Metadata, Revision
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.codec import description
from reader.model.dataset import Document, pictures_of
from reader.model.struck_places import struck_places


class Feature(StrEnum):
    """One thing that a format may hold or lack; the value is the kind of the loss."""

    ARTICLES = "articles"
    ORIGINALS = "originals"
    PICTURES = "pictures"
    REVISIONS = "older_texts"
    TEXTS = "texts"
    STRUCTURE = "structure"
    SPANNED_CELLS = "cells"
    STRUCK = "struck"
    LEFT_OUT = "left_out"
    CAPTURE = "captures"
    NOTICES = "notices"
    METADATA = "metadata"
    ARTICLE_TAGS = "article_tags"
    STATES = "states"
    PUBLISHER_VALUES = "publisher_values"
    ARTICLE_EXTRA = "articles_extra"
    UNMARKED = "unmarked"
    ORPHANS = "orphans"
    PLACES = "offsets"
    PIECES = "pieces"
    OVERLAP = "overlaps"
    ZERO_WIDTH = "zero_width"
    NOTES = "notes"
    TAGS = "tags"
    ATTRIBUTES = "attributes"
    PEOPLE = "people"
    TIMES = "times"
    ABOUT = "about"
    EXTRA = "extra"
    ORIGINS = "origins"
    LINKS = "links"
    MANY_ENDED = "links_of_many"
    CROSS_LINKS = "links_across"
    LINK_NOTES = "link_notes"
    LINK_ATTRIBUTES = "link_attributes"
    LINK_PEOPLE = "link_people"
    LINK_TIMES = "link_times"
    NESTING = "nesting"
    LINK_EXTRA = "links_extra"
    CLAIMS = "claims"
    SOURCES = "sources"
    EVIDENCE = "evidence"
    REVIEWS = "reviews"
    CLAIM_PEOPLE = "claims_people"
    CLAIM_EXTRA = "claims_extra"
    LABELS = "labels"


F = Feature
ALL = frozenset(Feature)
# What programs say of things by way of naming and joining them; no format loses it.
_NAMED = None
_ARTICLE: Mapping[str, Feature | None] = {
    **dict.fromkeys(("id", "revision_id", "added", "words", "origin"), _NAMED),
    **dict.fromkeys(("title", "site", "byline", "published", "published_basis", "language", "url"), F.ARTICLES),
    "state": F.STATES, "tags": F.ARTICLE_TAGS, "extra": F.ARTICLE_EXTRA, "as_published": F.PUBLISHER_VALUES,
}  # fmt: skip
_REVISION: Mapping[str, Feature | None] = {
    **dict.fromkeys(("id", "article_id"), _NAMED),
    "text": F.TEXTS, "blocks": F.STRUCTURE, "inline": F.STRUCTURE, "left_out": F.LEFT_OUT, "notices": F.NOTICES,
    "metadata": F.METADATA, "original_id": F.ORIGINALS,
    **dict.fromkeys(("captured", "cleaner", "fingerprint", "origin", "corrected"), F.CAPTURE),
}  # fmt: skip
_ANNOTATION: Mapping[str, Feature | None] = {
    **dict.fromkeys(("id", "article_id", "label", "anchor"), _NAMED),
    **dict.fromkeys(("created", "modified"), F.TIMES), "note": F.NOTES, "tags": F.TAGS, "attributes": F.ATTRIBUTES,
    "annotator": F.PEOPLE, "extra": F.EXTRA, "about": F.ABOUT, "origin": F.ORIGINS,
}  # fmt: skip
_RELATION: Mapping[str, Feature | None] = {
    **dict.fromkeys(("id", "kind", "members"), _NAMED), "created": F.LINK_TIMES, "note": F.LINK_NOTES,
    "attributes": F.LINK_ATTRIBUTES, "annotator": F.LINK_PEOPLE, "extra": F.LINK_EXTRA, "within": F.NESTING,
}  # fmt: skip
FIELDS: Mapping[type[Any], Mapping[str, Feature | None]] = {
    Article: _ARTICLE, Revision: _REVISION, Annotation: _ANNOTATION, Relation: _RELATION,
}  # fmt: skip
# What was found out is told as a whole by formats that lack it; of those that have it, these fields.
CLAIM_FIELDS: Mapping[str, Feature | None] = {
    **dict.fromkeys(("annotator", "created", "modified"), F.CLAIM_PEOPLE),
    "extra": F.CLAIM_EXTRA,
}
# A field that is new in the model is lost by every format that does not hold what other programs say.
UNKNOWN: Mapping[type[Any], Feature] = {
    Article: F.ARTICLE_EXTRA, Revision: F.CAPTURE, Annotation: F.EXTRA, Relation: F.LINK_EXTRA,
}  # fmt: skip
WHOLE: Mapping[type[Any], Feature] = {
    Claim: F.CLAIMS, Source: F.SOURCES, Evidence: F.EVIDENCE, Review: F.REVIEWS,
}  # fmt: skip
_PLAIN_METADATA = frozenset({"title", "site", "byline", "published", "published_basis", "language", "url", "basis"})

Found = Iterator[tuple[Feature, str]]
_Lack = Callable[[Document], Iterator[str]]


def lost(document: Document, held: frozenset[Feature]) -> Found:
    """Yield every thing of `document` that a format loses which holds `held` alone: the feature, and the thing's id."""
    lacking = ALL - held
    if F.TEXTS in lacking:
        lacking -= {F.STRUCTURE, F.SPANNED_CELLS}
    for feature, things in _WAYS.items():
        if feature in lacking:
            yield from ((feature, id) for id in things(document))
    if F.LINKS in held and lacking & _OF_LINKS:
        yield from _by_fields(Relation, document.relations, lacking)
    marks = document.marks if F.ORPHANS in held else document.annotations
    if lacking & _OF_MARKS:
        yield from _by_fields(Annotation, marks, lacking)
    yield from _of_known(document, lacking)
    if lacking & _OF_ARTICLES:
        yield from _by_fields(Article, (document.article,), lacking)


def _by_fields(kind: type[Any], things: tuple[Any, ...], lacking: frozenset[Feature]) -> Found:
    wanted: dict[Feature, list[tuple[str, Any]]] = {}
    for f in description(kind):
        feature = FIELDS[kind].get(f.name, UNKNOWN[kind])
        if feature is not None and feature in lacking:
            wanted.setdefault(feature, []).append((f.name, f.default))
    for thing in things:
        for feature, fields in wanted.items():
            if any(getattr(thing, name) != default for name, default in fields):
                yield feature, thing.id


def _of_known(document: Document, lacking: frozenset[Feature]) -> Found:
    for thing in document.known:
        if (feature := WHOLE[type(thing)]) in lacking:
            yield feature, thing.id
        else:
            yield from (
                (one, thing.id) for one in (F.CLAIM_PEOPLE, F.CLAIM_EXTRA) if one in lacking and _says(thing, one)
            )
        if isinstance(thing, Evidence) and thing.form == "file" and F.ORIGINALS in lacking:
            yield F.ORIGINALS, thing.id


def _says(thing: ClaimRecord, feature: Feature) -> bool:
    """Whether a claim, source, piece of evidence or review has what a feature is about."""
    return any(bool(getattr(thing, name, None)) for name, of in CLAIM_FIELDS.items() if of is feature)


def _originals(document: Document) -> Iterator[str]:
    for revision in (document.revision, *document.revisions):
        if revision.original_id:
            yield document.article.id


def _cells(document: Document) -> Iterator[str]:
    rows = (block for block in document.revision.blocks if block.kind is BlockKind.TABLE_ROW)
    return (document.article.id for row in rows if "spans" in row.attrs or "headers" in row.attrs)


def _metadata(document: Document) -> Iterator[str]:
    metadata = document.revision.metadata
    fields = (f for f in description(Metadata) if f.name not in _PLAIN_METADATA)
    if any(getattr(metadata, f.name) != f.default for f in fields):
        yield document.article.id


def _structure(document: Document) -> Iterator[str]:
    plain = all(b.kind is BlockKind.PARAGRAPH and not b.attrs for b in document.revision.blocks)
    if document.revision.inline or not plain:
        yield document.article.id


def _overlapping(document: Document) -> Iterator[str]:
    """The marks that begin before an earlier one ends."""
    end = -1
    for mark in document.annotations:
        if mark.anchor.start < end:
            yield mark.id
        end = max(end, mark.anchor.end)


def _many_ended(document: Document) -> Iterator[str]:
    return (r.id for r in document.relations if len(r.members) != 2)


def _across(document: Document) -> Iterator[str]:
    own = {mark.id for mark in document.marks}
    return (r.id for r in document.relations if any(m.annotation_id not in own for m in r.members))


_WAYS: Mapping[Feature, _Lack] = {
    F.ORIGINALS: _originals,
    F.PICTURES: pictures_of,
    F.REVISIONS: lambda d: (r.id for r in d.revisions),
    F.TEXTS: lambda d: iter((d.article.id,) if d.annotations or d.orphans else ()),
    F.STRUCTURE: _structure,
    F.SPANNED_CELLS: _cells,
    F.STRUCK: lambda d: (d.article.id for _ in struck_places(d.revision)),
    F.LEFT_OUT: lambda d: iter((d.article.id,) if d.revision.left_out else ()),
    F.CAPTURE: lambda d: iter((d.article.id,)),
    F.NOTICES: lambda d: iter((d.article.id,) if d.revision.notices else ()),
    F.METADATA: _metadata,
    F.UNMARKED: lambda d: iter(() if d.annotations or d.orphans else (d.article.id,)),
    F.ORPHANS: lambda d: (m.id for m in d.orphans),
    F.PLACES: lambda d: (m.id for m in d.annotations),
    F.PIECES: lambda d: (m.id for m in d.annotations if len(m.anchor.spans) > 1),
    F.OVERLAP: _overlapping,
    F.ZERO_WIDTH: lambda d: (m.id for m in d.annotations if any(s.start == s.end for s in m.anchor.spans)),
    F.LINKS: lambda d: (r.id for r in d.relations),
    F.MANY_ENDED: _many_ended,
    F.CROSS_LINKS: _across,
}
_OF_MARKS = frozenset(_ANNOTATION.values()) - {None}
_OF_LINKS = frozenset(_RELATION.values()) - {None}
_OF_ARTICLES = frozenset(_ARTICLE.values()) - {None}
