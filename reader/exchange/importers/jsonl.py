"""JSON Lines back: our own, and flat ones that others made (`text`, and `annotations` with begin, end and label)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.importer import (
    BOM,
    RawDocument,
    SetFile,
    SetImporter,
    UndecodedError,
    decoded,
    is_newer,
)
from reader.exchange.records.fields import RecordError, mapping_of
from reader.foreign_json import JsonError, parsed
from reader.messages import Message
from reader.model.dataset import Problem
from reader.system_reasons import reason_of

VERSION = 2
LONGEST = 1 << 28  # bytes of a line; an article with all its marks is a thousandth of that


@dataclass(frozen=True, slots=True)
class Row:
    """One line that is a JSON object, or why it is not."""

    number: int
    record: dict[str, Any]
    reason: Message | None = None


def rows(path: Path) -> Iterator[Row]:
    """Yield the file line by line; empty lines count but are not given. Raises `SetError` when it cannot be read."""
    try:
        with door.opened(path) as file:
            number = 0
            while raw := file.readline(LONGEST):
                number += 1
                if len(raw) == LONGEST:
                    raise SetError("{0}: line {1} is longer than {2} bytes", path, number, LONGEST)
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


def read(path: Path) -> SetFile:
    """Return the file as one document a line. A line that cannot be read is a `Problem`, and the others are taken."""
    return SetFile(path, "jsonl", _items(path))


def _items(path: Path) -> Iterator[RawDocument | Problem]:
    for row in rows(path):
        place = Message("line {0}", row.number)
        if row.reason is not None:
            yield Problem(str(path), place, row.reason)
        else:
            yield RawDocument(row.record, place, str(row.record.get("format", "")).startswith("tilik-jsonl/"))


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
IMPORTER = SetImporter("jsonl", "JSON Lines", SUFFIXES, knows, read)
