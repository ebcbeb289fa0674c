"""What an import tells: of each article, of each thing that differs or does not fit, and in sum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.edits import Entity
from reader.errors import TilikError
from reader.messages import Message

ADDED, KNOWN, DIFFERS, FAILED = "added", "known", "differs", "failed"
MOVED, CHANGED, ORPHAN = "moved", "changed", "orphan"


class Differing(StrEnum):
    """What is done with a thing that is here and differs."""

    SKIP = "skip"  # ours stays as it is
    UPDATE = "update"  # what the set says is taken
    BOTH = "both"  # ours stays, and theirs comes in as another one


@dataclass(frozen=True, slots=True)
class SetItem:
    """What became, or would become, of one thing of a set.

    `status`: `added`; `known` (the same is here); `differs` (then `ours`, `theirs` as it would be taken, the names of
    the `fields` that differ, and in `taken` what was done); `failed` and why; of a mark that stands elsewhere `moved`,
    `changed` or `orphan` (its words are not in the text; it is kept with them).
    """

    kind: str
    id: str
    name: str
    status: str
    article_id: str = ""
    reason: Message | None = None
    ours: Entity | None = None
    theirs: Entity | None = None
    fields: tuple[str, ...] = ()
    taken: Differing | None = None

    # What is asked of the outcome of a page, too (see `reader.intake.add.AddResult`).

    @property
    def address(self) -> str:
        return self.name

    @property
    def error(self) -> TilikError | None:
        return None

    @property
    def newer_of(self) -> str:
        return ""

    @property
    def notices(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class SetReport:
    """An import in sum: how many things of each kind came out how, by kind and status."""

    format: str
    name: str
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    dry_run: bool = False

    def count(self, kind: str, status: str) -> int:
        return self.counts.get((kind, status), 0)
