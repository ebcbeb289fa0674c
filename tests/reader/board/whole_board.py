"""The whole claims board at once, read by plain questions: what the board that is read by pages is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.board.build import RowBuilder
from reader.board.pages import chained
from reader.board.parties import Parties
from reader.board.row_index import CONTENTS
from reader.board.values import Cell, Material, Row, cell_of
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, State
from reader.model.claims import Claim
from reader.store import Library


@dataclass(frozen=True, slots=True)
class Board:
    """All rows, the denials that are linked to no claim yet, each party's name and the articles that name it."""

    rows: tuple[Row, ...]
    loose: tuple[Annotation, ...]
    parties: Mapping[str, str]
    named_in: Mapping[str, frozenset[str]]

    def cell(self, row: Row, party: str) -> Cell:
        """Return what the party, or the outlet itself (`OWN`), says to the row's claim."""
        return cell_of(row, party, present=bool(self.named_in.get(party, frozenset()) & set(row.articles)))


def board(material: Material) -> Board:
    """Return the rows in the order of the claims, then of the marks that mention none."""
    builder, parties = RowBuilder(material), Parties(material.sources)
    groups = builder.groups()
    rows = tuple(builder.row(key, marks) for key, marks in groups.items())
    grouped = {m.id for marks in groups.values() for m in marks}
    loose = tuple(m for m in material.marks if m.label == "denial" and m.id not in grouped)
    named = parties.named_by(material.marks)
    for mark in material.marks:
        parties.who(mark)
    used = {v.party for row in rows for v in row.voices} | set(named)
    names = {party: name for party, name in parties.names.items() if party in used}
    return Board(rows, loose, names, {p: frozenset(m.article_id for m in marks) for p, marks in named.items()})


def gather(library: Library, article_ids: Sequence[str] | None = None) -> Material:
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
    along = library.annotations_by_id(sorted(chained(relations) - marks.keys()))
    beyond = {mark.id: mark for mark in along if mark.label not in CONTENTS}
    marks |= beyond
    articles |= library.articles(sorted({m.article_id for m in marks.values()} - articles.keys()))
    ids = [c.id for c in claims]
    return Material(
        articles, list(marks.values()), relations, claims, library.sources(), library.evidence(ids),
        library.reviews(ids), frozenset(beyond),
    )  # fmt: skip


def _is_in(article: Article | None, article_ids: Sequence[str] | None) -> bool:
    if article is None:
        return False
    return article.state is not State.TRASHED if article_ids is None else article.id in article_ids


def _claims(library: Library, marks: dict[str, Annotation], article_ids: Sequence[str] | None) -> list[Claim]:
    # By their own time: one that was deleted and brought back stands where it stood.
    claims = sorted(library.claims(), key=lambda c: (c.created, c.id))
    if article_ids is None:
        return claims
    mentioned = {m.about for m in marks.values() if m.label in CONTENTS}
    return [claim for claim in claims if claim.id in mentioned]


def _relations(library: Library, mark_ids: list[str]) -> list[Relation]:
    """Those of the marks, and the attributions around them up to the outermost."""
    found = {r.id: r for r in library.relations_of(mark_ids)}
    missing = {r.within for r in found.values() if r.within} - found.keys()
    while missing:
        more = {r.id: r for r in library.relations_by_id(sorted(missing))}
        found |= more
        missing = {r.within for r in more.values() if r.within} - found.keys()
    return list(found.values())
