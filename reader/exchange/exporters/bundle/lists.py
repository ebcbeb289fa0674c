"""The lists of a bundle that are written at its end: claims, reviews, who says what, evidence, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.exchange.exporters.bundle.archived import Archived
from reader.exchange.exporters.bundle.numbers import Numbers
from reader.exchange.exporters.bundle.spoken import Spoken
from reader.exchange.exporters.claim_files import DENY, ClaimFile, ClaimFiles
from reader.exchange.exporters.withheld import WITHHELD
from reader.exchange.records import json_text, time_out
from reader.model.claims import Claim, Evidence, Review, Source

Row = Sequence[str | int]
LISTS: Mapping[str, tuple[str, ...]] = {
    "articles": (
        "Article", "Title", "Site", "Author", "Published", "How the date is known", "Language", "Address",
        "Taken from", "Added", "Captured", "Text", "Original",
    ),
    "captures": (
        "Article", "Captured", "How it was made", "Made here on", "The text of the marks", "Text",
        "SHA-256 of the text", "Original", "SHA-256 of the original", "Kind of file", "Name of the file", "Cleaned by",
        "Fingerprint of the words", "Notices",
    ),
    "marks": (
        "Mark", "Article", "Label", "Characters", "Quote", "Mentions", "Note", "Tags", "More", "By", "Made", "Changed",
    ),
    "links": ("Number", "Kind", "From", "To", "All ends", "Within link", "More", "Note", "By", "Made"),
    "changes": ("When", "Who", "What", "Where"),
    "claims": (
        "Claim", "Wording", "Translation", "Type of claim", "Worth checking", "Time of the event",
        "How the time is known", "Place", "Related claims", "Says it", "Denies it", "Stands in articles", "Verdict",
        "House rating", "Credibility", "Note", "By", "Made", "Changed", "Other values",
    ),
    "reviews": (
        "Claim", "Wording", "Status", "Verdict", "House rating", "Reasons", "Rests on", "Method", "Reviewer", "Date",
        "Published at", "Note", "Made", "Changed", "Other values",
    ),
    "who-says": ("Claim", "Wording", "Source", "Stance", "Response", "In which words", "Article", "Mark", "Published"),
    "evidence": (
        "Number", "Claim", "Wording", "Bearing", "Form", "What it is", "Title", "Excerpt", "Retrieved",
        "Primary or secondary", "Has an address", "Has a date", "Has an archived copy", "Archived copy", "Note", "By",
        "Made", "Other values",
    ),
    "sources": (
        "Source", "Name", "Other names", "Kind of source", "Affiliation", "Role", "Identified",
        "How the identity is known", "Speaks for", "Address", "Ground rules", "Reliability", "Note", "By", "Made",
        "Changed", "Other values",
    ),
}  # fmt: skip


@dataclass(slots=True)
class Named:
    """The numbers under which a bundle speaks of things."""

    articles: Numbers = field(default_factory=Numbers)
    claims: Numbers = field(default_factory=Numbers)
    sources: Numbers = field(default_factory=Numbers)
    evidence: Numbers = field(default_factory=Numbers)
    marks: Numbers = field(default_factory=Numbers)
    links: Numbers = field(default_factory=Numbers)


@dataclass(frozen=True, slots=True)
class EndLists:
    """Makes the rows of the lists that are written when all documents have gone by."""

    found: ClaimFiles
    named: Named
    archived: Archived
    say: Spoken

    def claims(self, files: Sequence[ClaimFile]) -> Iterator[Row]:
        """Yield one row a claim."""
        for one in files:
            yield self._claim(one.claim, one)

    def _claim(self, claim: Claim, one: ClaimFile) -> Row:
        review, said, value = one.review, one.said, self.say.value
        denied = [x.name for x in said if x.stance == DENY]
        related = (f"{value('related', r.kind)} {self.named.claims.known(r.claim_id)}" for r in claim.related)
        return (
            self.named.claims.of(claim.id), claim.text, claim.translation, value("type", claim.type),
            value("worth", claim.worth), claim.event_time, value("event_time_basis", claim.event_time_basis),
            claim.place, "; ".join(related), _names([x.name for x in one.speakers]), _names(denied),
            self.named.articles.cell(place.article.id for place in one.places),
            value("verdict", review.verdict) if review else "", value("rating", review.rating) if review else "",
            value("credibility", claim.credibility), claim.note, claim.annotator, time_out(claim.created),
            time_out(claim.modified), json_text(claim.extra),
        )  # fmt: skip

    def reviews(self, files: Sequence[ClaimFile]) -> Iterator[Row]:
        """Yield one row a review, with the reasons of its verdict and what each of them rests on."""
        for one in files:
            for review in one.reviews:
                yield self._review(one.claim, review)

    def _review(self, claim: Claim, review: Review) -> Row:
        value, cites = self.say.value, (self._cited(id) for s in review.justification for id in s.cites)
        return (
            self.named.claims.of(claim.id), claim.text, value("status", review.status),
            value("verdict", review.verdict), value("rating", review.rating),
            "\n".join(sentence.text for sentence in review.justification), "; ".join(dict.fromkeys(cites)),
            value("strategy", review.strategy), review.reviewer, review.date, review.address, review.note,
            time_out(review.created), time_out(review.modified), json_text(review.extra),
        )  # fmt: skip

    def _cited(self, id: str) -> str:
        kind, number = ("Evidence", self.named.evidence.known(id)) if id in self.found.evidence else ("Mark", "")
        return f"{self.say(kind)} {number or self.named.marks.of(id)}"

    def said(self, files: Sequence[ClaimFile]) -> Iterator[Row]:
        """Yield one row for each time that somebody says something to a claim."""
        for one in files:
            for said in one.said:
                words = said.words
                yield (
                    self.named.claims.of(one.claim.id), one.claim.text, said.name,
                    self.say.value("stance", said.stance), self.say.value("response_form", said.form), words.quote,
                    self.named.articles.known(words.article.id), self.named.marks.of(words.id),
                    words.article.published,
                )  # fmt: skip

    def evidence(self, files: Sequence[ClaimFile]) -> Iterator[Row]:
        """Yield one row a piece of evidence: what it is, and what it has and lacks to be found again."""
        pieces = [(self.named.evidence.of(piece.id), one.claim, piece) for one in files for piece in one.evidence]
        for _, claim, piece in sorted(pieces, key=lambda found: found[0]):
            yield self._evidence(claim, piece)

    def _evidence(self, claim: Claim, piece: Evidence) -> Row:
        say, at = self.say, self.archived
        answers = [say("yes") if has else say("no") for has in at.has(piece)]
        return (
            self.named.evidence.of(piece.id), self.named.claims.of(claim.id), claim.text,
            say.value("bearing", piece.bearing), say.value("form", piece.form), at.target(piece), piece.title,
            piece.excerpt, at.date(piece), say.value("grade", piece.grade), *answers, at.copy(piece), piece.note,
            piece.annotator, time_out(piece.created), json_text(_without_withheld(piece.extra)),
        )  # fmt: skip

    def sources(self) -> Iterator[Row]:
        """Yield one row a source; of a protected one what may be told of her."""
        for source in sorted(self.found.sources.values(), key=lambda s: self.named.sources.of(s.id)):
            yield self._source(source)

    def _source(self, source: Source) -> Row:
        value, party = self.say.value, self.found.sources.get(source.party)
        return (
            self.named.sources.of(source.id), source.name, "; ".join(source.aliases), value("kind", source.kind),
            source.affiliation, source.role, value("identification", source.identification),
            value("identity_basis", source.identity_basis), party.name if party else "", source.address,
            value("ground_rules", source.ground_rules), value("reliability", source.reliability), source.note,
            source.annotator, time_out(source.created), time_out(source.modified),
            json_text(_without_withheld(source.extra)),
        )  # fmt: skip


def _names(names: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name))


def _without_withheld(extra: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in extra.items() if name != WITHHELD}
