"""JSON lines of Prodigy back: texts with spans, and relations between spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reader.exchange.importers.annotation_tools.rows import Row, first_of, rows_of
from reader.exchange.importers.importer import RawDocument, SetFile, SetImporter
from reader.exchange.records.fields import RecordError, free, number, objects, text
from reader.exchange.records.remainder import ToolLink, ToolMark, is_of, rest_of, together
from reader.exchange.records.tool_rows import PRODIGY as ID
from reader.exchange.records.tool_rows import TILIK, PlaceKeys
from reader.messages import Message
from reader.model.dataset import Problem

Node = dict[str, Any]
_HASHES = ("_input_hash", "_task_hash")


def read(path: Path) -> SetFile:
    """Return the file as one document a text."""
    return SetFile(path, ID, _items(path))


def _items(path: Path) -> Iterator[RawDocument | Problem]:
    for row in rows_of(path):
        try:
            if row.reason is not None:
                raise RecordError("{0}", row.reason)
            yield from _Row(row).documents(path)
        except RecordError as error:
            yield Problem(str(path), row.place, error.message)


class _Row:
    """A text with its spans and the relations between them."""

    def __init__(self, row: Row) -> None:
        self._row, self._place = row.record, row.place
        if not isinstance(self._row.get("text"), str):
            raise RecordError("there is no text")
        self._text: str = self._row["text"]
        self._spans = list(objects(self._row, "spans"))
        made = PlaceKeys()
        self._keys = [made.of(number(one, "start"), number(one, "end"), _label(one)) for one in self._spans]

    def documents(self, path: Path) -> Iterator[RawDocument | Problem]:
        rest = rest_of(self._row.get(TILIK))
        if rest is not None and is_of(rest, self._text):
            yield RawDocument(together(rest, self._text, self._marks(), self._links()), self._place, ours=True)
            return
        if rest is not None:
            reason = Message("its text was changed elsewhere; it is taken as a text of others")
            yield Problem(str(path), self._place, reason)
        others: list[list[Any]] = []
        record = self._record(others)
        if others:
            yield Problem(str(path), self._place, Message("relations join words that are no span; not taken: {0}",
                                                          len(others)))  # fmt: skip
        yield RawDocument(record, self._place)

    def _marks(self) -> Iterator[ToolMark]:
        for key, span in zip(self._keys, self._spans, strict=True):
            said = {"note": text(span, "note"), "attributes": dict(free(span, "attributes"))}
            yield ToolMark(key, _label(span), [[number(span, "start"), number(span, "end")]], said)

    def _links(self) -> Iterator[ToolLink]:
        for raw in objects(self._row, "relations"):
            ends = [self._end(raw, name) for name in ("head", "child")]
            if ends[0] is not None and ends[1] is not None:
                start, end = self._keys[ends[0]], self._keys[ends[1]]
                kind = text(raw, "label")
                yield ToolLink("\n".join((start, end, kind)), kind, [("from", start), ("to", end)])

    def _end(self, raw: Mapping[str, Any], name: str) -> int | None:
        """The number of the span at an end: the one that stands there, else the one that holds that token."""
        there = raw.get(f"{name}_span")
        if isinstance(there, Mapping):
            place, id = [there.get("start"), there.get("end")], there.get("id")
            fitting = [n for n, one in enumerate(self._spans) if [one.get("start"), one.get("end")] == place]
            same = [n for n in fitting if self._spans[n].get("label") == there.get("label")] or fitting
            named = [n for n in same if id is not None and self._spans[n].get("id") == id]
            return next(iter(named or same), None)
        token = raw.get(name)
        return next((n for n, one in enumerate(self._spans) if _holds(one, token)), None)

    def _record(self, others: list[list[Any]]) -> Node:
        row, relations = self._row, []
        for at, raw in enumerate(objects(row, "relations")):
            start, end = (self._end(raw, name) for name in ("head", "child"))
            if start is None or end is None:
                others.append([at, raw])
            else:
                relations.append({"type": text(raw, "label") or "related", "from": _id(self._spans[start], start),
                                  "to": _id(self._spans[end], end), "relation": [at, raw]})  # fmt: skip
        columns, meta = {"text", "spans", "relations"}, row.get("meta")
        facts = meta if isinstance(meta, Mapping) else {}
        found: Node = {
            "text": self._text, "annotations": [self._annotation(n, one) for n, one in enumerate(self._spans)],
            "relations": relations, "row": {name: value for name, value in row.items() if name not in columns},
            "others": others or None, "without_relations": True if "relations" not in row else None,
            **{name: facts[name] for name in ("title", "url") if isinstance(facts.get(name), str) and facts[name]},
        }  # fmt: skip
        return {name: value for name, value in found.items() if value is not None}

    def _annotation(self, n: int, span: Mapping[str, Any]) -> Node:
        quote = span.get("text")
        who = self._row.get("_annotator_id") or self._row.get("_session_id")
        return {
            "id": _id(span, n), "label": _label(span), "begin": number(span, "start"), "end": number(span, "end"),
            **({"quote": quote} if isinstance(quote, str) else {}), "note": text(span, "note"),
            "attributes": dict(free(span, "attributes")), "span": [n, span],
            "annotator": who if isinstance(who, str) else "",
        }  # fmt: skip


def _label(span: Mapping[str, Any]) -> str:
    return text(span, "label") or "span"


def _id(span: Mapping[str, Any], n: int) -> str:
    id = span.get("id")
    return str(id) if isinstance(id, int | str) and id != "" else f"span {n}"


def _holds(span: Mapping[str, Any], token: object) -> bool:
    first, last = span.get("token_start"), span.get("token_end")
    return type(first) is int and type(last) is int and type(token) is int and first <= token <= last


def is_row(record: Mapping[str, Any]) -> bool:
    """Return true for a text with spans that each have a start and an end, or with Prodigy's hashes."""
    if not isinstance(record.get("text"), str) or "annotations" in record or "entities" in record:
        return False
    spans = record.get("spans")
    if isinstance(spans, list):
        return all(isinstance(one, Mapping) and "start" in one and "end" in one for one in spans)
    return any(name in record for name in _HASHES)


def knows(path: Path, head: bytes) -> bool:
    """Return true when the first text has spans."""
    return head[:1] in (b"{", b"[") and is_row(first_of(path, head, (b'"spans"', b'_hash"')))


IMPORTER = SetImporter(ID, "Prodigy", (".jsonl",), knows, read)
