"""JSON Lines back: our own, and flat ones that others made (`text`, and `annotations` with begin, end and label)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers.importer import BOM, SetImporter, UndecodedError, decoded, is_newer
from reader.exchange.importers.linked import Closing
from reader.exchange.records import RecordError, document_of, label_of, mapping_of, objects
from reader.foreign_json import JsonError, parsed
from reader.messages import Message
from reader.model.dataset import Document, Problem
from reader.model.labels import Label
from reader.system_reasons import reason_of

VERSION = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line that is a JSON object, or why it is not."""

    number: int
    record: dict[str, Any]
    reason: Message | None = None


def rows(path: Path) -> Iterator[Row]:
    """Yield the file line by line; empty lines count but are not given. Raises `SetError` when it cannot be read."""
    try:
        with open(path, "rb") as file:
            for number, raw in enumerate(file, 1):
                line = (raw.removeprefix(BOM) if number == 1 else raw).strip()
                if line:
                    yield _row(path, number, line)
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error


def _row(path: Path, number: int, line: bytes) -> Row:
    try:
        record = dict(mapping_of(parsed(decoded(path, line, number)), Message("the line")))
        _check_version(record)
        return Row(number, record)
    except UndecodedError as error:
        return Row(number, {}, error.reason)
    except JsonError as error:
        return Row(number, {}, error.reason_at_column)
    except RecordError as error:
        return Row(number, {}, error.message)


def _check_version(record: dict[str, Any]) -> None:
    name, _, version = str(record.get("format", "")).partition("/")
    if name == "tilik-jsonl" and is_newer(version, VERSION):
        theirs, ours = str(record["format"]), f"tilik-jsonl/{VERSION}"
        raise RecordError("written by a newer Tilik ({0}); this one reads {1}", theirs, ours)


def labels(path: Path) -> tuple[Label, ...]:
    """Return every label that a line defines; the first definition of an id counts."""
    found: dict[str, Label] = {}
    for row in rows(path):
        try:
            for definition in objects(row.record, "labels"):
                label = label_of(definition)
                found.setdefault(label.id, label)
        except RecordError as error:
            raise SetError("{0}: line {1}: {2}", path, row.number, reason_of(error)) from error
    return tuple(sorted(found.values(), key=lambda x: (x.position, x.id)))


def read(path: Path) -> Iterator[Document | Problem]:
    """Yield one document a line. A line that cannot be read is a `Problem`, and the others are taken."""
    closing = Closing(str(path), _marks(path))
    for row in rows(path):
        place = Message("line {0}", row.number)
        for item in [Problem(str(path), place, row.reason)] if row.reason is not None else _documents(path, row):
            yield from (item,) if isinstance(item, Problem) else closing.once(item, place)


def _documents(path: Path, row: Row) -> Iterator[Document | Problem]:
    place = Message("line {0}", row.number)
    try:
        document, refused = document_of(row.record)
    except RecordError as error:
        yield Problem(str(path), place, error.message)
        return
    yield from (Problem(str(path), place, reason) for _, reason in refused)
    yield document


def _marks(path: Path) -> set[str]:
    """The ids of all marks that can be taken: a link may join marks of a line further down."""
    documents = (item for row in rows(path) if row.reason is None for item in _documents(path, row))
    return {mark.id for item in documents if isinstance(item, Document) for mark in item.annotations}


def knows(path: Path, head: bytes) -> bool:
    """Return true when the first line is an object with a text and no JSON-LD context; the name decides when it is
    broken.

    The line is parsed, not searched: an article may well speak of `@context`.
    """
    if not head.startswith(b"{"):
        return False
    first = next(rows(path), None)
    if first is None or first.reason is not None:
        return path.suffix.lower() in SUFFIXES
    return "@context" not in first.record and bool(first.record.keys() & {"text", "annotations", "format"})


SUFFIXES = (".jsonl", ".ndjson")
IMPORTER = SetImporter("jsonl", "JSON Lines", SUFFIXES, knows, read, labels)
