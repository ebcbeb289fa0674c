"""What every export format is: a name, a profile, options, a count of losses and a writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from reader.exchange.exporters.losses import LossReport, Tally, unused_labels
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
    """A second file that goes with the first, under its name with another `suffix`; `opens` is as in `Exporter`."""

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
        whole, tally, used, counts = scope(dataset), Tally(), set[str](), [0, 0, 0]
        for document in dataset.documents():
            used |= {a.label for a in document.annotations}
            kept = [r for r in document.relations if whole.holds(r)]
            for n, some in enumerate(((document,), document.annotations, kept)):
                counts[n] += len(some)
            for relation in document.relations:
                if not whole.holds(relation):
                    tally.add("outside links", relation.id)
            for kind, id in self.losses(document, chosen):
                tally.add(kind, id)
        for kind, id in unused_labels(dataset, used):
            tally.add(kind, id)
        return LossReport(counts[0], counts[1], counts[2], tally.losses())

    def write(self, dataset: Dataset, out: BinaryIO, options: Any = None) -> Iterator[Progress]:
        """Write the set to `out`, one `Progress` an article. Nothing is fetched."""
        chosen = self.options() if options is None else options
        return self.writer(scope(dataset).closed(), out, chosen)

    def beside_write(self, dataset: Dataset, out: BinaryIO, options: Any) -> Iterator[Progress]:
        """Write the file that goes beside the first, of the same closed set."""
        if self.beside is None:
            raise ValueError(f"{self.id} has no second file")
        return self.beside.write(scope(dataset).closed(), out, options)
