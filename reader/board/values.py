"""Who stands where to each claim: the values of the claims board. How sources are counted: `reader.board.counting`.

Stances are SDQC (RumourEval) or `silent`, factuality is FactBank's, for that source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.board.counting import Count, count
from reader.board.voice import Voice
from reader.edits.attribution import DENY, SUPPORT
from reader.model import vocabulary
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, Evidence, Review, Source


@dataclass(frozen=True, slots=True)
class Material:
    """What a board is made of. `marks` are all that are claims or denials, or take part in one of the `relations`.

    `beyond` are the ids of those that stand in other articles: they say who says something, and are in no row.
    """

    articles: Mapping[str, Article]
    marks: Sequence[Annotation]
    relations: Sequence[Relation]
    claims: Sequence[Claim] = ()
    sources: Sequence[Source] = ()
    evidence: Sequence[Evidence] = ()
    reviews: Sequence[Review] = ()
    beyond: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One claim. `independent` and `against` count the sources that support and that deny it on their own word.

    `standings` say what a newer capture did to its mentions, by the marks' ids: those that stand as they were made or
    were confirmed are not in it. `unsourced` are denials of it for which no source is marked yet: they are nobody's.
    """

    id: str
    wording: str
    claim: Claim | None
    mentions: tuple[Annotation, ...]
    voices: tuple[Voice, ...]
    evidence: tuple[Evidence, ...]
    review: Review | None
    articles: tuple[str, ...]
    unsourced: tuple[Annotation, ...] = ()
    standings: Mapping[str, str] = field(default_factory=dict)

    def by(self, stance: str) -> tuple[Voice, ...]:
        """Return the voices of that stance."""
        return tuple(v for v in self.voices if v.stance == stance)

    @property
    def independent(self) -> Count:
        return count(self.by(SUPPORT))

    @property
    def against(self) -> Count:
        return count(self.by(DENY))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party says to a claim. `stances` is empty where it says nothing; `silent` when that was recorded.

    `present` says that an article of the claim names the party. `elsewhere` are the scopes of denials that deny
    something else than the claim's own words, or a part of it. `standings` say what newer captures did to the
    words that it says this in: `stances` hold also what was changed since.
    """

    stances: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    silent: bool = False
    present: bool = False
    elsewhere: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    standings: tuple[str, ...] = ()


def cell_of(row: Row, party: str, *, present: bool) -> Cell:
    """Return what the party says to the row's claim; it is `present` where an article of the row names it."""
    voices = tuple(v for v in row.voices if v.party == party)
    voiced = [v for v in voices if v.stance != vocabulary.SILENT]
    denied = [v for v in voiced if v.stance == DENY]
    return Cell(
        distinct(v.stance for v in voiced), distinct(v.factuality for v in voiced if v.stance in (SUPPORT, DENY)),
        distinct(v.scope for v in denied), distinct(v.form for v in voiced), len(voiced) < len(voices), present,
        distinct(v.scope or v.form for v in denied if _differs(v, row.wording)), voices,
        distinct(v.standing for v in voices),
    )  # fmt: skip


def _differs(denial: Voice, wording: str) -> bool:
    """Whether it says that something else is denied than the claim; without a word on it, it is taken for the claim."""
    return denial.form == "partial_denial" or bool(denial.scope and _plain(denial.scope) != _plain(wording))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Return the values that are not empty, each once, in the order in which they first come."""
    return tuple(dict.fromkeys(v for v in values if v))
