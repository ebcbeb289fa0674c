"""What a deletion for good takes, and what is left of a thing that pointed at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reader.edits import Entity
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Claim, Evidence, Review, Source

BOARD = ("source", "claim", "evidence", "review")  # what lives across articles


def _nothing() -> dict[str, set[str]]:
    return {kind: set() for kind in ("article", "revision", "annotation", "relation", *BOARD)}


_POINTS_AT: Mapping[type[Entity], tuple[str, ...]] = {
    Annotation: ("source", "claim"), Source: ("source",), Claim: ("claim",), Relation: ("relation",),
    Review: ("annotation", "evidence"),
}  # fmt: skip


def is_file(target: str) -> bool:
    """Return whether the target of evidence is a file: it is named by what is in it; other targets are no such name."""
    return len(target) == 64


@dataclass(frozen=True, slots=True)
class Gone:
    """Ids by kind of what goes, and ids of what stays without its note."""

    ids: dict[str, set[str]] = field(default_factory=_nothing)
    notes: frozenset[str] = frozenset()
    of_articles: set[str] = field(default_factory=set)  # marks and links whose steps are found by their articles
    files: set[str] = field(default_factory=set)  # evidence that is a file, also such as only the log still holds

    def has(self, kind: str, id: str) -> bool:
        return id in self.ids.get(kind, ())

    def may_clear(self, kind: type[Entity]) -> bool:
        """Return whether things of that kind may point at what goes."""
        return any(self.ids[name] for name in _POINTS_AT.get(kind, ()))

    def takes_with_it(self, kind: str, body: Mapping[str, Any]) -> bool:
        """Return whether it goes because the claim goes on which it hangs; it is known by its id from then on."""
        if kind not in ("evidence", "review") or not self.has("claim", body["claim_id"]):
            return False
        self.ids[kind].add(body["id"])
        return True

    def note_file(self, thing: Entity | None) -> None:
        """Note the file that evidence which goes is."""
        if isinstance(thing, Evidence) and is_file(thing.target):
            self.files.add(thing.target)

    def sought(self) -> set[str]:
        """Return the ids by which a step that is of no article here may hold something of it, or point at it."""
        kinds = ("annotation", "relation", *BOARD)
        return set().union(self.notes, *(self.ids[kind] for kind in kinds)) - self.of_articles

    def cleared(self, thing: Entity) -> Entity:
        """Return a thing that stays as it is without what goes: its note, and where it pointed."""
        given: dict[str, Any] = {}
        if isinstance(thing, Annotation) and (self.has("source", thing.about) or self.has("claim", thing.about)):
            given["about"] = ""
        if isinstance(thing, Claim) and any(self.has("claim", one.claim_id) for one in thing.related):
            given["related"] = tuple(one for one in thing.related if not self.has("claim", one.claim_id))
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
