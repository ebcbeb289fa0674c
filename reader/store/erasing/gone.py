"""What a deletion for good takes, and what is left of a thing that pointed at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reader.edits import Entity
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Review, Source


def _nothing() -> dict[str, set[str]]:
    return {kind: set() for kind in ("article", "revision", "annotation", "relation", "evidence", "source")}


@dataclass(frozen=True, slots=True)
class Gone:
    """Ids by kind of what goes, and ids of what stays without its note."""

    ids: dict[str, set[str]] = field(default_factory=_nothing)
    notes: frozenset[str] = frozenset()
    of_articles: set[str] = field(default_factory=set)  # marks and links whose steps are found by their articles

    def has(self, kind: str, id: str) -> bool:
        return id in self.ids.get(kind, ())

    def may_clear(self, kind: type[Entity]) -> bool:
        """Return whether things of that kind may point at what goes."""
        to = {Annotation: ("source",), Source: ("source",), Relation: ("relation",), Review: ("annotation", "evidence")}
        return any(self.ids[name] for name in to.get(kind, ()))

    def sought(self) -> set[str]:
        """Return the ids by which a step that is of no article here may hold something of it, or point at it."""
        kinds = ("annotation", "relation", "evidence", "source")
        return set().union(self.notes, *(self.ids[kind] for kind in kinds)) - self.of_articles

    def cleared(self, thing: Entity) -> Entity:
        """Return a thing that stays as it is without what goes: its note, and where it pointed."""
        given: dict[str, Any] = {}
        if isinstance(thing, Annotation) and self.has("source", thing.about):
            given["about"] = ""
        if isinstance(thing, Source) and self.has("source", thing.party):
            given["party"] = ""
        if isinstance(thing, Relation) and self.has("relation", thing.within):
            given["within"] = ""
        if isinstance(thing, Review) and (said := self._cited(thing)):
            given |= said
        if thing.id in self.notes and getattr(thing, "note", None):
            given["note"] = ""
        changed: Entity = replace(thing, **given) if given else thing
        return changed

    def _cited(self, review: Review) -> Mapping[str, Any]:
        gone = self.ids["annotation"] | self.ids["evidence"]
        if gone.isdisjoint(id for sentence in review.justification for id in sentence.cites):
            return {}
        kept = (replace(s, cites=tuple(id for id in s.cites if id not in gone)) for s in review.justification)
        return {"justification": tuple(kept)}
