"""Some marks of a set: by label, by who made them, by when. Articles without any of them are not in the set then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from reader.model.annotations import Annotation
from reader.model.articles import Revision
from reader.model.claims import ClaimRecord, Evidence, Review, Source
from reader.model.dataset import Dataset, Document, Facts
from reader.model.pages import Original, Picture
from reader.model.protection import is_protected
from reader.model.publisher import Publisher
from reader.model.steps import Step


@dataclass(frozen=True, slots=True)
class Selection:
    """Which marks are wanted; what is empty or None filters nothing. Times are half-open: from `since`, before
    `until`."""

    labels: frozenset[str] = frozenset()
    annotators: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None

    def __bool__(self) -> bool:
        return bool(self.labels or self.annotators or self.since or self.until)

    def holds(self, mark: Annotation) -> bool:
        """Return whether a mark is wanted."""
        return (
            (not self.labels or mark.label in self.labels)
            and (not self.annotators or mark.annotator in self.annotators)
            and (self.since is None or mark.created >= self.since)
            and (self.until is None or mark.created < self.until)
        )


def selected(dataset: Dataset, selection: Selection) -> Dataset:
    """Return the set of the marks that `selection` holds, with the claims that they mention and the links between
    them."""
    if not selection:
        return dataset

    @contextmanager
    def still() -> Iterator[Dataset]:
        with dataset.still() as whole:
            yield _chosen(whole, selection)

    with still() as now:
        count, labels = now.count, now.labels
    return Dataset(dataset.name, labels, lambda: _documents(dataset, selection), count, snapshot=still)


def _chosen(whole: Dataset, selection: Selection) -> Dataset:
    def documents() -> Iterator[Document]:
        return _documents(whole, selection)

    counts: Counter[str] = Counter()
    count = 0
    for document in documents():
        counts.update(mark.label for mark in document.marks)
        count += 1
    labels = [label for label in whole.labels if label.id in counts]
    numbered = tuple(replace(label, position=n) for n, label in enumerate(labels))
    made = Dataset(whole.name, numbered, documents, count)
    return replace(made, facts=_SelectedFacts(whole.facts, made, counts)) if whole.facts is not None else made


def _documents(dataset: Dataset, selection: Selection) -> Iterator[Document]:
    known = _Mentioned()
    for document in dataset.documents():
        known.add(document.known)
        placed = tuple(mark for mark in document.annotations if selection.holds(mark))
        orphans = tuple(mark for mark in document.orphans if selection.holds(mark))
        if not placed and not orphans:
            continue
        chosen = {mark.id for mark in (*placed, *orphans)}
        links = tuple(r for r in document.relations if any(m.annotation_id in chosen for m in r.members))
        needed = {m.anchor.revision_id for m in orphans}
        needed |= {m.origin.revision_id for m in (*placed, *orphans) if m.origin is not None}
        older = tuple(one for one in document.revisions if one.id in needed)
        told = known.of({mark.about for mark in (*placed, *orphans) if mark.about})
        yield Document(document.article, document.revision, placed, links, told, orphans, older)


class _Mentioned:
    """What documents brought so far, of which those marks take what they mention, each thing once."""

    def __init__(self) -> None:
        self._named: dict[str, ClaimRecord] = {}
        self._on: dict[str, list[ClaimRecord]] = {}
        self._told: set[str] = set()

    def add(self, known: tuple[ClaimRecord, ...]) -> None:
        for thing in known:
            if isinstance(thing, Evidence | Review):
                self._on.setdefault(thing.claim_id, []).append(thing)
            else:
                self._named[thing.id] = thing

    def of(self, ids: set[str]) -> tuple[ClaimRecord, ...]:
        found: dict[str, ClaimRecord] = {}
        waiting = sorted(ids)
        while waiting:
            id = waiting.pop()
            thing = self._named.get(id)
            if thing is None or id in found or id in self._told:
                continue
            found[id] = thing
            found |= {one.id: one for one in self._on.get(id, ())}
            if isinstance(thing, Source) and thing.party and not is_protected(thing):
                waiting.append(thing.party)
        self._told |= found.keys()
        return tuple(found[id] for id in sorted(found))


class _SelectedFacts:
    """The facts of some marks of a set; see `reader.model.dataset.Facts`."""

    def __init__(self, whole: Facts, chosen: Dataset, counts: Mapping[str, int]) -> None:
        self._whole, self._chosen, self._counts = whole, chosen, counts

    def claims(self) -> Iterator[ClaimRecord]:
        """Yield the claims, sources, evidence and reviews of the set, each once."""
        return (thing for document in self._chosen.documents() for thing in document.known)

    def protected(self) -> Mapping[str, int]:
        """Return the protected sources of the library by id, numbered as in every set of it."""
        return self._whole.protected()

    def protected_names(self) -> frozenset[str]:
        """Return their names, folded, as they are looked for in other words."""
        return self._whole.protected_names()

    def protected_claims(self) -> frozenset[str]:
        """Return the claims that a protected source of the library speaks about."""
        return self._whole.protected_claims()

    def protected_files(self) -> frozenset[str]:
        """Return the originals, of articles that are no pages of the web, in which a protected source speaks."""
        return self._whole.protected_files()

    def publisher(self) -> Publisher:
        """Return who publishes the library's reviews, and how they are rated."""
        return self._whole.publisher()

    def steps(self, article_ids: Collection[str]) -> Iterator[Step]:
        """Yield the changes that were made to these articles and stand, oldest first; of each, these articles alone."""
        return self._whole.steps(article_ids)

    def people(self) -> tuple[str, ...]:
        """Return the names of who marked and linked in the set, sorted."""
        names: set[str] = set()
        for document in self._chosen.documents():
            names |= {mark.annotator for mark in document.marks} | {link.annotator for link in document.relations}
        return tuple(sorted(names - {""}))

    def revisions(self, article_id: str) -> Iterator[Revision]:
        """Yield every text that an article has had, oldest first."""
        return self._whole.revisions(article_id)

    def original(self, id: str) -> Original:
        """Return the bytes that a text came from. Raises `NotFoundError`."""
        return self._whole.original(id)

    def picture(self, id: str) -> Picture:
        """Return a stored picture. Raises `NotFoundError`."""
        return self._whole.picture(id)

    def missing(self) -> frozenset[str]:
        """Return the marks that links of the set speak of and that are not in it."""
        here = frozenset(mark.id for document in self._chosen.documents() for mark in document.marks)
        return self.elsewhere() - here

    def elsewhere(self) -> frozenset[str]:
        """Return the marks that links of the set speak of from another article."""
        return frozenset(id for document in self._chosen.documents() for id in _elsewhere(document))

    def counts(self) -> Mapping[str, int]:
        """Return how many marks carry each label."""
        return self._counts

    def documents_with(self, marks: frozenset[str]) -> Iterator[Document]:
        """Yield the documents that hold any of these marks."""
        return (d for d in self._chosen.documents() if any(mark.id in marks for mark in d.marks))


def _elsewhere(document: Document) -> frozenset[str]:
    own = {mark.id for mark in document.marks}
    return frozenset(m.annotation_id for r in document.relations for m in r.members) - own
