"""What leaves and enters the library as a set: plain values, read once from front to back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.claims import ClaimRecord
from reader.model.labels import Label


@dataclass(frozen=True, slots=True)
class Document:
    """One article with the revision its marks sit on, its marks in text order and the relations that start in it.

    `known` are the claims and sources that its marks mention, with the evidence and the reviews of those claims.
    """

    article: Article
    revision: Revision
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    known: tuple[ClaimRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """An annotated set: `documents()` starts a fresh pass, so that a plan can count before a writer writes."""

    name: str
    labels: tuple[Label, ...]
    documents: Callable[[], Iterator[Document]]
    count: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in a foreign file that could not be taken: the file, the place in it, and why."""

    file: str
    place: Message | None
    reason: Message

    @property
    def message(self) -> Message:
        """All of it as one sentence."""
        if self.place is None:
            return Message("{0}: {1}", self.file, self.reason)
        return Message("{0}: {1}: {2}", self.file, self.place, self.reason)

    def __str__(self) -> str:
        return str(self.message)
