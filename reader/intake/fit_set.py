"""A set's document onto an article that is here: its marks stand on the text here, each with an honest outcome.

The two desks may have captured the page at other times or cleaned it with other cleaners. The set's text comes along
as a revision of the article here, unless that has it, and the marks are carried from it (see
`reader.revisions.carry_marks`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.anchoring import Outcome
from reader.intake.same_address import at_address
from reader.messages import Message
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision
from reader.model.dataset import Document
from reader.model.stamps import new_id
from reader.revisions.carry_marks import CarriedMark, carry_marks
from reader.store import Library


@dataclass(frozen=True, slots=True)
class Brought:
    """The document as it fits the library, and where those of its marks stand that were made on another text."""

    document: Document
    standings: tuple[CarriedMark, ...] = ()

    def notice(self, new: frozenset[str]) -> Message | None:
        """Return A sentence on the marks with ids in `new` that were carried; None when none was."""
        counts = Counter(one.outcome for one in self.standings if one.after.id in new)
        if not counts:
            return None
        placed, moved, changed, removed = (counts[outcome] for outcome in Outcome)
        return Message(
            "marked on another text: {0} in place, {1} moved, {2} changed, {3} not found",
            placed, moved, changed, removed,
        )  # fmt: skip


def onto(library: Library, found: Document) -> Brought:
    """Return `found` on the article here that it is about: the same id, the same words, or the same address.

    An address alone is not enough when none of the marks is found there; then, and when there is no such article,
    the document stays as it is.
    """
    if ours := _by_id(library, found.article):
        return _on(library, ours, found)
    if same := library.known(found.revision.fingerprint) if found.revision.fingerprint else "":
        return _on(library, library.article(same), found)
    if same := at_address(library, found.article.url):
        brought = _on(library, library.article(same), found)
        if any(one.outcome is not Outcome.REMOVED for one in brought.standings):
            return brought
    return Brought(found)


def _by_id(library: Library, article: Article) -> Article | None:
    ours = library.stored([article]).get(article.id)
    return ours if isinstance(ours, Article) else None


def _on(library: Library, ours: Article, found: Document) -> Brought:
    revisions = library.revisions(ours.id)
    current = next(one for one in revisions if one.id == ours.revision_id)
    base = _base(library, ours, found.revision, revisions)
    marks = [_of(mark, ours, base) for mark in found.annotations]
    standings: Sequence[CarriedMark] = ()
    if base.id != current.id:
        standings = carry_marks(current, marks, [base])
        marks = [one.after for one in standings]
    document = replace(found, article=ours, revision=base, annotations=tuple(marks))
    return Brought(document, tuple(standings))


def _base(library: Library, ours: Article, theirs: Revision, revisions: Sequence[Revision]) -> Revision:
    """The text the marks were made on: one that the article has, the current one rather than others, or theirs."""
    same = [one for one in revisions if one.text == theirs.text]
    if same:
        return next((one for one in same if one.id == ours.revision_id), same[-1])
    taken = bool(library.stored([theirs]))
    return replace(theirs, id=new_id() if taken else theirs.id, article_id=ours.id, origin="set")


def _of(mark: Annotation, ours: Article, base: Revision) -> Annotation:
    return replace(mark, article_id=ours.id, anchor=replace(mark.anchor, revision_id=base.id))
