"""The claims of some articles, who supports and who denies each, and on how many independent words that rests.

Pure: it is given what was read from the library and returns plain values (`reader.board.values`) for the board, the
matrix and the chain. A row is a claim with its mentions; marks that mention no claim yet are a row each, or one
with those that are linked to them as the same claim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.board.counting import NOBODY, NOT_SAID, OUTLET, UNSPECIFIED
from reader.board.identity import is_identified, names_of_outlet, names_of_source
from reader.board.joined import Joined
from reader.board.parties import Parties
from reader.board.relays import Route, without_relays, without_second_hand
from reader.board.standing import standing, worst
from reader.board.values import Material, Row, distinct
from reader.board.voice import OWN, UNSAID, Voice
from reader.edits.attribution import COMMENT, SUPPORT, Attribution, attribution_of, chain, stance
from reader.model import vocabulary
from reader.model.annotations import Annotation
from reader.model.claims import Evidence


class RowBuilder:
    """Builds rows of `material`, which may be a part of the library: what bears on them (`reader.board.pages`)."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._marks = {m.id: m for m in material.marks}
        self._sources = {s.id: s for s in material.sources}
        self._relations = {r.id: r for r in material.relations}
        self._attributions = [a for r in material.relations if (a := attribution_of(r)) is not None]
        self._by_content: dict[str, list[Attribution]] = {}
        for attribution in self._attributions:
            for id in attribution.content:
                self._by_content.setdefault(id, []).append(attribution)
        self._reported = _Reported((one for one in self._attributions if not one.silent), self._marks)
        self._parties = Parties(material.sources)
        self._claims = {c.id: c for c in material.claims}
        self._evidence: dict[str, list[Evidence]] = {}
        for one in material.evidence:
            self._evidence.setdefault(one.claim_id, []).append(one)
        self._reviews = {r.claim_id: r for r in sorted(material.reviews, key=lambda r: (r.modified, r.id))}

    def rows(self, wanted: Mapping[int, str]) -> dict[int, Row]:
        """Return the rows of the wanted claims, or of the wanted marks, by the same keys; those that are there."""
        groups = self.groups()
        first = {marks[0].id: id for id, marks in groups.items() if marks and id not in self._claims}
        found = {key: id if id in self._claims else first.get(id, "") for key, id in wanted.items()}
        return {key: self.row(id, groups[id]) for key, id in found.items() if id in groups}

    # -- which marks are of which claim

    def groups(self) -> dict[str, list[Annotation]]:
        """Return the marks by the id of their claim, or by that of the first mark that says the same."""
        known = self._claims
        groups: dict[str, list[Annotation]] = {id: [] for id in known}
        of: dict[str, str] = {}
        joined = Joined()
        here = [m for m in self._material.marks if m.id not in self._material.beyond]
        contents = [m for m in here if m.label == "claim" or m.about in known]
        for relation in self._material.relations:
            if relation.kind == "same_claim":
                joined.join([m.annotation_id for m in relation.members])
        for mark in contents:
            first = joined.first(mark.id)
            if mark.about in known:
                of[first] = of.get(first) or mark.about
        for mark in contents:
            first = joined.first(mark.id)
            groups.setdefault(mark.about if mark.about in known else of.get(first, first), []).append(mark)
        self._add_denials(groups, {m.id: key for key, marks in groups.items() for m in marks})
        return groups

    def _add_denials(self, groups: dict[str, list[Annotation]], of: Mapping[str, str]) -> None:
        """Put denials to the claims that they are linked to."""
        denied = {
            (r.end("from"), of[r.end("to")])
            for r in self._material.relations
            if r.kind == "denies" and r.end("to") in of
        }
        for id, key in sorted(denied):
            mark = self._marks.get(id)
            if mark is not None and mark not in groups[key]:
                groups[key].append(mark)

    # -- one row

    def row(self, key: str, marks: Sequence[Annotation]) -> Row:
        """Return the row of these marks, one of `groups`."""
        claim = self._claims.get(key)
        wording = claim.text if claim else marks[0].anchor.quote
        articles = tuple(dict.fromkeys(m.article_id for m in marks))
        standings = {m.id: found for m in marks if (found := self._standing(m.id))}
        nobodys = tuple(m for m in marks if m.label == "denial" and m.id not in self._by_content)
        return Row(
            key, wording, claim, tuple(marks), self._row_voices(marks), tuple(self._evidence.get(key, ())),
            self._reviews.get(key), articles, nobodys, standings,
        )  # fmt: skip

    def _row_voices(self, marks: Sequence[Annotation]) -> tuple[Voice, ...]:
        """The voices to the claim of these marks, each with what keeps it from counting beside the others."""
        voices = without_relays(list(self._voices(marks)), self._relations)
        mentions = [(m, self._outlet(m)) for m in marks]
        return tuple(without_second_hand(voices, [self._route(v) for v in voices], mentions))

    def _voices(self, marks: Iterable[Annotation]) -> Iterator[Voice]:
        for mark in marks:
            attributions = self._by_content.get(mark.id, ())
            own = all(one.silent for one in attributions) and not self._reported.holds(mark)
            if own and mark.label != "denial":
                yield self._own(mark, SUPPORT, "", None)
            for attribution in attributions:
                yield from self._of(mark, attribution)

    def _of(self, mark: Annotation, attribution: Attribution) -> Iterator[Voice]:
        position = _position(attribution, mark.label)
        named = [self._marks[id] for id in attribution.source if id in self._marks]
        if not named:
            yield self._own(mark, position, attribution.relation.id, attribution)
        for source in named:
            key, name, party, _ = self._parties.who(source)
            known = self._sources.get(source.about)
            yield Voice(
                position, key, name, party, mark, attribution.relation.id, attribution.said("factuality"),
                attribution.said("scope_note"),
                attribution.said("response_form"), self._chain(source, attribution, mark),
                UNSPECIFIED if known is not None and known.kind == "unspecified" else "", source.id,
                self._standing_of(mark, attribution, source), known is not None, is_identified(known),
                is_identified(self._sources.get(party)),
            )  # fmt: skip

    def _own(self, mark: Annotation, position: str, relation: str, attribution: Attribution | None) -> Voice:
        site = self._site(mark)
        names = ("factuality", "response_form", "scope_note")
        fact, form, scope = (attribution.said(name) if attribution else "" for name in names)
        vias = self._quotes(attribution.via) if attribution else []
        stands = self._standing_of(mark, attribution) if attribution is not None else self._standing(mark.id)
        party, why = _whose(attribution)
        return Voice(
            position, party, "", party, mark, relation, fact, scope, form, distinct([*vias, site]), why, standing=stands
        )

    # -- what became of its words, and which way they came

    def _standing(self, id: str) -> str:
        mark = self._marks.get(id)
        return standing(mark, self._material.articles.get(mark.article_id)) if mark is not None else ""

    def _standing_of(self, mark: Annotation, attribution: Attribution, source: Annotation | None = None) -> str:
        """The worst of the words that say who says this, of the claim up to who reports it; of the sources this one."""
        ids = [mark.id, *attribution.cue, *attribution.via, *([source.id] if source is not None else ())]
        for relation in chain(attribution.relation, self._relations):
            if (outer := attribution_of(relation)) is not None:
                ids += [*outer.source, *outer.cue, *outer.via]
        return worst(self._standing(id) for id in ids)

    def _route(self, voice: Voice) -> Route:
        inner = attribution_of(self._relations[voice.relation]) if voice.relation in self._relations else None
        if inner is None:
            return Route(outlet=self._outlet(voice.mark))
        ids = list(inner.via)
        for relation in chain(inner.relation, self._relations):
            if (outer := attribution_of(relation)) is not None:
                ids += [*outer.source, *outer.via]
        # By the words, too: whoever calls "Herald" by a second name does not make it somebody else.
        through = frozenset(name for id in ids for name in self._all_names(id) | self._words(id))
        return Route(through, self._all_names(voice.source), self._outlet(voice.mark))

    def _all_names(self, id: str) -> frozenset[str]:
        mark = self._marks.get(id)
        if mark is None:
            return frozenset()
        source = self._sources.get(mark.about)
        party = self._sources.get(self._parties.who(mark)[2])
        before = mark.origin.quote if mark.origin is not None else ""  # a newer capture may name somebody else
        names = names_of_source(source, mark.anchor.quote) | names_of_source(None, before)
        return names | names_of_source(party, "") if party is not None else names

    def _words(self, id: str) -> frozenset[str]:
        mark = self._marks.get(id)
        return names_of_source(None, mark.anchor.quote) if mark is not None else frozenset()

    def _outlet(self, mark: Annotation) -> frozenset[str]:
        return names_of_outlet(self._material.articles.get(mark.article_id))

    def _chain(self, source: Annotation, attribution: Attribution, mark: Annotation) -> tuple[str, ...]:
        """From the party over the source and whoever reports it to the outlet, each name once."""
        _, name, _, party = self._parties.who(source)
        names = [party, name, *self._quotes(attribution.via)]
        for relation in chain(attribution.relation, self._relations):
            outer = attribution_of(relation)
            if outer is not None:
                speakers = [self._parties.who(self._marks[id]) for id in outer.source if id in self._marks]
                names += [n for _, n, _, _ in speakers] + self._quotes(outer.via)
        return distinct([*names, self._site(mark)])

    def _quotes(self, ids: Iterable[str]) -> list[str]:
        return [self._parties.who(self._marks[id])[1] for id in ids if id in self._marks]

    def _site(self, mark: Annotation) -> str:
        article = self._material.articles.get(mark.article_id)
        return (article.site or article.title) if article else ""


def _whose(attribution: Attribution | None) -> tuple[str, str]:
    """Whose words without a source are, and why they count for nobody: only what was entered is said of them."""
    given = attribution.said("explicitness") if attribution is not None else vocabulary.AUTHOR
    if given == vocabulary.AUTHOR:
        return OWN, OUTLET
    return (OWN, NOBODY) if given == vocabulary.IMPLICIT else (UNSAID, NOT_SAID)


def _position(attribution: Attribution, label: str) -> str:
    """How the source stands to the claim; of one who is said not to have said it, without more, no support."""
    plain = not attribution.said("stance") and not attribution.said("response_form")
    return COMMENT if plain and attribution.said("polarity") == "-" else stance(attribution, label)


class _Reported:
    """Which words stand inside what a named source said: they are no longer the outlet's own."""

    def __init__(self, attributions: Iterable[Attribution], marks: Mapping[str, Annotation]) -> None:
        pieces: dict[str, list[tuple[int, int]]] = {}
        for one in attributions:
            for mark in (marks[id] for id in one.content if one.source and id in marks):
                pieces.setdefault(mark.anchor.revision_id, []).extend((s.start, s.end) for s in mark.anchor.spans)
        self._starts = {revision: [start for start, _ in sorted(found)] for revision, found in pieces.items()}
        self._ends = {revision: _furthest(sorted(found)) for revision, found in pieces.items()}

    def holds(self, mark: Annotation) -> bool:
        """Return whether each piece of the mark lies in such words."""
        starts = self._starts.get(mark.anchor.revision_id, [])
        ends = self._ends.get(mark.anchor.revision_id, [])
        return bool(starts) and all(
            (at := bisect_right(starts, span.start)) > 0 and ends[at - 1] >= span.end for span in mark.anchor.spans
        )


def _furthest(pieces: Sequence[tuple[int, int]]) -> list[int]:
    """For each piece, how far it or one before it reaches."""
    furthest, reach = [], 0
    for _, end in pieces:
        reach = max(reach, end)
        furthest.append(reach)
    return furthest
