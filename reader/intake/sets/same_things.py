"""A foreign set that is read again, perhaps under another name, has other ids: its marks and links are known by what
they say."""

from __future__ import annotations

from collections.abc import Sequence

from reader.intake.sets.comparing import made_quote
from reader.model.annotations import Annotation, Relation
from reader.store.answering import Answering

Sign = tuple[object, ...]


class SameThings:
    """The marks and links of one article, by what they say."""

    def __init__(self, view: Answering, article_id: str) -> None:
        self._marks = {_sign(mark): mark.id for mark in view.annotations(article_id)}
        self._links = {link_sign(link) for link in view.relations(article_id)}

    def marks(self, brought: Sequence[Annotation]) -> dict[str, str]:
        """Return which of these are here already: their id, and the one here."""
        return {mark.id: same for mark in brought if (same := self._marks.get(_sign(mark)))}

    def has(self, link: Relation) -> bool:
        return link_sign(link) in self._links


def _sign(mark: Annotation) -> Sign:
    """Place, label, note and annotator."""
    spans = mark.anchor.spans if mark.origin is None else mark.origin.spans
    return mark.label, mark.note, mark.annotator, made_quote(mark), spans, mark.origin is None


def link_sign(link: Relation) -> Sign:
    return link.kind, tuple((m.role, m.annotation_id) for m in link.members), link.note, link.annotator
