"""What leaves and enters the library as a set: plain values, read once from front to back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

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


class Facts(Protocol):
    """What a store knows of a whole set without reading its documents."""

    def missing(self) -> frozenset[str]:
        """Return the marks that links of the set speak of and that are not in it."""
        ...

    def elsewhere(self) -> frozenset[str]:
        """Return the marks that links of the set speak of from another article."""
        ...

    def counts(self) -> Mapping[str, int]:
        """Return how many marks carry each label."""
        ...

    def documents_with(self, marks: frozenset[str]) -> Iterator[Document]:
        """Yield the documents that hold any of these marks."""
        ...


@dataclass(frozen=True, slots=True)
class Dataset:
    """An annotated set: `documents()` starts a fresh pass.

    `facts` spare a writer passes of its own. `snapshot` opens the set as it is at one moment, for all passes until it
    is closed; see `still`.
    """

    name: str
    labels: tuple[Label, ...]
    documents: Callable[[], Iterator[Document]]
    count: int
    facts: Facts | None = None
    snapshot: Callable[[], AbstractContextManager[Dataset]] | None = None

    def still(self) -> AbstractContextManager[Dataset]:
        """Open the set as it is now; what is changed meanwhile is not seen."""
        return nullcontext(self) if self.snapshot is None else self.snapshot()


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
