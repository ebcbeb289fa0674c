"""What every export format is: a name, a profile, options, a count of losses and a writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import tee, zip_longest
from typing import Any, BinaryIO

from reader.exchange.exporters.counted import Counted
from reader.exchange.exporters.losses import LossReport
from reader.exchange.exporters.scope import scope
from reader.messages import Message, Words
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

Writer = Callable[[Dataset, BinaryIO, Any], Iterator[Progress]]
Losses = Callable[[Document, Any], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a format can hold. `comes_back`: our own import gives the set back, but for the reported losses."""

    offset_unit: str = "code points"
    overlap: bool = True
    discontinuous: bool = True
    zero_width: bool = True
    relations: str = "n-ary"
    cross_document: bool = True
    attributes: bool = True
    notes: bool = True
    tags: bool = True
    document_metadata: bool = True
    text_included: bool = True
    comes_back: bool = False


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

    `opens` is a regular expression for the first bytes of its files, by which they are known to be replaced.
    """

    id: str
    name: Words
    suffix: str
    media_type: str
    users: Message
    options: type[Any]
    profile: Profile
    writer: Writer
    losses: Losses
    beside: Beside | None = None
    opens: bytes = b""

    def plan(self, dataset: Dataset, options: Any = None) -> LossReport:
        """Count what will be written and what the format cannot hold. Nothing is written."""
        chosen = self.options() if options is None else options
        counted = Counted()
        with dataset.still() as whole:
            for _ in self._closed(whole, chosen, counted).documents():
                pass
        return counted.report

    def write(
        self, dataset: Dataset, out: BinaryIO, options: Any = None, counted: Counted | None = None
    ) -> Iterator[Progress]:
        """Write the set to `out`, one `Progress` an article; `counted` then has what was lost. Nothing is fetched."""
        chosen = self.options() if options is None else options
        with dataset.still() as whole:
            yield from self.writer(self._closed(whole, chosen, counted), out, chosen)

    def beside_write(self, dataset: Dataset, out: BinaryIO, options: Any) -> Iterator[Progress]:
        """Write the file that goes beside the first alone, of the same closed set."""
        if self.beside is None:
            raise ValueError(f"{self.id} has no second file")
        with dataset.still() as whole:
            yield from self.beside.write(self._closed(whole, options, None), out, options)

    def write_both(
        self, dataset: Dataset, out: BinaryIO, beside: BinaryIO, options: Any, counted: Counted | None = None
    ) -> Iterator[Progress]:
        """Write the file and the one that goes beside it, side by side in one pass over the same closed set."""
        if self.beside is None:
            raise ValueError(f"{self.id} has no second file")
        with dataset.still() as whole:
            closed = self._closed(whole, options, counted)
            first, second = (replace(closed, documents=partial(iter, some)) for some in tee(closed.documents()))
            for both in zip_longest(self.beside.write(second, beside, options), self.writer(first, out, options)):
                yield from (step for step in both[1:] if step is not None)

    def _closed(self, dataset: Dataset, options: Any, counted: Counted | None) -> Dataset:
        """The set as writers want it, which `counted` sees go by."""
        whole = scope(dataset)

        def documents() -> Iterator[Document]:
            see = counted.begin(whole, lambda document: self.losses(document, options)) if counted is not None else None
            return whole.documents(see)

        return replace(dataset, documents=documents)
