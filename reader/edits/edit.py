"""An edit is before/after pairs, carried out whole or not at all; its inverse is the same pairs turned round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from reader.model.annotations import Annotation, Relation
    from reader.model.articles import Article, Revision
    from reader.model.claims import ClaimRecord
    from reader.model.labels import Label
    from reader.model.pages import Original, Picture
    from reader.model.steps import Step

# A name alone while the program runs: the first paint needs few of these.
Entity: TypeAlias = "Article | Revision | Original | Picture | Annotation | Relation | Label | ClaimRecord"


@dataclass(frozen=True, slots=True)
class Swap:
    """One thing, before and after; None stands for "not there"."""

    before: Entity | None
    after: Entity | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a swap of nothing for nothing")

    @property
    def entity(self) -> Entity:
        found = self.after if self.after is not None else self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Edit:
    """A named change that is done and undone as one.

    `continues` is the number of a change that this one goes on with, as when one types: while that is the last one,
    and has the same name, both are one step. 0 for a step of its own.
    """

    name: str
    swaps: tuple[Swap, ...]
    continues: int = 0

    def inverse(self) -> Edit:
        return Edit(self.name, tuple(Swap(s.after, s.before) for s in reversed(self.swaps)))


@dataclass(frozen=True, slots=True)
class Change:
    """An edit that was carried out: its number in the log, who asked for it, and how it stands to the log.

    `origin` is `user`, `import`, `undo`, `redo` or whatever name the caller gave; `step` says where it was made.
    `unlisted`: more changed than the edit's swaps say, as by an import; whoever follows the swaps reads again.
    """

    number: int
    edit: Edit
    origin: str
    at: datetime
    step: Step
    unlisted: bool = False


def together(name: str, edits: Iterable[Edit]) -> Edit:
    """Return several edits as one step."""
    return Edit(name, tuple(swap for edit in edits for swap in edit.swaps))


def joined(earlier: Edit, later: Edit) -> Edit:
    """Return what both do, one after the other, as one step: of a thing that both change, the first and last state."""
    swaps = {(type(swap.entity), swap.entity.id): swap for swap in earlier.swaps}
    for swap in later.swaps:
        key = (type(swap.entity), swap.entity.id)
        swaps[key] = Swap(swaps[key].before, swap.after) if key in swaps else swap
    return Edit(later.name, tuple(swaps.values()))
