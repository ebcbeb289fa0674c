"""JSON Lines: one article a line, flat, as Python and data tools read it.

Every line has the same fields in the same order; free-form values are JSON text, so that Hugging Face datasets
and pandas find one type a column. `quote` is always the text from `begin` to `end`, in code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol

from reader.exchange.exporters.exporter import Exporter, Profile, all_but
from reader.exchange.exporters.features import Feature
from reader.exchange.exporters.losses import FOLDERS
from reader.exchange.exporters.options import folders, older_texts
from reader.exchange.records import document_out, label_out, plain_json, without_folders
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

INSTEAD: Mapping[str, Message] = {Feature.ORIGINALS: Message("the cleaned text is written")}
HOLDS = all_but(Feature.ORIGINALS, Feature.PICTURES)
FORMAT = "tilik-jsonl/2"


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for JSONL."""

    folders: bool = folders()
    revisions: bool = older_texts()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one line an article. A label's definition travels on every line that uses it, and all on the first."""
    labels = {label.id: label_out(label) for label in dataset.labels}
    for done, document in enumerate(dataset.documents(), 1):
        whole = with_older_texts(dataset, document) if options.revisions else document
        used = {a.label for a in document.marks} if done > 1 else labels.keys()
        record = document_out(whole if options.folders else without_folders(whole))
        record |= {"format": FORMAT, "labels": [labels[id] for id in sorted(used & labels.keys())]}
        out.write(encoded(record) + b"\n")
        yield Progress(done, dataset.count, document.article.title)


def with_older_texts(dataset: Dataset, document: Document) -> Document:
    """Return the document with every text that its article has had."""
    if dataset.facts is None:
        return document
    texts = (text for text in dataset.facts.revisions(document.article.id) if text.id != document.revision.id)
    older = tuple(replace(text, original_id="") for text in texts) if document.files_withheld else tuple(texts)
    return replace(document, revisions=older)


def encoded(record: object) -> bytes:
    """Return compact UTF-8 JSON with sorted keys. A lone surrogate, which UTF-8 cannot hold, is written as a JSON
    escape."""
    return plain_json(record).encode("utf-8", "backslashreplace")


class _WithFolders(Protocol):
    @property
    def folders(self) -> bool: ...


def losses(document: Document, options: _WithFolders) -> Iterator[tuple[str, str]]:
    """Yield the folders of this computer that are not written."""
    if not options.folders and without_folders(document) != document:
        yield FOLDERS, document.article.id


EXPORTER = Exporter(
    "jsonl",
    "JSON Lines",
    ".jsonl",
    "application/jsonl",
    Message("For Python, pandas and Hugging Face datasets, and to bring a set back into Tilik."),
    Options,
    Profile(HOLDS, comes_back=True, instead=INSTEAD),
    write,
    losses,
    opens=rb'\{"added":"[^"]*","annotations":\[',
)
