"""What is known of a mark beyond its words: certainty, stance, kind of source, verdict, and who denies its claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.edits import Change
from reader.edits.attribution import DENY, Attribution, attribution_of, stance
from reader.model.annotations import Annotation, Relation
from reader.model.claims import Claim, Review, Source
from reader.model.struck_places import StruckPlace, struck_over, struck_places
from ui.annotations.facts import Fact, Owner
from ui.annotations.known_kinds import KIND
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Denial:
    """A mark of the article that denies a claim, and the mark of who does so; empty when nobody is named."""

    content: str
    source: str


class Known:
    """The claims and sources that marks of the open article mention, read for many marks at once and then kept in step.

    `denials` holds, by claim, who denies it in the article; `reviews` the reviews of a claim.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._struck: tuple[str, list[StruckPlace]] = ("", [])  # of which text
        self.forget()

    def forget(self) -> None:
        """Know nothing any more: another article is on the desk."""
        self._things: dict[str, Claim | Source | None] = {}
        self.reviews: dict[str, list[Review]] = {}
        self.denials: dict[str, tuple[Denial, ...]] = {}

    def of(self, mark: Annotation) -> Claim | Source | None:
        """Return what `mark` mentions, when it was read."""
        return self._things.get(mark.about) if mark.label in KIND else None

    def struck(self, mark: Annotation) -> list[StruckPlace]:
        """Return where `mark` runs over words that the publisher struck out of the text on the desk."""
        revision = self._session.revision
        if revision is None or mark.anchor.revision_id != revision.id:
            return []
        if self._struck[0] != revision.id:
            self._struck = revision.id, struck_places(revision)
        return struck_over(self._struck[1], mark.anchor.spans)

    # -- reading ---------------------------------------------------------------------------------------------------

    def read(self, marks: Iterable[Annotation]) -> set[str]:
        """Read what these marks mention, and what is known of that; the ids of the marks that cards of them name."""
        wanted: dict[str, set[str]] = {"claim": set(), "source": set()}
        for mark in marks:
            if mark.about and mark.label in KIND:
                wanted[KIND[mark.label]].add(mark.about)
        library = self._session.library
        for kind, ids in wanted.items():
            if missing := [id for id in ids if id not in self._things]:
                found = library.of_kind(kind, missing)
                things = {id: found.get(id) for id in missing}
                self._things |= {id: one if isinstance(one, Claim | Source) else None for id, one in things.items()}
        return self._read_claims(wanted["claim"])

    def _read_claims(self, claims: set[str]) -> set[str]:
        missing = sorted(id for id in claims if id not in self.denials or id not in self.reviews)
        article, library = self._session.article, self._session.library
        if missing and article is not None:
            reviews = library.reviews(missing)
            contents = library.mentions(missing, article.id)
            relations = library.relations_of([mark.id for mark in contents])
            for claim in missing:
                self.reviews[claim] = [review for review in reviews if review.claim_id == claim]
                self.denials[claim] = _denials([mark for mark in contents if mark.about == claim], relations)
        named = {denial.source or denial.content for claim in claims for denial in self.denials.get(claim, ())}
        return named

    # -- facts -----------------------------------------------------------------------------------------------------

    def facts(self, mark: Annotation, held: Attribution | None) -> tuple[Fact, ...]:
        """Return what is known of `mark`, whose attribution is `held`."""
        found: list[Fact] = []
        if held is not None and mark.id in held.content:
            found.append(Fact("factuality", held.said("factuality"), Owner.ATTRIBUTION))
            how = next((field for field in ("response_form", "stance") if held.said(field)), "")
            found += [Fact(how, held.said(how), Owner.ATTRIBUTION)] if how else []  # the form says the stance, too
        known = self.of(mark)
        if isinstance(known, Source):
            found.append(Fact("kind", known.kind, Owner.KNOWN))
        elif isinstance(known, Claim):
            judged = [review for review in self.reviews.get(known.id, ()) if review.verdict]
            found += [Fact("verdict", review.verdict, Owner.REVIEW, review.id) for review in judged[-1:]]
        return tuple(found)

    def deniers(self, mark: Annotation) -> tuple[Denial, ...]:
        """Return who denies the claim that `mark` states, in another mark of the article."""
        if mark.label != "claim" or not mark.about:
            return ()
        return tuple(denial for denial in self.denials.get(mark.about, ()) if denial.content != mark.id)

    # -- changes ---------------------------------------------------------------------------------------------------

    def follow(self, change: Change, about: dict[str, str]) -> set[str]:
        """Keep in step; the claims and sources of which something else is known now.

        `about` gives the claim or source of the marks that were read, by mark.
        """
        touched: set[str] = set()
        for swap in change.edit.swaps:
            for thing in (swap.before, swap.after):
                if isinstance(thing, Claim | Source):
                    self._things[thing.id] = swap.after if isinstance(swap.after, Claim | Source) else None
                    touched.add(thing.id)
                elif isinstance(thing, Review):
                    self.reviews.pop(thing.claim_id, None)
                    touched.add(thing.claim_id)
                elif isinstance(thing, Annotation):
                    touched |= self._stale(thing.about)
                elif isinstance(thing, Relation):
                    for member in thing.members:
                        touched |= self._stale(about.get(member.annotation_id, ""))
        return touched

    def _stale(self, claim: str) -> set[str]:
        """Who denies this claim is to be read anew."""
        return {claim} if self.denials.pop(claim, None) is not None else set()


def _denials(contents: Sequence[Annotation], relations: Iterable[Relation]) -> tuple[Denial, ...]:
    label = {mark.id: mark.label for mark in contents}
    found: list[Denial] = []
    for held in filter(None, map(attribution_of, relations)):
        for id in held.content:
            if id in label and stance(held, label[id]) == DENY:
                found.append(Denial(id, next(iter(held.source), "")))
    return tuple(found)
