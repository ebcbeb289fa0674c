"""A set closed in itself: in one order, with no link that leads out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document


@dataclass(frozen=True, slots=True)
class Scope:
    """A set in canonical order, and what was left out to close it."""

    dataset: Dataset
    missing: frozenset[str]

    def documents(self) -> Iterator[Document]:
        """Yield marks by place and id, links by id: the same set gives the same bytes."""
        for document in self.dataset.documents():
            kept = tuple(sorted((r for r in document.relations if self.holds(r)), key=lambda r: r.id))
            yield replace(document, annotations=tuple(sorted(document.annotations, key=_place)), relations=kept)

    def holds(self, relation: Relation) -> bool:
        """Return true when every mark that `relation` joins is in the set."""
        return not any(m.annotation_id in self.missing for m in relation.members)

    def closed(self) -> Dataset:
        """Return the same set as writers want it."""
        return replace(self.dataset, documents=self.documents)


def _place(a: Annotation) -> tuple[int, int, str]:
    return a.anchor.start, a.anchor.end, a.id


def scope(dataset: Dataset) -> Scope:
    """Find the marks that links of the set speak of and that are not in it.

    Memory stays flat: only marks of other articles are remembered, and a second pass is made only when there are any.
    """
    wanted: set[str] = set()
    for document in dataset.documents():
        own = {a.id for a in document.annotations}
        wanted |= {m.annotation_id for r in document.relations for m in r.members} - own
    if wanted:
        for document in dataset.documents():
            wanted -= {a.id for a in document.annotations}
    return Scope(dataset, frozenset(wanted))
