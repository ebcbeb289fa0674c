"""The claims of some articles, who supports and who denies each, and on how many independent words that rests.

Pure: `board` is given what was read from the library and returns plain values for the board, the matrix and the chain.
A row is a claim with its mentions; marks that mention no claim yet are a row each, or one with those that are linked to
them as the same claim. Stances are SDQC (RumourEval), factuality is FactBank's, for that source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader import vocabulary
from reader.attributing import (
    DENY,
    SUPPORT,
    Attribution,
    attribution_of,
    chain,
    stance,
)
from reader.claims import Claim, Evidence, Review, Source
from reader.model import Annotation, Article, Relation

OWN = ""  # the party of words that nobody is said to have said: the outlet's own voice


@dataclass(frozen=True, slots=True)
class Material:
    """What a board is made of. `marks` are all that are claims or denials, or take part in one of the `relations`."""

    articles: Mapping[str, Article]
    marks: Sequence[Annotation]
    relations: Sequence[Relation]
    claims: Sequence[Claim] = ()
    sources: Sequence[Source] = ()
    evidence: Sequence[Evidence] = ()
    reviews: Sequence[Review] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """One source to one claim, in one article. `key` is who, `party` whom it speaks for: ids, or names as found.

    `chain` are the names from whoever is committed to the outlet. `mark` is the content's, `relation` empty for words
    that are not attributed.
    """

    stance: str
    key: str
    name: str
    party: str
    mark: Annotation
    relation: str = ""
    factuality: str = ""
    scope: str = ""
    form: str = ""
    chain: tuple[str, ...] = ()
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One claim. `independent` and `against` count the sources that support and that deny it on their own word."""

    id: str
    wording: str
    claim: Claim | None
    mentions: tuple[Annotation, ...]
    voices: tuple[Voice, ...]
    evidence: tuple[Evidence, ...]
    review: Review | None
    articles: tuple[str, ...]

    def by(self, stance: str) -> tuple[Voice, ...]:
        """The voices of that stance."""
        return tuple(v for v in self.voices if v.stance == stance)

    @property
    def independent(self) -> int:
        return _independent(self.by(SUPPORT))

    @property
    def against(self) -> int:
        return _independent(self.by(DENY))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party says to a claim. `stances` is empty where it says nothing; `silent` when that was recorded."""

    stances: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    silent: bool = False
    present: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """All rows, and the denials that are linked to no claim yet."""

    rows: tuple[Row, ...]
    loose: tuple[Annotation, ...]
    parties: Mapping[str, str] = field(default_factory=dict)
    named_in: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def cell(self, row: Row, party: str) -> Cell:
        """What the party, or the outlet itself (`OWN`), says to the row's claim."""
        voices = [v for v in row.voices if v.party == party]
        told = [v for v in voices if v.stance != vocabulary.SILENT]
        return Cell(
            _once(v.stance for v in told), _once(v.factuality for v in told if v.stance in (SUPPORT, DENY)),
            _once(v.scope for v in told if v.stance == DENY), _once(v.form for v in told),
            len(told) < len(voices), bool(self.named_in.get(party, frozenset()) & set(row.articles)),
        )  # fmt: skip


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in values if v))


def board(material: Material) -> Board:
    """The rows in the order of the claims, then of the marks that mention none."""
    return _Making(material).board()


class _Making:
    def __init__(self, material: Material) -> None:
        self._given = material
        self._marks = {m.id: m for m in material.marks}
        self._sources = {s.id: s for s in material.sources}
        self._relations = {r.id: r for r in material.relations}
        self._told = [a for r in material.relations if (a := attribution_of(r)) is not None]
        self._by_content: dict[str, list[Attribution]] = {}
        for told in self._told:
            for id in told.content:
                self._by_content.setdefault(id, []).append(told)

    def board(self) -> Board:
        groups, loose = self._groups()
        rows = tuple(self._rows(groups))
        named: dict[str, set[str]] = {}
        names: dict[str, str] = {}
        for mark in self._given.marks:
            if mark.label == "source":
                _, _, party, called = self._who(mark)
                names.setdefault(party, called)
                named.setdefault(party, set()).add(mark.article_id)
        used = {v.party for row in rows for v in row.voices} | set(named)
        parties = {p: n for p, n in names.items() if p in used}
        return Board(rows, loose, parties, {p: frozenset(ids) for p, ids in named.items()})

    # -- which marks are of which claim

    def _groups(self) -> tuple[dict[str, list[Annotation]], tuple[Annotation, ...]]:
        """Marks by the id of their claim, or by that of the first mark that says the same; and denials of nothing."""
        known = {c.id for c in self._given.claims}
        groups: dict[str, list[Annotation]] = {c.id: [] for c in self._given.claims}
        of: dict[str, str] = {}
        joined = _Joined()
        contents = [m for m in self._given.marks if m.label == "claim" or m.about in known]
        for relation in self._given.relations:
            if relation.kind == "same_claim":
                joined.join([m.annotation_id for m in relation.members])
        for mark in contents:
            first = joined.first(mark.id)
            if mark.about in known:
                of[first] = of.get(first) or mark.about
        for mark in contents:
            first = joined.first(mark.id)
            groups.setdefault(mark.about if mark.about in known else of.get(first, first), []).append(mark)
        return groups, self._denials(groups, {m.id: key for key, marks in groups.items() for m in marks})

    def _denials(self, groups: dict[str, list[Annotation]], of: Mapping[str, str]) -> tuple[Annotation, ...]:
        """Denials go to the claims that they are linked to; those of none are returned."""
        denied = {
            (r.end("from"), of[r.end("to")]) for r in self._given.relations if r.kind == "denies" and r.end("to") in of
        }
        for id, key in sorted(denied):
            mark = self._marks.get(id)
            if mark is not None and mark not in groups[key]:
                groups[key].append(mark)
        linked = {id for id, _ in denied} | set(of)
        return tuple(m for m in self._given.marks if m.label == "denial" and m.id not in linked)

    # -- one row

    def _rows(self, groups: Mapping[str, list[Annotation]]) -> Iterator[Row]:
        claims = {c.id: c for c in self._given.claims}
        evidence: dict[str, list[Evidence]] = {}
        for one in self._given.evidence:
            evidence.setdefault(one.claim_id, []).append(one)
        reviews = {r.claim_id: r for r in sorted(self._given.reviews, key=lambda r: (r.modified, r.id))}
        for key, marks in groups.items():
            claim = claims.get(key)
            wording = claim.text if claim else marks[0].anchor.quote
            articles = tuple(dict.fromkeys(m.article_id for m in marks))
            voices = tuple(_without_relays(list(self._voices(marks)), self._relations))
            yield Row(
                key, wording, claim, tuple(marks), voices, tuple(evidence.get(key, ())), reviews.get(key), articles
            )

    def _voices(self, marks: Iterable[Annotation]) -> Iterator[Voice]:
        for mark in marks:
            told = self._by_content.get(mark.id, ())
            if not told:
                yield self._own(mark, DENY if mark.label == "denial" else SUPPORT, "", None)
            for attribution in told:
                yield from self._of(mark, attribution)

    def _of(self, mark: Annotation, told: Attribution) -> Iterator[Voice]:
        position = stance(told, mark.label)
        named = [self._marks[id] for id in told.source if id in self._marks]
        if not named:
            yield self._own(mark, position, told.relation.id, told)
        for source in named:
            key, name, party, _ = self._who(source)
            known = self._sources.get(source.about)
            yield Voice(
                position, key, name, party, mark, told.relation.id, told.said("factuality"), told.said("scope_note"),
                told.said("response_form"), self._chain(source, told, mark),
                known is None or known.kind != "unspecified",
            )  # fmt: skip

    def _own(self, mark: Annotation, position: str, relation: str, told: Attribution | None) -> Voice:
        site = self._site(mark)
        fact = told.said("factuality") if told else ""
        return Voice(position, OWN, "", OWN, mark, relation, fact, chain=(site,) if site else (), counted=False)

    def _who(self, mark: Annotation) -> tuple[str, str, str, str]:
        """Who a source mark names: the source's key and name, the party's key and name."""
        source = self._sources.get(mark.about)
        if source is None:
            key = " ".join(mark.anchor.quote.casefold().split())
            return key, mark.anchor.quote, key, mark.anchor.quote
        party, seen = source, {source.id}
        while (above := self._sources.get(party.party)) is not None and above.id not in seen:
            party = above
            seen.add(above.id)
        return source.id, source.name, party.id, party.name

    def _chain(self, source: Annotation, told: Attribution, mark: Annotation) -> tuple[str, ...]:
        """From the party over the source and whoever reports it to the outlet, each name once."""
        _, name, _, party = self._who(source)
        names = [party, name, *self._quotes(told.via)]
        for relation in chain(told.relation, self._relations):
            outer = attribution_of(relation)
            if outer is not None:
                speakers = [self._who(self._marks[id]) for id in outer.source if id in self._marks]
                names += [n for _, n, _, _ in speakers] + self._quotes(outer.via)
        return _once([*names, self._site(mark)])

    def _quotes(self, ids: Iterable[str]) -> list[str]:
        return [self._who(self._marks[id])[1] for id in ids if id in self._marks]

    def _site(self, mark: Annotation) -> str:
        article = self._given.articles.get(mark.article_id)
        return (article.site or article.title) if article else ""


class _Joined:
    """Which ids belong together (union-find)."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def first(self, id: str) -> str:
        while (up := self._up.get(id, id)) != id:
            id = up
        return id

    def join(self, ids: Sequence[str]) -> None:
        for id in ids[1:]:
            one, two = self.first(ids[0]), self.first(id)
            if one != two:
                self._up[max(one, two)] = min(one, two)


def _without_relays(voices: Sequence[Voice], relations: Mapping[str, Relation]) -> Iterator[Voice]:
    """Whoever only passes on what another voice of the row says does not count beside it."""
    relayed = {
        outer.id for v in voices if v.relation in relations for outer in chain(relations[v.relation], relations)
    }  # fmt: skip
    for voice in voices:
        if voice.relation in relayed:
            yield replace(voice, counted=False)
        else:
            yield voice


def _independent(voices: Iterable[Voice]) -> int:
    """Sources that speak on their own: a party's own words count only when none of its people is among them."""
    counted = [v for v in voices if v.counted]
    people = {v.party for v in counted if v.key != v.party}
    return len({v.key for v in counted if v.key != v.party or v.party not in people})
