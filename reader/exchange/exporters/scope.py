"""A set closed in itself: in one order, with no link that leads out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document


@dataclass(frozen=True, slots=True)
class Scope:
    """A set in canonical order, and what was left out to close it."""

    dataset: Dataset
    missing: frozenset[str]

    def documents(self, see: Callable[[Document], None] | None = None) -> Iterator[Document]:
        """Yield marks by place and id, links by id: the same set gives the same bytes.

        `see` is told of each document as it was, before anything is left out.
        """
        for document in self.dataset.documents():
            if see is not None:
                see(document)
            yield self._closed(document)

    def _closed(self, document: Document) -> Document:
        kept = tuple(sorted((r for r in document.relations if self.holds(r)), key=lambda r: r.id))
        marks = tuple(sorted(document.annotations, key=_place))
        if kept == document.relations and marks == document.annotations:
            return document
        return replace(document, annotations=marks, relations=kept)

    def holds(self, relation: Relation) -> bool:
        """Return true when every mark that `relation` joins is in the set."""
        return not any(m.annotation_id in self.missing for m in relation.members)


def _place(a: Annotation) -> tuple[int, int, str]:
    spans = a.anchor.spans
    return spans[0].start, spans[-1].end, a.id


def scope(dataset: Dataset) -> Scope:
    """Find the marks that links of the set speak of and that are not in it.

    Memory stays flat: only marks of other articles are remembered. Where the set's facts are not known, a pass over it
    finds them, and a second one is made only when there are any.
    """
    return Scope(dataset, _missing(dataset) if dataset.facts is None else dataset.facts.missing())


def _missing(dataset: Dataset) -> frozenset[str]:
    wanted: set[str] = set()
    for document in dataset.documents():
        own = {a.id for a in document.annotations}
        wanted |= {m.annotation_id for r in document.relations for m in r.members} - own
    if wanted:
        for document in dataset.documents():
            wanted -= {a.id for a in document.annotations}
    return frozenset(wanted)
