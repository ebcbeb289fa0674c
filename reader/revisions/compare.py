"""Two captures of an article side by side: which words differ, and what that does to each mark.

What is reported is what the captures show, never who did what or why: a capture proves no intention.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.anchoring import Carried, Comparison, Difference, Outcome, carry_over
from reader.edits import JOIN
from reader.errors import NotFoundError
from reader.model.annotations import Annotation
from reader.model.articles import Article, Revision
from reader.model.spans import Span
from reader.revisions.carry_marks import OriginalPlace, original_place, together
from reader.store import Library

_SHORTEST = 4  # characters of the beginning of an id; fewer are a number


@dataclass(frozen=True, slots=True)
class Touched:
    """One mark in both captures. The words are empty, and there are no spans, where the capture does not show it."""

    annotation: Annotation
    outcome: Outcome
    before: str
    after: str
    old: tuple[Span, ...]
    new: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two revisions, the older first. `touched` are marks whose words differ, in text order; `same` counts the rest."""

    article: Article
    old: Revision
    new: Revision
    differences: tuple[Difference, ...]
    touched: tuple[Touched, ...]
    same: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a wording, and whether the other wording has them too."""

    text: str
    differs: bool


def compare(library: Library, article_id: str, old_id: str = "", new_id: str = "") -> Compared:
    """Compare two revisions; without ids the article's own with the one before it.

    `NotFoundError` when there are no two.
    """
    article, revisions = library.article(article_id), library.revisions(article_id)
    if len(revisions) < 2:
        raise NotFoundError("{0} was captured only once", article.title or article.id)
    new = _named(revisions, new_id or article.revision_id)
    at = revisions.index(new)
    old = _named(revisions, old_id) if old_id else revisions[at - 1]
    if revisions.index(old) > at:
        old, new = new, old
    return compared(article, old, new, library.annotations(article_id), revisions)


def _named(revisions: Sequence[Revision], name: str) -> Revision:
    """By id, the beginning of an id (4 characters or more), or its number from 1."""
    if name.isdecimal() and len(name) < 10 and 1 <= int(name) <= len(revisions):
        return revisions[int(name) - 1]
    found = [one for one in revisions if one.id.startswith(name)] if len(name) >= _SHORTEST else []
    if len(found) != 1:
        raise NotFoundError("there is no revision {0} of this article", repr(name))
    return found[0]


def compared(
    article: Article, old: Revision, new: Revision, marks: Iterable[Annotation], revisions: Iterable[Revision]
) -> Compared:
    """Each mark is carried to both revisions from the one it was made on."""
    known = {one.id: one for one in revisions}
    carrier = _Carrier()
    differences = tuple(carrier.between(old, new).differences())
    found = [
        one for mark in marks if (one := _touched(mark, original_place(mark, known), old, new, carrier)) is not None
    ]
    differing = [one for one in found if one.outcome in (Outcome.CHANGED, Outcome.REMOVED) or not one.old]
    differing.sort(key=lambda one: (one.old or one.new)[0])
    return Compared(article, old, new, differences, tuple(differing), len(found) - len(differing))


class _Carrier:
    """Compares each pair of texts once."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Comparison] = {}

    def between(self, old: Revision, new: Revision) -> Comparison:
        key = old.id, new.id
        if key not in self._made:
            self._made[key] = Comparison(old.text, new.text)
        return self._made[key]

    def carry(self, made: OriginalPlace, to: Revision) -> tuple[Outcome, tuple[Span, ...]]:
        if made.revision.id == to.id:
            return Outcome.PLACED, made.spans
        pieces: Sequence[Carried] = carry_over(self.between(made.revision, to), made.spans)
        return together(pieces)[0], tuple(piece.span for piece in pieces if piece.span)


def _touched(mark: Annotation, made: OriginalPlace, old: Revision, new: Revision, carrier: _Carrier) -> Touched | None:
    """None for a mark that is in neither."""
    first, before = carrier.carry(made, old)
    second, after = carrier.carry(made, new)
    if not before and not after:
        return None
    said, says = (JOIN.join(s.of(r.text) for s in spans) for spans, r in ((before, old), (after, new)))
    if not before or not after:
        outcome = Outcome.REMOVED if before else Outcome.CHANGED
    elif Outcome.CHANGED in (first, second) and said != says:
        outcome = Outcome.CHANGED
    else:
        outcome = Outcome.MOVED if Outcome.MOVED in (first, second) else Outcome.PLACED
    return Touched(mark, outcome, said, says, before, after)


def runs(before: str, after: str) -> tuple[list[Run], list[Run]]:
    """Return both wordings in pieces, the words that only one of them has apart; joined, the pieces are the wording."""
    found = list(Comparison(before, after).differences())
    return _cut(before, [one.old for one in found]), _cut(after, [one.new for one in found])


def _cut(text: str, spans: Iterable[Span]) -> list[Run]:
    pieces, at = [], 0
    for span in spans:
        assert at <= span.start <= span.end, f"differences overlap at {span} of {text!r}"
        pieces += [Run(text[at : span.start], False), Run(span.of(text), True)]
        at = span.end
    return [piece for piece in (*pieces, Run(text[at:], False)) if piece.text]
