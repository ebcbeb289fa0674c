"""A foreign set that is read again, perhaps under another name, has other ids: its marks and links are known by what
they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.intake.sets.comparing import made_quote
from reader.model.annotations import Annotation, Relation
from reader.store.answering import Answering

Sign = tuple[object, ...]


class SameThings:
    """The marks and links of one article, by what they say."""

    def __init__(self, view: Answering, article_id: str) -> None:
        marks = view.annotations(article_id)
        self._marks = {_sign(mark): mark.id for mark in marks}
        self._named = {sign: mark.id for mark in marks for sign in _named(mark)}
        self._links = {link_sign(link) for link in view.relations(article_id)}

    def marks(self, brought: Sequence[Annotation]) -> dict[str, str]:
        """Return which of these are here already: their id, and the one here."""
        found = {mark.id: self._marks.get(_sign(mark)) or self._by_name(mark) for mark in brought}
        return {id: same for id, same in found.items() if same}

    def _by_name(self, mark: Annotation) -> str:
        return next((self._named[sign] for sign in _named(mark) if sign in self._named), "")

    def has(self, link: Relation) -> bool:
        return link_sign(link) in self._links


def _sign(mark: Annotation) -> Sign:
    """Place, label, note and annotator."""
    spans = mark.anchor.spans if mark.origin is None else mark.origin.spans
    return mark.label, mark.note, mark.annotator, made_quote(mark), spans, mark.origin is None


def _named(mark: Annotation) -> list[Sign]:
    """The names that other programs have for it, with what it says: one whose text came later has moved since."""
    return [
        (format, theirs["id"], mark.label, mark.note, mark.annotator, made_quote(mark))
        for format, theirs in mark.extra.items() if isinstance(theirs, Mapping) and isinstance(theirs.get("id"), str)
    ]  # fmt: skip


def link_sign(link: Relation) -> Sign:
    return link.kind, tuple((m.role, m.annotation_id) for m in link.members), link.note, link.annotator
