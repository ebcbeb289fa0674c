"""Parquet with a dataset card, as a zip: unpacked it is a folder that `datasets.load_dataset` reads.

Rows are those of JSON Lines with a type for each column. Written by pyarrow, which is large and not installed with
Tilik: `pip install 'tilik[parquet]'`.
"""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO

from reader.errors import ExportError
from reader.exchange.exporters import jsonl
from reader.exchange.exporters.exporter import Exporter, Profile
from reader.exchange.exporters.package import package
from reader.exchange.exporters.tables.card import DATA, Card
from reader.exchange.exporters.tables.columns import Type, columns
from reader.exchange.records import document_out, label_out, without_folders
from reader.messages import Message
from reader.model.dataset import Dataset, Document
from reader.progress import Progress

FORMAT = "tilik-parquet/1"
_TOGETHER = 2_000_000  # characters of text and marks that are packed together


def write(dataset: Dataset, out: BinaryIO, options: jsonl.Options) -> Iterator[Progress]:
    """Yield one row an article. Raises `ExportError` where pyarrow is not installed."""
    _ask_for_pyarrow()
    with package(out, is_packed=False) as made, TemporaryFile() as passing:
        card = Card()
        yield from _rows(dataset, passing, options, card)
        made.put("README.md", card.text(dataset.labels).encode("utf-8", "replace"))
        passing.seek(0)
        made.put_file(DATA, passing)


def _ask_for_pyarrow() -> None:
    try:
        import pyarrow.parquet  # noqa: F401  (only here: nobody else needs its 170 MB)
    except ImportError as error:
        raise ExportError(
            "Parquet needs the package pyarrow, which is not installed; install it with: {0}",
            "pip install 'tilik[parquet]'",
        ) from error


def _rows(dataset: Dataset, file: IO[bytes], options: jsonl.Options, card: Card) -> Iterator[Progress]:
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([pyarrow.field(name, _arrow(kind)) for name, kind in columns().items()])
    labels = {label.id: label_out(label) for label in dataset.labels}
    waiting, size = list[dict[str, Any]](), 0
    with parquet.ParquetWriter(file, schema, compression="zstd", write_statistics=False) as writer:
        for done, document in enumerate(dataset.documents(), 1):
            card.add(document)
            used = {mark.label for mark in document.marks} if done > 1 else labels.keys()
            row = _row(dataset, document, options)
            waiting.append(row | {"format": FORMAT, "labels": [labels[id] for id in sorted(used & labels.keys())]})
            size += len(document.revision.text) + 500 * len(document.marks)
            if size > _TOGETHER:
                writer.write_table(_table(waiting, schema))
                waiting, size = [], 0
                pyarrow.default_memory_pool().release_unused()
            yield Progress(done, dataset.count, document.article.title)
        writer.write_table(_table(waiting, schema))


def _row(dataset: Dataset, document: Document, options: jsonl.Options) -> dict[str, Any]:
    whole = jsonl.with_older_texts(dataset, document) if options.revisions else document
    return document_out(whole if options.folders else without_folders(whole))


def _table(rows: list[dict[str, Any]], schema: Any) -> Any:
    import pyarrow

    try:
        return pyarrow.Table.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:  # a lone surrogate, which no UTF-8 holds: one sign for one, so that places stay right
        return pyarrow.Table.from_pylist(_encodable(rows), schema=schema)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_encodable(one) for one in value]
    return {name: _encodable(one) for name, one in value.items()} if isinstance(value, dict) else value


def _arrow(kind: Type) -> Any:
    """A type of `columns` as pyarrow has it."""
    import pyarrow

    if isinstance(kind, list):
        return pyarrow.list_(_arrow(kind[0]))
    if isinstance(kind, dict):
        return pyarrow.struct([pyarrow.field(name, _arrow(one)) for name, one in kind.items()])
    return {"string": pyarrow.string, "int64": pyarrow.int64, "bool": pyarrow.bool_}[kind]()


EXPORTER = Exporter(
    "parquet",
    Message("Parquet with a dataset card"),
    ".zip",
    "application/zip",
    Message("For Hugging Face datasets, pandas and Spark: a folder to load or to put on the Hub. Needs pyarrow."),
    jsonl.Options,
    Profile(jsonl.HOLDS, instead=jsonl.INSTEAD),
    write,
    jsonl.losses,
    opens=rb"PK\x03\x04.{26}README\.md",
)
