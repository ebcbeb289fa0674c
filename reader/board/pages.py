"""Some rows of the claims board, read and built in full: what bears on them, and nothing else of the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.board.build import RowBuilder
from reader.board.moment import Moment
from reader.board.row_index import CONTENTS, LABELS, RowIndex
from reader.board.values import Material, Row
from reader.edits.attribution import CONTENT, CUE, SOURCE, VIA, role_of
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, State
from reader.model.claims import Source
from reader.model.claims_board import Numbered

_CHAIN_ROLES = (CONTENT, SOURCE, CUE, VIA)  # of the marks between whoever says something and the outlet


@dataclass(frozen=True, slots=True)
class Page:
    """Rows by their keys, with the articles that they stand in and the marks that their reviews cite.

    A key that is no row any longer is missing.
    """

    rows: Mapping[int, Row]
    articles: Mapping[str, Article]
    cited: Mapping[str, Annotation]


def read_page(moment: Moment, index: RowIndex, keys: Iterable[int], sources: Sequence[Source]) -> Page:
    """Return the rows of these keys."""
    asked = list(keys)
    claims = {key: index.by_key[key].id for key in asked if key in index.by_key}
    seeds = [*moment.marks_by_number(key for key in asked if key > 0), *moment.marks_about(claims.values())]
    found = _Reading(moment, index)
    found.follow(seeds)
    found.surround()
    first = {n.number: n.mark.id for n in seeds}
    wanted = claims | {key: first[key] for key in asked if key in first}
    rows = RowBuilder(found.material(list(claims.values()), sources)).rows(wanted)
    reviews = [row.review for row in rows.values() if row.review is not None]
    cites = {id for review in reviews for sentence in review.justification for id in sentence.cites}
    return Page(rows, found.articles, {n.mark.id: n.mark for n in moment.marks_by_id(sorted(cites))})


class _Reading:
    """Follows the links of marks as far as they bear on their rows."""

    def __init__(self, moment: Moment, index: RowIndex) -> None:
        self._moment, self._index = moment, index
        self._marks: dict[str, Numbered] = {}
        self._relations: dict[str, Relation] = {}
        self._followed: set[str] = set()
        self.articles: dict[str, Article] = {}

    # -- which marks there are -------------------------------------------------------------------------------------

    def _read(self, ids: Iterable[str]) -> None:
        missing = {id for id in ids if id not in self._marks}
        if missing:
            self._keep(self._moment.marks_by_id(sorted(missing)))

    def _keep(self, marks: Sequence[Numbered]) -> None:
        self._marks |= {n.mark.id: n for n in marks}
        missing = {n.mark.article_id for n in marks} - self.articles.keys()
        if missing:
            self.articles |= self._moment.articles(sorted(missing))

    def _holds(self, mark: Annotation) -> bool:
        article, ids = self.articles.get(mark.article_id), self._index.scope.article_ids
        if article is None:
            return False
        return article.state is not State.TRASHED if ids is None else article.id in ids

    def _is_seen(self, id: str) -> bool:
        """Whether it is a mark of the scope, so that its links bear on the board."""
        mark = self._marks[id].mark if id in self._marks else None
        return mark is not None and (mark.label in LABELS or mark.about in self._index.known) and self._holds(mark)

    # -- links -----------------------------------------------------------------------------------------------------

    def follow(self, seeds: Sequence[Numbered]) -> None:
        """Read these marks, those that say the same or deny them, and the links of all of these."""
        self._keep(seeds)
        fresh = {n.mark.id for n in seeds}
        while fresh:
            self._followed |= fresh
            relations = self._moment.relations_of(sorted(fresh))
            self._read(m.annotation_id for r in relations for m in r.members)
            seen = [r for r in relations if any(self._is_seen(m.annotation_id) for m in r.members)]
            self._relations |= {r.id: r for r in seen}
            fresh = {id for r in seen for id in _further(r)} - self._followed

    def surround(self) -> None:
        """Read the attributions around, and those whose words hold words of a row."""
        self._relations |= {r.id: r for r in self._holding()}
        missing = {r.within for r in self._relations.values() if r.within} - self._relations.keys()
        while missing:
            more = {r.id: r for r in self._moment.relations_by_id(sorted(missing))}
            self._relations |= more
            missing = {r.within for r in more.values() if r.within} - self._relations.keys()
        self._read(chained(self._relations.values()))

    def _holding(self) -> list[Relation]:
        own = [n.mark for id, n in self._marks.items() if id in self._followed and self._is_seen(id)]
        pieces = {(m.anchor.revision_id, s.start, s.end) for m in own for s in m.anchor.spans}
        passages = self._moment.passages(sorted({revision for revision, _, _ in pieces}))
        held: dict[str, list[tuple[int, int]]] = {}
        for revision, start, end in pieces:
            held.setdefault(revision, []).append((start, end))
        ids = {
            p.relation_id
            for p in passages
            if p.relation_id not in self._relations
            and any(p.start <= start and end <= p.end for start, end in held[p.revision_id])
        }
        relations = self._moment.relations_by_id(sorted(ids))
        self._read(m.annotation_id for r in relations for m in r.members)
        return [r for r in relations if self._bears(r)]

    def _bears(self, relation: Relation) -> bool:
        """Whether a mark of the scope stands in it, or in one that is nested in it."""
        open_, done = [relation], {relation.id}
        while open_:
            one = open_.pop()
            self._read(m.annotation_id for m in one.members)
            if any(self._is_seen(m.annotation_id) for m in one.members):
                return True
            inner = [r for r in self._moment.nested_in([one.id]) if r.id not in done]
            done |= {r.id for r in inner}
            open_ += inner
        return False

    # -- what the rows are made of ---------------------------------------------------------------------------------

    def material(self, claim_ids: Sequence[str], sources: Sequence[Source]) -> Material:
        """Return it in the order in which a whole board is gathered."""
        marks = self._in_order()
        beyond = frozenset(mark.id for mark in marks if not self._is_seen(mark.id))
        wanted = {*claim_ids, *(m.about for m in marks if m.about in self._index.known)}
        claims = self._moment.claims(sorted(wanted))
        relations = sorted(self._relations.values(), key=lambda r: (r.created, r.id))
        return Material(
            self.articles, marks, relations, claims, sources, self._moment.evidence(claim_ids),
            self._moment.reviews(claim_ids), beyond,
        )  # fmt: skip

    def _in_order(self) -> list[Annotation]:
        """Marks of the board's labels by their keys, other mentions by their places, then what a chain is made of."""
        in_chains = chained(self._relations.values())
        labelled, mentions, others = list[Numbered](), list[Annotation](), list[Annotation]()
        for id, found in self._marks.items():
            if self._is_seen(id):
                if found.mark.label in LABELS:
                    labelled.append(found)
                else:
                    mentions.append(found.mark)
            elif id in in_chains and found.mark.label not in CONTENTS:
                others.append(found.mark)
        mentions.sort(key=lambda m: (m.article_id, m.anchor.start, m.anchor.end, m.id))
        by_key = [n.mark for n in sorted(labelled, key=lambda n: n.number)]
        return [*by_key, *mentions, *sorted(others, key=lambda m: m.id)]


def chained(relations: Iterable[Relation]) -> set[str]:
    """Return the marks that say who says what, and by whom it was passed on."""
    return {m.annotation_id for r in relations for m in r.members if role_of(m.role) in _CHAIN_ROLES}


def _further(relation: Relation) -> Iterable[str]:
    """The marks that stand in a row with the others of the relation."""
    if relation.kind == "same_claim":
        return [m.annotation_id for m in relation.members]
    return [relation.end("from")] if relation.kind == "denies" and relation.end("from") else []
