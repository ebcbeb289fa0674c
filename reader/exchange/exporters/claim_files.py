"""What a set says of each claim: where it stands, who says and who denies it, the evidence, the reviews.

Gathered while the documents of a set go by, as they may leave the library. Of marks only those are kept that mention a
claim, with who is said to have said it; the memory grows with the claims and not with the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article
from reader.model.claims import Claim, ClaimRecord, Evidence, Review, Source
from reader.model.dataset import Dataset, Document
from reader.model.labels import DENIAL
from reader.model.vocabulary import FORMS_THAT_COMMENT, FORMS_THAT_DENY

ATTRIBUTED = "attributed_to"
SUPPORT, DENY, COMMENT = "support", "deny", "comment"


@dataclass(frozen=True, slots=True)
class Words:
    """Marked words of an article, and when that was captured. `about` is what they mention."""

    id: str
    article: Article
    captured: str
    quote: str
    label: str
    about: str


@dataclass(frozen=True, slots=True)
class Said:
    """Who says something to a claim in which words: `source` where it is known who that is, `name` in any case."""

    words: Words
    name: str
    stance: str
    source: Source | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """One claim with all that hangs on it; what was said stands in the order of the days of the articles."""

    claim: Claim
    said: tuple[Said, ...] = ()
    places: tuple[Words, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()

    @property
    def speakers(self) -> tuple[Said, ...]:
        """Return who says it, first who did so first."""
        return tuple(said for said in self.said if said.stance == SUPPORT)

    @property
    def review(self) -> Review | None:
        """Return the review that counts: the one that was changed last."""
        return max(self.reviews, key=lambda review: (review.modified, review.id), default=None)


@dataclass(slots=True)
class ClaimFiles:
    """Gathers them: `add` each document, then read `files`."""

    claims: dict[str, Claim] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    reviews: dict[str, Review] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)
    _voices: list[Relation] = field(default_factory=list)

    def add(self, document: Document) -> None:
        """Keep what a document says of claims."""
        for thing in document.known:
            self._put(thing)
        mentioned = {mark.id: mark for mark in document.marks if mark.about}
        wanted = dict(mentioned)
        for link in document.relations:
            if link.kind == ATTRIBUTED and (link.end("from") in mentioned or link.end("to") in mentioned):
                self._voices.append(link)
                ends = {member.annotation_id for member in link.members}
                wanted |= {mark.id: mark for mark in document.marks if mark.id in ends - wanted.keys()}
        self._keep(document, wanted.values())

    def _put(self, thing: ClaimRecord) -> None:
        if isinstance(thing, Claim):
            self.claims[thing.id] = thing
        elif isinstance(thing, Source):
            self.sources[thing.id] = thing
        elif isinstance(thing, Evidence):
            self.evidence[thing.id] = thing
        else:
            self.reviews[thing.id] = thing

    def _keep(self, document: Document, marks: Iterable[Annotation]) -> None:
        captured = document.revision.captured.date().isoformat()
        for mark in marks:
            quote = mark.anchor.quote
            self.words[mark.id] = Words(mark.id, document.article, captured, quote, mark.label, mark.about)

    def find(self, dataset: Dataset) -> None:
        """Read the words that are evidence or a source in an article that does not mention a claim."""
        wanted = {k.target for k in self.evidence.values() if k.form == "span" and k.target}
        wanted |= {m.annotation_id for link in self._voices for m in link.members}
        wanted |= {id for k in self.reviews.values() for sentence in k.justification for id in sentence.cites}
        missing = frozenset(wanted - self.words.keys() - self.evidence.keys())
        if missing and dataset.facts is not None:
            for document in dataset.facts.documents_with(missing):
                self._keep(document, (mark for mark in document.marks if mark.id in missing))

    def files(self) -> Iterator[ClaimFile]:
        """Yield the claims, those that were made first at the head."""
        places, said = self._places(), self._said()
        evidence, reviews = _by_claim(self.evidence.values()), _by_claim(self.reviews.values())
        for claim in sorted(self.claims.values(), key=lambda claim: (claim.created, claim.id)):
            yield ClaimFile(
                claim,
                tuple(sorted(said.get(claim.id, ()), key=lambda one: _day(one.words))),
                tuple(sorted(places.get(claim.id, ()), key=_day)),
                tuple(evidence.get(claim.id, ())),
                tuple(reviews.get(claim.id, ())),
            )

    def _places(self) -> Mapping[str, list[Words]]:
        found: dict[str, list[Words]] = {}
        for words in self.words.values():
            if words.about in self.claims:
                found.setdefault(words.about, []).append(words)
        return found

    def _said(self) -> Mapping[str, list[Said]]:
        found: dict[str, list[Said]] = {}
        for link in self._voices:
            words, who = self.words.get(link.end("from")), self.words.get(link.end("to"))
            if words is None or words.about not in self.claims:
                continue
            source = self.sources.get(who.about) if who is not None else None
            name = source.name if source is not None else who.quote if who is not None else ""
            form = str(link.attributes.get("response_form") or "")
            found.setdefault(words.about, []).append(Said(words, name, _stance(link, words, form), source, form))
        return found


def _stance(link: Relation, words: Words, form: str) -> str:
    """The stance that was marked, else what the form of a response says, else what the label does."""
    marked = link.attributes.get("stance")
    if isinstance(marked, str) and marked:
        return marked
    if form:
        return DENY if form in FORMS_THAT_DENY else COMMENT if form in FORMS_THAT_COMMENT else form
    return DENY if words.label == DENIAL.id else SUPPORT


def _day(words: Words) -> tuple[bool, str, str, str]:
    """By the day of the article; those without one come last."""
    return not words.article.published, words.article.published, words.article.id, words.id


_Hanging = TypeVar("_Hanging", Evidence, Review)


def _by_claim(things: Iterable[_Hanging]) -> Mapping[str, list[_Hanging]]:
    found: dict[str, list[_Hanging]] = {}
    for thing in sorted(things, key=lambda one: (one.created, one.id)):
        found.setdefault(thing.claim_id, []).append(thing)
    return found


def reasons(review: Review) -> str:
    """Return the reasons of a verdict as one text."""
    return " ".join(text for sentence in review.justification if (text := sentence.text.strip()))
