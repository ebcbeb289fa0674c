"""What a set may not do to a library: bring a thing twice, or a link that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Document, Problem


@dataclass
class Closing:
    """Lets each article, mark and link through once; `marks` are the ids of all marks that the file brings."""

    file: str
    marks: set[str]
    seen: set[str] = field(default_factory=set)

    def once(self, document: Document, place: str) -> Iterator[Document | Problem]:
        """The document without what came before and without links that lead nowhere, each told."""
        if not self._first(document.article.id):
            yield Problem(self.file, place, f"article {document.article.id} came before")
            return
        marks: list[Annotation] = []
        links: list[Relation] = []
        for mark in document.annotations:
            if self._first(mark.id):
                marks.append(mark)
            else:
                yield Problem(self.file, place, f"annotation {mark.id} came before")
        for link in document.relations:
            reason = self._why_not(link)
            if reason:
                yield Problem(self.file, place, f"relation {link.id} {reason}")
            else:
                links.append(link)
        yield replace(document, annotations=tuple(marks), relations=tuple(links))

    def _first(self, id: str) -> bool:
        if id in self.seen:
            return False
        self.seen.add(id)
        return True

    def _why_not(self, link: Relation) -> str:
        lost = [m.annotation_id for m in link.members if m.annotation_id not in self.marks]
        if lost:
            return f"joins a mark that is not in the file: {lost[0]}"
        return "" if self._first(link.id) else "came before"
