"""Steps of undo, as lists and menus show them: what was done, where, by whom, and whether it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

DONE, UNDONE, DROPPED = "done", "undone", "dropped"
DAYS = 90  # that the way back of a step is kept at least


@dataclass(frozen=True, slots=True)
class Touched:
    """An article that a step touched; `title` may be empty when the article is not there."""

    article_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the change log, without what it holds.

    `articles` are the first of the `count` that it touched; none stands for the library as a whole, as when labels
    change. `comes` and `goes` count those that it added or took out of the trash, and those that it put there or
    removed. `who` made it, when that is known. `state` is `done`, `undone` (it can be done again) or `dropped`
    (something newer took its place).
    """

    number: int
    name: str
    origin: str
    at: datetime
    who: str = ""
    state: str = DONE
    articles: tuple[Touched, ...] = ()
    count: int = 0
    comes: int = 0
    goes: int = 0

    @property
    def moves(self) -> bool:
        """Whether an article comes or goes by it."""
        return bool(self.comes or self.goes)

    @property
    def everywhere(self) -> bool:
        """Whether it is a step of the library as a whole."""
        return self.count == 0

    def touches(self, article_id: str) -> bool:
        """Return whether the article is among the first that it touched."""
        return any(one.article_id == article_id for one in self.articles)


@dataclass(frozen=True, slots=True)
class Emptied:
    """How much was deleted for good; `steps` are those of undo that went with it."""

    articles: int
    marks: int
    originals: int
    steps: int
    notes: int = 0
    sources: int = 0
    claims: int = 0

    def __bool__(self) -> bool:
        counts = self.articles, self.marks, self.originals, self.steps, self.notes, self.sources, self.claims
        return any(counts)


@dataclass(frozen=True, slots=True)
class Compacted:
    """What the change log let go: steps that can no longer be taken back, texts that only they needed, and how many
    bytes the file became smaller."""

    steps: int
    texts: int
    saved: int = 0
