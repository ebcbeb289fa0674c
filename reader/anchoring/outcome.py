"""What became of a mark in another text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.messages import translatable
from reader.model.spans import Span


class Outcome(StrEnum):
    """The four answers; whatever is not sure is never `placed`."""

    PLACED = "placed"
    MOVED = "moved"
    CHANGED = "changed"
    REMOVED = "removed"


class Why(StrEnum):
    """What an outcome rests on; the window has a sentence for each."""

    SAME_PLACE = translatable("same place")
    WITH_NEIGHBOURS = translatable("moved with the words around it")
    ELSEWHERE = translatable("the same words were found elsewhere")
    TWICE = translatable("the same words stand there twice")
    WORDS_DIFFER = translatable("the words differ")
    AROUND_DIFFERS = translatable("the same words, but too little beside them is the same")
    NEGATED = translatable("a negation was put beside it or taken away")
    TURNED = translatable("the words are the same, but what is said of them has changed")
    IN_ITS_PLACE = translatable("other words stand in its place")
    ALIKE = translatable("only alike words were found")
    NOT_FOUND = translatable("nothing like it was found")
    NO_WORDS = translatable("it holds no words")


@dataclass(frozen=True, slots=True)
class Carried:
    """One mark's outcome.

    `span` is where it stands in the new text, None when removed. `place` is the same, but where a removed one may be
    put if a person says so: what stands where it stood, or a copy of its words; None when there is nothing to offer.
    `quote` are the mark's words in the old text, `wording` those of `place`. `asks` is true when a person should look:
    always when changed or removed, and when moved by the words alone.
    """

    outcome: Outcome
    span: Span | None
    quote: str
    wording: str
    why: Why
    place: Span | None = None

    @property
    def asks(self) -> bool:
        return self.outcome in (Outcome.CHANGED, Outcome.REMOVED) or self.why in (Why.ELSEWHERE, Why.TWICE)
