"""What the window knows of an article's texts: their heads and how many marks were carried how, never their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model.annotations import Annotation

if TYPE_CHECKING:
    from reader.edits import Change, Entity
    from reader.model.captures import Outcomes, RevisionHead
    from reader.store import Library


@dataclass
class KnownTexts:
    """The texts of one article, none when it was captured once; kept up to date from the changes themselves.

    `marks` are those that a capture has carried, by id, when a list of them was asked for; None until then.
    """

    article_id: str = ""
    heads: list[RevisionHead] = field(default_factory=list)
    outcomes: Outcomes | None = None
    marks: dict[str, Annotation] | None = None

    @property
    def several(self) -> bool:
        """Whether there is more than one text."""
        return len(self.heads) > 1

    @property
    def asking(self) -> int:
        """How many marks a person has still to look at."""
        from reader.anchoring import Outcome

        return sum(count for (outcome, asks), count in self._counted() if asks and outcome in list(Outcome))

    @property
    def carried(self) -> int:
        """How many marks have an outcome."""
        from reader.anchoring import Outcome

        return sum(count for (outcome, _), count in self._counted() if outcome in list(Outcome))

    def _counted(self) -> list[tuple[tuple[str, bool], int]]:
        return list(self.outcomes.items()) if self.outcomes is not None else []

    def in_order(self) -> list[Annotation]:
        """Return the carried marks that are at hand, in the order of the text."""
        marks = self.marks or {}
        return sorted(marks.values(), key=lambda mark: (mark.anchor.start, mark.anchor.end, mark.id))

    def follow(self, change: Change) -> bool:
        """Take in what a change did to marks; whether that is to be seen."""
        moved = False
        for swap in change.edit.swaps:
            moved |= self._count(swap.before, -1) | self._count(swap.after, 1)
        return moved

    def _count(self, mark: Entity | None, by: int) -> bool:
        if not isinstance(mark, Annotation) or mark.article_id != self.article_id or mark.origin is None:
            return False
        if self.outcomes is not None:
            self.outcomes[mark.origin.outcome, mark.origin.needs_review] += by
        if self.marks is not None and by > 0:
            self.marks[mark.id] = mark
        elif self.marks is not None:
            self.marks.pop(mark.id, None)
        return True


def known_texts(library: Library, article_id: str) -> KnownTexts:
    """Return what is known of the texts of an article; their words and the marks stay where they are."""
    return KnownTexts(article_id, *library.heads_and_outcomes(article_id))


def with_marks(library: Library, article_id: str) -> KnownTexts:
    """Return the same with the marks that were carried."""
    found = known_texts(library, article_id)
    found.marks = {mark.id: mark for mark in library.carried_marks(article_id)}
    return found


Reader = Callable[["Library", str], KnownTexts]
