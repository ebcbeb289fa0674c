"""An article captured again: a new revision beside the old ones, and every mark with an honest outcome.

Marks are carried from the revision they were made on, never from where they were last put, so that nothing adds up.
That revision and the outcome are kept with the mark, as its `origin`. A mark that is not in the new
text stays on its old revision, and is looked for again in the next one.

Pure functions that return an `Edit`, as in `reader.edits`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from reader.anchoring import Carried, Comparison, Outcome, carry_over
from reader.edits import JOIN, Edit, Entity, Swap, anchor, respan
from reader.edits.facts import as_captured, publisher_value
from reader.model.annotations import Annotation, Origin, PageAnnotation
from reader.model.articles import Article, Revision
from reader.model.pages import Original, Picture
from reader.model.spans import Span
from reader.model.stamps import now
from reader.text.invariants import count_words


@dataclass(frozen=True, slots=True)
class CarriedMark:
    """How one mark stands in the new revision. `after` is on the old revision when the mark was removed."""

    before: Annotation
    after: Annotation
    outcome: Outcome
    quote: str
    wording: str
    why: str
    needs_review: bool


@dataclass(frozen=True, slots=True)
class Recapture:
    """The edit that takes the new revision, and what it does to each mark, in the order they were given."""

    edit: Edit
    carried: tuple[CarriedMark, ...]


@dataclass(frozen=True, slots=True)
class OriginalPlace:
    """Where a mark was made."""

    revision: Revision
    spans: tuple[Span, ...]


def recapture(
    article: Article, made: Revision, annotations: Iterable[Annotation], revisions: Iterable[Revision],
    *, original: Original | None = None, pictures: Iterable[Picture] = (),
) -> Recapture:  # fmt: skip
    """Take `made` as the article's text and carry every mark over, as one step of undo.

    `annotations` are all of the article's, `revisions` all those that they were made on. The article takes from the new
    page what that says of itself, but for what a person corrected. A mark's time of change stays: nobody changed it.
    KeyError when a mark's revision is not given.
    """
    known = {revision.id: revision for revision in revisions}
    marks = list(annotations)
    standings = carry_marks(made, marks, known.values())
    kept: list[Entity] = [*([original] if original else []), *pictures, made]
    swaps = [Swap(None, thing) for thing in kept]
    swaps.append(Swap(article, _retold(article, made)))
    swaps += [Swap(one.before, one.after) for one in standings]
    return Recapture(Edit("Capture again", tuple(swaps)), tuple(standings))


def _retold(article: Article, made: Revision) -> Article:
    metadata = made.metadata
    facts = {
        "title": metadata.title, "byline": metadata.byline, "published": metadata.published,
        "published_basis": metadata.published_basis,
        # An address that was never known is filled in; another one, as that of a copy, is no newer one.
        "url": "" if publisher_value(article, "url") else metadata.url,
    }  # fmt: skip
    return replace(as_captured(article, facts), revision_id=made.id, words=count_words(made.text))


def carry_marks(made: Revision, marks: Sequence[Annotation], revisions: Iterable[Revision]) -> list[CarriedMark]:
    """Return how each mark stands in `made`, in their order; `revisions` are those that they were made on."""
    known = {revision.id: revision for revision in revisions}
    return _standings(made, marks, [original_place(mark, known) for mark in marks])


def _standings(made: Revision, marks: Sequence[Annotation], homes: Sequence[OriginalPlace]) -> list[CarriedMark]:
    """Each revision that marks were made on is compared with the new one once."""
    by_revision: dict[str, list[int]] = defaultdict(list)
    for number, origin in enumerate(homes):
        by_revision[origin.revision.id].append(number)
    found: dict[int, CarriedMark] = {}
    for numbers in by_revision.values():
        comparison = Comparison(homes[numbers[0]].revision.text, made.text)
        for number in numbers:
            pieces = carry_over(comparison, homes[number].spans)
            found[number] = _standing(marks[number], homes[number], made, pieces)
    return [found[number] for number in range(len(marks))]


def _standing(mark: Annotation, origin: OriginalPlace, made: Revision, pieces: Sequence[Carried]) -> CarriedMark:
    outcome, worst = together(pieces)
    spans = [piece.span for piece in pieces if piece.span]
    quote = JOIN.join(piece.quote for piece in pieces)
    needs_review = outcome is Outcome.CHANGED or any(piece.asks for piece in pieces)
    kept = Origin(origin.revision.id, origin.spans, quote, outcome.value, worst.why.value, needs_review)
    placed = anchor(made, spans) if spans else mark.anchor
    after = replace(mark, anchor=placed, origin=kept)
    return CarriedMark(
        mark, after, outcome, quote, placed.quote if spans else worst.wording, worst.why.value, needs_review
    )


_WORSE = (Outcome.PLACED, Outcome.MOVED, Outcome.CHANGED, Outcome.REMOVED)


def together(pieces: Sequence[Carried]) -> tuple[Outcome, Carried]:
    """Return the outcome of a mark of several pieces, and the piece that decides it."""
    worst = max(pieces, key=lambda piece: (_WORSE.index(piece.outcome), piece.asks))
    spans = [piece.span for piece in pieces if piece.span]
    torn = any(one.end > two.start for one, two in pairwise(spans))
    if spans and (torn or worst.outcome is Outcome.REMOVED):
        return Outcome.CHANGED, worst
    return worst.outcome, worst


# --- what is kept with a mark


def outcome_of(annotation: Annotation) -> Outcome | None:
    """Return the outcome of the last capture; None for an annotation made since, or confirmed."""
    origin = annotation.origin
    return Outcome(origin.outcome) if origin is not None and origin.outcome in list(Outcome) else None


def needs_review(annotation: Annotation) -> bool:
    """Return whether a person has still to look at where the annotation stands."""
    return outcome_of(annotation) is not None and annotation.origin is not None and annotation.origin.needs_review


def confirm(annotation: Annotation, *, at: datetime | None = None) -> Edit:
    """The mark is right where it stands: from now on it is one that was made there."""
    return Edit("Confirm mark", (Swap(annotation, _made_here(annotation, at)),))


def reattach(annotation: Annotation, revision: Revision, spans: Sequence[Span], *, at: datetime | None = None) -> Edit:
    """Put the mark on other words by hand, on this revision. Raises `AnchorError` when there are none."""
    put = respan(annotation, revision, spans, at=at).swaps[0].after
    assert isinstance(put, Annotation)
    return Edit("Attach mark", (Swap(annotation, _made_here(put, at)),))


def leave(annotation: Annotation, known: Mapping[str, Revision]) -> Edit:
    """The mark goes back to the words it was made on, in their own revision, and needs no review.

    It is looked for again in the next capture. KeyError when its revision is not in `known`.
    """
    made = original_place(annotation, known)
    kept = annotation.origin or Origin(made.revision.id, made.spans, annotation.anchor.quote, "")
    back = replace(
        annotation,
        anchor=anchor(made.revision, made.spans),
        origin=replace(kept, outcome=Outcome.REMOVED.value, needs_review=False),
    )
    return Edit("Leave mark on the older text", (Swap(annotation, back),))


def made_on(revision: Revision, annotations: Iterable[Annotation]) -> list[PageAnnotation]:
    """Return the marks that were made on `revision` or stand there, where they were made; by place."""
    found = []
    for mark in annotations:
        made = original_place(mark, {revision.id: revision, mark.anchor.revision_id: revision})
        carried = mark.origin is not None and mark.origin.revision_id == revision.id
        if carried or mark.anchor.revision_id == revision.id:
            found.append(PageAnnotation.of(replace(mark, anchor=anchor(revision, made.spans))))
    return sorted(found)


def _made_here(annotation: Annotation, at: datetime | None) -> Annotation:
    return replace(annotation, origin=None, modified=at or now())


def original_place(annotation: Annotation, known: Mapping[str, Revision]) -> OriginalPlace:
    """Return where an annotation was made: its origin when the words there are still those, else where it stands."""
    here, origin = annotation.anchor, annotation.origin
    revision = known.get(origin.revision_id) if origin is not None else None
    if origin is not None and revision is not None and _has_words(revision, origin):
        return OriginalPlace(revision, origin.spans)
    return OriginalPlace(known[here.revision_id], here.spans)


def _has_words(revision: Revision, origin: Origin) -> bool:
    """Whether the quote stands at its spans; in a set from elsewhere it may not."""
    within = all(0 <= span.start < span.end <= len(revision.text) for span in origin.spans)
    return bool(origin.spans) and within and JOIN.join(span.of(revision.text) for span in origin.spans) == origin.quote
