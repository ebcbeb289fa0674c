"""What leaves and enters the library as a set: plain values, read once from front to back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from reader.messages import Message
from reader.model.annotations import Annotation, Relation
from reader.model.articles import Article, Revision
from reader.model.claims import ClaimRecord, Evidence
from reader.model.labels import Label
from reader.model.pages import Original, Picture
from reader.model.publisher import Publisher
from reader.model.steps import Step


@dataclass(frozen=True, slots=True)
class Document:
    """One article with the revision its marks sit on, its marks in text order and its relations.

    A relation comes with the document of the first of its marks that is in the set. `known` are claims, sources,
    evidence and reviews, each once in a pass: with the first document whose marks mention it or, when none does, with
    the first document of a whole library.

    `orphans` are marks that do not stand on `revision`, since a later capture did not find them again. `revisions` are
    older texts of the article: those that orphans stand on, and those that marks were made on before a capture carried
    them. `files_withheld`: the files that its texts came from stay with the desk, since they could tell who a protected
    source is; no `original_id` names them then.
    """

    article: Article
    revision: Revision
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    known: tuple[ClaimRecord, ...] = ()
    orphans: tuple[Annotation, ...] = ()
    revisions: tuple[Revision, ...] = ()
    files_withheld: bool = False

    @property
    def marks(self) -> tuple[Annotation, ...]:
        """Return every mark: those on the text, then the orphans."""
        return (*self.annotations, *self.orphans)


def originals_of(document: Document) -> Iterator[str]:
    """Yield the ids of the files that the texts of a document came from, and of those that are evidence."""
    yield from (one.original_id for one in (document.revision, *document.revisions) if one.original_id)
    yield from (k.target for k in document.known if isinstance(k, Evidence) and k.form == "file" and k.target)


def pictures_of(document: Document) -> Iterator[str]:
    """Yield the ids of the pictures that the texts of a document show."""
    for revision in (document.revision, *document.revisions):
        for attrs in (*(block.attrs for block in revision.blocks), *(part.attrs for part in revision.left_out)):
            if attrs.get("picture"):
                yield attrs["picture"]


class Facts(Protocol):
    """What a store knows of a whole set without reading its documents."""

    def claims(self) -> Iterator[ClaimRecord]:
        """Yield the claims, sources, evidence and reviews of the set, each once."""
        ...

    def protected(self) -> Mapping[str, int]:
        """Return the protected sources of the library by id, numbered from 1 in the order in which they were made."""
        ...

    def protected_names(self) -> frozenset[str]:
        """Return their names, folded, as they are looked for in other words."""
        ...

    def protected_claims(self) -> frozenset[str]:
        """Return the claims that a protected source of the library speaks about."""
        ...

    def protected_files(self) -> frozenset[str]:
        """Return the originals, of articles that are no pages of the web, in which a protected source speaks."""
        ...

    def publisher(self) -> Publisher:
        """Return who publishes the library's reviews, and how they are rated."""
        ...

    def steps(self, article_ids: Collection[str]) -> Iterator[Step]:
        """Yield the changes that were made to these articles and stand, oldest first; of each, these articles alone."""
        ...

    def people(self) -> tuple[str, ...]:
        """Return the names of who marked and linked in the set, sorted."""
        ...

    def revisions(self, article_id: str) -> Iterator[Revision]:
        """Yield every text that an article has had, oldest first."""
        ...

    def original(self, id: str) -> Original:
        """Return the bytes that a text came from. Raises `NotFoundError`."""
        ...

    def picture(self, id: str) -> Picture:
        """Return a stored picture. Raises `NotFoundError`."""
        ...

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
