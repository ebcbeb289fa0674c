"""What a set may not do to a library: bring a thing twice, or a link that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.dataset import Document, Problem


@dataclass
class Closing:
    """Lets each article, mark and link through once; `marks` are the ids of all marks that the file brings."""

    file: str
    marks: set[str]
    seen: set[str] = field(default_factory=set)

    def once(self, document: Document, place: Message | None) -> Iterator[Document | Problem]:
        """Yield the document without what came before and without links that lead nowhere; each is reported."""
        if not self._first(document.article.id):
            yield Problem(self.file, place, Message("article {0} came before", document.article.id))
            return
        marks: list[Annotation] = []
        links: list[Relation] = []
        for mark in document.annotations:
            if self._first(mark.id):
                marks.append(mark)
            else:
                yield Problem(self.file, place, Message("annotation {0} came before", mark.id))
        for link in document.relations:
            reason = self._why_not(link)
            if reason:
                yield Problem(self.file, place, reason)
            else:
                links.append(link)
        yield replace(document, annotations=tuple(marks), relations=tuple(links))

    def _first(self, id: str) -> bool:
        if id in self.seen:
            return False
        self.seen.add(id)
        return True

    def _why_not(self, link: Relation) -> Message | None:
        lost = [m.annotation_id for m in link.members if m.annotation_id not in self.marks]
        if lost:
            return Message("relation {0} joins a mark that is not in the file: {1}", link.id, lost[0])
        return None if self._first(link.id) else Message("relation {0} came before", link.id)
