"""The parties of the matrix, the most quoted first, and how many marks name each source: counted anew, not kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from reader.board.moment import Moment
from reader.board.parties import Parties
from reader.board.row_index import CONTENTS, RowIndex, linked
from reader.edits.attribution import CONTENT, KIND, SOURCE, role_of
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
class SourceTally:
    """What all marks of sources in the scope say together: the columns, and how often each source is named."""

    columns: Columns
    counts: Counter[str]


def tally_sources(moment: Moment, index: RowIndex, sources: Sequence[Source]) -> SourceTally:
    """Count the source marks of the scope, and those that its links bring along."""
    known = {s.id for s in sources}
    parties = Parties(sources)
    quoted = _times_quoted(moment, index, parties)
    names = {party: parties.names[party] for party in quoted}
    counts, unnamed = _marks(moment, index, known)
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
    shown = sorted((names | _first(rest, MOST)).items(), key=lambda p: (-quoted[p[0]], p[1].casefold()))
    return SourceTally(Columns(tuple(shown[:MOST]), max(0, len(seen) - MOST)), counts)


def _first(names: dict[str, str], number: int) -> dict[str, str]:
    return dict(nsmallest(number, names.items(), key=lambda party: party[1].casefold()))


def _times_quoted(moment: Moment, index: RowIndex, parties: Parties) -> Counter[str]:
    """How often each party is quoted on a claim, in the rows of the scope."""
    rows = _Rows(moment, index)
    quoted: Counter[str] = Counter()
    links = moment.links(KIND)
    speaking = {m.number for _, role, m in links if role_of(role) == SOURCE and not m.about}
    words = {w.number: w.quote for w in moment.words(sorted(speaking))}
    for ends in linked(links):
        if not any(index.is_seen(mark) for _, mark in ends):
            continue
        said = sum(rows(mark) for role, mark in ends if role_of(role) == CONTENT)
        for role, mark in ends:
            if said and role_of(role) == SOURCE and (index.is_seen(mark) or mark.label not in CONTENTS):
                quoted[parties.of(mark.about, words.get(mark.number, ""))[2]] += said
    return quoted


class _Rows:
    """In how many rows a mark stands: in its own, and in those of the claims that it is linked to as a denial."""

    def __init__(self, moment: Moment, index: RowIndex) -> None:
        self._index = index
        self._denied: dict[str, set[str]] = {}
        for ends in linked(moment.links("denies")):
            by = dict(reversed(ends))
            if "from" in by and "to" in by and index.is_content(by["to"]):
                self._denied.setdefault(by["from"].id, set()).add(by["to"].about or by["to"].id)

    def __call__(self, mark: SmallMark) -> int:
        own = {mark.about or mark.id} if self._index.is_content(mark) else set()
        return len(own | self._denied.get(mark.id, set()))


def _marks(moment: Moment, index: RowIndex, known: set[str]) -> tuple[Counter[str], Iterator[str]]:
    """How often each source of the desk is named, and the words of the other source marks."""
    outside = _linked_from_outside(moment, index)
    if index.scope.article_ids is not None:
        marks = [*moment.in_articles("source", index.scope.article_ids), *outside]
        counts = Counter(m.about for m in marks if m.about in known)
        return counts, (w.quote for w in moment.words(sorted({m.number for m in marks if m.about not in known})))
    named = Counter({about: number for about, number in moment.named_sources() if about in known})
    trashed = moment.trashed("source")
    named.subtract(m.about for m in trashed if m.about in known)
    named.update(m.about for m in outside if m.about in known)
    orphaned = [number for number, about in moment.about_something("source") if about not in known]
    excluded = {m.number for m in trashed} - {m.number for m in outside}
    return +named, _words(moment, orphaned, excluded)


def _words(moment: Moment, orphaned: Iterable[int], excluded: set[int]) -> Iterator[str]:
    yield from (w.quote for w in moment.words(sorted(set(orphaned) - excluded)))
    yield from (quote for number, quote in moment.unnamed_words() if number not in excluded)


def _linked_from_outside(moment: Moment, index: RowIndex) -> list[SmallMark]:
    """The source marks of other articles that are linked to marks of the scope."""
    if index.scope.article_ids is None:
        marks = moment.trashed("source")
    else:
        marks = [m for label in (*CONTENTS, "source") for m in moment.in_articles(label, index.scope.article_ids)]
    relations = moment.relations_of(m.id for m in marks)
    ends = {m.id: m for m in moment.small_marks({e.annotation_id for r in relations for e in r.members})}
    seen = [
        r for r in relations if any(e.annotation_id in ends and index.is_seen(ends[e.annotation_id]) for e in r.members)
    ]
    found = {e.annotation_id: ends[e.annotation_id] for r in seen for e in r.members if e.annotation_id in ends}
    return [m for m in found.values() if m.label == "source" and not index.is_seen(m)]
