"""What is here and what a set says of the same thing: which fields differ, and the thing as it would be taken.

Only what the set says counts: a record without a field never takes ours away, nor does what was withheld of a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.edits import Entity
from reader.exchange.records import local_name
from reader.exchange.records.shape import SHAPES, Shape
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, State
from reader.model.claims import KINDS
from reader.model.codec import description
from reader.model.labels import Label
from reader.model.protection import desk_only

WITHHELD = "withheld"  # in `extra` of a protected source: the fields that did not leave the house
_CLAIMS = tuple(KINDS.values())
# What each library has of its own: when something was made, how far a desk is with an article, its key on the keyboard.
_OWN: Mapping[type[Any], frozenset[str]] = {
    Article: frozenset({"id", "revision_id", "added", "state", "words", "origin"}),
    Annotation: frozenset({"id", "article_id", "anchor", "created", "modified", "origin"}),
    Relation: frozenset({"id", "members", "created"}),
    Label: frozenset({"id", "key", "position", "builtin"}),
    **dict.fromkeys(_CLAIMS, frozenset({"id", "created", "modified"})),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """`taken` is ours with what the set says in `fields`."""

    fields: tuple[str, ...]
    taken: Any


def difference(ours: Entity, theirs: Entity, record: Mapping[str, Any]) -> Difference | None:
    """Return what `theirs` says otherwise; None when it says nothing else."""
    kind: type[Any] = type(ours)
    if kind is not type(theirs) or kind not in _OWN:
        return None
    found = dict(_different(ours, theirs, record))
    if not found:
        return None
    if hasattr(ours, "modified") and record.get("modified"):
        found["modified"] = theirs.modified  # type: ignore[union-attr]
    return Difference(tuple(sorted(found.keys() - {"modified"})), replace(ours, **found))


def _different(ours: Any, theirs: Any, record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    kind: type[Any] = type(ours)
    shape = SHAPES.get(kind, Shape())
    withheld = _withheld(theirs)
    for f in description(kind):
        name = shape.names.get(f.name, f.name)
        if f.name in _OWN[kind] or f.name in withheld or record.get(name) is None:
            continue
        mine, other = getattr(ours, f.name), getattr(theirs, f.name)
        if f.name in desk_only(kind) and not other:  # it stayed with the desk that sent the set
            continue
        if f.name == "extra":
            other = _extra(mine, other, withheld)
        if mine != other and not (f.name == "url" and other == local_name(mine)):
            yield f.name, other
    if isinstance(ours, Annotation) and _moved(ours, theirs):
        yield "anchor", theirs.anchor
        if ours.origin is not None or theirs.origin is not None:
            yield "origin", theirs.origin
    if isinstance(ours, Relation) and ours.members != theirs.members:
        yield "members", theirs.members
    if isinstance(ours, Article) and ours.state is State.TRASHED and theirs.state is not State.TRASHED:
        yield "state", theirs.state


def _withheld(theirs: Any) -> frozenset[str]:
    extra = getattr(theirs, "extra", None)
    names = extra.get(WITHHELD) if isinstance(extra, Mapping) else None
    return frozenset(map(str, names)) if isinstance(names, list | tuple) else frozenset()


def _extra(mine: Mapping[str, Any], other: Mapping[str, Any], withheld: frozenset[str]) -> Mapping[str, Any]:
    """What they keep for other programs, beside what we do."""
    if not withheld:
        return {**mine, **other} if WITHHELD not in mine else {**_without(mine), **other}
    kept = {**mine, **_without(other)}
    return {**kept, WITHHELD: mine[WITHHELD]} if WITHHELD in mine else kept


def _without(extra: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in extra.items() if name != WITHHELD}


def _moved(ours: Annotation, theirs: Annotation) -> bool:
    """Whether they marked other words; where a capture has carried a mark is no matter of theirs."""
    if ours.anchor.revision_id == theirs.anchor.revision_id and ours.origin is None and theirs.origin is None:
        return ours.anchor.spans != theirs.anchor.spans
    return made_quote(ours) != made_quote(theirs)


def made_quote(mark: Annotation) -> str:
    """Return the words that a mark was made on."""
    return mark.origin.quote if mark.origin is not None else mark.anchor.quote
