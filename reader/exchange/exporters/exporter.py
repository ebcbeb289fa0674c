"""What every export format is: a name, a profile, options, a count of losses and a writer."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import zip_longest
from typing import Any, BinaryIO, TypeVar

from reader.exchange.exporters.counted import Counted
from reader.exchange.exporters.features import ALL, Feature, lost
from reader.exchange.exporters.losses import UNUSED_LABELS, LossReport, own_looks, unused_labels
from reader.exchange.exporters.scope import Scope, missing
from reader.exchange.exporters.withheld import Release, Withholding
from reader.messages import Message, Words
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

Writer = Callable[[Dataset, BinaryIO, Any], Iterator[Progress]]
Losses = Callable[[Document, Any], Iterator[tuple[str, str]]]
SetLosses = Callable[[Dataset, Any], Iterator[tuple[str, str]]]
NOTHING = Release()
T = TypeVar("T")


def _no_losses(_of: Document | Dataset, _options: Any) -> Iterator[tuple[str, str]]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Profile:
    """What a format holds of a set; what it does not is told as lost, without a word of its own.

    `comes_back`: our own import gives the set back, but for the reported losses; such a format also writes links that
    lead out of the set. `instead` says, by the kind of a loss, what is in the file in its place.
    """

    holds: frozenset[Feature]
    offset_unit: str = "code points"
    comes_back: bool = False
    instead: Mapping[str, Message] = field(default_factory=dict)


def twice(items: Iterator[T]) -> tuple[Iterator[T], Iterator[T]]:
    """Return the same items twice, to be asked for side by side. None is held that both have had; `itertools.tee` holds
    some fifty."""

    def follow(own: deque[T], other: deque[T]) -> Iterator[T]:
        while True:
            if not own:
                if (found := next(items, None)) is None:
                    return
                own.append(found)
                other.append(found)
                del found
            yield own.popleft()

    first, second = deque[T](), deque[T]()
    return follow(first, second), follow(second, first)


def all_but(*lacking: Feature) -> frozenset[Feature]:
    """Return every feature but these."""
    return ALL - frozenset(lacking)


@dataclass(frozen=True, slots=True)
class Beside:
    """A second file that goes with the first, under its name with another `suffix`; `opens` is as in `Exporter`.

    Both are written side by side: a format with a second file goes through its documents once.
    """

    suffix: str
    wanted: Callable[[Any], bool]
    write: Writer
    opens: bytes = b""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `options` is a frozen dataclass; its fields' metadata holds the messages `label` and `help`
    for a form.

    `holds(options)` are the features that the format holds under some options, where they matter; `losses` tells what
    no profile can of a document, `set_losses` of the set as a whole. `opens` is a regular expression for the first
    bytes of its files, by which they are known to be replaced.
    """

    id: str
    name: Words
    suffix: str
    media_type: str
    users: Message
    options: type[Any]
    profile: Profile
    writer: Writer
    losses: Losses = _no_losses
    beside: Beside | None = None
    opens: bytes = b""
    holds: Callable[[Any], frozenset[Feature]] | None = None
    set_losses: SetLosses = _no_losses

    def plan(self, dataset: Dataset, options: Any = None, release: Release = NOTHING) -> LossReport:
        """Count what will be written and what the format cannot hold. Nothing is written."""
        chosen = self.options() if options is None else options
        counted = Counted()
        with dataset.still() as whole:
            for _ in self._closed(whole, chosen, counted, release).documents():
                pass
        return counted.report

    def write(
        self,
        dataset: Dataset,
        out: BinaryIO,
        options: Any = None,
        counted: Counted | None = None,
        release: Release = NOTHING,
    ) -> Iterator[Progress]:
        """Write the set to `out`, one `Progress` an article; `counted` then has what was lost. Nothing is fetched.

        Who protected sources are, and what only the desk may know, is written as far as `release` says.
        """
        chosen = self.options() if options is None else options
        with dataset.still() as whole:
            yield from self.writer(self._closed(whole, chosen, counted, release), out, chosen)

    def beside_write(
        self, dataset: Dataset, out: BinaryIO, options: Any, release: Release = NOTHING
    ) -> Iterator[Progress]:
        """Write the file that goes beside the first alone, of the same closed set."""
        if self.beside is None:
            raise ValueError(f"{self.id} has no second file")
        with dataset.still() as whole:
            yield from self.beside.write(self._closed(whole, options, None, release), out, options)

    def write_both(
        self,
        dataset: Dataset,
        out: BinaryIO,
        beside: BinaryIO,
        options: Any,
        counted: Counted | None = None,
        release: Release = NOTHING,
    ) -> Iterator[Progress]:
        """Write the file and the one that goes beside it, side by side in one pass over the same closed set."""
        if self.beside is None:
            raise ValueError(f"{self.id} has no second file")
        with dataset.still() as whole:
            closed = self._closed(whole, options, counted, release)
            first, second = (replace(closed, documents=partial(iter, some)) for some in twice(closed.documents()))
            for both in zip_longest(self.beside.write(second, beside, options), self.writer(first, out, options)):
                yield from (step for step in both[1:] if step is not None)

    def held(self, options: Any) -> frozenset[Feature]:
        """Return what the format holds under these options."""
        return self.profile.holds if self.holds is None else self.holds(options)

    def _closed(self, dataset: Dataset, options: Any, counted: Counted | None, release: Release) -> Dataset:
        """The set as writers want it, which `counted` sees go by."""
        outside = frozenset[str]() if self.profile.comes_back else missing(dataset)
        whole = Scope(dataset, outside, Withholding(dataset, release))
        held = self.held(options)
        of_set = tuple(self.set_losses(dataset, options)) if counted is not None else ()

        def losses(document: Document) -> Iterator[tuple[str, str]]:
            yield from whole.withholding.losses(document)
            yield from lost(document, held)
            yield from self.losses(document, options)

        def of_labels(of: Dataset, used: Iterable[str]) -> Iterator[tuple[str, str]]:
            yield from of_set
            if Feature.LABELS not in held:
                yield from ((UNUSED_LABELS, id) for id in unused_labels(of, used))
                yield from ((Feature.LABELS, id) for id in own_looks(of, used))

        def documents() -> Iterator[Document]:
            see = counted.begin(whole, losses, of_labels, self.profile.instead) if counted is not None else None
            yield from whole.documents(see)
            if counted is not None and dataset.facts is not None:
                counted.end(dataset.facts.claims())

        return replace(dataset, documents=documents)
