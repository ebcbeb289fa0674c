"""Texts one after the other in a file of JSON: a line each, a list of them, or values over several lines each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import SetError
from reader.exchange.importers import door, jsonl
from reader.exchange.importers.first_names import first_names
from reader.exchange.importers.importer import BOM
from reader.exchange.importers.json_stream import JsonStream
from reader.exchange.records.fields import RecordError, mapping_of
from reader.messages import Message
from reader.system_reasons import reason_of

_LARGEST = 1 << 26  # bytes of a file whose first text may go over many lines


@dataclass(frozen=True, slots=True)
class Row:
    """One text, or why it is none; `annotator` is who labelled it, where the file says so by its name."""

    place: Message
    record: dict[str, Any]
    reason: Message | None = None
    annotator: str = ""


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the texts of a file. A line that cannot be read is told, and the others are taken; where values go over
    several lines, `SetError` says where the file stops being JSON."""
    first = None if _is_list(path) else next(jsonl.rows(path), None)
    if first is not None and first.reason is None:
        for row in jsonl.rows(path):
            yield Row(Message("line {0}", row.number), row.record, row.reason)
    else:
        yield from _values(path)


def first_of(path: Path, head: bytes, words: Iterable[bytes]) -> dict[str, Any]:
    """Return the first text of a file that can be read as one; nothing when there is none, or when what is seen of it
    in `head` has none of these words or is of another format."""
    line, is_cut, _ = head.partition(b"\n")
    is_seen = bool(is_cut) and line.rstrip().endswith(b"}")
    names = first_names(head)
    if b"@context" in names or (is_seen and b"annotations" in names):
        return {}
    if is_cut and not any(word in (line if is_seen else head) for word in words):
        return {}
    try:
        if is_cut and not is_seen and door.size(path) > _LARGEST:
            return {}
        row = next(rows_of(path), None)
    except (SetError, OSError):
        return {}
    return row.record if row is not None else {}


def _is_list(path: Path) -> bool:
    try:
        with door.opened(path) as file:
            return file.read(64).removeprefix(BOM).lstrip()[:1] == b"["
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error


def _values(path: Path) -> Iterator[Row]:
    try:
        with door.opened(path) as file:
            stream = JsonStream(path, file)
            for number, value in enumerate(_read(stream), 1):
                place = Message("text {0}", number)
                try:
                    yield Row(place, dict(mapping_of(value, Message("the text"))))
                except RecordError as error:
                    yield Row(place, {}, error.message)
    except OSError as error:
        raise SetError("{0} cannot be read: {1}", path, reason_of(error)) from error


def _read(stream: JsonStream) -> Iterator[Any]:
    if stream.peek() == "[":
        for _ in stream.items():
            yield stream.value()
        stream.end()
        return
    while stream.peek():
        yield stream.value()
