"""doccano's JSON back: entities and relations, or lists of [from, to, label], a line a text or one value after another.

What doccano exports as a zip, with a list for each person, is read as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from reader.errors import SetError
from reader.exchange.importers import door
from reader.exchange.importers.annotation_tools.rows import Row, first_of, rows_of
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter
from reader.exchange.importers.package_file import PackageFile
from reader.exchange.records.fields import RecordError, number, objects, text
from reader.exchange.records.remainder import ToolLink, ToolMark, is_of, rest_of, together
from reader.exchange.records.tool_rows import DOCCANO as ID
from reader.exchange.records.tool_rows import TILIK, PlaceKeys
from reader.messages import Message
from reader.model.dataset import Problem

Node = dict[str, Any]
_TEXTS = ("text", "data", "column_data")
_LABELS = ("label", "labels", "column_label")
_NOBODY = ("all", "unknown")


def read(path: Path) -> SetFile:
    """Return the file as one document a text."""
    return SetFile(path, ID, _items(path))


def _items(path: Path) -> Iterator[RawDocument | Problem]:
    for row in _zipped(PackageFile(path)) if _is_zip(path) else rows_of(path):
        try:
            if row.reason is not None:
                raise RecordError("{0}", row.reason)
            yield from _Row(row).documents(path)
        except RecordError as error:
            yield Problem(str(path), row.place, error.message)


def _zipped(found: PackageFile) -> Iterator[Row]:
    for name in sorted(name for name in found.names if name.endswith(".jsonl")):
        who = PurePosixPath(name).stem
        for line, record in found.lines(name):
            place = Message("{0}, line {1}", name, line)
            if isinstance(record, Message):
                yield Row(place, {}, record)
            else:
                yield Row(place, dict(record), annotator="" if who in _NOBODY else who)


def _is_zip(path: Path) -> bool:
    try:
        with door.opened(path) as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


class _Row:
    """A text with what labels it, and the columns that do neither."""

    def __init__(self, row: Row) -> None:
        self._row, self._place, self._annotator = row.record, row.place, row.annotator
        self._text_column = next((name for name in _TEXTS if isinstance(self._row.get(name), str)), "")
        self._label_column = next((name for name in _LABELS if is_triples(self._row.get(name))), "")
        if not self._text_column:
            raise RecordError("there is no text")
        if not self._label_column and not isinstance(self._row.get("entities"), list):
            raise RecordError("it has neither “entities” nor a list of [from, to, label]")
        self._text: str = self._row[self._text_column]
        self._keys: dict[str, str] = {}  # of marks, by the id that doccano gave
        self._marks = list(self._read_marks())

    def documents(self, path: Path) -> Iterator[RawDocument | Problem]:
        rest = rest_of(self._row.get(TILIK))
        if rest is not None and is_of(rest, self._text):
            yield RawDocument(together(rest, self._text, self._tool_marks(), self._links()), self._place, ours=True)
            return
        if rest is not None:
            reason = Message("its text was changed elsewhere; it is taken as a text of others")
            yield Problem(str(path), self._place, reason)
        yield RawDocument(self._record(), self._place)

    def _read_marks(self) -> Iterator[tuple[str, Node]]:
        made = PlaceKeys()
        for at, raw in enumerate(self._row[self._label_column] if self._label_column else self._row["entities"]):
            begin, end, label, id = _triple(raw) if self._label_column else _entity(raw)
            key = made.of(begin, end, label)
            if id:
                self._keys.setdefault(id, key)
            record: Node = {"label": label, "begin": begin, "end": end, "entity": [at, raw]}
            yield key, record | ({"id": id} if id else {}) | ({"annotator": self._annotator} if self._annotator else {})

    def _tool_marks(self) -> Iterator[ToolMark]:
        for key, record in self._marks:
            yield ToolMark(key, record["label"], [[record["begin"], record["end"]]], {})

    def _links(self) -> Iterator[ToolLink]:
        for raw in objects(self._row, "relations"):
            start, end = (self._keys.get(str(raw.get(name)), "") for name in ("from_id", "to_id"))
            kind = text(raw, "type")
            yield ToolLink("\n".join((start, end, kind)), kind, [("from", start), ("to", end)])

    def _record(self) -> Node:
        """A record of others. Columns that we have a place for stand there, too; all of them are kept as they came."""
        row, columns = self._row, {self._text_column, self._label_column, "entities", "relations"}
        found: Node = {
            "text": self._text, "annotations": [record for _, record in self._marks],
            "relations": [
                {"type": text(raw, "type"), "from": str(raw.get("from_id")), "to": str(raw.get("to_id")),
                 "relation": [at, raw]}
                for at, raw in enumerate(objects(row, "relations"))
            ],
            "row": {name: value for name, value in row.items() if name not in columns},
            "text_column": self._text_column, "label_column": self._label_column or None,
            "id": str(row["id"]) if isinstance(row.get("id"), int | str) else None,
        }  # fmt: skip
        if "relations" not in row:
            found["without_relations"] = True
        for name in ("title", "url"):
            found[name] = row[name] if isinstance(row.get(name), str) and row[name] else None
        return {name: value for name, value in found.items() if value is not None}


def is_triples(value: object) -> bool:
    """Return true for a list of [from, to, label]."""
    return isinstance(value, list) and all(
        isinstance(one, list) and len(one) >= 3 and type(one[0]) is int and type(one[1]) is int for one in value
    )


def _triple(raw: Any) -> tuple[int, int, str, str]:
    begin, end, label = raw[:3]
    if not isinstance(label, str):
        raise RecordError("“{0}” is not text but {1}", "label", f"{label!r:.60}")
    return begin, end, label, ""


def _entity(raw: Any) -> tuple[int, int, str, str]:
    if not isinstance(raw, Mapping):
        raise RecordError("{0} is not an object", Message("an item of “{0}”", "entities"))
    id = raw.get("id")
    return (number(raw, "start_offset"), number(raw, "end_offset"), text(raw, "label"),
            str(id) if isinstance(id, int | str) else "")  # fmt: skip


def is_row(record: Mapping[str, Any]) -> bool:
    """Return true for a text with entities or with a list of [from, to, label]."""
    if "annotations" in record or not any(isinstance(record.get(name), str) for name in _TEXTS):
        return False
    entities = record.get("entities")
    if isinstance(entities, list):
        return all(isinstance(one, Mapping) and "start_offset" in one for one in entities)
    return any(is_triples(record.get(name)) for name in _LABELS)


def knows(path: Path, head: bytes) -> bool:
    """Return true when the first text has entities, or the file is a zip of such lists."""
    if head.startswith(b"PK"):
        try:
            found = PackageFile(path)
            lists = [name for name in found.names if name.endswith(".jsonl")]
            if not lists or len(lists) < len(found.names):
                return False
            record = next((record for _, record in found.lines(lists[0])), None)
        except SetError:
            return False
        return isinstance(record, Mapping) and is_row(record)
    return head[:1] in (b"{", b"[") and is_row(first_of(path, head, (b'"entities"', b'"label', b'"column_label"')))


IMPORTER = SetImporter(ID, "doccano", (".jsonl", ".json", ".zip"), knows, read)
