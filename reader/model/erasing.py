"""What is to be deleted for good, as values: articles, marks, notes, people, claims, by their ids."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Erasure:
    """What goes, by ids; the articles need not be in the trash.

    `notes` are of marks, links, claims, sources, evidence or reviews, which stay without their note. `sources` are
    the people and organisations that marks are about: the marks stay, and are about nobody. `claims` go with their
    evidence and their reviews; the marks that mention them stay, and mention none.
    """

    articles: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.articles or self.marks or self.notes or self.sources or self.claims)
