"""Short names for marks on paper: a label's letter and a number, `C1`, `S2`, counted in each article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reader.exchange.exporters.coded import Coded, End, Link
from reader.exchange.exporters.paper.attributes import attributes_said
from reader.exchange.exporters.paper.words import Language
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Dataset, Document, Facts
from reader.model.labels import Label, Underline


def letters(labels: Iterable[Label]) -> dict[str, str]:
    """Return A capital for each label: the first letter of its name that is not taken, in the labels' order."""
    out: dict[str, str] = {}
    for label in sorted(labels, key=lambda x: (x.position, x.id)):
        own = [c.upper() for c in label.name if c.isalpha() and len(c.upper()) == 1]
        free = [c for c in (*own, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ") if c not in out.values()]
        out[label.id] = free[0] if free else f"L{len(out)}"
    return out


class Codes:
    """The short names of a set's marks. Only ends of links between articles are remembered."""

    def __init__(self, dataset: Dataset, say: Language | None = None) -> None:
        self._say = say = say or Language("en")
        self._labels = {label.id: replace(label, name=say.label(label)) for label in dataset.labels}
        self.counts: Counter[str] = Counter()
        wanted = self._known(dataset.facts) if dataset.facts is not None else self._counted(dataset)
        for id in sorted(self.counts.keys() - self._labels.keys()):
            self._labels[id] = Label(id, id, "", "slate", Underline.SOLID, 1_000)
        self._letters = letters(self._labels.values())
        self._elsewhere = self._find(dataset, wanted) if wanted else {}

    def _known(self, facts: Facts) -> frozenset[str]:
        self.counts.update(facts.counts())
        return facts.elsewhere()

    def _counted(self, dataset: Dataset) -> frozenset[str]:
        """Count by a pass over the set; return the ends of links between articles."""
        wanted: set[str] = set()
        for document in dataset.documents():
            own = {a.id for a in document.marks}
            self.counts.update(a.label for a in document.marks)
            wanted |= {m.annotation_id for r in document.relations for m in r.members} - own
        return frozenset(wanted)

    def labels(self) -> list[tuple[str, Label, int]]:
        """Return the labels that the set uses: letter, label, number of marks."""
        shown = sorted(self._labels.values(), key=lambda x: (x.position, x.id))
        return [(self._letters[x.id], x, self.counts[x.id]) for x in shown if self.counts[x.id]]

    def marks(self, document: Document) -> list[Coded]:
        """Return the marks of one article in text order, numbered by label; then those that stand on no place of it."""
        numbers: Counter[str] = Counter()
        ends, placed = list[int](), len(document.annotations)
        out = []
        for n, a in enumerate(document.marks):
            numbers[a.label] += 1
            code = f"{self._letters[a.label]}{numbers[a.label]}"
            out.append(Coded(code, self._labels[a.label], a, _lane(ends, a) if n < placed else 0, n < placed))
        return out

    def links(self, document: Document, marks: Iterable[Coded]) -> dict[str, list[Link]]:
        """Return the links of one article, by the ids of the marks that they join."""
        here = {m.annotation.id: m for m in marks}
        within = {relation.id: relation for relation in document.relations}
        out: dict[str, list[Link]] = {}
        for relation in document.relations:
            link = self._link(relation, here, within)
            for member in relation.members:
                out.setdefault(member.annotation_id, []).append(link)
        return out

    def _link(self, relation: Relation, here: Mapping[str, Coded], others: Mapping[str, Relation]) -> Link:
        directed = [m.role for m in relation.members] == ["from", "to"]
        ends = tuple(self._end(m.role, m.annotation_id, here) for m in relation.members)
        said = tuple(attributes_said(relation.attributes, self._say))
        if outer := others.get(relation.within):
            codes = ", ".join(self._end(m.role, m.annotation_id, here).code for m in outer.members)
            said += (self._say("nested", codes),)
        kind = self._say.kind(relation.kind, joins_two=directed)
        return Link(kind, ends, relation.note, relation.annotator, directed, said)

    def _end(self, role: str, id: str, here: Mapping[str, Coded]) -> End:
        if id in here:
            return End(self._say.role(role), here[id].code, here[id].anchor)
        code, title = self._elsewhere.get(id, ("?", ""))
        return End(self._say.role(role), code, f"m-{id}", title)

    def _find(self, dataset: Dataset, wanted: frozenset[str]) -> dict[str, tuple[str, str]]:
        out = {}
        for document in dataset.facts.documents_with(wanted) if dataset.facts is not None else dataset.documents():
            if any(a.id in wanted for a in document.marks):
                for mark in self.marks(document):
                    if mark.annotation.id in wanted:
                        out[mark.annotation.id] = (mark.code, document.article.title)
        return out


def _lane(ends: list[int], a: Annotation) -> int:
    """The first lane that is free where `a` begins; `ends` holds where each lane's last mark ends."""
    for lane, end in enumerate(ends):
        if end <= a.anchor.start:
            ends[lane] = a.anchor.end
            return lane
    ends.append(a.anchor.end)
    return len(ends) - 1
