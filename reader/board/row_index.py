"""Which rows the claims board has and in what order, from a few numbers a mark: no words are read for it.

A key is a whole number: that of the first mark of a row (above 0), or that of the claim with its sign turned. Claims
stand first, by their own time; then the marks that mention none, each a row, or one with those that are linked to it
as the same claim.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from reader.board.joined import Joined
from reader.board.moment import Moment
from reader.model.claims_board import ClaimName, SmallMark

CONTENTS = ("claim", "denial")
LABELS = (*CONTENTS, "source")
FIRST_DENIALS = 5
Keys = array  # of whole numbers, "q"


@dataclass(frozen=True, slots=True)
class Scope:
    """The articles that the board is of: chosen ones, or None for all that are not in the trash."""

    article_ids: frozenset[str] | None = None

    def holds(self, mark: SmallMark) -> bool:
        return not mark.trashed if self.article_ids is None else mark.article_id in self.article_ids


@dataclass(frozen=True)
class RowIndex:
    """`loose` are the keys of the rows of marks, `articles` how many articles the rows stand in.

    `denials` is the number of denials that are linked to no claim yet, `first_denials` the words of the first.
    """

    scope: Scope
    claims: tuple[ClaimName, ...]
    loose: array[int]
    articles: int
    denials: int
    first_denials: tuple[str, ...]

    @cached_property
    def known(self) -> Mapping[str, ClaimName]:
        """The claims of the scope by their ids."""
        return {c.id: c for c in self.claims}

    @cached_property
    def by_key(self) -> Mapping[int, ClaimName]:
        """The claims of the scope by their rows' keys."""
        return {-c.number: c for c in self.claims}

    @cached_property
    def keys(self) -> array[int]:
        """All rows in their own order. Only to be read."""
        return array("q", self.by_key) + self.loose

    def is_content(self, mark: SmallMark) -> bool:
        """Return whether the mark stands in a row of its own right."""
        return self.scope.holds(mark) and (mark.label == "claim" or mark.about in self.known)

    def is_seen(self, mark: SmallMark) -> bool:
        """Return whether the mark is one of the scope: what is linked to it bears on the board."""
        return self.scope.holds(mark) and (mark.label in LABELS or mark.about in self.known)


def read_row_index(moment: Moment, article_ids: Iterable[str] | None) -> RowIndex:
    """Return what the board of these articles is made of, or of all that are not in the trash."""
    scope = Scope(None if article_ids is None else frozenset(article_ids))
    found = RowIndex(scope, claims_of(moment, scope), array("q"), 0, 0, ())
    found = replace(found, loose=without_joined(_loose(moment, found), found, moment.links("same_claim")))
    return with_counts(moment, found)


def claims_of(moment: Moment, scope: Scope) -> tuple[ClaimName, ...]:
    """Return the claims of the scope in the order of their rows."""
    names = moment.claim_names()
    if scope.article_ids is None:
        return tuple(names)
    mentioned = {m.about for label in CONTENTS for m in moment.in_articles(label, scope.article_ids)}
    return tuple(name for name in names if name.id in mentioned)


def _loose(moment: Moment, index: RowIndex) -> array[int]:
    """The keys of all marks of the scope that are claimed and mention no claim, in their order."""
    if index.scope.article_ids is not None:
        marks = moment.in_articles("claim", index.scope.article_ids)
        return array("q", (m.number for m in marks if m.about not in index.known))
    found = moment.about_nothing("claim")
    trashed = {m.number for m in moment.trashed("claim")}
    orphaned = [number for number, about in moment.about_something("claim") if about not in index.known]
    if orphaned:  # the claim that they mention was deleted by another program
        found = array("q", sorted((*found, *orphaned)))
    return array("q", (n for n in found if n not in trashed)) if trashed else found


Links = Sequence[tuple[str, str, SmallMark]]


def linked(links: Links) -> list[list[tuple[str, SmallMark]]]:
    """Return the ends of each link, with their roles."""
    return [[(role, mark) for _, role, mark in ends] for _, ends in groupby(links, key=lambda end: end[0])]


def without_joined(loose: array[int], index: RowIndex, same: Links) -> array[int]:
    """Return the keys without those that stand in the row of a claim or of an earlier mark, by links between them."""
    absorbed: set[int] = set()
    for marks in clusters(index, same):
        own = [m.number for m in marks if m.about not in index.known]
        absorbed.update(own if len(own) < len(marks) else own[1:])
    return array("q", (n for n in loose if n not in absorbed)) if absorbed else loose


def clusters(index: RowIndex, same: Links) -> list[list[SmallMark]]:
    """Return the marks of the rows that say the same, each cluster in the order of its keys."""
    joined, marks = Joined(), dict[str, SmallMark]()
    for ends in linked(same):
        if any(index.is_seen(mark) for _, mark in ends):
            joined.join([mark.id for _, mark in ends])
            marks |= {mark.id: mark for _, mark in ends}
    found: dict[str, list[SmallMark]] = {}
    for mark in sorted(marks.values()):
        if index.is_content(mark):
            found.setdefault(joined.first(mark.id), []).append(mark)
    return list(found.values())


# -- counts ------------------------------------------------------------------------------------------------------


def with_counts(moment: Moment, index: RowIndex) -> RowIndex:
    """Return the row index with its counts: of articles, and of denials that are linked to nothing."""
    denying = list(_denying(index, moment.links("denies")))
    linked_denials = {
        m.number for m in denying if m.label == "denial" and m.about not in index.known and index.scope.holds(m)
    }
    count, first = _denials(moment, index, linked_denials)
    quotes = {n.number: n.mark.anchor.quote for n in moment.marks_by_number(first)}
    return replace(
        index, articles=_articles(moment, index, denying), denials=count,
        first_denials=tuple(quotes[number] for number in first if number in quotes),
    )  # fmt: skip


def _denying(index: RowIndex, links: Links) -> Iterable[SmallMark]:
    """The marks that are linked as denials of one that stands in a row."""
    for ends in linked(links):
        by = dict(reversed(ends))
        if "from" in by and "to" in by and index.is_content(by["to"]):
            yield by["from"]


def _denials(moment: Moment, index: RowIndex, linked: set[int]) -> tuple[int, list[int]]:
    """How many denials of the scope neither mention a claim nor are `linked` to one, and the first of them."""
    if index.scope.article_ids is not None:
        marks = moment.in_articles("denial", index.scope.article_ids)
        free = [m.number for m in marks if m.about not in index.known and m.number not in linked]
        return len(free), free[:FIRST_DENIALS]
    orphaned = {n for n, about in moment.about_something("denial") if about not in index.known}
    trashed = {m.number: m.about for m in moment.trashed("denial")}
    excluded = linked | trashed.keys()  # the linked ones mention nothing, or a claim that was deleted
    without = sum(not trashed.get(number, "") for number in excluded - orphaned)
    first = _first(moment, excluded) + sorted(orphaned - excluded)
    return moment.count_about_nothing("denial") - without + len(orphaned - excluded), sorted(first)[:FIRST_DENIALS]


def _first(moment: Moment, excluded: set[int]) -> list[int]:
    """The keys of the first denials that mention nothing and are not `excluded`."""
    found: list[int] = []
    after = 0
    while len(found) < FIRST_DENIALS and (some := moment.first_about_nothing("denial", after, 50)):
        found += [m.number for m in some if m.number not in excluded]
        after = some[-1].number
    return found[:FIRST_DENIALS]


def _articles(moment: Moment, index: RowIndex, denying: Sequence[SmallMark]) -> int:
    """In how many articles the rows stand."""
    more = {m.article_id for m in moment.small_about(index.known, but="claim") if index.scope.holds(m)}
    more |= {m.article_id for m in denying if index.is_seen(m) or m.label not in CONTENTS}
    if index.scope.article_ids is not None:
        return len(moment.with_label("claim", index.scope.article_ids) | more)
    trashed = {m.article_id for m in moment.trashed("claim")}
    here = moment.with_label("claim", more) - trashed
    return moment.count_articles("claim") - len(trashed) + len(more - here)
