"""What a format cannot hold, counted before a byte is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Evidence
from reader.model.codec import FieldCodec, description
from reader.model.dataset import Dataset, Document
from reader.model.labels import BUILTIN
from reader.model.vocabulary import DESK_ONLY

KEEP_IDS = 100  # of each kind, to show; the counts are of all

# Every kind of loss: what it is called, and what stands in the file instead.
KINDS = {
    "originals": (Message("articles' original files"), Message("the cleaned text is written")),
    "pictures": (Message("pictures"), Message("their captions and addresses are written")),
    "folders": (Message("articles' folders on this computer"), Message("the files' names are written")),
    "outside links": (Message("links to marks that are not in this set"), Message("left out")),
    "unused labels": (Message("labels that no mark of this set carries"), Message("left out")),
    "texts": (Message("articles' texts"), Message("quotes with what stands around them are written")),
    "addresses": (Message("articles' addresses"), Message("not printed")),
    "whole texts": (Message("articles' full texts"), Message("only the marked quotes are written")),
    "struck": (Message("words that the publisher struck out"), Message("not written; the text never held them")),
    "cells": (
        Message("rows of tables with cells that are merged or head their row"),
        Message("each cell stands in its column"),
    ),
    "metadata": (
        Message("articles' further metadata"),
        Message("title, site, byline, date, language and address are written"),
    ),
    "publishers' values": (
        Message("articles with facts that were corrected here"),
        Message("the corrected values are written, not the publisher's"),
    ),
    "offsets": (Message("marks' exact places"), Message("their words are written")),
    "extra": (Message("marks' further values from other programs"), Message("not written")),
    "origins": (Message("where marks stood before a later capture"), Message("not written")),
    "unmarked": (Message("articles without a mark"), Message("left out")),
    "long cells": (
        Message("notes and quotes longer than a cell of Excel"),
        Message("cut at 32,767 characters, with …"),
    ),
    "links": (Message("links between marks"), Message("not written")),
    "claims": (Message("claims, sources, evidence and reviews"), Message("not written")),
    "desk only": (Message("values that only the desk may know"), Message("never written")),
}

# Fields of annotations and relations that formats to read show, or count as a loss by a name of its own.
_SHOWN = frozenset(
    {
        "id", "article_id", "label", "anchor", "created", "modified", "note", "tags", "attributes", "annotator",
        "extra", "about", "origin", "kind", "members", "within",
    }
)  # fmt: skip
_UNSHOWN: Mapping[type[Any], tuple[FieldCodec, ...]] = {
    kind: tuple(f for f in description(kind) if f.name not in _SHOWN) for kind in (Annotation, Relation)
}


@dataclass(frozen=True, slots=True)
class Loss:
    """How many of one kind are not in the file, the first of their ids, and what is there instead."""

    kind: str
    count: int
    ids: tuple[str, ...] = ()

    @property
    def message(self) -> Message:
        """How many, of what, and what is there instead."""
        name, instead = KINDS[self.kind]
        return Message("{1}: {0} ({2})", self.count, name, instead)

    def __str__(self) -> str:
        return str(self.message)


@dataclass(frozen=True, slots=True)
class LossReport:
    """What will be written, and every loss. True when something is lost."""

    documents: int
    annotations: int
    relations: int
    losses: tuple[Loss, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.losses)

    def count(self, kind: str) -> int:
        """Return how many of `kind` are lost."""
        return next((loss.count for loss in self.losses if loss.kind == kind), 0)


class Tally:
    """Counts losses by kind; remembers the first ids of each."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._ids: dict[str, list[str]] = {}

    def add(self, kind: str, id: str) -> None:
        """Count one."""
        self._counts[kind] += 1
        kept = self._ids.setdefault(kind, [])
        if len(kept) < KEEP_IDS:
            kept.append(id)

    def copy(self) -> Tally:
        """Return one that has counted the same so far."""
        made = Tally()
        made._counts = self._counts.copy()
        made._ids = {kind: [*ids] for kind, ids in self._ids.items()}
        return made

    def losses(self) -> tuple[Loss, ...]:
        """In the order of `KINDS`."""
        return tuple(Loss(kind, self._counts[kind], tuple(self._ids[kind])) for kind in KINDS if self._counts[kind])


def kept_elsewhere(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what no set of ours carries: the bytes an article came from and its stored pictures."""
    if document.revision.original_id:
        yield "originals", document.article.id
    for block in document.revision.blocks:
        if block.attrs.get("picture"):
            yield "pictures", block.attrs["picture"]
    for thing in document.known:
        if isinstance(thing, Evidence) and thing.form == "file":
            yield "originals", thing.id


def desk_only(document: Document) -> Iterator[tuple[str, str]]:
    """Yield claims and sources with what no export holds: ground rules, reliability, credibility."""
    yield from (("desk only", k.id) for k in document.known if any(getattr(k, name, "") for name in DESK_ONLY))


def claims(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what lives across articles, for formats that have no place for it."""
    yield from (("claims", k.id) for k in document.known)


def has_further(thing: Annotation | Relation) -> bool:
    """Return whether it carries values of other programs, or in fields for which no format to read has a place yet."""
    return bool(thing.extra) or any(getattr(thing, f.name) != f.default for f in _UNSHOWN[type(thing)])


def extra(document: Document) -> Iterator[tuple[str, str]]:
    """Yield marks and links that carry what another program said of them, and marks that a capture put elsewhere."""
    yield from (("extra", a.id) for a in document.annotations if has_further(a))
    yield from (("extra", r.id) for r in document.relations if has_further(r))
    yield from origins(document)


def origins(document: Document) -> Iterator[tuple[str, str]]:
    """Yield marks whose earlier place is kept, for formats that have no place for it."""
    yield from (("origins", a.id) for a in document.annotations if a.origin is not None)


def unused_labels(dataset: Dataset, used: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the user's own labels that no mark carries; the built-in ones are everywhere."""
    carried = set(used)
    for label in dataset.labels:
        if label.id not in carried and label not in BUILTIN:
            yield "unused labels", label.id
