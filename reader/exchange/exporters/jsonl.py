"""JSON Lines: one article a line, flat, as Python and data tools read it.

Every line has the same fields in the same order; free-form values are JSON text, so that Hugging Face datasets
and pandas find one type a column. `quote` is always the text from `begin` to `end`, in code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.losses import desk_only, kept_elsewhere
from reader.exchange.exporters.options import folders
from reader.exchange.records import document_out, label_out, plain_json, without_folders
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

FORMAT = "tilik-jsonl/1"


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for JSONL."""

    folders: bool = folders()


def write(dataset: Dataset, out: BinaryIO, options: Options) -> Iterator[Progress]:
    """Yield one line an article; a label's definition travels on every line that uses it."""
    labels = {label.id: label_out(label) for label in dataset.labels}
    for done, document in enumerate(dataset.documents(), 1):
        out.write(_line(document if options.folders else without_folders(document), labels))
        yield Progress(done, dataset.count, document.article.title)


def _line(document: Document, labels: dict[str, dict[str, Any]]) -> bytes:
    used = sorted({a.label for a in document.annotations} & labels.keys())
    record = {"format": FORMAT, "labels": [labels[id] for id in used], **document_out(document)}
    return encoded(record) + b"\n"


def encoded(record: object) -> bytes:
    """Return compact UTF-8 JSON with sorted keys. A lone surrogate, which UTF-8 cannot hold, is written as a JSON
    escape."""
    return plain_json(record).encode("utf-8", "backslashreplace")


def losses(document: Document, options: Options) -> Iterator[tuple[str, str]]:
    """Yield what only the library has."""
    yield from kept_elsewhere(document)
    yield from desk_only(document)
    if not options.folders and without_folders(document) != document:
        yield "folders", document.article.id


EXPORTER = Exporter(
    "jsonl",
    "JSON Lines",
    ".jsonl",
    "application/jsonl",
    Message("For Python, pandas and Hugging Face datasets, and to bring a set back into Tilik."),
    Options,
    Profile(comes_back=True),
    write,
    losses,
    opens=rb'\{"added":"[^"]*","annotations":\[',
)
