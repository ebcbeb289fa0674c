"""What the claims board of some articles is made of, read from the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from reader.board.values import Material
from reader.edits.attribution import CONTENT, CUE, SOURCE, VIA
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, State
from reader.model.claims import Claim, Evidence, Review, Source

CONTENTS = ("claim", "denial")
_HEARD = ("content", "source", CONTENT, SOURCE, CUE, VIA)  # the roles that a chain is made of


class Readable(Protocol):
    """What is asked of a library (`reader.store.Library`)."""

    def labelled(self, labels: Sequence[str], article_ids: Sequence[str] | None = None) -> list[Annotation]: ...
    def mentions(self, known_ids: Sequence[str]) -> list[Annotation]: ...
    def annotations_by_id(self, ids: Sequence[str]) -> list[Annotation]: ...
    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]: ...
    def relations_by_id(self, ids: Iterable[str]) -> list[Relation]: ...
    def claims(self) -> list[Claim]: ...
    def sources(self) -> list[Source]: ...
    def evidence(self, claim_ids: Sequence[str]) -> list[Evidence]: ...
    def reviews(self, claim_ids: Sequence[str]) -> list[Review]: ...
    def articles(self, ids: Sequence[str]) -> dict[str, Article]: ...


def gather(library: Readable, article_ids: Sequence[str] | None = None) -> Material:
    """Return the material of these articles, or of all that are not in the trash.

    Of chosen articles come the claims that they mention, of the whole library all of them. Claims and denials of
    other articles stay out, also where they are linked to; a source that stands in another article comes along.
    """
    marks = {m.id: m for m in library.labelled((*CONTENTS, "source"), article_ids)}
    claims = _claims(library, marks, article_ids)
    mentions = library.mentions([c.id for c in claims])
    articles = library.articles(sorted({m.article_id for m in (*marks.values(), *mentions)} | set(article_ids or ())))
    for mark in mentions:
        if _is_in(articles.get(mark.article_id), article_ids):
            marks.setdefault(mark.id, mark)
    relations = _relations(library, list(marks))
    members = {m.annotation_id for r in relations for m in r.members if m.role in _HEARD} - marks.keys()
    for mark in library.annotations_by_id(sorted(members)):
        if mark.label not in CONTENTS:
            marks[mark.id] = mark
    articles |= library.articles(sorted({m.article_id for m in marks.values()} - articles.keys()))
    ids = [c.id for c in claims]
    return Material(
        articles, list(marks.values()), relations, claims, library.sources(), library.evidence(ids),
        library.reviews(ids),
    )  # fmt: skip


def _is_in(article: Article | None, article_ids: Sequence[str] | None) -> bool:
    if article is None:
        return False
    return article.state is not State.TRASHED if article_ids is None else article.id in article_ids


def _claims(library: Readable, marks: dict[str, Annotation], article_ids: Sequence[str] | None) -> list[Claim]:
    # By their own time: one that was deleted and brought back stands where it stood.
    claims = sorted(library.claims(), key=lambda c: (c.created, c.id))
    if article_ids is None:
        return claims
    mentioned = {m.about for m in marks.values() if m.label in CONTENTS}
    return [claim for claim in claims if claim.id in mentioned]


def _relations(library: Readable, mark_ids: list[str]) -> list[Relation]:
    """Those of the marks, and the attributions around them up to the outermost."""
    found = {r.id: r for r in library.relations_of(mark_ids)}
    missing = {r.within for r in found.values() if r.within} - found.keys()
    while missing:
        more = {r.id: r for r in library.relations_by_id(sorted(missing))}
        found |= more
        missing = {r.within for r in more.values() if r.within} - found.keys()
    return list(found.values())
