"""A set in one order and, for formats that cannot speak of a mark elsewhere, with no link that leads out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.exchange.exporters.withheld import Withholding
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document


@dataclass(frozen=True, slots=True)
class Scope:
    """A set in canonical order, without what may not leave the library, and what is left out to close it."""

    dataset: Dataset
    missing: frozenset[str]
    withholding: Withholding

    def documents(self, see: Callable[[Document], None] | None = None) -> Iterator[Document]:
        """Yield marks by place and id, links by id: the same set gives the same bytes.

        `see` is told of each document as it was, before anything is left out.
        """
        for document in self.dataset.documents():
            if see is not None:
                see(document)
            yield self.withholding.document(self._closed(document))

    def _closed(self, document: Document) -> Document:
        kept = tuple(sorted((r for r in document.relations if self.holds(r)), key=lambda r: r.id))
        marks, orphans = (tuple(sorted(some, key=_place)) for some in (document.annotations, document.orphans))
        if (kept, marks, orphans) == (document.relations, document.annotations, document.orphans):
            return document
        return replace(document, annotations=marks, orphans=orphans, relations=kept)

    def left_out(self, document: Document) -> Sequence[Relation]:
        """Return the links of a document that lead out of the set."""
        return [r for r in document.relations if not self.holds(r)] if self.missing else []

    def holds(self, relation: Relation) -> bool:
        """Return true when every mark that `relation` joins is in the set, or none need be."""
        return not any(m.annotation_id in self.missing for m in relation.members)


def _place(a: Annotation) -> tuple[int, int, str]:
    spans = a.anchor.spans
    return spans[0].start, spans[-1].end, a.id


def missing(dataset: Dataset) -> frozenset[str]:
    """Return the marks that links of the set speak of and that are not in it.

    Memory stays flat: only marks of other articles are remembered. Where the set's facts are not known, a pass over it
    finds them, and a second one is made only when there are any.
    """
    return _missing(dataset) if dataset.facts is None else dataset.facts.missing()


def _missing(dataset: Dataset) -> frozenset[str]:
    wanted: set[str] = set()
    for document in dataset.documents():
        own = {a.id for a in document.marks}
        wanted |= {m.annotation_id for r in document.relations for m in r.members} - own
    if wanted:
        for document in dataset.documents():
            wanted -= {a.id for a in document.marks}
    return frozenset(wanted)
