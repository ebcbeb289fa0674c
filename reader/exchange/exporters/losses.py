"""What a format cannot hold, told before a byte is written: how many of each kind, and what is there instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.exchange.exporters.features import Feature as F
from reader.messages import Message, Words
from reader.model.dataset import Dataset
from reader.model.labels import BUILTIN

KEEP_IDS = 100  # of each kind, to show; the counts are of all
NOT_WRITTEN = Message("not written")

# Kinds that no format's profile tells of: what the desk keeps to itself, what is outside the set, what a format adds.
PROTECTED, DESK_ONLY, NAMED_IN_WORDS = "protected", "desk_only", "named_in_words"
PROTECTED_FILES = "protected_files"
OUTSIDE_LINKS, UNUSED_LABELS, FOLDERS = "outside_links", "unused_labels", "folders"
ADDRESSES, LONG_CELLS = "addresses", "long_cells"
NOT_JUDGED, NO_REVIEW_ADDRESS, NO_PUBLISHER = "not_judged", "no_review_address", "no_publisher"

# Every kind of loss: what it is called.
KINDS: Mapping[str, Message] = {
    PROTECTED: Message("names and details of protected sources"),
    DESK_ONLY: Message("sources and claims with values that only the desk may know"),
    NAMED_IN_WORDS: Message("notes and texts of the desk that name a protected source"),
    PROTECTED_FILES: Message("files of the desk that could tell who a protected source is"),
    F.ARTICLES: Message("articles' titles, sites, authors, dates and addresses"),
    F.ORIGINALS: Message("articles' original files"),
    F.PICTURES: Message("pictures"),
    F.REVISIONS: Message("older texts of articles, of earlier captures"),
    FOLDERS: Message("articles' folders on this computer"),
    OUTSIDE_LINKS: Message("links to marks that are not in this set"),
    UNUSED_LABELS: Message("labels that no mark of this set carries"),
    F.LABELS: Message("labels' colours and keys"),
    F.TEXTS: Message("articles' full texts"),
    F.STRUCTURE: Message("texts' structure, as headings, emphasis and links"),
    F.SPANNED_CELLS: Message("rows of tables with cells that are merged or head their row"),
    F.STRUCK: Message("words that the publisher struck out"),
    F.LEFT_OUT: Message("texts' blocks that were left out by the cleaner"),
    F.CAPTURE: Message("when and how texts were captured and cleaned, their versions"),
    F.NOTICES: Message("texts' notices of the cleaner"),
    ADDRESSES: Message("articles' addresses"),
    F.METADATA: Message("articles' further metadata"),
    F.ARTICLE_TAGS: Message("articles' tags"),
    F.STATES: Message("articles' states on the reading list"),
    F.PUBLISHER_VALUES: Message("articles' facts as the publisher has them, where they were corrected here"),
    F.ARTICLE_EXTRA: Message("articles' further values from other programs"),
    F.UNMARKED: Message("articles without a mark"),
    F.ORPHANS: Message("marks that a newer capture did not find again"),
    F.PLACES: Message("marks' exact places"),
    F.PIECES: Message("marks' pieces, of marks in several pieces"),
    F.OVERLAP: Message("marks' places where marks overlap"),
    F.ZERO_WIDTH: Message("marks' places between two characters"),
    F.NOTES: Message("marks' notes"),
    F.TAGS: Message("marks' tags"),
    F.ATTRIBUTES: Message("marks' attributes"),
    F.PEOPLE: Message("marks' annotators"),
    F.TIMES: Message("marks' exact times of making and changing"),
    F.ABOUT: Message("which claims and sources marks mention"),
    F.EXTRA: Message("marks' further values from other programs"),
    F.ORIGINS: Message("marks' places before a later capture"),
    F.LINKS: Message("links between marks"),
    F.MANY_ENDED: Message("links with more or fewer than two ends"),
    F.CROSS_LINKS: Message("links between articles"),
    F.LINK_NOTES: Message("links' notes"),
    F.LINK_ATTRIBUTES: Message("links' attributes, as stance and certainty"),
    F.LINK_PEOPLE: Message("links' annotators"),
    F.LINK_TIMES: Message("links' exact times of making"),
    F.NESTING: Message("links' nesting within another"),
    F.LINK_EXTRA: Message("links' further values from other programs"),
    F.CLAIMS: Message("claims"),
    F.SOURCES: Message("sources"),
    F.EVIDENCE: Message("evidence"),
    F.REVIEWS: Message("reviews"),
    F.CLAIM_PEOPLE: Message("who entered claims, sources, evidence and reviews, and when"),
    F.CLAIM_EXTRA: Message("claims', sources', evidence's and reviews' further values from other programs"),
    NOT_JUDGED: Message("reviews without a verdict"),
    NO_REVIEW_ADDRESS: Message("reviews without the address where they are published, which Google asks for"),
    NO_PUBLISHER: Message("name, address or logo of who publishes, in the settings of the library"),
    LONG_CELLS: Message("notes and quotes longer than a cell of Excel"),
}

# What is there instead, where that is the same in every format; a format may say it better.
INSTEAD: Mapping[str, Message] = {
    PROTECTED: Message("withheld; written as “Source 1” with the rule that protects them"),
    DESK_ONLY: Message("withheld"),
    NAMED_IN_WORDS: Message("written as they are; look at them before the set leaves the desk"),
    PROTECTED_FILES: Message("withheld"),
    F.PICTURES: Message("their captions and addresses are written"),
    FOLDERS: Message("the files' names are written"),
    NO_REVIEW_ADDRESS: Message("written without it"),
    NO_PUBLISHER: Message("lacking; written without"),
    LONG_CELLS: Message("cut at 32,767 characters, with …"),
}


@dataclass(frozen=True, slots=True)
class Loss:
    """How many of one kind are not in the file, the first of their ids, and what is there instead."""

    kind: str
    count: int
    ids: tuple[str, ...] = ()
    instead: Words = NOT_WRITTEN

    @property
    def what(self) -> Message:
        """Return what is lost, without how many."""
        return KINDS[self.kind]

    @property
    def message(self) -> Message:
        """How many, of what, and what is there instead."""
        return Message("{1}: {0} ({2})", self.count, self.what, self.instead)

    def __str__(self) -> str:
        return str(self.message)


@dataclass(frozen=True, slots=True)
class CutText:
    """An article of which not all could be read when it was added, and the cleaner's sentences that say so."""

    article: str
    title: str
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LossReport:
    """What will be written, and every loss. True when something is lost. `cut` are the first of the texts that lacked
    something before, whatever the format says of that; `cuts` is how many there are."""

    documents: int
    annotations: int
    relations: int
    losses: tuple[Loss, ...] = ()
    cut: tuple[CutText, ...] = ()
    cuts: int = 0

    def __bool__(self) -> bool:
        return bool(self.losses)

    def count(self, kind: str) -> int:
        """Return how many of `kind` are lost."""
        return next((loss.count for loss in self.losses if loss.kind == kind), 0)


class Tally:
    """Counts losses by kind; remembers the first ids of each."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._ids: dict[str, list[str]] = {}

    def add(self, kind: str, id: str) -> None:
        """Count one."""
        self._counts[kind] += 1
        kept = self._ids.setdefault(kind, [])
        if len(kept) < KEEP_IDS:
            kept.append(id)

    def copy(self) -> Tally:
        """Return one that has counted the same so far."""
        made = Tally()
        made._counts = self._counts.copy()
        made._ids = {kind: [*ids] for kind, ids in self._ids.items()}
        return made

    def losses(self, instead: Mapping[str, Message]) -> tuple[Loss, ...]:
        """Return them in the order of `KINDS`; `instead` says what stands there in one format."""
        words = {**INSTEAD, **instead}
        return tuple(
            Loss(kind, self._counts[kind], tuple(self._ids[kind]), words.get(kind, NOT_WRITTEN))
            for kind in KINDS
            if self._counts[kind]
        )


def unused_labels(dataset: Dataset, used: Iterable[str]) -> Iterator[str]:
    """Yield the ids of the user's own labels that no mark carries; the built-in ones are everywhere."""
    carried = set(used)
    return (label.id for label in dataset.labels if label.id not in carried and label not in BUILTIN)


def own_looks(dataset: Dataset, used: Iterable[str]) -> Iterator[str]:
    """Yield the ids of labels in use that look otherwise than the built-in ones."""
    carried = set(used)
    return (label.id for label in dataset.labels if label.id in carried and label not in BUILTIN)
