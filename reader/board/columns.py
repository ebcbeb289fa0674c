"""The parties of the matrix, the most heard first, and how many marks name each source: counted, not kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from reader.board.moment import Moment
from reader.board.parties import Parties
from reader.board.skeleton import CONTENTS, Skeleton, linked
from reader.edits.attribution import CONTENT, KIND, SOURCE
from reader.model.claims import Source
from reader.model.claims_board import SmallMark

MOST = 60  # parties; more columns than that are no matrix any longer
_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class Columns:
    """`parties` are the keys and the names of the first, `left_out` is how many more there are."""

    parties: tuple[tuple[str, str], ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Naming:
    """What all marks of sources in the scope say together: the columns, and how often each source is named."""

    columns: Columns
    counts: Counter[str]


def naming(moment: Moment, bones: Skeleton, sources: Sequence[Source]) -> Naming:
    """Count the source marks of the scope, and those that its links bring along."""
    known = {s.id for s in sources}
    parties = Parties(sources)
    heard = _heard(moment, bones, parties)
    names = {party: parties.names[party] for party in heard}
    counts, unnamed = _marks(moment, bones, known)
    for id in counts:
        *_, party, name = parties.of(id, "")
        names.setdefault(party, name)
    seen, rest = {hash(party) for party in names}, dict[str, str]()
    for quote in unnamed:
        party = " ".join(quote.casefold().split())
        if hash(party) not in seen:
            seen.add(hash(party))
            rest[party] = quote
            if len(rest) > _AT_ONCE:
                rest = _first(rest, MOST)
    shown = sorted((names | _first(rest, MOST)).items(), key=lambda p: (-heard[p[0]], p[1].casefold()))
    return Naming(Columns(tuple(shown[:MOST]), max(0, len(seen) - MOST)), counts)


def _first(names: dict[str, str], number: int) -> dict[str, str]:
    return dict(nsmallest(number, names.items(), key=lambda party: party[1].casefold()))


def _heard(moment: Moment, bones: Skeleton, parties: Parties) -> Counter[str]:
    """How often each party stands to a claim."""
    rows = _Rows(moment, bones)
    heard: Counter[str] = Counter()
    links = moment.links(KIND)
    speaking = {m.number for _, role, m in links if role in (SOURCE, "source") and not m.about}
    quotes = {w.number: w.quote for w in moment.words(sorted(speaking))}
    for ends in linked(links):
        if not any(bones.is_seen(mark) for _, mark in ends):
            continue
        said = sum(rows(mark) for role, mark in ends if role in (CONTENT, "content"))
        for role, mark in ends:
            if said and role in (SOURCE, "source") and (bones.is_seen(mark) or mark.label not in CONTENTS):
                heard[parties.of(mark.about, quotes.get(mark.number, ""))[2]] += said
    return heard


class _Rows:
    """In how many rows a mark stands: in its own, and in those of the claims that it is linked to as a denial."""

    def __init__(self, moment: Moment, bones: Skeleton) -> None:
        self._bones = bones
        self._denied: dict[str, set[str]] = {}
        for ends in linked(moment.links("denies")):
            by = dict(reversed(ends))
            if "from" in by and "to" in by and bones.is_content(by["to"]):
                self._denied.setdefault(by["from"].id, set()).add(by["to"].about or by["to"].id)

    def __call__(self, mark: SmallMark) -> int:
        own = {mark.about or mark.id} if self._bones.is_content(mark) else set()
        return len(own | self._denied.get(mark.id, set()))


def _marks(moment: Moment, bones: Skeleton, known: set[str]) -> tuple[Counter[str], Iterator[str]]:
    """How often each source of the desk is named, and the words of the other source marks."""
    along = _along(moment, bones)
    if bones.scope.article_ids is not None:
        marks = [*moment.in_articles("source", bones.scope.article_ids), *along]
        counts = Counter(m.about for m in marks if m.about in known)
        return counts, (w.quote for w in moment.words(sorted({m.number for m in marks if m.about not in known})))
    named = Counter({about: number for about, number in moment.named_sources() if about in known})
    gone = moment.trashed("source")
    named.subtract(m.about for m in gone if m.about in known)
    named.update(m.about for m in along if m.about in known)
    lost = [number for number, about in moment.about_something("source") if about not in known]
    out = {m.number for m in gone} - {m.number for m in along}
    return +named, _words(moment, lost, out)


def _words(moment: Moment, lost: Iterable[int], out: set[int]) -> Iterator[str]:
    yield from (w.quote for w in moment.words(sorted(set(lost) - out)))
    yield from (quote for number, quote in moment.unnamed_words() if number not in out)


def _along(moment: Moment, bones: Skeleton) -> list[SmallMark]:
    """The source marks of other articles that are linked to marks of the scope."""
    if bones.scope.article_ids is None:
        marks = moment.trashed("source")
    else:
        marks = [m for label in (*CONTENTS, "source") for m in moment.in_articles(label, bones.scope.article_ids)]
    relations = moment.relations_of(m.id for m in marks)
    ends = {m.id: m for m in moment.small_marks({e.annotation_id for r in relations for e in r.members})}
    seen = [
        r for r in relations if any(e.annotation_id in ends and bones.is_seen(ends[e.annotation_id]) for e in r.members)
    ]
    found = {e.annotation_id: ends[e.annotation_id] for r in seen for e in r.members if e.annotation_id in ends}
    return [m for m in found.values() if m.label == "source" and not bones.is_seen(m)]
